"""Venues: days by rule, moved where nobody works, two on duty; rooms for one at a time."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from xieshang.activities.models import Venue
from xieshang.people.actions import load_holidays
from xieshang.people.models import Person, Representation, Seat, Sector, Term
from xieshang.reading.workdays import Calendar
from xieshang.venues.actions import (
    Taken,
    book,
    give_back,
    name_townships,
    place_in,
    plan_year,
    put_on_duty,
    review_venue,
    set_rule,
)
from xieshang.venues.coverage import Coverage
from xieshang.venues.days import moved_on, named
from xieshang.venues.models import Booking, HalfHour, Reception

pytestmark = pytest.mark.django_db
DAY = dt.date(2023, 3, 5)
postgres = pytest.mark.skipif(
    "connection.vendor != 'postgresql'", reason="only PostgreSQL lets two write at once"
)
RULE = {"month_day": 15, "nth": None, "weekday": None, "begins": dt.time(9), "ends": dt.time(11)}


@pytest.fixture
def venue(city):
    return Venue.objects.create(committee=city, name="（示例）工作室", form="工作室", since=DAY)


@pytest.fixture
def hosts(city):
    people = [Person.objects.create(username=f"host-{n}", name=f"示例委员{n}") for n in range(3)]
    for person in people:
        Seat.objects.create(person=person, committee=city, post="member", since=DAY)
    return people


NAMED = [
    ({"month_day": 31, "nth": None, "weekday": None}, 7, dt.date(2026, 1, 31)),
    ({"month_day": None, "nth": 1, "weekday": 1}, 12, dt.date(2026, 1, 6)),
    ({"month_day": None, "nth": 5, "weekday": 4}, 12, dt.date(2026, 1, 30)),
    ({"month_day": None, "nth": 4, "weekday": 6}, 12, dt.date(2026, 1, 25)),
]


@pytest.mark.parametrize(("rule", "many", "first"), NAMED)
def test_a_rule_names_the_days_of_a_year(rule, many, first):
    days = list(named(2026, **rule))
    assert (len(days), days[0], days == sorted(days)) == (many, first, True)


def test_a_day_on_which_nobody_works_moves_on():
    off = Calendar(off=frozenset({dt.date(2026, 10, 1), dt.date(2026, 10, 2)}))
    assert moved_on(dt.date(2026, 10, 1), off) == dt.date(2026, 10, 5)
    assert moved_on(dt.date(2026, 9, 30), off) == dt.date(2026, 9, 30)


def test_a_year_is_planned_once_with_two_in_turn(venue, clerk, hosts):
    load_holidays()
    set_rule(venue, RULE, hosts, by=clerk)
    assert [plan_year(venue, 2026, by=clerk) for _time in range(2)] == [12, 0]
    first, second, third = venue.receptions.order_by("day")[:3]
    turns = [(r.first, r.second) for r in (first, second, third)]
    a, b, c = hosts
    assert turns == [(a, b), (c, a), (b, c)]
    # 15 February 2026 is a Sunday, the last of the days before Spring Festival's: it moves on.
    assert (second.named_on, second.is_moved) == (dt.date(2026, 2, 15), True)
    assert all(r.day >= r.named_on for r in Reception.objects.all())


def test_two_different_people_are_on_duty(venue, clerk, hosts):
    set_rule(venue, RULE, hosts, by=clerk)
    plan_year(venue, timezone.localdate().year + 1, by=clerk)
    one = venue.receptions.first()
    put_on_duty(one, hosts[2], None, by=clerk)
    one.refresh_from_db()
    assert (one.first, one.second) == (hosts[2], None)
    with pytest.raises(IntegrityError), transaction.atomic():
        Reception.objects.filter(pk=one.pk).update(first=hosts[0], second=hosts[0])


def at(hour, minute=0):
    return dt.datetime(2026, 12, 1, hour, minute, tzinfo=timezone.get_default_timezone())


OVERLAPS = [
    ((9, 11), (10, 12), False), ((9, 11), (11, 12), True), ((9, 11), (8, 9), True),
    ((9, 11), (8, 12), False), ((9, 11), (9, 11), False),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "both"), OVERLAPS)
def test_a_room_is_booked_by_one_at_a_time(venue, clerk, officer, first, second, both):
    book(venue, at(first[0]), at(first[1]), "甲", by=clerk)
    try:
        book(venue, at(second[0]), at(second[1]), "乙", by=officer)
    except Taken as fault:
        assert (both, str(fault.booking), fault.booking.by) == (False, "甲", clerk)
    assert Booking.objects.count() == 1 + both


def test_the_table_itself_refuses_two_in_one_half_hour(venue, clerk):
    booked = book(venue, at(9), at(10), "甲", by=clerk)
    other = Booking.objects.create(venue=venue, begins=at(9), ends=at(10), what="乙", by=clerk)
    with pytest.raises(IntegrityError), transaction.atomic():
        HalfHour.objects.create(booking=other, venue=venue, at=at(9, 30))
    assert booked.half_hours.count() == 2


def test_a_room_is_given_back_by_whoever_has_it_or_the_office(venue, clerk, member, city, hosts):
    booked = book(venue, at(9), at(10), "甲", by=hosts[0])
    with pytest.raises(PermissionDenied):
        give_back(booked, by=hosts[1])
    give_back(booked, by=clerk)
    assert HalfHour.objects.count() == 0
    with pytest.raises(PermissionDenied):
        book(venue, at(9), at(10), "甲", by=member)  # of a county below
    with pytest.raises(ValueError, match="half hours"):
        book(venue, at(9, 10), at(10, 10), "甲", by=clerk)


@postgres
@pytest.mark.django_db(transaction=True)
def test_of_eight_at_the_same_moment_one_has_the_room(venue, clerk):
    def try_it(_n):
        try:
            book(venue, at(9), at(10), "甲", by=clerk)
        except Taken:
            return 0
        finally:
            connection.close()
        return 1

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(try_it, range(8))) == 1


def test_coverage_is_by_venues_in_use(venue, city, clerk, region):
    term = Term.objects.create(committee=city, number=1, since=DAY)
    one, two = (Sector.objects.create(name=name) for name in ("教育界", "农业界"))
    for sector in (one, two):
        Representation.objects.create(term=term, committee=city, sector=sector)
    Venue.objects.filter(pk=venue.pk).update(sector=one)
    assert name_townships(city, ["甲镇", "乙乡", "甲镇"], by=clerk) == 2
    place_in(venue, city.townships.get(name="甲镇"), by=clerk)

    def told():
        (part,) = Coverage([region, city]).parts()
        return dict(part.sectors), dict(part.townships)

    assert told() == ({"教育界": True, "农业界": False}, {"甲镇": True, "乙乡": False})
    review_venue(venue, "close", "长期无人值班", by=clerk)
    assert told() == ({"教育界": False, "农业界": False}, {"甲镇": False, "乙乡": False})
    review_venue(venue, "keep", "恢复值班", by=clerk)
    assert told()[1] == {"甲镇": True, "乙乡": False}


def test_only_its_office_looks_after_a_venue(venue, member, hosts):
    for act in (
        lambda by: set_rule(venue, RULE, [], by=by),
        lambda by: plan_year(venue, 2026, by=by),
        lambda by: review_venue(venue, "keep", "好", by=by),
        lambda by: name_townships(venue.committee, ["甲"], by=by),
    ):
        for person in (member, hosts[0]):
            with pytest.raises(PermissionDenied):
                act(person)


def test_the_desk_plans_receives_reviews_and_books(venue, clerk, client, hosts, city):
    client.force_login(clerk)
    place = f"/desk/venues/{venue.pk}/"
    rule = {"nth": "1", "weekday": "1", "begins": "09:00", "ends": "11:00"}
    rule["hosts"] = [host.pk for host in hosts]
    both = rule | {"month_day": "3"}
    assert [client.post(f"{place}rule/", body).status_code for body in (both, rule)] == [422, 302]
    assert Reception.objects.count() == 12
    day = timezone.localdate() + dt.timedelta(days=1)
    room = {"day": day, "begins": "09:00", "ends": "10:30", "what": "界别协商"}
    said = [client.post(f"{place}rooms/", body).status_code for body in (room, room, {})]
    assert said == [302, 409, 422]
    assert client.post(f"{place}review/", {"verdict": "keep", "why": "常有人来"}).status_code == 302
    page = client.get(place)
    assert [each.verdict for each in page.context["reviews"]] == ["keep"]
    for odd in ("x", "9999-99-99", "0001-01-01", "9999-12-31"):
        assert client.get(f"{place}rooms/?week={odd}").status_code == 200


def test_the_page_of_a_venue_costs_little(venue, clerk, client, django_assert_max_num_queries):
    client.force_login(clerk)
    with django_assert_max_num_queries(15):
        client.get(f"/desk/venues/{venue.pk}/")


def test_anybody_reads_where_and_when_one_is_received(venue, clerk, hosts, client, sister):
    set_rule(venue, RULE, hosts, by=clerk)
    plan_year(venue, timezone.localdate().year + 1, by=clerk)
    closed = Venue.objects.create(committee=sister, name="（示例）已撤", form="工作室", since=DAY)
    review_venue(closed, "close", "无人值班", by=officer_of(sister))

    def told(query=""):
        page = client.get(f"/venues/{query}").context["page"]
        return [(row.name, row.next_day) for row in page.rows]

    first = venue.receptions.order_by("day").first().day
    assert told() == told("?place=450200") == [("（示例）工作室", first)]
    assert told("?place=451100") == []
    assert told("?place=x") == told()


def officer_of(committee):
    person = Person.objects.create(username=f"keeper-{committee.pk}")
    Seat.objects.create(person=person, committee=committee, post="clerk", since=DAY)
    return person
