"""What the list of assignments may be narrowed by."""

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy

from xieshang.matters.lifecycles import JOINT, LEAD
from xieshang.matters.models import Assignment, Matter

from .filters import DayFilters, choice, forms, word
from .matter_filters import HELD, HOLDERS, SOON, kept_by

STATES = {state.name: state.label for cycle in (LEAD, JOINT) for state in cycle.states}
WAITING = (
    ("late", gettext_lazy("Late")),
    ("soon", gettext_lazy("Due within two weeks")),
    ("me", gettext_lazy("Waiting for me")),
    ("all", gettext_lazy("Done as well")),
)


class AssignmentFilters(DayFilters):
    """By unit, part and state; without a word on waiting, only what is still open."""

    lookups = {
        "q": "matter__title__icontains",
        "part": "part",
        "state": "status",
        "kind": "matter__kind",
        "since": "given_on__gte",
        "until": "given_on__lte",
    }
    place = "committee"
    usual = ("q", "waiting", "state", "unit", "committee", "own")
    field_order = list(usual)

    waiting = choice(gettext_lazy("Waiting"), WAITING)
    state = choice(gettext_lazy("State"), STATES.items())
    unit = word(gettext_lazy("Handling unit"))
    part = choice(gettext_lazy("Part"), Assignment.Part.choices)
    kind = choice(gettext_lazy("Kind"), Matter.KINDS)
    holder = choice(gettext_lazy("Who has the next word"), HOLDERS[:2])
    ours = forms.BooleanField(label=gettext_lazy("Of the offices I keep"), required=False)

    def offer(self, person) -> None:
        super().offer(person)
        self.fields["waiting"].choices = [("", gettext_lazy("Still open")), *WAITING]

    def narrow(self, rows: QuerySet) -> QuerySet:
        chosen = self.chosen
        rows = waiting(super().narrow(rows), chosen.get("waiting", ""), self.person)
        if "holder" in chosen:
            rows = rows.held_by(*HELD[chosen["holder"]])
        if "ours" in chosen:
            rows = rows.filter(committee__among=kept_by(self.person))
        return named(rows, chosen["unit"]) if "unit" in chosen else rows


def waiting(rows: QuerySet, how: str, person) -> QuerySet:
    today = timezone.localdate()
    match how:
        case "late":
            return rows.overdue(today)
        case "soon":
            return rows.filter(due_on__range=(today, today + SOON))
        case "me":
            return rows.waiting_for(person)
        case "all":
            return rows
    return rows.open()


def named(rows: QuerySet, name: str) -> QuerySet:
    """By the very name of a unit where one has it, else by a part of a name."""
    very = rows.filter(unit__name=name)
    return very if very.exists() else rows.filter(unit__name__icontains=name)
