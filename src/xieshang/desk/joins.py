"""Two rows that may tell of one meeting: side by side, for somebody to decide."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from xieshang.activities.models import Activity
from xieshang.ledgers.actions import AlreadyDecided, join, keep_apart
from xieshang.ledgers.models import JoinProposal
from xieshang.site.errors import answer
from xieshang.site.listing import Column

from .door import desk
from .filters import Filters
from .listing import Empty, Listing, Shown, State, listed
from .pages import show

DECISIONS = {"join": join, "apart": keep_apart}


class JoinFilters(Filters):
    lookups = {"q": "row_a__activity__title__icontains"}


def percent(proposal: JoinProposal) -> State:
    return State(f"{proposal.likeness:.0%}", "waiting")


JOINS = Listing(
    name="joins",
    title=gettext_lazy("One meeting or two?"),
    rows=lambda person: JoinProposal.objects.visible_to(person).open(),
    filters=JoinFilters,
    shown=(
        Shown(Column("a", gettext_lazy("One row says")), lambda p: p.activity_a.title),
        Shown(
            Column("day", gettext_lazy("Day"), "day", order="row_a__activity__day"),
            lambda p: p.activity_a.day,
        ),
        Shown(Column("b", gettext_lazy("The other says")), lambda p: p.activity_b.title),
        Shown(
            Column("day_b", gettext_lazy("Day"), "day", order="row_b__activity__day"),
            lambda p: p.activity_b.day,
        ),
        Shown(
            Column("likeness", gettext_lazy("Alike"), "keep", order="likeness"),
            percent,
        ),
    ),
    order="-likeness",
    href=lambda p: reverse("desk:join", args=[p.pk]),
    empty=Empty(
        gettext_lazy("Nothing to decide"),
        gettext_lazy("When two offices write nearly the same meeting down, you are asked here."),
        "/desk/",
        gettext_lazy("To my desk"),
    ),
)


@desk("GET")
def joins(request: HttpRequest) -> HttpResponse:
    return listed(request, JOINS)


@desk("GET", "POST")
def joining(request: HttpRequest, key: int) -> HttpResponse:
    """Both side by side; sent, it is decided."""
    rows = JoinProposal.objects.visible_to(request.user).select_related(
        "row_a__take_over__office", "row_b__take_over__office", "row_a__evidence", "row_b__evidence"
    )
    found = get_object_or_404(rows, pk=key)
    if request.method == "POST":
        return decide(request, found)
    if found.activity_a is None or found.activity_b is None:
        return gone(request)
    offices = (found.row_a.take_over.office, found.row_b.take_over.office)
    context = {
        "found": found,
        "facts": list(facts_of(found.activity_a, found.activity_b)),
        "rows": (found.row_a, found.row_b),
        "open": found.state == JoinProposal.State.OPEN,
        "may_decide": any(request.user.may_keep(office) for office in offices),
    }
    return show(request, "desk/join.html", context, here="ledgers")


def decide(request: HttpRequest, found: JoinProposal) -> HttpResponse:
    """Join them or keep them apart; 409 where somebody has decided already."""
    decision = DECISIONS.get(request.POST.get("decision", ""))
    if decision is None:
        return answer(
            request, 422, _("Nothing was decided"), _("Choose one of the two."), back=True
        )
    try:
        decision(found, by=request.user)
    except AlreadyDecided:
        return gone(request)
    messages.success(request, _("Decided, and kept in the log."))
    return redirect("desk:joins")


def gone(request: HttpRequest) -> HttpResponse:
    words = _("Somebody has decided, or one of the two rows counts no more.")
    return answer(request, 409, _("There is nothing left to decide here"), words)


def facts_of(one: Activity, other: Activity):
    """Each fact of both, and whether they differ."""
    for label, read in (
        (_("Title"), lambda a: a.title),
        (_("Day"), lambda a: a.day.isoformat()),
        (_("Form"), lambda a: a.form),
        (_("Place"), lambda a: a.place),
        (_("Host, as written"), lambda a: a.host),
        (_("Attendances"), lambda a: a.attendances),
    ):
        yield label, read(one), read(other), read(one) != read(other)
