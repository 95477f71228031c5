"""The ledger of adoptions (社情民意采用台账), and how many there are by unit and by author.

The counts say how often something was adopted. They stand in the order of names, and nobody is
ranked by them.
"""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import Count, F, Min, Q, QuerySet, Value
from django.db.models.functions import Coalesce, NullIf
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from xieshang.matters.models import Adoption, Matter
from xieshang.people.models import Tier
from xieshang.site.exports import export
from xieshang.site.listing import Column

from ..door import desk
from ..filters import DayFilters, choice
from ..listing import MOST_EXPORTED, Empty, Listing, Shown, listed
from ..pages import show

LABELS = dict(Tier.choices) | {"outside": gettext_lazy("National")}
TIERS = {name: LABELS[name] for name in ("county", "city", "region", "outside")}
MOST_SHOWN = 500


class AdoptionFilters(DayFilters):
    """By whose report it is, by the tier that adopted it, by how, and when."""

    place = "matter__committee__code"
    lookups = {
        "q": "matter__title__icontains",
        "tier": "committee__tier",
        "mode": "mode",
        "since": "adopted_on__gte",
        "until": "adopted_on__lte",
    }
    tier = choice(gettext_lazy("Tier"), TIERS.items())
    mode = choice(gettext_lazy("How"), Adoption.Mode.choices)


class CountFilters(AdoptionFilters):
    """And by whom it is counted."""

    by = forms.ChoiceField(
        label=gettext_lazy("By"),
        choices=[("", gettext_lazy("Unit")), ("author", pgettext_lazy("of a text", "Author"))],
        required=False,
    )


def unit_of(matter: Matter) -> str:
    """The body a report was written for, else the committee it was written to."""
    return matter.organisation or matter.committee.title


def standing_of(matter: Matter) -> str:
    """As what its author wrote it, where that was noted."""
    byline = getattr(matter, "byline", None)
    return byline.get_standing_display() if byline else ""


def instructed(adoption: Adoption) -> str:
    """Which levels wrote instructions, and when; never their words."""
    said = (f"{i.get_level_display()} {i.given_on}" for i in adoption.instructions.all())
    return "、".join(said)


def rows_of(person) -> QuerySet:
    rows = Adoption.objects.visible_to(person).prefetch_related("instructions")
    return rows.select_related("matter__committee", "matter__byline", "committee", "issue")


ADOPTIONS = Listing(
    name="adoptions",
    title=gettext_lazy("Ledger of adoptions"),
    rows=rows_of,
    filters=AdoptionFilters,
    shown=(
        Shown(Column("title", pgettext_lazy("of a text", "Title")), lambda a: a.matter.title),
        Shown(Column("number", gettext_lazy("Number"), "keep"), lambda a: a.matter.short),
        Shown(Column("author", pgettext_lazy("of a text", "Author")), lambda a: a.matter.author),
        Shown(Column("standing", gettext_lazy("Written as")), lambda a: standing_of(a.matter)),
        Shown(Column("unit", gettext_lazy("Unit")), lambda a: unit_of(a.matter)),
        Shown(Column("by", gettext_lazy("Adopted by")), lambda a: a.committee.title),
        Shown(Column("mode", gettext_lazy("How"), "keep"), Adoption.get_mode_display),
        Shown(Column("issue", gettext_lazy("Issue"), "keep"), lambda a: str(a.issue or "")),
        Shown(
            Column("on", gettext_lazy("Adopted on"), "day", order="adopted_on"),
            lambda a: a.adopted_on,
        ),
        Shown(Column("share", gettext_lazy("From this report")), lambda a: a.share),
        Shown(Column("instructed", gettext_lazy("Instructions")), instructed),
    ),
    order="-adopted_on",
    href=lambda a: reverse("desk:matter", args=[a.matter_id]),
    empty=Empty(
        gettext_lazy("Nothing was adopted yet"),
        gettext_lazy("Every tier that adopts a report leaves a line here."),
        "/desk/matters/?kind=opinion-report",
        gettext_lazy("To the opinion reports"),
    ),
)


@desk("GET")
def adoptions(request: HttpRequest) -> HttpResponse:
    return listed(request, ADOPTIONS)


UNIT = Coalesce(NullIf(F("matter__organisation"), Value("")), F("matter__committee__title"))
NAMES: dict[str, tuple[tuple[str, str], ...]] = {
    "": (("unit", gettext_lazy("Unit")),),
    "author": (
        ("matter__author", pgettext_lazy("of a text", "Author")),
        ("unit", gettext_lazy("Unit")),
    ),
}
COUNTS = {
    "reports": Count("matter", distinct=True),
    **{tier: Count("pk", filter=Q(committee__tier=tier), distinct=True) for tier in TIERS},
    "instructed": Count("pk", filter=Q(instructions__isnull=False), distinct=True),
}
HEADS = {
    "reports": gettext_lazy("Reports adopted"),
    **TIERS,
    "instructed": gettext_lazy("With an instruction"),
}


@desk("GET")
def adoption_counts(request: HttpRequest) -> HttpResponse:
    """How many were adopted, by unit or by author; or the file of it."""
    filters = CountFilters(request.GET, request.user)
    by = filters.chosen.get("by", "")
    rows = filters.narrow(Adoption.objects.visible_to(request.user))
    lines = counted(rows, by)
    columns = [Column(name, label) for name, label in NAMES[by]]
    columns += [Column(name, label, "number") for name, label in HEADS.items()]
    if kind := request.GET.get("export"):
        return as_file(kind, columns, lines, filters.told())
    context = {
        "filters": filters,
        "told": filters.told(),
        "columns": columns,
        "lines": lines[:MOST_SHOWN],
        "more": max(0, len(lines) - MOST_SHOWN),
        "names": len(NAMES[by]),
    }
    return show(request, "desk/opinion/counts.html", context, here="opinion")


def counted(rows: QuerySet, by: str) -> list[list[Any]]:
    """A line for each unit, or author, in the order of places and names."""
    names = [name for name, _label in NAMES[by]]
    whose = ["matter__raised_by", *names] if by else names
    grouped = rows.order_by().annotate(unit=UNIT).values(*whose)
    counts = grouped.annotate(place=Min("matter__committee"), **COUNTS)
    found = counts.order_by("place", *names)[:MOST_EXPORTED]
    return [[line[name] for name in (*names, *HEADS)] for line in found]


def as_file(
    kind: str, columns: Sequence[Column], lines: Sequence[Sequence[Any]], told
) -> HttpResponse:
    now = timezone.localtime()
    about = [(_("List"), _("Adoptions counted")), *told, (_("Rows"), str(len(lines))),
             (_("Written"), f"{now:%Y-%m-%d %H:%M}")]  # fmt: skip
    return export(kind, f"{_('Adoptions counted')}-{now:%Y%m%d}", columns, lines, about)


__all__ = ["ADOPTIONS", "adoption_counts", "adoptions"]
