"""Committees: the list of the body, and the year of one."""

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy

from xieshang.activities.models import Activity
from xieshang.people.models import Committee, Tier
from xieshang.site.listing import Column

from .door import desk
from .filters import PlaceFilters, choice
from .listing import Empty, Listing, Shown, listed
from .pages import show
from .year import asked_year, cards


class CommitteeFilters(PlaceFilters):
    lookups = {"q": "title__icontains", "tier": "tier"}
    place = "code"

    tier = choice(gettext_lazy("Tier"), [c for c in Tier.choices if c[0] != Tier.OUTSIDE])


COMMITTEES = Listing(
    name="committees",
    title=gettext_lazy("Committees"),
    rows=lambda person: Committee.objects.visible_to(person).select_related("parent"),
    filters=CommitteeFilters,
    shown=(
        Shown(Column("title", gettext_lazy("Committee"), order="title"), lambda c: c.title),
        Shown(Column("code", gettext_lazy("Code"), "keep", order="code"), lambda c: str(c.code)),
        Shown(Column("tier", gettext_lazy("Tier"), "keep"), Committee.get_tier_display),
        Shown(Column("parent", gettext_lazy("Under")), lambda c: c.parent or ""),
    ),
    order="code",
    href=lambda c: reverse("desk:committee", args=[c.pk]),
    empty=Empty(
        gettext_lazy("No committee matches"),
        gettext_lazy("Clear the filters to see the whole body."),
        "/desk/committees/",
        gettext_lazy("Clear"),
    ),
)


@desk("GET")
def committees(request: HttpRequest) -> HttpResponse:
    return listed(request, COMMITTEES)


@desk("GET")
def committee(request: HttpRequest, code: int) -> HttpResponse:
    rows = Committee.objects.visible_to(request.user)
    found = get_object_or_404(rows.select_related("parent"), pk=code)
    latest = Activity.objects.visible_to(request.user).values_list("day__year", flat=True).first()
    year = asked_year(request.GET.get("year", ""), latest)
    context = {
        "committee": found,
        "below": rows.filter(Q(parent=found)),
        "year": year,
        "cards": cards(found, year),
    }
    return show(request, "desk/committee.html", context, here="committees")
