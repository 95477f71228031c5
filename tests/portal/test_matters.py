"""What anybody may read of matters: masked, without names, and how far each is."""

import datetime as dt

import pytest

from xieshang.matters.actions import open_matter, take
from xieshang.matters.models import Matter, Publication

pytestmark = pytest.mark.django_db
DAY = dt.date(2023, 3, 5)


@pytest.fixture
def research(member, city, county):
    """One paper of the city, one of a county of it a year later."""
    facts = {"by": member, "author": "示例委员"}
    return (
        open_matter("research", committee=city, title="水利调研", day=DAY, **facts),
        open_matter(
            "research", committee=county, title="道路调研", day=DAY.replace(year=2024), **facts
        ),
    )


@pytest.fixture
def masked(research, clerk):
    """What was looked over, and shown with another title."""
    first, _second = research
    Publication.objects.create(matter=first, title="水利**", text="遮盖后的内容", by=clerk)
    return first


def titles(answer):
    return [row.shown for row, _href, _waits in answer.context["lines"]]


def test_all_that_is_public_is_listed_the_latest_first(client, research):
    assert titles(client.get("/matters/")) == ["道路调研", "水利调研"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("place=450202", ["道路调研"]),
        ("place=450200", ["道路调研", "水利调研"]),
        ("kind=research", ["道路调研", "水利调研"]),
        ("kind=problem", []),
        ("year=2023", ["水利调研"]),
        ("standing=open", ["道路调研", "水利调研"]),
        ("standing=solved", []),
        ("q=道路", ["道路调研"]),
        ("year=x&kind=none&place=1", ["道路调研", "水利调研"]),
    ],
)
def test_it_can_be_narrowed_and_what_is_not_understood_is_left_out(query, found, client, research):
    assert titles(client.get(f"/matters/?{query}")) == found


def test_the_masked_title_is_shown_and_no_other_is_searched(client, masked):
    assert titles(client.get("/matters/?year=2023")) == ["水利**"]
    assert titles(client.get("/matters/?q=水利调研")) == []


def test_a_page_tells_how_far_it_is_and_names_nobody(client, masked, clerk):
    take(masked, "keep", by=clerk)
    answer = client.get(f"/matters/{masked.pk}/")
    said = answer.content.decode()
    assert [words for words, _day in answer.context["history"]] == ["提出", "留作参考"]
    assert ("水利**" in said, "遮盖后的内容" in said) == (True, True)
    assert [name for name in ("水利调研", "示例委员", "clerk", "member") if name in said] == []


def test_a_person_is_waited_for_without_a_name(client, begun_by, member):
    asked_back = begun_by(member)
    assert client.get(f"/matters/{asked_back.pk}/").context["waits"] == "柳州市政协"


@pytest.fixture
def begun_by(city):
    return lambda person: open_matter("problem", by=person, committee=city, title="路", day=DAY)


def test_what_residents_raise_is_read_and_followed_on_its_own_page(client, begun_by, member):
    problem = begun_by(member)
    own = f"/voices/M{problem.pk}/"
    (line,) = client.get("/matters/").context["lines"]
    assert (line[1], client.get(f"/matters/{problem.pk}/").context["own_page"]) == (own, own)


def test_what_is_not_public_is_nowhere(client, research):
    first, _second = research
    Matter.objects.filter(pk=first.pk).update(published_on=None)
    assert client.get(f"/matters/{first.pk}/").status_code == 404
    assert client.get("/matters/999999/").status_code == 404


def test_what_was_taken_back_leaves_its_reason(client, masked):
    Publication.objects.update(
        ended_at=dt.datetime(2026, 1, 5, tzinfo=dt.UTC), ended_why="内容有误"
    )
    Matter.objects.filter(pk=masked.pk).update(published_on=None)
    answer = client.get(f"/matters/{masked.pk}/")
    assert (answer.status_code, "内容有误" in answer.content.decode()) == (410, True)
    assert "遮盖后的内容" not in answer.content.decode()
