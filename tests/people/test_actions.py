"""The body is founded once, people get accounts and seats, and all of it is in the log."""

from datetime import date

import pytest
from django.utils import timezone

from xieshang.audit.actions import first_broken
from xieshang.audit.models import Entry
from xieshang.people.actions import (
    appoint,
    found_unit,
    load_body,
    new_password,
    note_sample_data,
    note_sectors,
    open_account,
    open_sample_terms,
    represent,
    reset_password,
    resident,
    system,
    vacate,
)
from xieshang.people.body import REGION_TERM, places
from xieshang.people.models import Committee, Person, Seat, Sector, Term, Tier, Unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def body():
    return load_body()


def count_by_tier():
    return {tier.value: Committee.objects.filter(tier=tier).count() for tier in Tier}


def test_the_body_has_126_committees_and_two_partners_outside(body):
    assert count_by_tier() == {"region": 1, "city": 14, "county": 111, "outside": 2}
    assert (body.committees, body.partners, body.sectors, body.terms) == (126, 2, 34, 1)
    told = {"committees": 126, "partners": 2, "sectors": 34, "terms": 1, "days": 254}
    assert Entry.objects.get().detail == told


def test_titles_say_of_which_city_a_county_is(body):
    titles = Committee.objects.in_bulk([450000, 450200, 450202, 450225, 431100, 441200])
    assert {code: each.title for code, each in titles.items()} == {
        450000: "自治区政协",
        450200: "柳州市政协",
        450202: "柳州市城中区政协",
        450225: "柳州市融水苗族自治县政协",
        431100: "湖南省永州市政协",
        441200: "广东省肇庆市政协",
    }


def test_every_committee_lies_under_its_parent(body):
    inside = Committee.objects.inside().select_related("parent")
    assert [each for each in inside if each.parent and not each.parent.holds(each.code)] == []
    assert [each.code for each in inside if not each.parent] == [450000]


def test_a_place_above_comes_before_those_below():
    seen = set()
    for row in places():
        assert row["parent"] in seen | {""}
        seen.add(row["code"])


def test_the_second_time_nothing_is_new_and_nothing_is_sealed(body):
    assert not load_body().anything
    assert [e.verb for e in Entry.objects.all()] == ["load"]
    assert Entry.objects.get().actor == system()


def test_what_is_missing_is_founded_again_and_what_was_renamed_stays(body):
    Committee.objects.filter(pk=450202).delete()
    Committee.objects.filter(pk=450200).update(title="政协柳州市委员会")
    assert load_body().committees == 1
    assert Committee.objects.get(pk=450200).title == "政协柳州市委员会"


def test_nobody_signs_in_as_the_system(client, body):
    assert not system().has_usable_password()
    assert not system().is_active


def test_only_the_regions_term_is_known_and_the_others_are_samples(body):
    assert list(Term.objects.values_list("committee_id", "number", "since")) == [
        (450000, *REGION_TERM)
    ]
    assert open_sample_terms(*REGION_TERM, by=system()) == 125
    assert open_sample_terms(*REGION_TERM, by=system()) == 0


def test_a_committee_ticks_its_own_sectors(body):
    term = Term.objects.get()
    assert represent(term, ["民革", "民盟"], by=system()) == 2
    assert represent(term, ["民盟", "教育界"], by=system()) == 1
    assert [str(r) for r in term.representations.all()] == ["民革", "民盟", "教育界"]


def test_an_account_is_opened_with_a_password_that_is_told_once(client, body):
    person, password = open_account("clerk", "示例干部", by=system())
    assert client.login(username="clerk", password=password)
    assert open_account("clerk", "示例干部", by=system()) == (person, None)


def test_a_new_password_ends_the_old_one(body):
    person, old = open_account("clerk", "示例干部", by=system())
    new = reset_password(person, by=system())
    kept = Person.objects.get(username="clerk")
    assert (kept.check_password(new), kept.check_password(old)) == (True, False)


def test_passwords_differ_and_stand_nowhere_in_the_log(body):
    assert len({new_password() for _n in range(50)}) == 50
    person, password = open_account("clerk", "示例干部", by=system())
    new = reset_password(person, by=system())
    told = "".join(str(e.detail) for e in Entry.objects.all())
    assert password not in told
    assert new not in told


def test_a_seat_is_given_once(body):
    person, _password = open_account("clerk", "示例干部", by=system())
    city = Committee.objects.get(pk=450200)
    seat = appoint(person, city, Seat.Post.CLERK, by=system())
    assert appoint(person, city, Seat.Post.CLERK, by=system()) == seat
    assert person.may_keep(Committee.objects.get(pk=450202))


def test_a_seat_that_is_vacated_ends_today_and_stays_on_record(body):
    person, _password = open_account("clerk", "示例干部", by=system())
    city = Committee.objects.get(pk=450200)
    seat = appoint(person, city, Seat.Post.CLERK, by=system())
    Seat.objects.filter(pk=seat.pk).update(since=date(2023, 1, 1))
    vacate(Seat.objects.get(pk=seat.pk), by=system())
    assert not person.may_keep(city)
    assert Seat.objects.get(pk=seat.pk).until == timezone.localdate()


def test_a_seat_given_by_mistake_today_goes(body):
    person, _password = open_account("clerk", "示例干部", by=system())
    city = Committee.objects.get(pk=450200)
    vacate(appoint(person, city, Seat.Post.CLERK, by=system()), by=system())
    assert not Seat.objects.exists()
    assert [e.verb for e in Entry.objects.all()][-2:] == ["appoint", "vacate"]


def test_a_member_sits_for_a_sector(body):
    person, _password = open_account("member", "示例委员", by=system())
    sector = Sector.objects.get(name="教育界")
    seat = appoint(
        person, Committee.objects.get(pk=450200), Seat.Post.MEMBER, by=system(), sector=sector
    )
    assert seat.sector == sector


def test_a_unit_is_founded_once_and_answers_through_its_clerk(body):
    person, _password = open_account("unit", "示例经办人", by=system())
    city = Committee.objects.get(pk=450200)
    found_unit("水利局", city, person, by=system())
    found_unit("水利局", city, person, by=system())
    assert list(Unit.objects.visible_to(person)) == [Unit.objects.get(name="水利局")]


def test_every_write_is_sealed_and_the_chain_holds(body):
    person, _password = open_account("unit", "示例经办人", by=system())
    city = Committee.objects.get(pk=450200)
    appoint(person, city, Seat.Post.MEMBER, by=system())
    found_unit("水利局", city, person, by=system())
    reset_password(person, by=system())
    verbs = ["load", "open-account", "appoint", "found-unit", "reset-password"]
    assert [e.verb for e in Entry.objects.all()] == verbs
    assert first_broken() is None


def test_sectors_that_records_name_stand_in_until_the_office_ticks_its_own(region):
    term = Term.objects.create(committee=region, number=13, since=date(2023, 1, 1))
    named = [Sector.objects.create(name=name) for name in ("科协", "侨联", "教育界")]
    note_sectors({region.pk: {named[0].pk, named[1].pk}})
    note_sectors({region.pk: {named[1].pk, named[2].pk}})
    seen = term.representations.values_list("sector__name", "listed")
    assert list(seen) == [("侨联", False), ("教育界", False)]
    assert represent(term, ["科协"], by=system()) == 1
    note_sectors({region.pk: {named[1].pk}})
    assert list(seen.all()) == [("科协", True)]


def test_that_sample_data_is_loaded_is_told_once_and_known_of_the_whole_body(body):
    def told():
        return list(Committee.objects.told_as_sample().filter(sample=True))

    assert told() == []
    note_sample_data(by=system())
    note_sample_data(by=system())
    assert told() == [Committee.objects.get(pk=450000)]
    assert Entry.objects.filter(verb="load-sample").count() == 1


def test_one_person_stands_for_all_who_have_no_account():
    assert resident() == resident()
    assert not resident().is_active
    assert not resident().has_usable_password()
