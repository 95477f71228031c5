"""A committee with everything below it is one range of codes."""

import datetime as dt

import pytest

from xieshang.people.models import Committee, Seat, Unit, line_of, span_of


@pytest.mark.parametrize(
    ("code", "span", "line"),
    [
        (450000, (450000, 459999), [450000]),
        (450200, (450200, 450299), [450200, 450000]),
        (450202, (450202, 450202), [450202, 450200, 450000]),
        (431100, (431100, 431199), [431100, 430000]),
    ],
)
def test_codes_nest(code, span, line):
    assert (span_of(code), line_of(code)) == (span, line)


def test_a_seat_looks_down_and_never_up_or_aside(region, city, sister, county, clerk):
    assert list(Committee.objects.below_seats_of(clerk)) == [city, county]
    assert [clerk.may_keep(c) for c in (region, city, sister, county)] == [False, True, False, True]


def test_rights_end_with_the_seat(city, clerk):
    Seat.objects.update(until=dt.date(2023, 3, 6))
    assert not clerk.may_keep(city)
    assert not Committee.objects.below_seats_of(clerk).exists()


def test_a_member_keeps_no_records(county, member):
    assert not member.may_keep(county)


def test_a_unit_is_seen_by_its_clerks_and_its_office(unit, clerk, stranger, officer):
    seen = [list(Unit.objects.visible_to(p)) for p in (unit.clerks.get(), clerk, officer, stranger)]
    assert seen == [[unit], [unit], [unit], []]
