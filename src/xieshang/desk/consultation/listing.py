"""The list of year plans."""

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy

from xieshang.consultation.lifecycles import YEAR_PLAN
from xieshang.consultation.models import YearPlan
from xieshang.site.listing import Column

from ..door import desk
from ..filters import PlaceFilters, choice
from ..listing import Empty, Listing, Shown, State, listed

TONES = {
    "asking": "moving", "draft": "waiting", "submitted": "waiting", "decided": "good",
    "summed-up": "",
}  # fmt: skip
NEW = ("/desk/plans/new/", gettext_lazy("Ask for topics of a year"))


class YearPlanFilters(PlaceFilters):
    lookups = {"q": "committee__title__icontains", "state": "status"}

    state = choice(gettext_lazy("State"), [(each.name, each.label) for each in YEAR_PLAN.states])


def state_of(plan: YearPlan) -> State:
    """The state's word, with the tone of where it stands."""
    return State(plan.state.label, TONES[plan.status])


def rows(person):
    """With how many topics are chosen, and on how many of them a meeting is planned."""
    chosen = Q(topics__answer="chosen")
    return (
        YearPlan.objects.visible_to(person)
        .select_related("committee")
        .annotate(
            chosen=Count("topics", filter=chosen),
            met=Count("topics", filter=chosen & Q(topics__meeting__isnull=False)),
        )
    )


PLANS = Listing(
    name="year-plans",
    title=gettext_lazy("Year plans of consultations"),
    rows=rows,
    filters=YearPlanFilters,
    shown=(
        Shown(
            Column("committee", gettext_lazy("Committee"), order="committee"),
            lambda p: p.committee.title,
        ),
        Shown(Column("number", gettext_lazy("Number"), "keep"), lambda p: p.short),
        Shown(Column("year", gettext_lazy("Year"), order="year"), lambda p: str(p.year)),
        Shown(Column("state", gettext_lazy("State"), "keep"), state_of),
        Shown(Column("chosen", gettext_lazy("Topics"), "number"), lambda p: p.chosen or None),
        Shown(
            Column("met", gettext_lazy("With a meeting planned"), "number"),
            lambda p: p.met or None,
        ),
        Shown(
            Column("asks", gettext_lazy("Topics are asked for until"), "day", order="asks_until"),
            lambda p: p.asks_until,
        ),
    ),
    order="-year",
    href=lambda p: reverse("desk:year_plan", args=[p.pk]),
    empty=Empty(
        gettext_lazy("No year plan here yet"),
        gettext_lazy("Ask all sides for topics, choose, and note the decision."),
        *NEW,
    ),
    enter=NEW,
    beside=(("/desk/meetings/", gettext_lazy("Meetings")),),
)


@desk("GET")
def plans(request: HttpRequest) -> HttpResponse:
    return listed(request, PLANS)
