"""The list of matters: what it shows of each."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy

from xieshang.lifecycle.table import Role
from xieshang.matters.lifecycles import LIFECYCLES, Outcome
from xieshang.matters.models import Matter
from xieshang.site.listing import Column

from .door import desk
from .listing import Bulk, Empty, Listing, Shown, State, listed
from .matter_files import LAYOUTS
from .matter_filters import STATES, MatterFilters

VERBS = {
    move.verb: move.label for cycle in LIFECYCLES.values() for move in cycle.moves
}  # one word for one verb, whatever the kind
# What an office does with many at once: what asks for nothing, or for the same of all.
ALIKE = {"", "reason", "ground", "filing", "closing", "look-back"}
TOGETHER = {
    move.verb: move.label
    for cycle in LIFECYCLES.values()
    for move in cycle.moves
    if move.role is Role.OFFICE and move.asks in ALIKE
} | {
    "nudge": gettext_lazy("Nudge"),
    "distinguish": gettext_lazy("Distinguish"),
    "send-up": gettext_lazy("Send up"),
}


def is_late(matter: Matter) -> bool:
    return matter.is_late


def state_of(matter: Matter) -> State:
    """The state's word, with the tone of where it stands."""
    if is_late(matter):
        return State(matter.state.label, "late")
    if matter.state.waits:
        return State(
            matter.state.label, "moving" if matter.status != matter.lifecycle.first else "waiting"
        )
    good = matter.outcome == Outcome.DONE or matter.status == "adopted"
    return State(matter.state.label, "good" if good else "")


def due_on(matter: Matter):
    return matter.next.due if matter.next else None


MATTERS = Listing(
    name="matters",
    title=gettext_lazy("Matters"),
    rows=lambda person: Matter.objects.visible_to(person).with_page().with_next(),
    filters=MatterFilters,
    shown=(
        Shown(Column("title", gettext_lazy("Title"), order="title"), lambda m: m.title),
        Shown(Column("number", gettext_lazy("Number"), "keep"), lambda m: m.short),
        Shown(Column("filed", gettext_lazy("Filed as"), "keep"), lambda m: m.filed_as),
        Shown(Column("kind", gettext_lazy("Kind"), "keep"), Matter.get_kind_display),
        Shown(Column("state", gettext_lazy("State"), "keep"), state_of),
        Shown(
            Column("committee", gettext_lazy("Committee"), order="committee"),
            lambda m: m.committee.title,
        ),
        Shown(
            Column("raised", gettext_lazy("Raised on"), "day", order="raised_on"),
            lambda m: m.raised_on,
        ),
        Shown(Column("waits", gettext_lazy("Waiting for")), lambda m: m.waits_for),
        Shown(Column("due", gettext_lazy("Due"), "due", order="due_on"), due_on),
    ),
    order="-raised_on",
    href=lambda m: reverse("desk:matter", args=[m.pk]),
    empty=Empty(
        gettext_lazy("No matter here yet"),
        gettext_lazy("Matters come with the ledgers of problems and suggestions, or by hand."),
        "/desk/matters/new/",
        gettext_lazy("Raise a matter"),
    ),
    enter=("/desk/matters/new/", gettext_lazy("Raise a matter")),
    beside=(("/desk/ledgers/new/", gettext_lazy("Take over a ledger")),),
    late=is_late,
    bulk=Bulk(
        "/desk/matters/steps/",
        gettext_lazy("For all ticked"),
        tuple(TOGETHER.items()),
        (
            ("/desk/matters/assigning/", gettext_lazy("Give the ticked to units")),
            ("/desk/proposals/merging/", gettext_lazy("Merge the ticked proposals")),
            ("/desk/issues/new/", gettext_lazy("Into one issue")),
        ),
    ),
    layouts=LAYOUTS,
)


@desk("GET")
def matters(request: HttpRequest) -> HttpResponse:
    return listed(request, MATTERS)


__all__ = ["MATTERS", "STATES", "VERBS", "is_late", "matters", "state_of"]
