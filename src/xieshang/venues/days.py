"""Which days a rule names in a year, each moved on where nobody works. Pure."""

from collections.abc import Iterator
from datetime import date, timedelta

from xieshang.reading.workdays import Calendar

LAST = 5  # the last one of its weekday in the month


def named(
    year: int, *, month_day: int | None, nth: int | None, weekday: int | None
) -> Iterator[date]:
    """The days of a year that a rule names: a day of each month, or the nth weekday of it.

    A month that has no such day has none: the 31st, a fifth Friday unless it is the last.
    """
    for month in range(1, 13):
        days = list(days_in(year, month))
        if month_day is not None:
            yield from (day for day in days if day.day == month_day)
            continue
        same = [day for day in days if day.weekday() == weekday]
        if nth == LAST:
            yield same[-1]
        elif nth is not None and nth <= len(same):
            yield same[nth - 1]


def days_in(year: int, month: int) -> Iterator[date]:
    day = date(year, month, 1)
    while day.month == month:
        yield day
        day += timedelta(days=1)


def moved_on(day: date, calendar: Calendar) -> date:
    """The day itself, or the next one on which people work."""
    while not calendar.is_working(day):
        day += timedelta(days=1)
    return day
