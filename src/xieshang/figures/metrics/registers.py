"""Figures of what stands in the registers: projects, venues, sectors, brands."""

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from xieshang.activities.models import Programme, Project, Venue
from xieshang.people.models import Representation

from ..metric import Metric
from ..source import Source

PROJECTS = Source(
    name="projects",
    rows=lambda scope: Project.objects.within(scope).select_related("committee"),
    facets={
        "committee": "committee",
        "day": "day",
        "form": "way",
        "amount": "amount",
        "jobs": "jobs",
    },
    columns=(
        ("committee__title", _("Committee")),
        ("day", _("Day")),
        ("name", _("Project")),
        ("way", _("How it was brought in")),
        ("stage", _("Stage")),
        ("place", _("Place")),
        ("amount", _("Amount, 10,000 yuan")),
        ("jobs", _("Jobs")),
    ),
    order=("committee_id", "day", "pk"),
)

VENUES = Source(
    name="venues",
    rows=lambda scope: Venue.objects.standing_at(scope).select_related("committee", "sector"),
    facets={"committee": "committee", "day": "since", "form": "form", "sector": "sector"},
    columns=(
        ("committee__title", _("Committee")),
        ("since", _("Since")),
        ("name", _("Venue")),
        ("form", _("Form")),
        ("sector__name", _("Sector")),
        ("owner", _("Kept by")),
    ),
    order=("committee_id", "since", "pk"),
)

BRANDS = Source(
    name="programmes",
    rows=lambda scope: Programme.objects.standing_at(scope).select_related("committee"),
    facets={"committee": "committee", "day": "since", "kind": "kind"}
    | {slot: slot for slot in Programme.SLOTS},
    columns=(
        ("committee__title", _("Committee")),
        ("name", _("Brand")),
        *((slot, Programme._meta.get_field(slot).verbose_name) for slot in Programme.SLOTS),
    ),
    order=("committee_id", "pk"),
    words="kind",
)


def studios(scope):
    """The studios of sectors that stood at the end of the scope."""
    return Venue.objects.standing_at(scope).filter(form__in=SECTOR_STUDIO)


def sectors(scope):
    """The sectors of the committees in the scope, each with whether it has a studio there."""
    kept = studios(scope).filter(sector=OuterRef("sector"), committee=OuterRef("committee"))
    rows = Representation.objects.filter(
        committee__code__range=scope.span, term__since__lte=scope.end
    )
    rows = rows.filter(Q(term__until=None) | Q(term__until__gt=scope.end))
    return rows.select_related("committee", "sector").annotate(studio=Exists(kept))


SECTORS = Source(
    name="sectors",
    rows=sectors,
    facets={"committee": "committee", "studio": "studio"},
    columns=(("committee__title", _("Committee")), ("sector__name", _("Sector"))),
    order=("committee_id", "sector_id", "pk"),
)

SECTOR_STUDIO = ("界别委员工作室", "界别工作室")
COMPLETE = tuple((f"{slot}__gt", "") for slot in Programme.SLOTS)

METRICS = (
    Metric(
        "projects-introduced",
        _("Projects brought in"),
        _("Projects that members or committees brought in, directly or by taking part."),
        _("projects"),
        PROJECTS,
    ),
    Metric(
        "projects-over-100m",
        _("Projects of 100 million yuan and more"),
        _("Projects brought in whose amount, as recorded, is 1亿元 or more."),
        _("projects"),
        PROJECTS,
        (("amount__gte", 10_000),),
    ),
    Metric(
        "jobs-created",
        _("Jobs created"),
        _("Jobs that the projects brought in give, as recorded."),
        _("jobs"),
        PROJECTS,
        (),
        "jobs",
    ),
    Metric(
        "venues",
        _("Venues"),
        _("Venues that stood at the end of the period."),
        _("venues"),
        VENUES,
    ),
    Metric(
        "sector-studios",
        _("Sector studios"),
        _("Studios of sectors (界别委员工作室) that stood at the end of the period."),
        _("studios"),
        VENUES,
        (("form__in", SECTOR_STUDIO),),
    ),
    Metric(
        "sectors-covered",
        _("Sectors with a studio"),
        _(
            "How many of the committee's sectors had a studio at the end of the period. The"
            " sectors are those the office has ticked; until it has, those its records name."
        ),
        _("sectors"),
        SECTORS,
        share=Q(studio=True),
    ),
    Metric(
        "brands",
        _("Brands"),
        _("Brands in the register at the end of the period."),
        _("brands"),
        BRANDS,
        (("kind", "brand"),),
    ),
    Metric(
        "brands-six-complete",
        _("Brands with all six-haves"),
        _("Brands for which goal, rules, checklist, lever, carrier and impact are all recorded."),
        _("brands"),
        BRANDS,
        (("kind", "brand"), *COMPLETE),
    ),
)
