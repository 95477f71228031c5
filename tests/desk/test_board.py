"""The board: what waits, for whoever sits down at it."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from xieshang.matters.actions import open_matter, take

pytestmark = pytest.mark.django_db
MOST_QUERIES = 12


def heaps(client):
    page = client.get("/desk/")
    assert page.status_code == 200
    return {box.title: [row.title for row in box.rows] for box in page.context["boxes"]}


def test_late_comes_before_soon_and_what_is_done_does_not_come(at_desk, clerk, city, sister):
    today = timezone.localdate()
    for title, committee, ago in (
        ("迟", city, 30),
        ("更迟", city, 60),
        ("快到", city, 1),
        ("办完", city, 40),
        ("邻市", sister, 40),
    ):
        day = today - dt.timedelta(ago)
        matter = open_matter("problem", by=clerk, committee=city, title=title, day=day)
        if title == "办完":
            take(matter, "solve", by=clerk)
        if committee != city:
            type(matter).objects.filter(pk=matter.pk).update(committee=committee)
    assert heaps(at_desk(clerk)) == {"已逾期": ["更迟", "迟"], "两周内到期": ["快到"]}


def test_a_unit_sees_the_matters_that_name_it(at_desk, unit, clerk, city, problem):
    open_matter(
        "problem", by=clerk, committee=city, title="别家的", day=problem.raised_on, unit="教育局"
    )
    assert heaps(at_desk(unit.clerks.get())) == {"涉及贵单位的事项": ["路灯不亮"]}


def test_a_member_sees_what_they_raised(at_desk, member, county, problem):
    open_matter("proposal", by=member, committee=county, title="建议", day=problem.raised_on)
    assert heaps(at_desk(member)) == {"我提出的事项": ["建议"]}


def test_where_nothing_waits_the_board_says_so(at_desk, stranger):
    browser = at_desk(stranger)
    assert heaps(browser) == {}
    assert "没有待办" in browser.get("/desk/").content.decode()


@pytest.mark.parametrize("who", ["clerk", "officer", "member", "stranger"])
def test_the_board_costs_the_same_however_much_waits(who, request, at_desk, clerk, city):
    browser = at_desk(request.getfixturevalue(who))
    counted = []
    for number in range(3):
        open_matter(
            "problem", by=clerk, committee=city, title=str(number), day=dt.date(2023, 1, number + 1)
        )
        browser.get("/desk/")
        with CaptureQueriesContext(connection) as caught:
            browser.get("/desk/")
        counted.append(len(caught))
    assert counted[0] == counted[2] <= MOST_QUERIES
