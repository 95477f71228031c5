"""The list of supervisions."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy

from xieshang.site.listing import Column
from xieshang.supervision.lifecycles import SUPERVISION
from xieshang.supervision.models import Supervision

from ..door import desk
from ..filters import PlaceFilters, choice
from ..listing import Empty, Listing, Shown, listed


class SupervisionFilters(PlaceFilters):
    lookups = {"q": "title__icontains", "state": "status"}

    state = choice(gettext_lazy("State"), [(each.name, each.label) for each in SUPERVISION.states])


SUPERVISIONS = Listing(
    name="supervision",
    title=gettext_lazy("Democratic supervision"),
    rows=lambda person: Supervision.objects.visible_to(person).with_page(),
    filters=SupervisionFilters,
    shown=(
        Shown(Column("topic", gettext_lazy("Topic"), order="title"), str),
        Shown(Column("number", gettext_lazy("Number"), "keep"), lambda s: s.short),
        Shown(Column("state", gettext_lazy("State"), order="status"), lambda s: s.state.label),
        Shown(
            Column("committee", gettext_lazy("Committee"), order="committee"),
            lambda s: s.committee.title,
        ),
        Shown(
            Column("since", gettext_lazy("Since"), "day", order="moved_on"), lambda s: s.moved_on
        ),
        Shown(Column("due", gettext_lazy("Due"), "day", order="due_on"), lambda s: s.due_on),
        Shown(
            Column("late", gettext_lazy("Looks back that are late"), "number"),
            lambda s: s.late or None,
        ),
    ),
    order="-moved_on",
    href=lambda s: reverse("desk:supervision_of", args=[s.pk]),
    empty=Empty(
        gettext_lazy("No supervision here yet"),
        gettext_lazy("Plan one: its topic, who goes, and what every visit looks at."),
        "/desk/supervision/new/",
        gettext_lazy("Plan a supervision"),
    ),
    enter=("/desk/supervision/new/", gettext_lazy("Plan a supervision")),
    beside=(("/desk/advice/", gettext_lazy("Reports and recommendations")),),
)


@desk("GET")
def supervisions(request: HttpRequest) -> HttpResponse:
    return listed(request, SUPERVISIONS)
