"""What happens after the answer: look-backs, distinctions, and what is made public."""

from collections.abc import Callable

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from xieshang.audit.actions import fingerprint, seal
from xieshang.lifecycle.actions import Hindered, hold_for
from xieshang.lifecycle.table import Role

from ..models import Consent, Distinction, LookBack, Matter, Publication
from . import telling, voicing_telling
from .findable import words_changed

SIDES = {
    Consent.Side.AUTHOR: Role.AUTHOR,
    Consent.Side.OFFICE: Role.OFFICE,
    Consent.Side.UNIT: Role.UNIT,
}


def look_back(matter: Matter, *, by, found: str, words: str) -> None:
    """Keep what a look-back found; the first result stays as it was."""
    LookBack.objects.create(matter=matter, found=found, note=words, on=timezone.localdate(), by=by)
    matter.tracked = found
    matter.save(update_fields=["tracked"])
    seal(by, "find", matter, found=found, note=fingerprint(words))
    telling.moved(matter, "look-back", by=by)


@transaction.atomic
def distinguish(matter: Matter, *, kind: str, why: str, by) -> Distinction:
    """Make it a key one, supervise it, or call it excellent; raises Hindered where it is so."""
    locked = hold_for(matter, "distinguish", by=by)
    if locked.distinctions.filter(kind=kind, ended_at=None).exists():
        raise Hindered(_("It is distinguished so already."))
    made = Distinction.objects.create(
        matter=locked, kind=kind, why=why, given_on=timezone.localdate(), by=by
    )
    seal(by, "distinguish", locked, kind=kind, why=fingerprint(why))
    telling.moved(locked, "distinguish", by=by)
    return made


@transaction.atomic
def end_distinction(distinction: Distinction, *, why: str, by) -> None:
    """Take a distinction back; that it was given, and why it ended, stays."""
    locked = hold_for(distinction.matter, "distinguish", by=by)
    distinction.ended_at, distinction.ended_why = timezone.now(), why
    distinction.save()
    seal(by, "end-distinction", locked, kind=distinction.kind, why=fingerprint(why))


@transaction.atomic
def consent(matter: Matter, *, side: str, agreed: bool, by, note: str = "") -> Consent:
    """Say for one side whether it may be published; only for a side one is on."""
    locked = hold_for(matter, "consent", by=by)
    if SIDES[Consent.Side(side)] not in locked.roles_of(by):
        raise Hindered(_("You do not speak for that side."))
    made = Consent.objects.create(matter=locked, side=side, agreed=agreed, note=note, by=by)
    seal(by, "consent", locked, side=side, agreed=agreed)
    return made


def consents_of(matter: Matter) -> dict[str, Consent | None]:
    """Side → its newest word on publishing. Without a unit there is nothing of one to publish."""
    return Consent.objects.by_side(matter)


@transaction.atomic
def publish(matter: Matter, *, title: str, text: str, by, reply: str = "") -> Publication:
    """Make public what was looked over and masked.

    Raises Hindered while a side has not agreed, NoSuchMove or PermissionDenied.
    """
    locked = hold_for(matter, "publish", by=by)
    now = timezone.now()
    locked.publications.standing().update(ended_at=now, ended_why=str(locked.round))
    made = Publication.objects.create(matter=locked, title=title, text=text, reply=reply, by=by)
    locked.published_on = timezone.localdate(now)
    locked.save(update_fields=["published_on"])
    words_changed(locked.pk)
    seal(by, "publish", locked, text=fingerprint(f"{title}\n{text}\n{reply}"))
    TELLS.get(locked.life, telling.moved)(locked, "publish", by=by)
    return made


@transaction.atomic
def unpublish(matter: Matter, *, why: str, by) -> None:
    """Take a matter back from the public; the reason stands in its place."""
    locked = hold_for(matter, "unpublish", by=by)
    locked.publications.standing().update(ended_at=timezone.now(), ended_why=why)
    locked.published_on = None
    locked.save(update_fields=["published_on"])
    words_changed(locked.pk)
    seal(by, "unpublish", locked, why=fingerprint(why))


TELLS = {"problem": voicing_telling.moved}  # who has raised a problem need not have an account
EFFECTS: dict[tuple[str, str], Callable[..., None]] = {
    ("proposal", "look-back"): look_back,
    ("proposal", "settle"): look_back,
}
