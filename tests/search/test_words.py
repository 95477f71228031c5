"""Texts made comparable, words of a question, and the grams by which they are found."""

import datetime as dt
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xieshang.search.words import (
    asked_grams,
    comparable,
    cuts,
    day_word,
    grams,
    singles,
    traced,
    words_of,
)

SAME = (
    ("Ｍ１２３", "m123"),
    ("路 灯，维修！", "路灯维修"),
    ("路\n灯\t维\u3000修", "路灯维修"),
    ("STRASSE straße", "strassestrasse"),
    ("e\u0301tude", "étude"),
    ("\uf900", "豈"),
    ("為民", "為民"),
    ("𠮷野家", "𠮷野家"),
    ("\U0003106c\U000323af", "\U0003106c\U000323af"),
    ("\ue000", "\ue000"),
    ("👍🏽 ok", "👍ok"),
    ("葛\U000e0100城", "葛城"),
    ("a\u202eb\u200bc\ufeffd", "abcd"),
    ("\x00\x07\ufffd", ""),
    ("+ < = > ^ ` | ~ $ * \" ' ( ) ; --", ""),
    ("¥５０", "¥50"),
)


@pytest.mark.parametrize(("text", "form"), SAME)
def test_texts_are_made_comparable(text, form):
    assert comparable(text) == form


QUESTIONS = (
    ("路灯 维修", ["路灯", "维修"]),
    ("路灯　路灯 路 灯", ["路灯", "路", "灯"]),
    ("2023-03-05 2023/3 ２０２３年３月５日", ["2023年3月5日", "2023年3月"]),
    ("12.5", ["125"]),
    ("'; -- DROP TABLE", ["drop", "table"]),
    ("。，！", []),
    ("\x00 \ud800", []),
    ("", []),
    ("甲" * 10_000, ["甲" * 40]),
    (" ".join("甲乙丙丁戊己庚辛壬癸"), list("甲乙丙丁戊己庚辛")),
)


@pytest.mark.parametrize(("question", "words"), QUESTIONS)
def test_a_question_is_cut_into_its_words(question, words):
    assert words_of(question) == words


CUTS = (
    ("路灯", []),
    ("修路灯", []),
    ("路灯维修", [("路灯", "维修")]),
    ("城中区路灯", [("城中", "区路灯"), ("城中区", "路灯")]),
    ("路灯维修基金", [("路灯维", "修基金"), ("路灯", "维修基金"), ("路灯维修", "基金")]),
    ("提案第12号", []),
    ("xieshang", []),
)


@pytest.mark.parametrize(("word", "ways"), CUTS)
def test_a_long_word_is_cut_and_a_number_is_not(word, ways):
    assert cuts(word) == ways


def test_grams_are_told_apart_by_number():
    assert grams("路灯") == {0x8DEF706F - (1 << 32)}
    assert grams("𠮷") == {0xD842DFB7 - (1 << 32)}
    assert asked_grams("4502") == {0x10000 + int("450", 36), 0x10000 + int("502", 36)}
    assert grams("4502") - asked_grams("4502") == {0x340035, 0x350030, 0x300032}
    assert singles("路") == {0x8DEF} and grams("路") == set()


LETTERS = st.text(st.sampled_from("路灯维修水a1b2年月𠮷👍，"), max_size=30)


@given(LETTERS, st.integers(0, 29), st.integers(1, 9))
def test_a_text_has_the_grams_of_every_piece_of_it(text, start, length):
    text = comparable(text)
    assert asked_grams(text[start : start + length]) <= grams(text)


@given(st.text())
def test_whatever_is_written_has_words_and_grams(text):
    composed = normalize("NFC", text)
    form, places = traced(composed)
    assert (form, len(form)) == (comparable(text), len(places))
    for word in words_of(text):
        assert asked_grams(word) <= grams(word)
        assert all(left + right == word for left, right in cuts(word))


def test_a_day_is_written_as_people_write_it():
    assert words_of("2023-03-05") == [day_word(dt.date(2023, 3, 5))]
