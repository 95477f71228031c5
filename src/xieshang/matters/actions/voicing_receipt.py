"""The receipt: its secret code, who may use it, and how its holder can be reached."""

import hmac
import re

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from xieshang.audit.actions import fingerprint, seal
from xieshang.lifecycle.table import Role
from xieshang.notices.actions import forget
from xieshang.reading.characters import LEGIBLE, narrow

from ..models import Matter, Receipt
from ..models.standing import judged
from .findable import words_changed

LENGTH, GROUP = 16, 4  # letters of a code: 79 bits
NUMBER = re.compile(r"[Mm]?\s*0*([1-9][0-9]{0,17})")
WITHDRAWN = "反映人撤回了公开的同意"
REACHED = ("name", "telephone", "email")


def code_of(key: str) -> str:
    """The secret code of what is raised under this key, in groups to be read aloud.

    It follows from the form's own key and the server's, so a form that is sent twice is told the
    same code, and nobody has to keep it.
    """
    number = int.from_bytes(salted_hmac("code", key, algorithm="sha256").digest())
    letters = []
    for _letter in range(LENGTH):
        number, place = divmod(number, len(LEGIBLE))
        letters.append(LEGIBLE[place])
    groups = ("".join(letters[at : at + GROUP]) for at in range(0, LENGTH, GROUP))
    return "-".join(groups)


def code_typed(said: str) -> str:
    """A code as somebody typed it, in the form it was given: signs, spaces and case aside."""
    letters = [letter for letter in narrow(said[:100]).lower() if letter in LEGIBLE]
    groups = ("".join(letters[at : at + GROUP]) for at in range(0, len(letters), GROUP))
    return "-".join(groups)


def number_typed(said: str) -> int:
    """The key of a matter by its number as somebody typed it: M123, m 123, １２３; else 0."""
    found = NUMBER.fullmatch(narrow(said).strip())
    return int(found[1]) if found else 0


def receipt_for(number: str, code: str) -> Receipt | None:
    """The receipt of that number, if the code is its own; takes as long where there is none."""
    rows = Receipt.objects.select_related("matter__committee")
    receipt = rows.filter(matter=number_typed(number)).first()
    known = receipt.secret if receipt else fingerprint(settings.SECRET_KEY)
    fits = hmac.compare_digest(known, fingerprint(code_typed(code)))
    return receipt if receipt and fits else None


@transaction.atomic
def change_contact(receipt: Receipt, *, by, shown: bool, **reached: str) -> None:
    """Keep another name, telephone or e-mail address, and whether it may be public.

    A consent that is withdrawn takes it back from the public at once. Raises PermissionDenied
    once it was erased.
    """
    locked = Receipt.objects.select_for_update().get(pk=receipt.pk)
    if locked.erased_at:
        raise PermissionDenied("what was erased is not kept again")
    matter = Matter.objects.select_for_update().get(pk=locked.matter_id)
    if locked.email not in ("", reached["email"]):
        forget(locked.email, matter)
    for name in REACHED:
        setattr(locked, name, reached[name])
    locked.shown = shown
    locked.save(update_fields=[*REACHED, "shown"])
    if matter.published_on and not shown:
        take_from_public(matter, why=WITHDRAWN)
    seal(by, "change-contact", matter, shown=shown, kept=[n for n in REACHED if reached[n]])


def take_from_public(matter: Matter, *, why: str) -> None:
    """Let its public page go; the reason stands in its place. The caller seals."""
    matter.publications.standing().update(ended_at=timezone.now(), ended_why=why)
    matter.published_on = None
    matter.save(update_fields=["published_on"])
    words_changed(matter.pk)


@transaction.atomic
def forget_address(receipt: Receipt, *, by) -> None:
    """Write to this address no more: whoever reads there did not raise the matter, or is done."""
    locked = Receipt.objects.select_for_update().get(pk=receipt.pk)
    forget(locked.email, locked.matter)
    locked.email = ""
    locked.save(update_fields=["email"])
    seal(by, "forget-address", locked.matter)


@transaction.atomic
def see_contact(matter: Matter, *, by) -> Receipt:
    """Open how the raiser can be reached, which is written into the log; only for the office."""
    if Role.OFFICE not in matter.roles_of(by):
        raise PermissionDenied("only the office sees how somebody can be reached")
    receipt = Receipt.objects.get(matter=matter)
    seal(by, "see-contact", matter)
    return receipt


def mark_of(receipt: Receipt) -> str:
    """What a browser is given once the code was right: it proves that, and is not the code."""
    return receipt.secret[:24]


def held_with(key: int, mark: str) -> Matter | None:
    """The matter of a browser that was given this mark."""
    receipt = Receipt.objects.filter(matter=key).first()
    fits = receipt and hmac.compare_digest(mark_of(receipt), mark)
    return judged(Matter.objects.with_page()).get(pk=key) if fits else None
