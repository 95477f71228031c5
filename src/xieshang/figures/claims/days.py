"""Which days the words of a text mean, once the year in question is known."""

import re
from datetime import date, timedelta
from itertools import takewhile

from django.db.models import Min

from xieshang.activities.models import Project, Tally
from xieshang.matters.models import Matter
from xieshang.people.models import Committee, Term
from xieshang.reading.dates import year_in

from ..metric import Metric
from ..scope import Scope, next_month
from .claim import Period

ALL_DAYS = (date(1900, 1, 1), date(2199, 12, 31))
TRIED = 5  # years
_DATE = re.compile(r"[年.\-/][0-9]{1,2}[月.\-/][0-9]{1,2}")


def years_of(text: str) -> list[int]:
    """The years that what stands above a text's first full sentence allows, the likeliest first.

    A title names its year; a date line is of the year told of, or of the one after.
    """
    lines = takewhile(lambda line: not re.search("[。；;]", line), text.splitlines())
    dated = {line: year for line in lines if (year := year_in(line))}
    titled = [year for line, year in dated.items() if not _DATE.search(line)]
    return titled[:1] or [each - ago for each in list(dated.values())[:1] for ago in (0, 1)]


def recorded_years() -> list[int]:
    """The years that have records, the latest first."""
    days = {
        *Tally.objects.dates("month", "year"),
        *Matter.objects.dates("raised_on", "year"),
        *Project.objects.dates("day", "year"),
    }
    return sorted({day.year for day in days}, reverse=True)[:TRIED]


def days_of(period: Period, year: int, committee: Committee, metric: Metric) -> tuple[date, date]:
    """The first and the last day that words mean, when `year` is the one in question."""
    start = date(period.first[0] or year, period.first[1], 1)
    end = _month_end(period.last[0] or year, period.last[1])
    if period.kind in ("days", "since"):
        return start, max(end, _month_end(start.year, start.month))
    if period.kind == "so-far":
        return min(first_day(metric, committee) or start, end), end
    if period.kind == "term":
        return term_start(committee, end) or start, end
    last = year - (period.kind == "last-year")
    return date(last - max(period.count, 1) + 1, 1, 1), date(last, 12, 31)


def term_start(committee: Committee, day: date) -> date | None:
    """When the committee's term began that a day lies in."""
    terms = Term.objects.filter(committee__in=committee.line(), since__lte=day)
    term = terms.order_by("-committee", "-since").first()
    return term.since if term else None


def first_day(metric: Metric, committee: Committee) -> date | None:
    """The day of the first record a figure rests on, whenever that was."""
    if "day" not in metric.source.facets:
        return None
    rows = metric.source.rows(Scope(committee, *ALL_DAYS))
    rows = rows.filter(metric.source.narrowed(metric.where)).order_by()
    return rows.aggregate(first=Min(metric.source.path("day")))["first"]


def _month_end(year: int, month: int) -> date:
    return next_month(date(year, month, 1)) - timedelta(days=1)
