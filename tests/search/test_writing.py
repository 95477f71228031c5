"""Records made findable, by new words, and no more; together with the write they belong to."""

import datetime as dt

import pytest
from django.db import transaction

from xieshang.people.models import Sector
from xieshang.search.actions import LONGEST, forget, put, put_many, rebuild
from xieshang.search.models import Document

DAY = dt.date(2023, 3, 5)
NOBODY_KEEPS = (
    ("路\x00灯", "路灯"),
    ("路\ud800灯", "路灯"),
    ("\udfff", ""),
)


def test_a_record_is_found_by_its_new_words_only(written, found):
    key = written("路灯", text="维修", numbers=["M1"], day=DAY)
    put("paper", key, title="井盖", text="更换", numbers=["M2"], day=DAY.replace(year=2024))
    for old in ("路灯", "维修", "M1", "2023-03-05"):
        assert found(old) == []
    for new in ("井盖", "更换", "M2", "2024-03-05"):
        assert found(new) == [key]
    assert Document.objects.count() == 1


def test_a_record_forgotten_is_not_found(written, found):
    gone, kept = written("路灯"), written("路灯")
    forget("paper", [gone, 999])
    forget("note", [kept])
    assert found("路灯") == [kept]


def test_what_is_rolled_back_is_not_found(written, found):
    key = written("路灯")
    with pytest.raises(RuntimeError), transaction.atomic():
        put("paper", key, title="井盖", day=DAY)
        forget("paper", [key])
        raise RuntimeError
    assert (found("路灯"), found("井盖")) == ([key], [])


@pytest.mark.parametrize(("text", "kept"), NOBODY_KEEPS)
def test_what_no_database_keeps_is_left_out(written, found, text, kept):
    key = written(text, text=text, numbers=[text])
    document = Document.objects.get()
    assert (document.title, document.text, document.numbers) == (kept, kept, [kept])
    assert found("路灯") == ([key] if kept else [])


def test_a_text_is_findable_as_far_as_its_longest(written, found):
    key = written("长文", text="甲" * (LONGEST - 2) + "路灯维修")
    assert (found("甲路灯"), found("灯维")) == ([key], [])


def document(key, title):
    return Document(kind="paper", key=key, title=title, day=DAY)


def test_everything_is_built_anew(written, found, monkeypatch):
    monkeypatch.setattr("xieshang.search.actions.BATCH", 2)
    old = written("路灯")
    keys = [Sector.objects.create(name=name).pk for name in "甲乙丙"]
    told = []
    sources = ([document(key, "井盖") for key in keys], [document(old, "停车")])
    assert rebuild(sources, told.append) == 4
    assert told == [2, 3, 4]
    assert (found("路灯"), found("井盖"), found("停车")) == ([], keys[::-1], [old])
    put_many([document(old, "井盖")])
    assert found("井盖") == [old, *keys[::-1]]
