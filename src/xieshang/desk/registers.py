"""The registers: brands and series, venues, projects."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from xieshang.activities.models import Programme, Project, Venue
from xieshang.site.listing import Column

from .door import desk
from .filters import DayFilters, PlaceFilters, choice, word
from .listing import Bulk, Empty, Listing, Shown, State, listed, ticked_keys
from .pages import show

MOST_BESIDE = 6  # more columns than that nobody compares
FROM_LEDGERS = (
    gettext_lazy("It fills when a ledger of this kind is taken over."),
    "/desk/ledgers/new/",
    gettext_lazy("Take over a ledger"),
)


class ProgrammeFilters(PlaceFilters):
    lookups = {"q": "name__icontains", "kind": "kind"}

    kind = choice(gettext_lazy("Kind"), Programme.Kind.choices)


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


def six_haves(programme: Programme) -> State:
    """How many of the six are written down."""
    slots = programme.slots()
    written = sum(bool(text) for _label, text in slots)
    tone = "good" if written == len(slots) else "waiting"
    return State(_("%(n)d of %(all)d") % {"n": written, "all": len(slots)}, tone)


def name_and_committee() -> tuple[Shown, ...]:
    return (
        Shown(Column("name", gettext_lazy("Name"), order="name"), lambda row: row.name),
        Shown(Column("number", gettext_lazy("Number"), "keep"), lambda row: row.short),
        Shown(
            Column("committee", gettext_lazy("Committee"), order="committee"),
            lambda row: row.committee.title,
        ),
    )


PROGRAMMES = Listing(
    name="programmes",
    title=gettext_lazy("Brands and series"),
    rows=lambda person: Programme.objects.visible_to(person).select_related("committee"),
    filters=ProgrammeFilters,
    shown=(
        *name_and_committee(),
        Shown(Column("kind", gettext_lazy("Kind"), "keep"), Programme.get_kind_display),
        Shown(Column("haves", gettext_lazy("Six-haves"), "keep"), six_haves),
        Shown(Column("since", gettext_lazy("Since"), "day", order="since"), lambda p: p.since),
    ),
    order="committee",
    href=lambda p: reverse("desk:programme", args=[p.pk]),
    empty=Empty(gettext_lazy("No brand or series here yet"), *FROM_LEDGERS),
    bulk=Bulk("/desk/programmes/beside/", gettext_lazy("Ticked ones side by side")),
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
)


@desk("GET")
def programmes(request: HttpRequest) -> HttpResponse:
    return listed(request, PROGRAMMES)


@desk("GET")
def venues(request: HttpRequest) -> HttpResponse:
    return listed(request, VENUES)


@desk("GET")
def projects(request: HttpRequest) -> HttpResponse:
    return listed(request, PROJECTS)


@desk("GET")
def programme(request: HttpRequest, key: int) -> HttpResponse:
    rows = Programme.objects.visible_to(request.user).select_related("committee")
    found = get_object_or_404(rows, pk=key)
    context = {
        "programme": found,
        "haves": six_haves(found),
        "sessions": found.activities.with_page()[:20],
        "held": found.activities.count(),
        "evidence": found.evidence.select_related("file__committee"),
    }
    return show(request, "desk/programme.html", context, here="programmes")


@desk("GET")
def beside(request: HttpRequest) -> HttpResponse:
    """The six-haves of ticked brands side by side: what each has, never a score."""
    rows = Programme.objects.visible_to(request.user).select_related("committee")
    found = list(rows.filter(pk__in=ticked_keys(request.GET)[:MOST_BESIDE]))
    slots = [
        (label, [getattr(each, name) for each in found])
        for name, label in zip(Programme.SLOTS, slot_labels(), strict=True)
    ]
    context = {"programmes": found, "slots": slots}
    return show(request, "desk/beside.html", context, here="programmes")


def slot_labels() -> list[str]:
    return [label for label, _text in Programme().slots()]


@desk("GET")
def venue(request: HttpRequest, key: int) -> HttpResponse:
    rows = Venue.objects.visible_to(request.user).select_related("committee", "sector")
    found = get_object_or_404(rows, pk=key)
    facts = (
        (_("Form"), found.form, ""),
        (_("Sector"), found.sector, ""),
        (_("Kept by"), found.owner, ""),
        (_("Address"), found.address, ""),
        (_("Opened on"), found.opened_on, "day"),
        (_("In the register since"), found.since, "day"),
    )
    return show_entry(request, found, facts, here="venues", room=VENUES.title)


@desk("GET")
def project(request: HttpRequest, key: int) -> HttpResponse:
    rows = Project.objects.visible_to(request.user).select_related("committee")
    found = get_object_or_404(rows, pk=key)
    facts = (
        (_("Day"), found.day, "day"),
        (_("Amount, 10,000 yuan"), found.amount, "number"),
        (_("How it was brought in"), found.way, ""),
        (_("Stage"), found.stage, ""),
        (_("Place"), found.place, ""),
        (_("Jobs"), found.jobs, "number"),
        (_("Of these, for households lifted out of poverty"), found.jobs_for_poor, "number"),
    )
    return show_entry(request, found, facts, here="projects", room=PROJECTS.title)


def show_entry(request, found, facts, *, here: str, room: str) -> HttpResponse:
    """The page of one line of a register: what it says, and what it rests on."""
    context = {
        "entry": found,
        "facts": [fact for fact in facts if fact[1] not in (None, "")],
        "evidence": found.evidence.select_related("file__committee"),
        "room": room,
        "room_href": reverse(f"desk:{here}"),
    }
    return show(request, "desk/entry.html", context, here=here)
