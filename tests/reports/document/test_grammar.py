"""What a clerk may type between two braces."""

import pytest
from django.utils import translation

from xieshang.reports.document.grammar import (
    Each,
    End,
    Listing,
    Misspelt,
    Name,
    Number,
    Word,
    parse,
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("数字：培训期数", Number("培训期数")),
        (
            " 数字: training-sessions | 柳州市 | 本级 ",
            Number("training-sessions", "柳州市", own=True),
        ),
        ("数字：协商次数｜450200｜含下级｜2022年", Number("协商次数", "450200", year=2022)),
        ("数字：协商次数｜自2022年", Number("协商次数", since=2022)),
        ("数字：协商次数｜自2022年以来｜可为零", Number("协商次数", since=2022, zero=True)),
        ("数字：期数｜品牌＝桂在协商", Number("期数", programme="桂在协商")),
        ("数字：期数｜形式=委员讲堂", Number("期数", form="委员讲堂")),
        ("数字：界别覆盖｜占比", Number("界别覆盖", share=True)),
        ("名称：4·27", Name("4·27")),
        ("名称：第14届二次会议", Name("第14届二次会议")),
        ("名称：桂协发〔2023〕5号", Name("桂协发〔2023〕5号")),
        ("年份", Word("年份")),
        ("每个市", Each("city")),
        ("每个品牌", Each("programme")),
        ("完", End()),
        ("数字依据", Listing("figures")),
        ("口径", Listing("definitions")),
    ],
)
def test_a_placeholder_means_one_thing(typed, meant):
    assert parse(typed) == meant


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("数字：", "The figure has no name: write 数字：, then the name of a figure"),
        ("数字：期数｜｜本级", "Nothing stands between two bars"),
        ("数字：期数｜本级｜含下级", "“含下级” is said twice"),
        ("数字：期数｜南宁市｜柳州市", "“柳州市” is said twice"),
        ("数字：期数｜2022｜自2021年", "A figure is for a year or since a year, not both"),
        ("年份：2023", "“年份” takes nothing after a colon"),
        ("名称：5400", "“5400” is no name: only a day, a term, an issue or a document number is"),
    ],
)
def test_a_misspelt_placeholder_says_why(typed, said):
    with translation.override("en"), pytest.raises(Misspelt) as refused:
        parse(typed)
    assert str(refused.value) == said


def test_an_unknown_word_is_answered_with_those_that_are_known():
    with translation.override("en"), pytest.raises(Misspelt) as refused:
        parse("数目")
    said = str(refused.value)
    assert said.startswith("“数目” is not known here; known are 数字、名称、年份、期间、政协、地名")
    assert said.endswith("、每个市、每个县、每个品牌、完、数字依据、口径")
