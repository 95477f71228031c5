"""A month of meetings and activities, day by day: of everything one may see."""

from calendar import Calendar
from collections import defaultdict
from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from xieshang.activities.models import Activity
from xieshang.meetings.models import Meeting
from xieshang.venues.models import Weekday

from ..door import desk
from ..pages import show

MOST = 400  # lines of a month; a larger one says that it shows the first


@desk("GET")
def month(request: HttpRequest) -> HttpResponse:
    first = first_of(request.GET.get("month", ""))
    after = (first + timedelta(days=32)).replace(day=1)
    met = Meeting.objects.visible_to(request.user).on_days(first, after - timedelta(days=1))
    done = Activity.objects.visible_to(request.user).filter(
        day__gte=first, day__lt=after, meeting=None
    )
    lines: dict[date, list[tuple[str, str, int]]] = defaultdict(list)
    shown = 0
    for pk, title, at in met.order_by("starts_at").values_list("pk", "title", "starts_at")[:MOST]:
        lines[timezone.localdate(at)].append(("meeting", title, pk))
        shown += 1
    for pk, title, day in done.order_by("day", "pk").values_list("pk", "title", "day")[:MOST]:
        lines[day].append(("activity", title, pk))
        shown += 1
    weeks = [
        [(day, day.month == first.month, lines.get(day, [])) for day in week]
        for week in Calendar().monthdatescalendar(first.year, first.month)
    ]
    context = {
        "first": first,
        "weeks": weeks,
        "weekdays": [label for _number, label in Weekday.choices],
        "before": (first - timedelta(days=1)).strftime("%Y-%m"),
        "after": after.strftime("%Y-%m"),
        "full": shown >= MOST,
        "today": timezone.localdate(),
    }
    return show(request, "desk/meetings/month.html", context, here="meetings")


def first_of(said: str) -> date:
    """The first day of the month that the address names; of this month where it names none."""
    try:
        first = date.fromisoformat(f"{said}-01")
    except ValueError:
        first = timezone.localdate().replace(day=1)
    return first if 1950 <= first.year <= 2100 else timezone.localdate().replace(day=1)
