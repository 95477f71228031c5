"""The list of matters: what it shows of each, and what it may be narrowed by."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy

from xieshang.matters.lifecycles import LIFECYCLES, Outcome
from xieshang.matters.models import Matter
from xieshang.site.listing import Column

from .door import desk
from .filters import DayFilters, choice, forms, word
from .listing import Bulk, Empty, Listing, Shown, State, listed

VERBS = {
    move.verb: move.label for cycle in LIFECYCLES.values() for move in cycle.moves
}  # one word for one verb, whatever the kind
STATES = {state.name: state.label for cycle in LIFECYCLES.values() for state in cycle.states}


class MatterFilters(DayFilters):
    lookups = {
        "q": "title__icontains",
        "kind": "kind",
        "state": "status",
        "unit": "unit__icontains",
        "since": "raised_on__gte",
        "until": "raised_on__lte",
    }

    kind = choice(gettext_lazy("Kind"), Matter.KINDS)
    state = choice(gettext_lazy("State"), STATES.items())
    waiting = choice(
        gettext_lazy("Waiting"),
        [("open", gettext_lazy("Still open")), ("late", gettext_lazy("Late"))],
    )
    unit = word(gettext_lazy("Handling unit"))
    mine = forms.BooleanField(label=gettext_lazy("Raised by me"), required=False)

    def __init__(self, query, person):
        self.person = person
        super().__init__(query, person)

    def narrow(self, rows):
        rows = super().narrow(rows)
        waiting = self.chosen.get("waiting")
        if waiting:
            rows = rows.open() if waiting == "open" else rows.overdue()
        return rows.filter(raised_by=self.person) if self.chosen.get("mine") else rows


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


MATTERS = Listing(
    name="matters",
    title=gettext_lazy("Matters"),
    rows=lambda person: Matter.objects.visible_to(person).with_page(),
    filters=MatterFilters,
    shown=(
        Shown(Column("title", gettext_lazy("Title"), order="title"), lambda m: m.title),
        Shown(Column("number", gettext_lazy("Number"), "keep"), lambda m: m.short),
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
        Shown(Column("due", gettext_lazy("Due"), "day"), lambda m: m.due_on),
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
    late=is_late,
    bulk=Bulk("/desk/matters/steps/", gettext_lazy("For all ticked"), tuple(VERBS.items())),
)


@desk("GET")
def matters(request: HttpRequest) -> HttpResponse:
    return listed(request, MATTERS)
