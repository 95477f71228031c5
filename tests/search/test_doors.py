"""Nobody finds what they may not see, and everybody what they may."""

import datetime as dt

import pytest

from xieshang.people.models import Sector
from xieshang.search import finding
from xieshang.search.finding import find

DAY = dt.date(2023, 3, 5)


def seen(*keys):
    return {"paper": Sector.objects.filter(pk__in=keys)}


def keys(hits):
    return [hit.key for hit in hits]


def test_only_what_a_door_lets_see_is_found(written):
    one, two, three = (written(f"路灯{n}", text="路灯维修") for n in range(3))
    for question in ("路灯", "路灯1", "维修", "修路灯维"):
        assert set(keys(find(question, seen(one, three)))) <= {one, three}
    assert keys(find("路灯", seen(one, three))) == [three, one]
    assert find("路灯", seen()) == []
    assert find("路灯", {}) == []


def test_a_kind_without_a_door_is_not_found(written):
    note = written("路灯", kind="note")
    assert find("路灯", {"paper": Sector.objects.all()}) == []
    assert keys(find("路灯", {"note": Sector.objects.all()})) == [note]


def test_a_record_that_is_gone_is_not_found(written, found):
    written("路灯")
    Sector.objects.all().delete()
    assert found("路灯") == []


def test_what_is_hidden_takes_no_place_of_what_is_seen(written):
    mine = [written("路灯", day=DAY - dt.timedelta(n)) for n in range(5)]
    for n in range(150):
        written("路灯", day=DAY + dt.timedelta(n))
    assert keys(find("路灯", seen(*mine), most=20)) == mine


def test_only_so_many_are_looked_at(written, monkeypatch):
    monkeypatch.setattr(finding, "MOST_LOOKED_AT", 4)
    mine = [written("路灯", day=DAY - dt.timedelta(n)) for n in range(5)]
    written("路灯", day=DAY + dt.timedelta(1))
    assert keys(find("路灯", seen(*mine))) == mine[:3]


CIRCLES = (
    ([], ["everybody", "county", "city"]),
    (["450202"], ["everybody", "county"]),
    (["450200"], ["everybody", "county", "city"]),
    (["450300"], ["everybody"]),
)


@pytest.mark.parametrize(("circles", "names"), CIRCLES)
def test_a_circle_narrows_what_is_looked_through(written, circles, names):
    known = {
        written("路灯", circles=given, day=day): name
        for name, given, day in (
            ("city", ["450200", "450000"], DAY),
            ("county", ["450202", "450200", "450000"], DAY + dt.timedelta(1)),
            ("everybody", [], DAY + dt.timedelta(2)),
        )
    }
    hits = find("路灯", {"paper": Sector.objects.all()}, circles=circles)
    assert [known[hit.key] for hit in hits] == names


def test_no_circle_lets_anybody_in(written):
    written("路灯", circles=["450200"])
    assert find("路灯", seen(), circles=["450200"]) == []
