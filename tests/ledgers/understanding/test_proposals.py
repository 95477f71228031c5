"""Where a proposal stands and which number it bears, as offices write it."""

import pytest

from xieshang.ledgers.understanding.proposals import Borne, letter_of, moves_of, number_of
from xieshang.matters.lifecycles import PROPOSAL

STATES = {
    "已提交": "submitted",
    "待审查": "submitted",
    "退回修改": "returned",
    "不予立案": "not-filed",
    "未立案": "not-filed",
    "转社情民意信息": "converted",
    "已撤回": "withdrawn",
    "立案": "filed",
    "已立案": "filed",
    "并案": "filed",
    "已交办": "handling",
    "办理中": "handling",
    "未办结": "handling",
    "尚未答复": "handling",
    "已答复": "replied",
    "办复": "replied",
    "已办结": "archived",
    "归档": "archived",
    "跟踪办理": "tracked",
    "回头看": "tracked",
}
NUMBERS = {
    "12": Borne("2023", 12, 0),
    "012": Borne("2023", 12, 3),
    "第12号": Borne("2023", 12, 0),
    "２０２２－０４５": Borne("2022", 45, 3),
    "十三届二次第7号": Borne("十三届二次", 7, 0),
    "13-2-012": Borne("13-2", 12, 3),
    "〔2023〕8号": Borne("2023", 8, 0),
    "提案第9号": Borne("2023", 9, 0),
    "000": None,
    "": None,
    "无": None,
    "12345678": Borne("1", 2345678, 0),
}
LETTERS = {"A": "A", "a类": "A", "B 列入计划": "B", "Ｃ类": "C", "ABC": "", "已解决": "", "": ""}


@pytest.mark.parametrize("said", STATES)
def test_the_moves_lead_to_what_is_said(said):
    state = PROPOSAL.first
    for verb in moves_of(said):
        state = PROPOSAL.move(verb, state).goes_to
    assert state == STATES[said]


@pytest.mark.parametrize("said", ["", "？", "其他"])
def test_other_words_tell_of_no_move(said):
    assert moves_of(said) == ()


@pytest.mark.parametrize("said", NUMBERS)
def test_a_number_is_read_with_its_series(said):
    assert number_of(said, 2023) == NUMBERS[said]


@pytest.mark.parametrize("said", LETTERS)
def test_the_letter_stands_first(said):
    assert letter_of(said) == LETTERS[said]
