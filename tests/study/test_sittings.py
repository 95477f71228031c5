"""Sessions: numbered without gaps or doubles, one activity each, counted by the figures."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction

from xieshang.activities.models import Activity
from xieshang.figures.metrics import METRICS
from xieshang.figures.scope import Scope
from xieshang.matters.actions import open_matter
from xieshang.study.actions import (
    NotTheLast,
    answer_in,
    follow_up,
    hold_sitting,
    invite_guest,
    take_back_sitting,
)
from xieshang.study.models import Guest, Sitting
from xieshang.study.sorts import SORTS

from .conftest import DAY

pytestmark = pytest.mark.django_db
postgres = pytest.mark.skipif(
    "connection.vendor != 'postgresql'", reason="only PostgreSQL lets two write at once"
)


@pytest.fixture
def lecture(city, clerk, series):
    def hold(title="讲座", day=DAY, **facts):
        facts = {"committee": city, "programme": series, "by": clerk} | facts
        return hold_sitting(SORTS["lecture"], title=title, day=day, **facts)

    return hold


@pytest.fixture
def centre(city, clerk):
    def hold(day, **facts):
        facts = {"title": "学习", "committee": city, "by": clerk} | facts
        return hold_sitting(SORTS["centre"], day=day, **facts)

    return hold


def test_a_series_is_numbered_on_from_its_ledger(lecture, series, held, city):
    held(city, programme=series, session=61)
    made = [lecture(f"第{n}讲") for n in range(3)]
    assert [each.number for each in made] == [62, 63, 64]
    assert [each.activity.session for each in made] == [62, 63, 64]


def test_a_study_group_is_numbered_within_its_year(centre, region, officer):
    days = [dt.date(2023, 1, 5), dt.date(2023, 6, 1), dt.date(2024, 1, 8)]
    assert [centre(day).number for day in days] == [1, 2, 1]
    assert centre(days[0], committee=region, by=officer).number == 1
    assert set(Activity.objects.values_list("session", flat=True)) == {None}


def test_only_the_last_one_is_taken_back(lecture, clerk):
    first, second = lecture(), lecture()
    with pytest.raises(NotTheLast):
        take_back_sitting(first, by=clerk)
    take_back_sitting(second, by=clerk)
    assert (Sitting.objects.count(), Activity.objects.count()) == (1, 1)
    assert lecture().number == 2


def test_the_table_refuses_a_double_number(lecture):
    first, second = lecture(), lecture()
    with pytest.raises(IntegrityError), transaction.atomic():
        Sitting.objects.filter(pk=second.pk).update(number=first.number)


@postgres
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("sort", ["lecture", "centre"])
def test_eight_at_the_same_moment_take_eight_numbers(sort, lecture, centre):
    def one(_n):
        try:
            return (lecture() if sort == "lecture" else centre(DAY)).number
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(one, range(8))) == [1, 2, 3, 4, 5, 6, 7, 8]


def figure(name, committee):
    return METRICS[name].measured(Scope.year(committee, 2023)).value


def test_the_figures_count_each_session_once(lecture, centre, city):
    lecture(attendances=120, member_attendances=80)
    lecture(attendances=30)
    centre(DAY, attendances=9)
    told = {
        "study-sessions": 3, "training-sessions": 2, "training-attendances": 150,
        "programme-sessions": 2, "study-attendances": 159,
    }  # fmt: skip
    assert {name: figure(name, city) for name in told} == told


def test_sessions_are_entered_by_their_office(lecture, member, county):
    with pytest.raises(PermissionDenied):
        lecture(by=member)
    with pytest.raises(ValueError, match="belongs"):
        lecture(committee=county)
    with pytest.raises(ValueError, match="has its series"):
        lecture(programme=None)


def test_an_episode_has_guests_and_takes_up_questions(city, clerk, series, member):
    episode = hold_sitting(
        SORTS["episode"], title="治水", day=DAY, committee=city, programme=series, by=clerk
    )
    assert (episode.activity.kind, episode.activity.form) == ("consultation", "全媒体协商")
    invite_guest(episode, "部门", office="市水利局", by=clerk)
    invite_guest(episode, "委员", person=member, by=clerk)
    assert [str(each) for each in episode.guests.all()] == ["市水利局", "member"]
    with pytest.raises(IntegrityError), transaction.atomic():
        Guest.objects.create(sitting=episode, part="委员")
    asked = open_matter("problem", by=clerk, committee=city, title="内涝", day=DAY)
    assert answer_in(episode, asked, by=clerk) == answer_in(episode, asked, by=clerk)
    assert [each.matter for each in episode.questions.all()] == [asked]
    follow_up(episode, "已排查", "https://example.org/1", by=clerk)
    episode.refresh_from_db()
    assert (episode.follow_up, episode.recording) == ("已排查", "https://example.org/1")
    with pytest.raises(PermissionDenied):
        follow_up(episode, "改写", by=member)


def test_the_desk_enters_follows_up_and_takes_back(client, clerk, series, city):
    client.force_login(clerk)
    said = {"programme": series.pk, "title": "第一讲", "day": DAY, "attendances": "20"}
    odd = said | {"member_attendances": "30"}
    place = "/desk/study/new/lecture/"
    assert [client.post(place, body).status_code for body in (odd, said, said)] == [422, 302, 302]
    assert client.get("/desk/study/new/no-such/").status_code == 404
    first, second = Sitting.objects.order_by("number")
    backs = [client.post(f"/desk/study/{each.pk}/back/") for each in (first, second)]
    assert [each.status_code for each in backs] == [409, 302]
    by_hand = client.get(f"/desk/activities/{first.activity_id}/")
    assert by_hand.context["may_correct"] is False


def test_the_page_of_an_episode_costs_little(
    client, clerk, series, city, django_assert_max_num_queries
):
    client.force_login(clerk)
    facts = {"committee": city, "programme": series, "by": clerk}
    made = hold_sitting(SORTS["episode"], title="治水", day=DAY, **facts)
    asked = open_matter("problem", by=clerk, committee=city, title="内涝", day=DAY)
    place = f"/desk/study/{made.pk}/"
    bodies = ({"part": "部门", "office": "市水利局"}, {"part": "委员", "person": "nobody"})
    said = [client.post(f"{place}guests/", body).status_code for body in bodies]
    said += [
        client.post(f"{place}questions/", {"number": n}).status_code for n in ("M0", f"M{asked.pk}")
    ]
    assert said == [302, 422, 422, 302]
    with django_assert_max_num_queries(15):
        page = client.get(place)
    assert [each.pk for each in page.context["questions"]] == [asked.pk]
