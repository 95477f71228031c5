"""What of a text counts when texts are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xieshang.matching.letters import letters, pairs, same_text

KEPT = {
    "": "", " \n\t，。！？：；“”（）【】《》…—·": "", "🙂👍🏽": "", "_-_": "", "停": "停",
    "关于停车难的建议。": "关于停车难的建议", "停　车 难\r\n": "停车难", "ＡＢＣ１２３": "abc123",
    "Wi-Fi": "wifi", "５４２３人次": "5423人次", "𠮷野家🙂": "𠮷野家", "㎡①": "1",
    "ｶﾞ": "ガ", "\ud800停": "停", "\x00停\x00车": "停车", "ǅ": "dž",
}  # fmt: skip


@pytest.mark.parametrize(("text", "kept"), KEPT.items())
def test_letters_and_digits_are_kept_in_one_form(text, kept):
    assert letters(text).tobytes().decode("utf-16-le") == kept


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), ("停", 0), ("停车", 1), ("停车难", 2), ("𠮷", 1), ("𠮷野", 2)]
)
def test_neighbours_make_pairs(text, count):
    assert len(pairs(letters(text))) == count


def test_a_pair_is_told_from_its_reverse():
    assert pairs(letters("车停车")).tolist() == [0x8F66505C, 0x505C8F66]


@given(st.text(max_size=60), st.text("，。 \n　！🙂_", max_size=5), st.data())
def test_the_same_text_has_the_same_digest_however_it_is_set(text, signs, data):
    place = data.draw(st.integers(0, len(text)))
    assert len(same_text(text)) == 16
    assert same_text(text[:place] + signs + text[place:]) == same_text(text)
    assert same_text(text + "停") != same_text(text)
