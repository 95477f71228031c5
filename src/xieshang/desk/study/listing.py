"""The list of sessions."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy

from xieshang.site.listing import Column
from xieshang.study.models import Sitting
from xieshang.study.sorts import CHOICES

from ..door import desk
from ..filters import DayFilters, choice
from ..listing import Empty, Listing, Shown, listed


class SittingFilters(DayFilters):
    lookups = {
        "q": "activity__title__icontains",
        "sort": "sort",
        "since": "activity__day__gte",
        "until": "activity__day__lte",
    }

    sort = choice(gettext_lazy("Sort"), CHOICES)


SITTINGS = Listing(
    name="study",
    title=gettext_lazy("Study and reading"),
    rows=lambda person: Sitting.objects.visible_to(person).with_page(),
    filters=SittingFilters,
    shown=(
        Shown(Column("topic", gettext_lazy("Topic"), order="activity__title"), str),
        Shown(Column("number", gettext_lazy("Session"), "number"), lambda s: s.number),
        Shown(
            Column("day", gettext_lazy("Day"), "day", order="activity__day"),
            lambda s: s.activity.day,
        ),
        Shown(Column("sort", gettext_lazy("Sort"), "keep"), Sitting.get_sort_display),
        Shown(Column("series", gettext_lazy("Series")), lambda s: s.programme or ""),
        Shown(Column("committee", gettext_lazy("Committee")), lambda s: s.committee.title),
        Shown(
            Column("attendances", gettext_lazy("Attendances"), "number"),
            lambda s: s.activity.attendances,
        ),
    ),
    order="-activity__day",
    href=lambda s: reverse("desk:sitting", args=[s.pk]),
    empty=Empty(
        gettext_lazy("No session here yet"),
        gettext_lazy("Enter one: a lecture, the study group, a lecture team, an episode."),
        "/desk/study/new/",
        gettext_lazy("Enter a session"),
    ),
    enter=("/desk/study/new/", gettext_lazy("Enter a session")),
    beside=(("/desk/reading/", gettext_lazy("Reading groups")),),
)


@desk("GET")
def sittings(request: HttpRequest) -> HttpResponse:
    return listed(request, SITTINGS)
