"""The list of meetings."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy

from xieshang.meetings.lifecycles import MEETING
from xieshang.meetings.models import Meeting
from xieshang.site.listing import Column

from ..door import desk
from ..filters import DayFilters, choice
from ..listing import Empty, Listing, Shown, State, listed

TONES = {
    "planned": "waiting", "announced": "moving", "held": "waiting", "circulated": "waiting",
    "final": "good", "called-off": "",
}  # fmt: skip


class MeetingFilters(DayFilters):
    lookups = {
        "q": "title__icontains",
        "state": "status",
        "since": "starts_at__date__gte",
        "until": "starts_at__date__lte",
    }

    state = choice(gettext_lazy("State"), [(state.name, state.label) for state in MEETING.states])

    def of(self, rows: QuerySet, span: tuple[int, int]) -> QuerySet:
        return rows.held_in(span)


def state_of(row: Meeting) -> State:
    """The state's word, with the tone of where it stands."""
    return State(row.state.label, TONES[row.status])


MEETINGS = Listing(
    name="meetings",
    title=gettext_lazy("Meetings"),
    rows=lambda person: Meeting.objects.visible_to(person).with_page(),
    filters=MeetingFilters,
    shown=(
        Shown(Column("title", gettext_lazy("Title"), order="title"), lambda m: m.title),
        Shown(Column("number", gettext_lazy("Number"), "keep"), lambda m: m.short),
        Shown(Column("state", gettext_lazy("State"), "keep"), state_of),
        Shown(
            Column("day", gettext_lazy("Day"), "day", order="starts_at"),
            lambda m: timezone.localdate(m.starts_at),
        ),
        Shown(Column("form", gettext_lazy("Form")), lambda m: m.form.name),
        Shown(Column("conveners", gettext_lazy("Convened by")), lambda m: m.convened_by),
        Shown(Column("place", gettext_lazy("Place")), lambda m: m.place),
    ),
    order="-starts_at",
    href=lambda m: reverse("desk:meeting", args=[m.pk]),
    empty=Empty(
        gettext_lazy("No meeting here yet"),
        gettext_lazy("Plan one: who is asked, what is on the agenda, what was decided."),
        "/desk/meetings/new/",
        gettext_lazy("Plan a meeting"),
    ),
    enter=("/desk/meetings/new/", gettext_lazy("Plan a meeting")),
    beside=(
        ("/desk/plans/", gettext_lazy("Year plans of consultations")),
        ("/desk/meetings/month/", gettext_lazy("Month")),
        ("/desk/meetings/feeds/", gettext_lazy("In my own calendar")),
    ),
)


@desk("GET")
def meetings(request: HttpRequest) -> HttpResponse:
    return listed(request, MEETINGS)
