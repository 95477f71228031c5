"""What a resident raises, with a receipt; and what is added to it afterwards."""

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from xieshang.activities.models import Venue
from xieshang.audit.actions import fingerprint, seal
from xieshang.lifecycle.actions import Hindered, NoSuchMove, open_subject
from xieshang.lifecycle.table import Role
from xieshang.matching.letters import letters, same_text
from xieshang.notices.words import clean
from xieshang.people.models import Committee
from xieshang.reading.masking import mask

from ..forms.photos import Picture
from ..lifecycles import LIVES
from ..models import Category, Matter, Receipt, Remark
from ..models.voice import FOUR_WEEKS
from . import assigning, reviewing, voicing_telling, writing
from .voicing_photos import put_photos

LONGEST_TITLE = 40
END = re.compile(r"[。！？!?；;\n]")
SIDES = {Role.AUTHOR: Remark.Side.AUTHOR, Role.OFFICE: Remark.Side.OFFICE}


@dataclass(frozen=True, slots=True)
class Voice:
    """What somebody raises: where, what about, in their words; and how they may be reached."""

    committee: Committee
    text: str
    category: Category | None = None
    area: str = ""
    shown: bool = False
    name: str = ""
    telephone: str = ""
    email: str = ""
    venue: Venue | None = None
    day: date | None = None


@transaction.atomic
def raise_voice(
    voice: Voice, pictures: Iterable[Picture] = (), *, by, code: str, author=None, typed_by=None
) -> Matter:
    """Write down what a resident raises; nothing of it is public yet.

    `code` is the secret of its receipt, of which a digest is kept; `author` is the raiser's
    account, if they have one; `typed_by` whoever wrote it for somebody else. Raises Hindered for
    a category that sends people elsewhere.
    """
    if voice.category and voice.category.stop:
        raise Hindered(voice.category.stop)
    matter = Matter(
        kind="problem",
        life=LIVES["problem"].name,
        title=title_of(voice.text),
        committee=voice.committee,
        category=voice.category,
        area=voice.area,
        venue=voice.venue,
        raised_on=voice.day or timezone.localdate(),
        raised_by=author,
        likeness=same_text(voice.text) if letters(voice.text).size else None,
    )
    open_subject(matter, by=by)
    words = writing.Words(matter.title, voice.text)
    writing.save(matter, "original", words, by=by)
    if voice.category and voice.category.unit:
        matter.suggested.add(voice.category.unit)
    reached = {name: getattr(voice, name) for name in ("name", "telephone", "email", "shown")}
    Receipt.objects.create(matter=matter, secret=fingerprint(code), typed_by=typed_by, **reached)
    put_photos(matter, pictures, by=by)
    typed = {"typed_by": typed_by.pk} if typed_by else {}
    seal(by, "raise", matter, text=fingerprint(voice.text), **typed)
    voicing_telling.raised(matter, by=by)
    return matter


def title_of(text: str) -> str:
    """The first sentence in one line of at most 40 characters, with personal numbers masked."""
    first = next(filter(None, map(clean, END.split(text.strip()))), "")
    line = mask(first or clean(text))
    return line if len(line) <= LONGEST_TITLE else f"{line[: LONGEST_TITLE - 1]}…"


def hold_as(matter: Matter, name: str, roles: Collection[Role]) -> Matter:
    """The matter, locked until the transaction ends, for a deed of whoever has these roles.

    They may be proved without an account, by a receipt. Raises NoSuchMove or PermissionDenied.
    """
    locked = Matter.objects.select_for_update().get(pk=matter.pk)
    deed = locked.lifecycle.deed(name, locked.status)
    if deed is None:
        raise NoSuchMove(f"no {name!r} at {locked.status!r} in {locked.lifecycle.name!r}")
    if not {*roles} & {*deed.roles}:
        raise PermissionDenied(f"{name!r} is for {', '.join(deed.roles)}")
    return locked


@transaction.atomic
def add(
    matter: Matter,
    *,
    words: str,
    by,
    public: bool = False,
    pictures: Iterable[Picture] = (),
    role: Role | None = None,
) -> Remark:
    """Add something to a matter, as its author or its office; only an office adds in public.

    `role` is one proved without an account. Raises NoSuchMove, PermissionDenied or TooMany.
    """
    roles = {role} if role else matter.roles_of(by)
    locked = hold_as(matter, "add", roles)
    side = next(side for role, side in SIDES.items() if role in roles)
    public = public and side != Remark.Side.AUTHOR
    remark = Remark.objects.create(matter=locked, side=side, words=words, public=public, by=by)
    put_photos(locked, pictures, by=by, remark=remark)
    seal(by, "add", locked, words=fingerprint(words), public=public)
    voicing_telling.added(remark, by=by)
    return remark


def refused(matter: Matter, *, by, ground) -> None:
    """Note the ground, and tell whoever raised it."""
    reviewing.refuse(matter, by=by, ground=ground)
    voicing_telling.moved(matter, "refuse", by=by)


def given(matter: Matter, *, by, **units) -> None:
    """Give it to units, and tell whoever raised it to whom."""
    assigning.assign(matter, by=by, **units)
    voicing_telling.moved(matter, "assign", by=by)


def heard(verb: str) -> Callable[..., None]:
    """What follows a move: those whom it concerns hear of it, and the question is set."""

    def tell(matter: Matter, *, by) -> None:
        if verb in ASKED_AFTER:
            asks_on = matter.moved_on + FOUR_WEEKS if ASKED_AFTER[verb] else None
            Receipt.objects.filter(matter=matter, erased_at=None).update(asks_on=asks_on)
        voicing_telling.moved(matter, verb, by=by)

    return tell


# After which moves it is asked, weeks later, whether it is solved; after which no more.
ASKED_AFTER = {
    "close": True, "solve": True, "confirm": False, "reopen": False, "not-solved": False,
}  # fmt: skip
HEARD = (
    "handle", "ask-back", "say-more", "plan", "defer", "withdraw", *ASKED_AFTER,
)  # fmt: skip
EFFECTS: dict[tuple[str, str], Callable[..., None]] = {
    **{("problem", verb): heard(verb) for verb in HEARD},
    ("problem", "assign"): given,
    ("problem", "refuse"): refused,
}
