"""The middle of many spans of days, in working days: a figure that no sum gives.

Rows are counted by their pair of days, which a year has few of, so the middle is found without
reading them one by one; and what is counted in parts adds up where the middles would not.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Count, QuerySet

from xieshang.people.models import calendar
from xieshang.reading.workdays import Calendar

if TYPE_CHECKING:
    from .metric import Metric

Spans = Counter[int]  # working days → how many rows took so long


def spans_of(
    metric: "Metric", rows: QuerySet, group: str = "", known: Calendar | None = None
) -> dict[Any, Spans]:
    """Value of `group` ("" for all in one) → its spans, by the calendar where it was read."""
    first, last = (metric.source.path(facet) for facet in metric.spans)
    names = [*filter(None, [group]), first, last]
    counted = rows.order_by().values_list(*names).annotate(n=Count("pk"))
    known = known or calendar()
    found: dict[Any, Spans] = {}
    for *key, start, end, number in counted:
        took = days_between(known, start, end)
        found.setdefault(key[0] if key else None, Counter())[took] += number
    return found


def days_between(known: Calendar, start: date, end: date) -> int:
    """Working days from one day to another; none where the second is not later."""
    return known.between(start, end) if end > start else 0


def middle_of(spans: Spans) -> int:
    """The span in the middle; of two in the middle the longer one; 0 of none."""
    place = spans.total() // 2
    for took, number in sorted(spans.items()):
        if place < number:
            return took
        place -= number
    return 0


def together(parts: Iterable[Spans]) -> Spans:
    """The spans of several parts that do not overlap."""
    whole: Spans = Counter()
    for part in parts:
        whole.update(part)
    return whole
