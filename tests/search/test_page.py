"""The page of search: what each finds, how it is shown, and what it never shows."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from xieshang.activities.actions import Draft, hold
from xieshang.activities.models import Activity
from xieshang.lifecycle.actions import open_subject
from xieshang.matters.actions import open_matter
from xieshang.matters.models import Assignment
from xieshang.search.actions import put

DAY = dt.date(2023, 3, 5)
PAGE = "/desk/search/"


@pytest.fixture
def meeting(city, clerk):
    def write(title, **facts):
        activity = Activity(title=title, kind="study", day=DAY, attendances=1, **facts)
        return hold(Draft(activity, city.pk), by=clerk)

    return write


@pytest.fixture
def asks(client):
    """What somebody gets who asks: `asks(person, q="…")`."""

    def ask(person, **query):
        client.force_login(person)
        answer = client.get(PAGE, query)
        assert answer.status_code == 200
        return answer

    return ask


def titles(answer):
    return [str(line.hit.title) for line in answer.context["lines"]]


def test_what_one_may_see_is_found_and_nothing_else(meeting, asks, clerk, officer, stranger):
    meeting("路灯维修")
    assert titles(asks(clerk, q="路灯")) == titles(asks(officer, q="路灯")) == ["路灯维修"]
    answer = asks(stranger, q="路灯")
    assert titles(answer) == []
    assert "维修" not in answer.content.decode()


def test_the_words_are_marked_and_everything_is_escaped(meeting, asks, clerk):
    meeting("<b>路灯</b>维修", place="<i>路灯")
    text = asks(clerk, q="路灯").content.decode()
    assert "&lt;b&gt;<mark>路灯</mark>&lt;/b&gt;维修</a>" in text
    assert "&lt;i&gt;<mark>路灯</mark></p>" in text
    assert "<script>" not in asks(clerk, q="<script>路灯").content.decode()


def test_one_kind_can_be_asked_for(meeting, asks, clerk):
    activity = meeting("路灯维修")
    assert titles(asks(clerk, q="路灯", **{"in": "activities"})) == [activity.title]
    assert titles(asks(clerk, q="路灯", **{"in": "files"})) == []
    assert titles(asks(clerk, q="路灯", **{"in": "nothing"})) == [activity.title]


def test_twenty_are_shown_and_more_on_demand(meeting, asks, clerk):
    for _number in range(23):
        meeting("路灯")
    first = asks(clerk, q="路灯")
    assert (len(titles(first)), first.context["more"]) == (20, True)
    every = asks(clerk, q="路灯", more="1")
    assert (len(titles(every)), every.context["more"]) == (23, False)


def test_of_a_public_matter_others_find_only_what_was_published(asks, clerk, stranger, city):
    matter = open_matter("problem", by=clerk, committee=city, title="张三家门口的路灯", day=DAY)
    put("published-matter", matter.pk, title="某某家门口的路灯", day=DAY)
    assert titles(asks(clerk, q="路灯")) == ["张三家门口的路灯"]
    assert titles(asks(stranger, q="路灯")) == ["某某家门口的路灯"]
    assert titles(asks(stranger, q="张三")) == []


def test_who_signs_or_answers_a_matter_of_another_place_finds_it(
    asks, officer, unit, sister, member
):
    mine = open_matter("proposal", by=officer, committee=sister, title="路灯维修", day=DAY)
    open_matter("proposal", by=officer, committee=sister, title="路灯更换", day=DAY)
    answering = unit.clerks.get()
    assert titles(asks(answering, q="路灯")) == titles(asks(member, q="路灯")) == []
    facts = {"matter": mine, "unit": unit, "committee": sister, "part": "single", "given_on": DAY}
    open_subject(Assignment(**facts), by=officer)
    signed = {"answer": "agreed", "closes_on": DAY, "answered_at": timezone.now()}
    mine.signatures.create(person=member, **signed)
    assert titles(asks(answering, q="路灯")) == titles(asks(member, q="路灯")) == ["路灯维修"]


ODD = ("", " ", "'; --", "*", '"', "%", "路" * 10_000, "(" * 99, "👍", "1" * 400)


@pytest.mark.parametrize("question", ODD, ids=range(len(ODD)))
def test_an_odd_question_is_answered(asks, clerk, question):
    assert titles(asks(clerk, q=question)) == []


def test_many_rows_cost_no_more_queries_than_one(meeting, asks, clerk):
    counts = []
    asks(clerk, q="路灯")  # signs in
    for rows in (1, 14):
        for _row in range(rows):
            meeting("路灯")
        with CaptureQueriesContext(connection) as queries:
            asks(clerk, q="路灯")
        counts.append(len(queries))
    assert counts[0] == counts[1]
