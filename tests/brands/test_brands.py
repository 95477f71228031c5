"""Brands: the six with what they show, fresh or too old; impact is no prose; who has one."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from xieshang.activities.models import Programme
from xieshang.audit.models import Entry
from xieshang.brands.actions import (
    NoImpact,
    give_to,
    look_over,
    name_holder,
    open_brand,
    show_no_more,
    show_record,
    write_slot,
)
from xieshang.brands.lights import before, months_of, slots_of
from xieshang.brands.models import Freshness, Holder, Proof
from xieshang.matters.actions import open_matter, take
from xieshang.matters.models import Matter

pytestmark = pytest.mark.django_db
DAY = dt.date(2023, 3, 5)


@pytest.fixture
def brand(city, clerk):
    return open_brand(city, "（示例）贝侬好商量", "brand", DAY, by=clerk)


@pytest.fixture
def solved(city, clerk, stranger):
    """A problem that whoever raised it says is solved."""
    matter = open_matter("problem", by=stranger, committee=city, title="（示例）路灯", day=DAY)
    take(matter, "confirm", by=stranger)
    return Matter.objects.get(pk=matter.pk)


def light_of(brand, slot="goal", today=DAY):
    fresh = Programme.objects.get(pk=brand.pk)
    return next(s.light for s in slots_of([fresh], today)[brand.pk] if s.name == slot)


def test_a_slot_is_lacking_fresh_or_too_old(brand, held, city, clerk):
    assert light_of(brand) == "lacking"
    write_slot(brand, "goal", "有事好商量", by=clerk)
    assert light_of(brand) == "lacking"  # words alone show nothing
    show_record(brand, "goal", {"activity": held(city, day=DAY)}, by=clerk)
    year, later = dt.date(2024, 3, 5), dt.date(2024, 3, 6)
    assert [light_of(brand, today=day) for day in (DAY, year, later)] == ["fresh", "fresh", "old"]
    look_over(brand, "goal", "仍是这样", by=clerk)  # today: it is fresh again
    assert light_of(brand, today=timezone.localdate()) == "fresh"


def test_impact_points_at_what_came_to_something(brand, city, clerk, held, solved):
    open_one = open_matter("problem", by=clerk, committee=city, title="（示例）井盖", day=DAY)
    for record in ({"activity": held(city)}, {"matter": open_one}):
        with pytest.raises(NoImpact):
            show_record(brand, "impact", record, by=clerk)
    show_record(brand, "impact", {"matter": solved}, by=clerk)
    show_record(brand, "impact", {"matter": solved}, by=clerk)
    assert [str(proof) for proof in Proof.objects.all()] == ["（示例）路灯"]


def test_the_database_itself_refuses_prose_as_impact(brand, city, clerk, held):
    facts = {"programme": brand, "on": DAY, "by": clerk}
    for said in ({"slot": "impact", "activity": held(city)}, {"slot": "goal"}, {"slot": "fame"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Proof.objects.create(**facts, **said)


def test_only_its_office_looks_after_a_brand(brand, city, member, seated, sister, held):
    theirs = seated("theirs", sister, "clerk")
    for person in (member, theirs):
        for act in (
            lambda by: write_slot(brand, "goal", "甲", by=by),
            lambda by: show_record(brand, "goal", {"activity": held(city)}, by=by),
            lambda by: look_over(brand, "goal", "", by=by),
            lambda by: name_holder(city, "branch", "甲", by=by),
            lambda by: open_brand(city, "乙", "brand", DAY, by=by),
        ):
            with pytest.raises(PermissionDenied):
                act(person)


def test_what_is_shown_can_be_taken_away_and_the_log_tells(brand, city, clerk, held):
    proof = show_record(brand, "goal", {"activity": held(city)}, by=clerk)
    show_no_more(proof, by=clerk)
    verbs = list(Entry.objects.order_by("pk").values_list("verb", flat=True))[-3:]
    assert (Proof.objects.count(), verbs) == (0, ["open-brand", "show-record", "show-no-more"])


def test_an_office_says_how_long_things_stay_fresh(region, city, county, sister):
    Freshness.objects.create(committee=region, months=18)
    Freshness.objects.create(committee=city, months=6)
    codes = (region.pk, city.pk, county.pk, sister.pk)
    assert months_of(codes) == {region.pk: 18, city.pk: 6, county.pk: 6, sister.pk: 18}


MONTHS = [
    (dt.date(2024, 3, 31), 1, dt.date(2024, 2, 29)),
    (dt.date(2024, 1, 15), 12, dt.date(2023, 1, 15)),
    (dt.date(2024, 1, 31), 2, dt.date(2023, 11, 30)),
    (dt.date(2023, 12, 31), 1, dt.date(2023, 11, 30)),
]


@pytest.mark.parametrize(("day", "months", "then"), MONTHS)
def test_months_are_counted_back_to_the_same_day(day, months, then):
    assert before(day, months) == then


def test_coverage_counts_those_who_hold_a_brand(brand, city, clerk):
    one, two = (name_holder(city, "special", name, by=clerk) for name in ("提案委", "社法委"))
    name_holder(city, "special", "提案委", by=clerk)
    give_to(brand, one, by=clerk)
    told = Holder.objects.with_brands().order_by("pk").values_list("name", "brands")
    assert list(told) == [("提案委", 1), ("社法委", 0)]
    assert list(Holder.objects.covered()) == [one]
    give_to(brand, two, by=clerk)
    assert list(Holder.objects.covered()) == [two]
    give_to(brand, None, by=clerk)
    assert list(Holder.objects.covered()) == []


def test_the_desk_opens_fills_and_compares(city, clerk, client, solved, held):
    client.force_login(clerk)
    body = {"committee": city.pk, "name": "（示例）花山在协商", "kind": "brand", "since": DAY}
    made = client.post("/desk/programmes/new/", body)
    brand = Programme.objects.get()
    assert made.url == f"/desk/programmes/{brand.pk}/"
    place = f"/desk/programmes/{brand.pk}/slot/impact/"
    activity = held(city)
    said = [
        client.post(place, {"act": "text", "text": "解决了路灯"}).status_code,
        client.post(place, {"act": "record", "number": f"A{activity.pk}"}).status_code,
        client.post(place, {"act": "record", "number": f" m{solved.pk} "}).status_code,
        client.post(place, {"act": "record", "number": "M999999"}).status_code,
        client.post(place, {"act": "look", "note": ""}).status_code,
        client.post(place, {"act": "x"}).status_code,
    ]
    assert said == [302, 422, 302, 422, 302, 422]
    page = client.get(f"/desk/programmes/beside/?pick={brand.pk}")
    assert [row[0].light for row in page.context["slots"]] == ["lacking"] * 5 + ["fresh"]
    form = {"committee": city.pk, "sort": "branch", "name": "第一支部"}
    assert client.post("/desk/programmes/coverage/", form).status_code == 302
    (part,) = client.get("/desk/programmes/coverage/").context["parts"]
    assert (part.covered, [h.name for h in part.holders]) == (0, ["第一支部"])
    client.post(f"/desk/programmes/{brand.pk}/holder/", {"holder": Holder.objects.get().pk})
    (part,) = client.get("/desk/programmes/coverage/").context["parts"]
    assert part.covered == 1


def test_six_brands_side_by_side_cost_few_questions(
    city, clerk, client, held, django_assert_max_num_queries
):
    client.force_login(clerk)
    keys = []
    for n in range(6):
        brand = open_brand(city, f"（示例）{n}", "brand", DAY, by=clerk)
        keys.append(brand.pk)
        for slot in ("goal", "rules"):
            write_slot(brand, slot, "有", by=clerk)
            show_record(brand, slot, {"activity": held(city)}, by=clerk)
    with django_assert_max_num_queries(12):
        client.get("/desk/programmes/beside/", {"pick": keys})
