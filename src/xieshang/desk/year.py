"""A committee's year in a few numbers, each of which opens its rows."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone

from xieshang.figures.metric import measure
from xieshang.figures.metrics import METRICS
from xieshang.figures.scope import Scope
from xieshang.people.models import Committee

TOLD = (
    "study-sessions",
    "study-attendances",
    "consultations-held",
    "consultation-attendances",
    "problems-registered",
    "problems-solved",
    "suggestions-submitted",
    "suggestions-adopted",
)
FIRST, LAST = 1990, 2100


@dataclass(frozen=True, slots=True)
class Card:
    label: str
    value: int
    unit: str
    href: str


def asked_year(asked: str, latest: int | None) -> int:
    """The year that was asked for, or else the latest one with anything in it."""
    if asked.isdecimal() and len(asked) == 4 and FIRST <= int(asked) <= LAST:
        return int(asked)
    return latest or timezone.localdate().year


def cards(committee: Committee, year: int) -> list[Card]:
    """The year's figures of a committee with everything below it."""
    metrics = [METRICS[name] for name in TOLD]
    scope = Scope.year(committee, year)
    measured = measure(metrics, scope)
    return [
        Card(metric.label, measured[metric.name].value, metric.unit, href(metric.name, scope))
        for metric in metrics
    ]


def href(name: str, scope: Scope) -> str:
    """Where a figure opens: its meaning, its parts, its rows."""
    asked = {"committee": scope.committee.pk, "from": scope.start, "to": scope.end}
    return f"{reverse('portal:figure', args=[name])}?{urlencode(asked)}"
