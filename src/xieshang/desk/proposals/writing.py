"""Writing a proposal: the first draft, every later text, and two texts that met."""

from dataclasses import dataclass

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from xieshang.lifecycle.actions import NoSuchMove, open_deed
from xieshang.matters.actions import TextMoved, Wishes, Words, begin_proposal, save_proposal
from xieshang.matters.forms import NewProposal, ProposalText
from xieshang.matters.models import Matter, Text
from xieshang.people.models import Committee
from xieshang.reading.differences import Piece, compared

from ..acting import gone_of, refused
from ..door import desk
from ..matters import PLACE, find
from ..pages import show

BETWEEN = "\n\n"


@desk("GET", "POST")
def new_proposal(request: HttpRequest) -> HttpResponse:
    """The first draft. Nobody but its author sees it before it is handed in."""
    places, alone = places_of(request.user)
    sent = request.POST if request.method == "POST" else None
    form = NewProposal(sent, places=places, alone=alone)
    if sent and form.is_valid():
        said = form.cleaned_data
        place = {"committee": said["committee"], "organisation": said["organisation"]}
        made = begin_proposal(words_in(said), wishes_in(said), by=request.user, **place)
        return redirect(f"{reverse('desk:matter', args=[made.pk])}?sent=new-proposal")
    context = {"form": form, "seated": places.exists(), "draft": "new-proposal"}
    status = 422 if sent is not None else 200
    return show(request, "desk/proposals/text.html", context, here="matters", status=status)


def places_of(person):
    """Where somebody may propose, and the keys of those where they may for themselves."""
    seen, seats = Committee.objects.visible_to(person), person.seats.current()
    own = seen.filter(pk__in=seats.values("committee"))
    alone = set(seats.exclude(pk__in=seats.keeping()).values_list("committee_id", flat=True))
    return own, alone


def words_in(said) -> Words:
    """The text of a form that was understood."""
    return Words(*(said[name] for name in ProposalText.TEXT))


def wishes_in(said) -> Wishes:
    return Wishes(
        publish=not said["hidden"],
        why_not=said["why_not"],
        convert=said["convert"],
        contact=said["contact"],
        unit=said["unit"],
    )


@desk("GET", "POST")
def text(request: HttpRequest, key: int) -> HttpResponse:
    """The text as it stands, to be written on; saved, it is the next one."""
    found = find(request, key)
    latest = found.texts.latest_of(Text.Edition.ORIGINAL)
    sent = request.POST if request.method == "POST" else None
    form = ProposalText(sent, committee=found.committee, initial=written(found, latest))
    try:
        open_deed(request.user, found, "write")
        if sent and form.is_valid():
            started = started_from(sent.get("started_from", ""))
            return save(request, found, form, started)
    except NoSuchMove:
        gone = gone_of(str(_("Write the text")), found, form if sent else None)
        return refused(request, PLACE, key, gone=gone)
    context = {
        "form": form,
        "matter": found,
        "seated": True,
        "started_from": sent["started_from"] if sent else latest.number if latest else 0,
        "draft": f"{found.short}-text",
    }
    status = 422 if sent is not None else 200
    return show(request, "desk/proposals/text.html", context, here="matters", status=status)


def written(found: Matter, latest: Text | None) -> dict[str, object]:
    """What the form holds at first: the newest text, and the wishes as they were saved."""
    wished = getattr(found, "wish", None)
    words = {name: getattr(latest, name) for name in ProposalText.TEXT} if latest else {}
    if wished is None:
        return words
    kept = {name: getattr(wished, name) for name in ("unit", "contact", "convert", "why_not")}
    return {**words, **kept, "hidden": not wished.publish}


def started_from(said: str) -> int:
    """The number of the text somebody began from; raises BadRequest for what no page sends."""
    if not (said.isascii() and said.isdecimal() and len(said) < 6):
        raise BadRequest(f"no number {said[:20]}")
    return int(said)


def save(request: HttpRequest, found: Matter, form: ProposalText, started: int) -> HttpResponse:
    """Save; where somebody saved another text meanwhile, show both and lose neither."""
    words, wishes = words_in(form.cleaned_data), wishes_in(form.cleaned_data)
    try:
        save_proposal(found, words, wishes, started_from=started, by=request.user)
    except TextMoved as fault:
        return two_texts(request, found, form, fault.theirs)
    return redirect(f"{reverse('desk:matter', args=[found.pk])}?sent={found.short}-text")


@dataclass(frozen=True, slots=True)
class Pair:
    """One part of two texts that met: what stands, piece by piece, and what was typed."""

    label: str
    name: str
    pieces: list[Piece]
    mine: str
    rows: int

    @property
    def same(self) -> bool:
        return all(piece.same for piece in self.pieces)


def two_texts(request, found: Matter, form: ProposalText, theirs: Text) -> HttpResponse:
    """Both texts side by side: keep the own one, take theirs, or copy the two together."""
    mine = form.cleaned_data
    together = request.POST.get("way") == "together"
    pairs = []
    for field in form.parts():
        stands, typed = getattr(theirs, field.name), mine[field.name]
        both = BETWEEN.join([typed, stands]) if together and typed != stands else typed
        rows = min(14, 2 + max(typed.count("\n"), len(both) // 40))
        pairs.append(Pair(field.label, field.name, compared(stands, typed), both, rows))
    wishes = [(field.html_name, field.value()) for field in form.wishes() if field.value()]
    context = {"matter": found, "theirs": theirs, "pairs": pairs, "wishes": wishes}
    return show(request, "desk/proposals/two_texts.html", context, here="matters", status=409)
