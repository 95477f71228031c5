"""Whatever is asked gets an answer, on either database."""

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

ODD = (
    "", " ", "\x00", "\ud800", "\udfff路灯", "。，、", "'", '"', "';",
    "'; DROP TABLE people; --", "*", "路*", '"路灯"', "(", ")", "(路灯 OR",
    "NEAR(路灯 维修, 2)", "grams:路灯",
    "-路灯", "^路灯", "路灯 AND", "NOT", "AND OR NOT", "{路灯}", "[路灯]", "\\", "%", "_",
    "%s", "%(x)s", "$1",
    ":路灯", "路灯:*", "路&灯|维!", "<->", "路\x00灯", "路\u200b灯", "\u202e路灯",
    "👨‍👩‍👧‍👦", "𠮷" * 500,
    "路" * 10_000, "路灯 " * 5_000, "a" * 10_000, "1" * 10_000, "9" * 400, "NaN", "Infinity",
    "2023-13-45",
    "0000-00-00", "9999-99", "\uffff", "e\u0301" * 300, "ﷺ" * 50, "\u0300" * 100, "路\r\n灯",
    "<script>alert(1)</script>", "../../etc/passwd",
)  # fmt: skip
SAME_AS_LAMP = {
    "路灯", '"路灯"', "-路灯", "^路灯", "{路灯}", "[路灯]", ":路灯", "路灯:*", "路&灯",
    "路\x00灯", "路\u200b灯", "\u202e路灯", "\udfff路灯", "路灯 " * 5_000, "路灯 *", "路，灯",
}  # fmt: skip


@pytest.mark.parametrize("question", ODD, ids=range(len(ODD)))
def test_an_odd_question_is_answered(written, found, question):
    written("路灯维修", text="关于路灯", numbers=["M1"])
    assert isinstance(found(question), list)


@pytest.mark.parametrize("question", SAME_AS_LAMP, ids=range(len(SAME_AS_LAMP)))
def test_signs_around_a_word_take_nothing_from_it(written, found, question):
    key = written("路灯维修")
    assert found(question) == [key]


@hypothesis_settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(), max_size=300))
def test_any_question_is_answered(written, found, question):
    assert isinstance(found(question), list)


@hypothesis_settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(), max_size=200), st.text(st.characters(), max_size=300))
def test_any_record_is_written_and_found_by_its_title(written, found, title, text):
    key = written(title, text=text, numbers=[title[:20]])
    assert key in found(title[:30], most=500) or not any(map(str.isalnum, title[:30]))
