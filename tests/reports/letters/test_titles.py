"""Titles by rule, and where long ones are broken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xieshang.reports.letters.titles import MOST, lines_of, title_of, width

BY_RULE = {
    ("reply", "自治区政协", 13, 3, "012"): "关于自治区政协十三届三次会议第012号提案的答复",
    ("reply", "示例市政协", 10, None, "20260012"): "关于示例市政协十届第20260012号提案的答复",
    ("opinion", "示例市政协", 12, 1, "7"): "关于示例市政协十二届一次会议第7号提案的会办意见",
    ("information", "示例县政协", 13, 3, "88"): "关于示例县政协第88号社情民意信息的答复",
}
BROKEN = {
    "提案答复": ["提案答复"],
    "关于自治区政协十三届三次会议第012号提案的答复": [
        "关于自治区政协十三届三次会议",
        "第012号提案的答复",
    ],
    "关于自治区政协十三届三次会议第012号提案的会办意见": [
        "关于自治区政协十三届三次会议",
        "第012号提案的会办意见",
    ],
    "关于示例壮族自治县政协第2026001号社情民意信息的答复": [
        "关于示例壮族自治县政协",
        "第2026001号社情民意信息的答复",
    ],
}


@pytest.mark.parametrize(("asked", "title"), BY_RULE.items(), ids=str)
def test_a_title_follows_the_rule(asked, title):
    assert title_of(*asked) == title


def test_there_is_no_rule_for_another_kind():
    with pytest.raises(KeyError, match="gift"):
        title_of("gift", "示例市政协", 13, 3, "1")


@pytest.mark.parametrize(("title", "lines"), BROKEN.items())
def test_a_long_title_is_broken_at_its_joints(title, lines):
    assert lines_of(title) == lines


@given(st.text(st.sampled_from("关于政协提案的答复第号《》（）12a、，"), max_size=90))
def test_every_line_fits_and_nothing_is_lost(title):
    lines = lines_of(title)
    assert "".join(lines) == title
    assert max(map(width, lines)) <= MOST


def test_a_title_of_20_000_signs_is_broken():
    assert "".join(lines_of("山" * 20_000)) == "山" * 20_000
