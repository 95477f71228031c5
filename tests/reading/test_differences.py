"""What an editor changed, as an editor would mark it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.growth import growth
from xieshang.reading.differences import Piece, compared


@pytest.mark.parametrize(
    ("before", "after", "pieces"),
    [
        ("", "", []),
        ("路灯不亮。", "路灯不亮。", [("路灯不亮。", "路灯不亮。")]),
        ("", "新写。", [("", "新写。")]),
        (
            "三部电梯停运，居民不便。",
            "三部电梯停运两周，居民不便。",
            [("三部电梯停运", "三部电梯停运"), ("", "两周"), ("，居民不便。", "，居民不便。")],
        ),
        (
            "维修资金难动用。建议开设应急通道。",
            "建议开设应急通道。",
            [("维修资金难动用。", ""), ("建议开设应急通道。", "建议开设应急通道。")],
        ),
        (
            "他说的话。",
            "她写的信。",
            [("他说的话", "她写的信"), ("。", "。")],
        ),  # 的 is shared by chance
    ],
)
def test_changes_are_marked_as_an_editor_would(before, after, pieces):
    assert compared(before, after) == [Piece(*each) for each in pieces]


WORDS = st.text(alphabet="路灯不亮的，。\nab", max_size=60)


@given(before=WORDS, after=WORDS)
def test_either_side_joined_is_its_text_and_changes_alternate(before, after):
    pieces = compared(before, after)
    assert "".join(piece.before for piece in pieces) == before
    assert "".join(piece.after for piece in pieces) == after
    assert all(piece.before or piece.after for piece in pieces)
    assert all(one.same is not other.same for one, other in zip(pieces, pieces[1:], strict=False))


@pytest.mark.parametrize("signs", ["的", "的，", "甲乙", "路灯不亮，"])
def test_the_longest_text_of_any_kind_is_compared_at_once(signs):
    def work(size):
        before = (signs * size)[:size]
        compared(before, before[::-1])
        compared(before[: size // 2] + "改" + before[size // 2 :], before)

    assert growth(work, 750) < 9
