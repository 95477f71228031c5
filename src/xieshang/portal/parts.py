"""A figure taken apart: by month, by committee, by form; and said in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from xieshang.figures.metric import Measured, Metric
from xieshang.figures.scope import Scope
from xieshang.figures.source import UnknownKey
from xieshang.matters.models import KINDS
from xieshang.people.models import Committee
from xieshang.site.days import days_said, month_said
from xieshang.site.templatetags.site import number
from xieshang.site.tiles import PLACES, TileMap, tile_map

from .asked import Body, query_of

Narrow = Mapping[str, object]
MOST_MONTHS = 36
SUFFIX = "市"


def href_of(name: str, scope: Scope, narrow: Narrow | None = None, page="portal:figure") -> str:
    """Where a figure of this scope opens."""
    return f"{reverse(page, args=[name])}?{query_of(scope, narrow)}"


def scope_said(scope: Scope, narrow: Narrow | None = None) -> str:
    """The scope in one line: whose, of which level, of which days."""
    whose = _("%s, own level") if scope.own else _("%s and all below")
    words = [whose % scope.committee.title, days_said(scope.start, scope.end)]
    return " · ".join([*words, *(str(v) for f, v in (narrow or {}).items() if f == "form")])


def facts_of(metric: Metric, measured, scope: Scope, narrow: Narrow) -> list[tuple[str, str]]:
    """What a number means. `measured` has rows and base: a Measured, or a taken Figure."""
    whose = _("%s, own level") if scope.own else _("%s and all below")
    facts = [
        (_("Definition"), str(metric.definition)),
        (_("Whose"), whose % scope.committee.title),
        (_("Days"), days_said(scope.start, scope.end)),
    ]
    if narrow.get("form"):
        facts.append((_("Form"), str(narrow["form"])))
    if measured.base is not None:
        facts.append((_("Base"), _("of %s") % number(measured.base)))
    facts.append((_("Rests on"), _("%s rows") % number(measured.rows)))
    return facts


def by(metric: Metric, key: str, scope: Scope, narrow: Narrow) -> list[tuple[Any, Measured]]:
    """The figure told apart by `key`; nothing where its rows do not have that key."""
    try:
        return metric.by(key, scope, narrow)
    except UnknownKey:
        return []


@dataclass(frozen=True, slots=True)
class Months:
    """A trend: heads of the table, its lines (month, values …), and points for bars."""

    heads: list[str]
    lines: list[list]
    points: list[tuple[str, int, str]]


def months_between(start: date, end: date) -> list[date]:
    """The first days of the months that a span of days touches."""
    months, month = [], start.replace(day=1)
    while month <= end:
        months.append(month)
        month = (month + timedelta(days=32)).replace(day=1)
    return months


def by_month(
    metric: Metric, scope: Scope, narrow: Narrow, *, compared: bool = True
) -> Months | None:
    """The trend, a whole year `compared` with the one before; None for one month or too many."""
    months = months_between(scope.start, scope.end)
    if not 1 < len(months) <= MOST_MONTHS:
        return None
    found = values_by_month(metric, scope, narrow)
    if not found:
        return None
    several = scope.start.year != scope.end.year
    labels = [month_said(month, with_year=several) for month in months]
    points = [
        (label, found.get(month, 0), href_of(metric.name, within(scope, month), narrow))
        for label, month in zip(labels, months, strict=True)
    ]
    lines = [[label, value] for label, value, _href in points]
    heads = [_("Month"), days_said(scope.start, scope.end)]
    if compared and len(months) == 12 and not several:
        before = scope.between(back(scope.start), back(scope.end))
        earlier = values_by_month(metric, before, narrow)
        if earlier:
            heads.insert(1, days_said(before.start, before.end))
            for line, month in zip(lines, months, strict=True):
                line.insert(1, earlier.get(back(month), 0))
    return Months(heads, lines, points)


def values_by_month(metric: Metric, scope: Scope, narrow: Narrow) -> dict[date, int]:
    return {month: measured.value for month, measured in by(metric, "month", scope, narrow)}


def back(day: date) -> date:
    """The same day a year before."""
    return day.replace(year=day.year - 1, day=min(day.day, 28) if day.month == 2 else day.day)


def within(scope: Scope, month: date) -> Scope:
    """That month, as far as the scope reaches into it."""
    last = (month + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    return scope.between(max(scope.start, month), min(scope.end, last))


@dataclass(frozen=True, slots=True)
class Places:
    """A figure by committee: the tile map where the fourteen cities are, and lines in any case."""

    lines: list[tuple[Committee, str, int, str]]
    map: TileMap | None


def by_committee(metric: Metric, scope: Scope, narrow: Narrow, body: Body) -> Places | None:
    """The committee alone and each one below it with all of its own."""
    if scope.own or not body.below(scope.committee):
        return None
    found = {committee.pk: m.value for committee, m in by(metric, "committee", scope, narrow)}
    if not found:
        return None
    alone = href_of(metric.name, scope.of(scope.committee, own=True), narrow)
    lines = [(scope.committee, _("own level"), found.get(scope.committee.pk, 0), alone)]
    for one in body.below(scope.committee):
        href = href_of(metric.name, scope.of(one), narrow)
        lines.append((one, "", found.get(one.pk, 0), href))
    return Places(lines, map_of(metric, lines))


def map_of(metric: Metric, lines: list[tuple[Committee, str, int, str]]) -> TileMap | None:
    """The tiles, when cities are among the lines."""
    cities = [line for line in lines if line[0].pk in PLACES]
    if len(cities) < 2:
        return None
    return tile_map(
        {one.pk: value for one, _own, value, _href in cities},
        {one.pk: one.name.removesuffix(SUFFIX) for one, _own, _value, _href in cities},
        {one.pk: href for one, _own, _value, href in cities},
        unit=str(metric.unit),
    )


def by_form(metric: Metric, scope: Scope, narrow: Narrow) -> list[tuple[str, int, str]]:
    """By the offices' own words for the form: (word, value, href), most first; none of one only."""
    found = [] if narrow.get("form") else by(metric, "kind", scope, narrow)
    if len(found) < 2:
        return []
    lines = [
        (form_said(metric, word), m.value, form_href(metric, scope, narrow, word))
        for word, m in found
    ]
    return sorted(lines, key=lambda line: -line[1])


def form_said(metric: Metric, word: str | None) -> str:
    """A form is in the office's words already; a kind of matter has a label."""
    if metric.source.words == "kind" and word in KINDS:
        return str(KINDS[word])
    return word or _("not said")


def form_href(metric: Metric, scope: Scope, narrow: Narrow, form: object) -> str:
    if not form or metric.source.words != "form":
        return ""
    return href_of(metric.name, scope, {**narrow, "form": form})
