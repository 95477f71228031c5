"""The calendar: the notices as shipped, what an office changes in it, and who sees the change."""

from collections import Counter
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from xieshang.audit.models import Entry
from xieshang.people.actions import clear_day, load_body, load_holidays, set_day, system
from xieshang.people.body import days_off
from xieshang.people.models import DayOff, calendar

pytestmark = pytest.mark.django_db

# What the notices say themselves: the days off they sum up to (共N天), the weekends worked.
# 2020: 1+7+3+5+3+8, three more by the second notice, which also took back a Saturday worked.
TOTALS = {
    "国办发明电〔2019〕16号": (27, 6),
    "国办发明电〔2020〕1号": (3, 0),
    "国办发明电〔2020〕27号": (3 + 7 + 3 + 5 + 3 + 3 + 7, 7),
    "国办发明电〔2021〕11号": (3 + 7 + 3 + 5 + 3 + 3 + 7, 7),
    "国办发明电〔2022〕16号": (3 + 7 + 1 + 5 + 3 + 8, 7),
    "国办发明电〔2023〕7号": (1 + 8 + 3 + 5 + 1 + 3 + 7, 8),
    "国办发明电〔2024〕12号": (1 + 8 + 3 + 5 + 3 + 8, 5),
    "国办发明电〔2025〕7号": (3 + 9 + 3 + 5 + 3 + 3 + 7, 6),
}
# The same once more, from day to day: a line's last part are the weekends worked instead.
STRETCHES = {
    2020: "0101 0124-0202 0404-0406 0501-0505 0625-0627 1001-1008 | 0119 0426 0509 0628 0927 1010",
    2021: "0101-0103 0211-0217 0403-0405 0501-0505 0612-0614 0919-0921 1001-1007"
    " | 0207 0220 0425 0508 0918 0926 1009",
    2022: "0101-0103 0131-0206 0403-0405 0430-0504 0603-0605 0910-0912 1001-1007 1231"
    " | 0129 0130 0402 0424 0507 1008 1009",
    2023: "0101-0102 0121-0127 0405 0429-0503 0622-0624 0929-1006"
    " | 0128 0129 0423 0506 0625 1007 1008",
    2024: "0101 0210-0217 0404-0406 0501-0505 0610 0915-0917 1001-1007"
    " | 0204 0218 0407 0428 0511 0914 0929 1012",
    2025: "0101 0128-0204 0404-0406 0501-0505 0531-0602 1001-1008 | 0126 0208 0427 0928 1011",
    2026: "0101-0103 0215-0223 0404-0406 0501-0505 0619-0621 0925-0927 1001-1007"
    " | 0104 0214 0228 0509 0920 1010",
}
WORKING_DAYS = {2020: 249, 2021: 250, 2022: 249, 2023: 249, 2024: 251, 2025: 248, 2026: 248}
STORMY = date(2026, 7, 6)  # a Monday


@pytest.fixture
def shipped():
    load_holidays()


def test_each_notice_is_entered_with_all_its_days():
    rows = Counter((each.source, each.kind) for each in days_off())
    assert {s: (rows[s, "off"], rows[s, "work"]) for s, _kind in rows} == TOTALS


def stretched(days):
    """Days as stretches of neighbours: 0101-0103 0405."""
    firsts = [day for day in days if day - timedelta(1) not in days]
    lasts = [day for day in days if day + timedelta(1) not in days]
    pairs = zip(sorted(firsts), sorted(lasts), strict=True)
    return [f"{a:%m%d}" if a == b else f"{a:%m%d}-{b:%m%d}" for a, b in pairs]


@pytest.mark.parametrize(("year", "written"), STRETCHES.items())
def test_the_days_of_a_year_are_those_of_the_notices(year, written):
    days = [each for each in days_off() if each.day.year == year]
    off = {each.day for each in days if each.kind == "off"}
    work = sorted(each.day for each in days if each.kind == "work")
    worked = " ".join(f"{day:%m%d}" for day in work)
    assert f"{' '.join(stretched(off))} | {worked}" == written


def test_no_day_is_entered_twice_and_only_weekends_are_worked_instead():
    days = list(days_off())
    assert len({each.day for each in days}) == len(days)
    assert [each for each in days if each.kind == "work" and each.day.weekday() < 5] == []


@pytest.mark.parametrize(("year", "worked"), WORKING_DAYS.items())
def test_a_year_has_its_working_days(shipped, year, worked):
    assert calendar().between(date(year - 1, 12, 31), date(year, 12, 31)) == worked


def test_years_without_a_notice_are_named(shipped):
    assert calendar().unknown(date(2019, 1, 1), date(2027, 1, 1)) == [2019, 2027]


def test_deadlines_go_round_the_spring_festival(shipped):
    assert calendar().add(date(2026, 2, 13), 2) == date(2026, 2, 24)
    assert calendar().add(date(2026, 2, 27), 1) == date(2026, 2, 28)  # a Saturday, worked


def test_who_counts_from_a_day_on_needs_no_year_before_it(shipped):
    known = calendar()
    days = [date(2022, 12, 1) + timedelta(n) for n in range(60)]
    assert [calendar(day).add(day, 40) for day in days] == [known.add(day, 40) for day in days]
    assert min(calendar(days[-1]).off).year == days[-1].year


def test_an_empty_table_counts_weekdays(db):
    assert calendar().add(date(2026, 9, 30), 1) == date(2026, 10, 1)
    assert not calendar().knows(2026)


def test_the_body_is_founded_with_its_calendar():
    assert load_body().days == DayOff.objects.count() == sum(map(sum, TOTALS.values()))
    assert Entry.objects.get().detail["days"] == DayOff.objects.count()
    assert load_body().days == 0


def test_a_day_is_set_and_cleared_and_both_are_in_the_log(shipped):
    set_day(STORMY, DayOff.Kind.OFF, "台风停工", by=system(), source="示例通知")
    assert not calendar().is_working(STORMY)
    set_day(STORMY, DayOff.Kind.WORK, "照常上班", by=system())
    assert calendar().is_working(STORMY)
    clear_day(STORMY, by=system())
    clear_day(STORMY, by=system())
    assert not DayOff.objects.filter(day=STORMY).exists()
    assert [(e.verb, e.detail["day"], e.detail["kind"]) for e in Entry.objects.all()] == [
        ("set-day", "2026-07-06", "off"),
        ("set-day", "2026-07-06", "work"),
        ("clear-day", "2026-07-06", "work"),
    ]


def test_what_was_edited_or_cleared_is_not_entered_again(shipped):
    new_year, festival = date(2026, 1, 2), date(2026, 2, 16)
    set_day(new_year, DayOff.Kind.WORK, "照常上班", by=system())
    clear_day(festival, by=system())
    before = set(DayOff.objects.values_list("day", "kind", "name"))
    assert load_holidays() == 0
    assert set(DayOff.objects.values_list("day", "kind", "name")) == before
    assert (calendar().is_working(new_year), calendar().is_working(festival)) == (True, True)


def test_a_notice_that_is_new_fills_in_round_what_an_office_entered(shipped):
    DayOff.objects.filter(source="国办发明电〔2025〕7号").delete()
    set_day(date(2026, 1, 2), DayOff.Kind.WORK, "照常上班", by=system())
    assert not calendar().knows(2026)
    assert load_holidays() == 38
    assert calendar().is_working(date(2026, 1, 2))
    assert calendar().knows(2026)


def test_another_process_sees_a_change_at_once(shipped, django_assert_num_queries):
    kept = calendar()
    DayOff.objects.create(day=STORMY, kind="off", name="另一进程")  # as if written elsewhere
    with django_assert_num_queries(1):
        assert not calendar().is_working(STORMY)
    DayOff.objects.filter(day=STORMY).delete()
    with django_assert_num_queries(1):
        assert calendar() is kept


def test_a_change_that_is_taken_back_is_not_seen(shipped):
    try:
        with transaction.atomic():
            set_day(STORMY, DayOff.Kind.OFF, "台风停工", by=system())
            assert not calendar().is_working(STORMY)
            raise InterruptedError
    except InterruptedError:
        assert calendar().is_working(STORMY)


@pytest.mark.parametrize("facts", [{"kind": "half"}, {"kind": ""}])
def test_a_day_is_off_or_worked(facts):
    with pytest.raises(IntegrityError), transaction.atomic():
        DayOff.objects.create(day=STORMY, name="半天", **facts)


def test_a_day_stands_in_the_table_once(shipped):
    with pytest.raises(IntegrityError), transaction.atomic():
        DayOff.objects.create(day=date(2026, 10, 1), kind="work", name="再来一次")


def test_the_days_of_a_year(shipped, clerk):
    days = DayOff.objects.visible_to(clerk).in_year(2022)
    assert days.count() == 31 + 7 + 1  # the last day belongs to the notice for 2023
    assert days.last().day == date(2022, 12, 31)
    assert days.last().day - timedelta(1) not in set(days.values_list("day", flat=True))
