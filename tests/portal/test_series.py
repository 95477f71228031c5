"""Series with their numbered sessions, as anybody reads them."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from xieshang.activities.models import Programme
from xieshang.matters.actions import open_matter
from xieshang.matters.models import Matter
from xieshang.study.actions import answer_in, hold_sitting, invite_guest
from xieshang.study.sorts import SORTS

pytestmark = pytest.mark.django_db
DAY = dt.date(2023, 3, 5)


@pytest.fixture
def programme(city):
    return Programme.objects.create(
        committee=city, name="（示例）有话桂在说", kind="series", since=DAY
    )


@pytest.fixture
def episodes(programme, clerk):
    facts = {"by": clerk, "committee": programme.committee, "programme": programme}
    return [
        hold_sitting(SORTS["episode"], title=title, day=DAY + dt.timedelta(days=n), **facts)
        for n, title in enumerate(("（示例）路灯谁来修", "（示例）河道怎么管"))
    ]


def page(client, series):
    return client.get(f"/series/{series.pk}/")


def test_a_series_is_listed_with_how_many_were_held_and_the_latest_day(client, programme, episodes):
    [row] = client.get("/series/").context["page"].rows
    assert (row, row.held, row.latest) == (programme, 2, DAY + dt.timedelta(days=1))


def test_a_series_without_a_session_is_not_there(client, programme):
    assert client.get("/series/").context["page"].rows == []
    assert page(client, programme).status_code == 404


def test_its_sessions_stand_the_latest_first(client, programme, episodes):
    found = [
        (each.number, each.activity.title) for each, _a in page(client, programme).context["lines"]
    ]
    assert found == [(2, "（示例）河道怎么管"), (1, "（示例）路灯谁来修")]


def test_of_guests_only_offices_are_named(client, programme, episodes, clerk, member):
    invite_guest(episodes[0], "主持", person=member, by=clerk)
    invite_guest(episodes[0], "回应", "柳州市示例局", by=clerk)
    told = page(client, programme).content.decode()
    assert ("柳州市示例局" in told, str(member) in told) == (True, False)


def test_a_question_stands_there_once_it_is_public(
    client, programme, episodes, city, clerk, member
):
    facts = {"committee": city, "day": DAY, "by": member, "author": "示例委员"}
    shown, hidden = (
        open_matter("research", title=title, **facts)
        for title in ("（示例）公开的问题", "（示例）未公开的问题")
    )
    Matter.objects.filter(pk=hidden.pk).update(published_on=None)
    for each in (shown, hidden):
        answer_in(episodes[0], each, by=clerk)
    [_latest, (_first, answers)] = page(client, programme).context["lines"]
    assert answers == [(shown, f"/matters/{shown.pk}/")]


def test_the_page_asks_the_same_however_many_sessions_there_are(
    client, programme, episodes, clerk, member, django_assert_num_queries
):
    def fill(sitting):
        facts = {"committee": programme.committee, "day": DAY, "by": member, "author": "示例委员"}
        answer_in(
            sitting, open_matter("research", title=f"（示例）{sitting.pk}", **facts), by=clerk
        )
        invite_guest(sitting, "回应", "柳州市示例局", by=clerk)

    for sitting in episodes:
        fill(sitting)
    with CaptureQueriesContext(connection) as asked:
        page(client, programme)
    facts = {"by": clerk, "committee": programme.committee, "programme": programme}
    for n in range(9):
        fill(hold_sitting(SORTS["episode"], title=f"（示例）第{n}", day=DAY, **facts))
    with django_assert_num_queries(len(asked)):
        page(client, programme)


@pytest.mark.parametrize(
    ("href", "status"),
    [
        ("/series/99999999999999999999999/", 404),
        ("/series/0/", 404),
        ("/series/?after=x", 200),
        ("/series/?before=%00", 400),
    ],
)
def test_no_address_is_a_fault(client, href, status):
    assert client.get(href).status_code == status
