"""What was put off is put when there is time, as the records are then."""

import datetime as dt

import pytest

from xieshang.search import actions
from xieshang.search.actions import catch_up, changed
from xieshang.search.index import index
from xieshang.search.index.card import Asked
from xieshang.search.models import Document, Due
from xieshang.search.words import grams

DAY = dt.date(2023, 3, 5)


@pytest.fixture
def titles():
    """Titles by key: the records, as their source tells of them."""
    return {}


@pytest.fixture
def source(titles):
    return lambda keys: [
        Document(kind="paper", key=key, title=titles[key], day=DAY) for key in keys if key in titles
    ]


def kept():
    return dict(Document.objects.values_list("key", "title"))


def test_few_are_found_at_once(db, titles, source):
    titles |= {1: "路灯", 2: "井盖"}
    changed("paper", [1, 2], source)
    assert (kept(), Due.objects.count()) == (titles, 0)
    del titles[1]
    titles[2] = "停车"
    changed("paper", [1, 2], source)
    assert kept() == {2: "停车"}


def test_what_is_forgotten_or_rewritten_leaves_nothing_in_the_index(db, titles, source):
    """Not even a card of which no document is left."""

    def cards(word):
        return list(index().walk(Asked(body=grams(word))))

    titles |= {1: "路灯", 2: "井盖"}
    changed("paper", [1, 2], source)
    held = dict(Document.objects.values_list("title", "pk"))
    assert (cards("路灯"), cards("井盖")) == ([held["路灯"]], [held["井盖"]])
    titles[2] = "停车"
    changed("paper", [2], source)
    assert (cards("井盖"), len(cards("停车"))) == ([], 1)
    del titles[1], titles[2]
    changed("paper", [1, 2], source)
    assert (cards("路灯"), cards("停车")) == ([], [])


def test_many_are_found_later_as_they_are_by_then(db, titles, source, monkeypatch):
    monkeypatch.setattr(actions, "AT_ONCE", 1)
    monkeypatch.setattr(actions, "BATCH", 2)
    titles |= {key: "路灯" for key in range(1, 6)}
    changed("paper", list(titles), source)
    assert (kept(), Due.objects.count()) == ({}, 5)
    del titles[3]
    titles[4] = "停车"
    changed("paper", [3, 4], source)
    assert catch_up({"paper": source}) == 7
    assert (kept(), Due.objects.count()) == (titles, 0)
    assert catch_up({"paper": source}) == 0


def test_what_has_no_source_waits_for_one(db, titles, source, monkeypatch):
    monkeypatch.setattr(actions, "AT_ONCE", 0)
    titles[1] = "路灯"
    changed("paper", [1], source)
    assert (catch_up({"note": source}), kept()) == (0, {})
    assert (catch_up({"paper": source}), kept()) == (1, titles)
