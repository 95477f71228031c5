"""On the page of a problem that a resident raised: who, in which words, with which pictures."""

from collections.abc import Mapping

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from xieshang.lifecycle.table import Role
from xieshang.matters.actions.voicing_receipt import REACHED, see_contact
from xieshang.matters.forms.voicing import Reached
from xieshang.matters.models import Matter, Photo
from xieshang.matters.models.likeness import same_as
from xieshang.site.pictures import shown

from .door import desk
from .pages import show
from .seen import Section, Seen

SENDERS_SHOWN = 50


def raised(seen: Seen) -> bool:
    """Whether a resident raised it, and this person may read more of it than the public."""
    return seen.inside and hasattr(seen.matter, "receipt")


def said(seen: Seen) -> Mapping[str, object] | None:
    """The words and the pictures as they came in."""
    if not raised(seen):
        return None
    text = seen.matter.texts.latest_of("original")
    photos = [photo for photo in seen.matter.photos.all() if photo.remark_id is None]
    return {"text": text, "photos": photos}


def raiser(seen: Seen) -> Mapping[str, object] | None:
    """How the raiser can be reached, as far as that is for this person; who typed."""
    if not raised(seen) or Role.OFFICE not in seen.roles:
        return None
    receipt = seen.matter.receipt
    left = [str(Reached.base_fields[name].label) for name in REACHED if getattr(receipt, name)]
    return {"receipt": receipt, "left": left, "account": seen.matter.raised_by}


def remarks(seen: Seen) -> Mapping[str, object] | None:
    """What was added by either side."""
    if not seen.inside:
        return None
    found = list(seen.matter.remarks.select_related("by"))
    photos = seen.matter.photos.all() if found else ()
    beside = [(each, [p for p in photos if p.remark_id == each.pk]) for each in found]
    return {"remarks": beside} if found else None


def senders(seen: Seen) -> Mapping[str, object] | None:
    """Everybody who sent the same words to this place; each keeps a receipt."""
    if Role.OFFICE not in seen.roles or seen.matter.likeness is None:
        return None
    rows = same_as(seen.matter).order_by("pk")
    found = list(rows[: SENDERS_SHOWN + 1])
    if len(found) < 2:
        return None
    n = len(found) if len(found) <= SENDERS_SHOWN else rows.count()
    open_now = seen.matter.lifecycle.moves_from(seen.matter.status)
    moves = [move for move in open_now if move.role is Role.OFFICE]
    return {
        "lines": found[:SENDERS_SHOWN],
        "n": n,
        "href": f"{reverse('desk:voices_steps')}?pick={seen.matter.pk}&verb=",
        "moves": moves,
    }


def opens(seen: Seen) -> Mapping[str, object] | None:
    """Whether the public reads it, and the way to where that is decided."""
    if not raised(seen):
        return None
    return {"opens": Role.OFFICE in seen.roles, "wanted": seen.matter.receipt.shown}


SAID = Section("said", "desk/voices/said.html", said)
RAISER = Section("raiser", "desk/voices/raiser.html", raiser, aside=True)
REMARKS = Section("remarks", "desk/voices/remarks.html", remarks)
SENDERS = Section("senders", "desk/voices/senders.html", senders)
OPENS = Section("public", "desk/voices/public.html", opens, aside=True)


@desk("POST")
def voice_contact(request: HttpRequest, key: int) -> HttpResponse:
    """How the raiser can be reached: it is shown, and that it was looked at is in the log."""
    rows = Matter.objects.visible_to(request.user).filter(receipt__isnull=False)
    found = get_object_or_404(rows, pk=key)
    receipt = see_contact(found, by=request.user)
    facts = [(Reached.base_fields[name].label, getattr(receipt, name)) for name in REACHED]
    context = {"matter": found, "facts": facts}
    return show(request, "desk/voices/contact.html", context, here="voices")


@desk("GET")
def voice_photo(request: HttpRequest, key: int, size: str) -> FileResponse:
    """A picture, for those who may read the whole record of its matter."""
    return shown(get_object_or_404(Photo.objects.visible_to(request.user), pk=key), size)
