"""A committee's year in a few numbers, each of which opens its rows."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone

from xieshang.figures.metric import measure
from xieshang.figures.metrics import METRICS
from xieshang.figures.scope import Scope
from xieshang.people.models import Committee

# Each figure with the list that holds its rows, and what narrows that list to them.
OPENED = {
    "study-sessions": ("activities", "kind=study"),
    "study-attendances": ("activities", "kind=study&sort=-attendances"),
    "consultations-held": ("activities", "kind=consultation"),
    "problems-registered": ("matters", "kind=problem"),
    "problems-solved": ("matters", "kind=problem&state=solved"),
    "suggestions-submitted": ("matters", ""),
    "suggestions-adopted": ("matters", "state=adopted"),
    "projects-introduced": ("projects", ""),
}
FIRST, LAST = 1990, 2100


@dataclass(frozen=True, slots=True)
class Card:
    label: str
    value: int
    unit: str
    href: str


def asked_year(asked: str, latest: date | None) -> int:
    """The year that was asked for, or else the latest one with anything in it."""
    if asked.isdecimal() and len(asked) == 4 and FIRST <= int(asked) <= LAST:
        return int(asked)
    return (latest or timezone.localdate()).year


def cards(committee: Committee, year: int) -> list[Card]:
    """The year's figures of a committee with everything below it."""
    metrics = [METRICS[name] for name in OPENED]
    measured = measure(metrics, Scope.year(committee, year))
    return [
        Card(
            metric.label,
            measured[metric.name].value,
            metric.unit,
            href(metric.name, committee, year),
        )
        for metric in metrics
    ]


def href(name: str, committee: Committee, year: int) -> str:
    """Where the rows of a figure are listed."""
    room, narrow = OPENED[name]
    scope = f"committee={committee.pk}&since={year}-01-01&until={year}-12-31"
    return f"{reverse(f'desk:{room}')}?{'&'.join(filter(None, (narrow, scope)))}"
