"""Working days, on small calendars one can check by eye and on all that the notices hold."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.growth import growth
from xieshang.reading.workdays import Calendar

# The end of January 2026 in small: Thursday and Friday off, the Sunday before worked instead.
SUNDAY, THURSDAY, FRIDAY = date(2026, 1, 25), date(2026, 1, 29), date(2026, 1, 30)
SMALL = Calendar(frozenset({THURSDAY, FRIDAY}), frozenset({SUNDAY}), frozenset({2026}))
ADDED = {
    (date(2026, 1, 23), 1): SUNDAY,
    (date(2026, 1, 23), 2): date(2026, 1, 26),
    (date(2026, 1, 24), 1): SUNDAY,
    (SUNDAY, 1): date(2026, 1, 26),
    (date(2026, 1, 28), 1): date(2026, 2, 2),
    (THURSDAY, 1): date(2026, 2, 2),
    (date(2026, 1, 23), 9): date(2026, 2, 6),
    (date(2026, 2, 2), -1): date(2026, 1, 28),
    (FRIDAY, -1): date(2026, 1, 28),
    (date(2026, 1, 26), -1): SUNDAY,
    (date(2026, 1, 26), -2): date(2026, 1, 23),
    (THURSDAY, 0): THURSDAY,
    (date(2027, 1, 1), 1): date(2027, 1, 4),
}
WORKED = {
    date(2026, 1, 24): False,
    SUNDAY: True,
    date(2026, 1, 28): True,
    THURSDAY: False,
    date(2026, 2, 2): True,
    date(2027, 10, 1): True,  # a Friday of a year that is not known
}
BETWEEN = {
    (date(2026, 1, 23), date(2026, 2, 2)): 5,
    (date(2026, 2, 2), date(2026, 1, 23)): -5,
    (THURSDAY, FRIDAY): 0,
    (SUNDAY, SUNDAY): 0,
    (date(2026, 1, 24), SUNDAY): 1,
}
days = st.dates(date(2025, 12, 1), date(2026, 3, 31))


def counted(calendar, day, n):
    """The n-th working day after a day, found one day at a time."""
    one = timedelta(1 if n > 0 else -1)
    while n:
        day += one
        n -= one.days if calendar.is_working(day) else 0
    return day


@pytest.mark.parametrize(("asked", "day"), ADDED.items(), ids=str)
def test_working_days_are_added(asked, day):
    assert SMALL.add(*asked) == day


@pytest.mark.parametrize(("day", "worked"), WORKED.items(), ids=str)
def test_a_day_is_worked_or_not(day, worked):
    assert SMALL.is_working(day) is worked


@pytest.mark.parametrize(("ends", "n"), BETWEEN.items(), ids=str)
def test_working_days_between_two_days(ends, n):
    assert SMALL.between(*ends) == n


def test_a_year_that_is_not_known_is_named():
    assert [SMALL.knows(year) for year in (2025, 2026, 2027)] == [False, True, False]
    assert SMALL.unknown(date(2025, 12, 31), date(2027, 1, 4)) == [2025, 2027]
    assert SMALL.unknown(date(2026, 1, 1), date(2026, 12, 31)) == []


def test_a_day_cannot_be_both_off_and_worked():
    with pytest.raises(ValueError, match="2026-01-25"):
        Calendar(frozenset({SUNDAY}), frozenset({SUNDAY}))


def test_a_day_off_at_a_weekend_and_a_working_weekday_change_nothing():
    saturday, monday = date(2026, 1, 24), date(2026, 1, 26)
    calendar = Calendar(frozenset({saturday}), frozenset({monday}))
    assert calendar.add(date(2026, 1, 23), 1) == monday
    assert calendar.between(date(2026, 1, 23), monday) == 1


@pytest.mark.parametrize(("day", "n"), [(date.max, 1), (date.min, -1)])
def test_no_day_lies_outside_the_calendar(day, n):
    with pytest.raises(ValueError, match="ordinal|range"):
        Calendar().add(day, n)


@given(st.frozensets(days), st.frozensets(days), days, st.integers(-60, 60))
def test_adding_is_counting_day_by_day(off, work, day, n):
    calendar = Calendar(off - work, work)
    there = calendar.add(day, n)
    assert there == counted(calendar, day, n)
    assert calendar.between(day, there) == n or n <= 0


@given(st.frozensets(days), st.frozensets(days), days, days, days)
def test_stretches_add_up(off, work, first, second, third):
    calendar = Calendar(off, work - off)
    whole = calendar.between(first, third)
    assert calendar.between(first, second) + calendar.between(second, third) == whole


def test_a_far_deadline_is_found_as_fast_as_a_near_one():
    some = [date(2026, 1, 1) + timedelta(n) for n in range(200)]
    assert growth(lambda far: [SMALL.add(day, far) for day in some], 4, 64) < 3
