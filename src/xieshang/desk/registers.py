"""The registers: venues and projects."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy

from xieshang.activities.models import Project, Venue
from xieshang.site.listing import Column

from .door import desk
from .filters import DayFilters, PlaceFilters, word
from .listing import Empty, Listing, Shown, listed
from .register_files import layouts

FROM_LEDGERS = (
    gettext_lazy("It fills when a ledger of this kind is taken over."),
    "/desk/ledgers/new/",
    gettext_lazy("Take over a ledger"),
)


class VenueFilters(PlaceFilters):
    lookups = {"q": "name__icontains", "form": "form__icontains"}

    form = word(gettext_lazy("Form"))


class ProjectFilters(DayFilters):
    lookups = {
        "q": "name__icontains",
        "stage": "stage__icontains",
        "since": "day__gte",
        "until": "day__lte",
    }

    stage = word(gettext_lazy("Stage"))


def name_and_committee() -> tuple[Shown, ...]:
    return (
        Shown(Column("name", gettext_lazy("Name"), order="name"), lambda row: row.name),
        Shown(Column("number", gettext_lazy("Number"), "keep"), lambda row: row.short),
        Shown(
            Column("committee", gettext_lazy("Committee"), order="committee"),
            lambda row: row.committee.title,
        ),
    )


VENUES = Listing(
    name="venues",
    title=gettext_lazy("Venues"),
    rows=lambda person: Venue.objects.visible_to(person).select_related("committee", "sector"),
    filters=VenueFilters,
    shown=(
        *name_and_committee(),
        Shown(Column("form", gettext_lazy("Form"), order="form"), lambda v: v.form),
        Shown(Column("sector", gettext_lazy("Sector")), lambda v: v.sector or ""),
        Shown(Column("owner", gettext_lazy("Kept by")), lambda v: v.owner),
        Shown(
            Column("opened", gettext_lazy("Opened on"), "day", order="opened_on"),
            lambda v: v.opened_on,
        ),
    ),
    order="committee",
    href=lambda v: reverse("desk:venue", args=[v.pk]),
    empty=Empty(gettext_lazy("No venue here yet"), *FROM_LEDGERS),
    enter=("/desk/venues/new/", gettext_lazy("Enter a venue")),
    layouts=layouts("venue", gettext_lazy("As a ledger of venues")),
    beside=(("/desk/venues/coverage/", gettext_lazy("Coverage")),),
)

PROJECTS = Listing(
    name="projects",
    title=gettext_lazy("Projects"),
    rows=lambda person: Project.objects.visible_to(person).select_related("committee"),
    filters=ProjectFilters,
    shown=(
        *name_and_committee(),
        Shown(Column("day", gettext_lazy("Day"), "day", order="day"), lambda p: p.day),
        Shown(
            Column("amount", gettext_lazy("Amount, 10,000 yuan"), "number", order="amount"),
            lambda p: p.amount,
        ),
        Shown(Column("way", gettext_lazy("How it was brought in")), lambda p: p.way),
        Shown(Column("stage", gettext_lazy("Stage"), order="stage"), lambda p: p.stage),
        Shown(Column("jobs", gettext_lazy("Jobs"), "number", order="jobs"), lambda p: p.jobs),
    ),
    order="-day",
    href=lambda p: reverse("desk:project", args=[p.pk]),
    empty=Empty(gettext_lazy("No project here yet"), *FROM_LEDGERS),
    enter=("/desk/projects/new/", gettext_lazy("Enter a project")),
    layouts=layouts("project", gettext_lazy("As a ledger of projects")),
    beside=(
        ("/desk/projects/twins/", gettext_lazy("Claimed twice?")),
        ("/desk/campaigns/", gettext_lazy("Members' action")),
    ),
)


@desk("GET")
def venues(request: HttpRequest) -> HttpResponse:
    return listed(request, VENUES)


@desk("GET")
def projects(request: HttpRequest) -> HttpResponse:
    return listed(request, PROJECTS)
