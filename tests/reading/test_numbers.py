"""Cells as offices really fill them, and what a careful reader makes of each."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xieshang.reading.numbers import (
    Count,
    Quantity,
    read_count,
    read_number,
    read_quantity,
)
from xieshang.reading.unreadable import REASONS, Unreadable

NUMBERS = {
    "0": 0, "7": 7, "108": 108, "１６２": 162, "1,200": 1200, "12,345,678": 12_345_678,
    "１，２００": 1200, " 45 ": 45, "\ufeff45": 45, "　45　": 45, "3.50": "3.50", "-5": -5,
    "－5": -5, "+5": 5, "三": 3, "两": 2, "十": 10, "十二": 12, "二十": 20, "二十一": 21,
    "一百": 100, "百": 100, "一百零五": 105, "一百一十": 110, "一百二十": 120, "一百二": 120,
    "两千": 2000, "二〇二三": 2023, "一千零一": 1001, "一千零一十": 1010, "一千二百三十四": 1234,
    "三万": 30_000, "三万五": 35_000, "三万五千": 35_000, "十二万": 120_000,
    "一亿二千万": 120_000_000, "壹佰贰拾": 120, "2千": 2000, "1.2万": 12_000,
    "36,400万": 364_000_000, "1.2亿": 120_000_000, "1亿2000万": 120_000_000,
    "1.2万亿": 1_200_000_000_000, "一万二千亿": 1_200_000_000_000, "3万5000": 35_000,
    "3万500": 30_500,
}  # fmt: skip
NOT_NUMBERS = (
    "若干", "无", "—", "/", "1,20", "12,34", ",5", "5.", ".5", "1.2.3", "1.2万3", "3万5", "万",
    "亿元", "十百", "一百零", "零十", "二二十", "一百二百", "1万2亿3", "1亿2亿", "12 34", "五成",
    "NaN", "1e5", "٣", "²", "①", "4５人", "合计", "1万20000",
)  # fmt: skip
QUANTITIES = {
    "5400余人次": (5400, "人次", "余"), "约300": (300, "", "约"), "130余次": (130, "次", "余"),
    "近2万人": (20_000, "人", "近"), "2万多人次": (20_000, "人次", "多"),
    "300人左右": (300, "人", "左右"), "300人以上": (300, "人", "以上"),
    "逾7500亿元": (750_000_000_000, "元", "逾"), "超过8000人次": (8000, "人次", "超过"),
    "5400余万元": (54_000_000, "元", "余"), "20来个": (20, "个", "来"),
    "上百场": (100, "场", "上"), "三十余场": (30, "场", "余"), "十多次": (10, "次", "多"),
    "百余件": (100, "件", "余"), "5千元": (5000, "元", ""), "98.5%": ("98.5", "%", ""),
    "９８个": (98, "个", ""), "达45期": (45, "期", ""), "至少3场": (3, "场", "至少"),
    "大约 120 人": (120, "人", "大约"), "45": (45, "", ""), "120场次": (120, "场次", ""),
}  # fmt: skip
COUNTS = {
    "89人次": (89, ""), "45人": (45, ""), "１６２": (162, ""), "98个": (98, ""),
    "1,200": (1200, ""), "0": (0, ""), "5400余人次": (5400, "余"), "约300": (300, "约"),
    "130余次": (130, "余"), "一百二十人": (120, ""), "98个岗位": (98, ""), "45名委员": (45, ""),
    "1.2万人次": (12_000, ""), "12.0": (12, ""),
}  # fmt: skip
NOT_COUNTS = {
    "若干": "not-a-quantity", "-5": "negative", "12.5": "not-whole", "": "empty", "   ": "empty",
    "45人(其中委员20人)": "not-a-quantity", "3000000000": "too-large", "几十人": "not-a-quantity",
    "9" * 65: "too-long", "9" * 30: "too-large", "45/20": "not-a-quantity",
    "30-40人": "not-a-quantity",
}  # fmt: skip


@pytest.mark.parametrize(("cell", "value"), NUMBERS.items())
def test_a_number_is_read(cell, value):
    assert read_number(cell) == Decimal(value)


@pytest.mark.parametrize("cell", NOT_NUMBERS)
def test_what_is_not_a_number_is_not_read_as_one(cell):
    with pytest.raises(Unreadable):
        read_number(cell)


@pytest.mark.parametrize(("cell", "expected"), QUANTITIES.items())
def test_a_quantity_keeps_its_unit_and_its_word_of_approximation(cell, expected):
    value, unit, approximation = expected
    assert read_quantity(cell) == Quantity(Decimal(value), unit, approximation)


@pytest.mark.parametrize(("cell", "expected"), COUNTS.items())
def test_a_count_is_read(cell, expected):
    assert read_count(cell) == Count(*expected)


@pytest.mark.parametrize(("cell", "reason"), NOT_COUNTS.items())
def test_a_cell_that_counts_nobody_says_why(cell, reason):
    with pytest.raises(Unreadable) as refused:
        read_count(cell)
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    ("cell", "value"), [(108.0, 108), (0.1, "0.1"), (7, 7), (Decimal("1.50"), "1.5"), (-3, -3)]
)
def test_a_number_of_the_spreadsheet_is_taken_as_it_prints(cell, value):
    assert read_number(cell) == Decimal(value)


@pytest.mark.parametrize(
    "cell", [None, True, float("nan"), float("inf"), 10**16, 1e300, [], object(), 10**4000]
)
def test_other_things_are_unreadable(cell):
    with pytest.raises(Unreadable):
        read_number(cell)


def test_a_reason_is_a_sentence_for_people():
    refused = Unreadable("not-whole", "12.5")
    assert str(refused) == "“12.5” is not a whole number."
    assert (refused.msgid, refused.values) == (REASONS["not-whole"], {"cell": "12.5"})


def numeral(number: int) -> str:
    """A whole number below a hundred million, written out as a Chinese numeral."""
    high, low = divmod(number, 10_000)
    if high:
        return (
            numeral(high) + "万" + ("零" if 0 < low < 1000 else "") + (numeral(low) if low else "")
        )
    written, rest, gap = "", number, False
    for size, step in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, rest = divmod(rest, size)
        gap = gap or bool(written) and not digit
        if digit:
            written += ("零" if gap else "") + "零一二三四五六七八九"[digit] + step
            gap = False
    return written or "零"


@given(st.integers(0, 99_999_999))
def test_a_written_out_numeral_reads_back(number):
    assert read_number(numeral(number)) == number


@given(st.integers(-(10**14), 10**14))
def test_digits_read_back_with_and_without_separators_in_either_width(number):
    wide = str.maketrans("0123456789,-", "０１２３４５６７８９，－")
    for cell in (str(number), f"{number:,}"):
        assert read_number(cell) == read_number(cell.translate(wide)) == number


@given(st.text(max_size=80) | st.text("0123456789零一二三十百千万亿,.余约人次", max_size=20))
def test_a_reader_returns_a_value_or_says_it_cannot(text):
    for read in (read_number, read_quantity, read_count):
        try:
            assert read(text) is not None
        except Unreadable as refused:
            assert refused.reason in REASONS


@pytest.mark.parametrize("piece", ["9", "一", "万", "1,", "十余", " ", "约1"])
def test_a_very_long_cell_is_refused_at_once(piece):
    with pytest.raises(Unreadable):
        read_quantity(piece * 50_000)
