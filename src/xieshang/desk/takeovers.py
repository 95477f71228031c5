"""Take-overs: the history, what came of each, the office's own copy back, undoing."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from xieshang.ledgers.actions import NotTaken, said, undo
from xieshang.ledgers.annotate import RefusedRow, annotated_copy
from xieshang.ledgers.models import JoinProposal, TakeOver
from xieshang.ledgers.understanding.kinds import KINDS
from xieshang.ledgers.understanding.record import Remark
from xieshang.ledgers.workbook import WorkbookRefused
from xieshang.site.errors import answer
from xieshang.site.exports import XLSX
from xieshang.site.listing import Column

from .door import desk
from .filters import DayFilters, choice
from .listing import Empty, Listing, Shown, State, listed
from .pages import show

SHOWN = 300
TONES = {"taken": "good", "undone": "", "corrected": "moving"}
ROOMS = {
    "study": "activities?kind=study",
    "consultation": "activities?kind=consultation",
    "problem": "matters?kind=problem",
    "suggestion": "matters",
    "proposal": "matters?kind=proposal",
    "project": "projects",
    "venue": "venues",
    "brand": "programmes",
}


class TakeOverFilters(DayFilters):
    lookups = {
        "q": "file__name__icontains",
        "state": "state",
        "since": "at__date__gte",
        "until": "at__date__lte",
    }
    place = "office__code"

    state = choice(gettext_lazy("State"), TakeOver.State.choices)


TAKE_OVERS = Listing(
    name="ledgers",
    title=gettext_lazy("Ledgers"),
    rows=lambda person: TakeOver.objects.visible_to(person).select_related("file", "office", "by"),
    filters=TakeOverFilters,
    shown=(
        Shown(Column("file", gettext_lazy("File"), order="file__name"), lambda t: t.file.name),
        Shown(
            Column("office", gettext_lazy("Committee"), order="office"), lambda t: t.office.title
        ),
        Shown(Column("year", gettext_lazy("Year"), "keep", order="year"), lambda t: t.year or ""),
        Shown(
            Column("state", gettext_lazy("State"), "keep"),
            lambda t: State(t.get_state_display(), TONES[t.state]),
        ),
        Shown(Column("taken", gettext_lazy("Rows taken"), "number"), lambda t: t.rows_taken),
        Shown(Column("back", gettext_lazy("Came back"), "number"), lambda t: len(t.refused)),
        Shown(Column("joined", gettext_lazy("Joined"), "number"), lambda t: t.joined),
        Shown(Column("by", gettext_lazy("Who")), lambda t: str(t.by)),
        Shown(Column("at", gettext_lazy("When"), "moment", order="at"), lambda t: t.at),
    ),
    order="-at",
    href=lambda t: reverse("desk:take_over", args=[t.pk]),
    empty=Empty(
        gettext_lazy("No ledger has been taken over yet"),
        gettext_lazy("Hand one in as it is: the columns are understood, doubts are asked about."),
        "/desk/ledgers/new/",
        gettext_lazy("Take over a ledger"),
    ),
    late=lambda t: bool(t.refused) and t.state == TakeOver.State.TAKEN,
    enter=("/desk/ledgers/new/", gettext_lazy("Take over a ledger")),
)


@desk("GET")
def ledgers(request: HttpRequest) -> HttpResponse:
    return listed(request, TAKE_OVERS)


def find(request: HttpRequest, key: int) -> TakeOver:
    rows = TakeOver.objects.visible_to(request.user)
    return get_object_or_404(rows.select_related("file", "office", "by", "corrects"), pk=key)


@desk("GET")
def take_over(request: HttpRequest, key: int) -> HttpResponse:
    """Step three: what came of it."""
    found = find(request, key)
    proposals = JoinProposal.objects.visible_to(request.user).open()
    context = {
        "found": found,
        "counts": list(counts_of(found)),
        "back": list(backs_of(found, SHOWN)),
        "remarks": [(r["sheet"], r["row"], said(remark_of(r))) for r in found.remarks[:SHOWN]],
        "proposals": proposals.filter(row_a__take_over=found)
        | proposals.filter(row_b__take_over=found),
        "stands": found.state == TakeOver.State.TAKEN,
        "may_undo": request.user.may_keep(found.office),
        "fresh": "taken" in request.GET,
        "step": 3,
    }
    return show(request, "desk/take_over.html", context, here="ledgers")


def counts_of(found: TakeOver) -> Iterator[tuple[str, int, str]]:
    """Each kind of ledger in it: its name, its rows, where they are listed."""
    for kind, rows in found.counts.items():
        room, _sep, query = ROOMS[kind].partition("?")
        asked = "&".join(filter(None, (query, f"committee={found.office_id}")))
        yield _(KINDS[kind].label), rows, f"{reverse(f'desk:{room}')}?{asked}"


def remark_of(kept: dict[str, Any]) -> Remark:
    """A remark as it was kept, without its place."""
    return Remark(**{name: kept[name] for name in ("slug", "about", "column", "values")})


def backs_of(found: TakeOver, most: int | None = None) -> Iterator[tuple[str, int, str]]:
    """The sheet, the row (0: all of it) and the reason of what came back."""
    for back in found.refused[:most]:
        remarks = (remark_of(remark) for remark in back["remarks"])
        yield back["sheet"], back["row"], " ".join(said(remark) for remark in remarks)


@desk("GET")
def annotated(request: HttpRequest, key: int) -> HttpResponse:
    """The office's own workbook, with the reason beside each row that came back."""
    found = find(request, key)
    refused = [RefusedRow(*back) for back in backs_of(found) if back[1]]
    if not refused:
        raise Http404("nothing came back")
    with TemporaryDirectory() as folder:
        out = Path(folder) / "copy"
        try:
            suffix = annotated_copy(
                found.file.path, refused, out, heading=_("Why it came back"), name=found.file.name
            )
        except (WorkbookRefused, FileNotFoundError) as fault:
            return answer(request, 422, _("The copy cannot be written"), str(fault), back=True)
        content = out.read_bytes()
    name = f"{Path(found.file.name).stem}-{_('came back')}{suffix}"
    return HttpResponse(
        content,
        content_type=XLSX if suffix == ".xlsx" else "text/csv",
        headers={"Content-Disposition": content_disposition_header(True, name)},
    )


@desk("GET", "POST")
def undoing(request: HttpRequest, key: int) -> HttpResponse:
    """What undoing would take out; sent, it is undone."""
    found = find(request, key)
    if request.method == "POST":
        try:
            undo(found, by=request.user)
        except NotTaken as fault:
            return answer(request, 409, _("It was not undone"), _(str(fault)))
        messages.success(request, _("Undone. What stood before stands again."))
        return redirect("desk:take_over", key)
    context = {
        "found": found,
        "counts": list(counts_of(found)),
        "stands": found.state == TakeOver.State.TAKEN,
        "may_undo": request.user.may_keep(found.office),
    }
    return show(request, "desk/undoing.html", context, here="ledgers")
