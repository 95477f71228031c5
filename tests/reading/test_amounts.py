"""Amounts of money in every unit, and the unit of a column that does not say."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xieshang.reading.amounts import GUESS, LIKELY, STATED, infer_amount_unit, read_amount
from xieshang.reading.unreadable import REASONS, Unreadable

AMOUNTS = {
    ("1.2亿元", "万元"): 12_000, ("36,400万元", "亿元"): 36_400, ("1700万", "亿元"): 1700,
    ("9,999元", "万元"): "0.9999", ("5.74", "亿元"): 57_400, ("2,400", "万元"): 2400,
    ("1700", "元"): "0.17", (5.74, "亿元"): 57_400, (0.1, "亿元"): 1000, (9999, "万元"): 9999,
    ("１．２亿", "万元"): 12_000, ("约3亿元", "万元"): 30_000, ("逾7500亿元", "万元"): 75_000_000,
    ("1亿2000万元", "万元"): 12_000, ("¥9,999", "元"): "0.9999", ("人民币500万元", "元"): 500,
    ("两亿元", "万元"): 20_000, ("三千万元", "亿元"): 3000, ("0", "万元"): 0,
    ("5千元", "万元"): "0.5", ("36400 万元", "亿元"): 36_400, ("1.2 亿", "元"): 12_000,
}  # fmt: skip
NOT_AMOUNTS = {
    "待定": "not-a-quantity", "-3": "negative", "300万美元": "other-currency",
    "$5": "other-currency", "45人": "not-an-amount", "98%": "not-an-amount", "": "empty",
    "3-5亿元": "not-a-quantity",
}  # fmt: skip
COLUMNS = {
    ("投资额(万元)", "", ()): ("万元", STATED), ("总投资（亿元）", "", (5,)): ("亿元", STATED),
    ("总投资", "单位:万元", (5.7,)): ("万元", STATED),
    ("投资额", "单位：亿元、个", (1,)): ("亿元", STATED), ("投资(元)", "", ()): ("元", STATED),
    ("投资 万", "", ()): ("万元", STATED), ("总投资", "", (5.74, 0.1, 3.39)): ("亿元", LIKELY),
    ("总投资", "", ("2.04", "0.99", 1)): ("亿元", LIKELY),
    ("总投资", "", (2400, 18_200, 100)): ("万元", LIKELY),
    ("总投资", "", (24_000_000, 1_820_000)): ("元", LIKELY),
    ("总投资", "", (1200.5, 3400)): ("万元", LIKELY),
    ("总投资", "", ("2.19亿元", 1800, 900)): ("万元", LIKELY),
    ("总投资", "", (3, 5, 12)): ("亿元", GUESS), ("总投资", "", (60, 300)): ("万元", GUESS),
    ("总投资", "", ("", "待定")): ("万元", GUESS), ("元旦项目投资", "", ()): ("万元", GUESS),
}  # fmt: skip


@pytest.mark.parametrize(("cell_and_unit", "value"), AMOUNTS.items())
def test_an_amount_is_read_in_wan_yuan(cell_and_unit, value):
    cell, unit = cell_and_unit
    assert read_amount(cell, unit=unit) == Decimal(value)


@pytest.mark.parametrize(("cell", "reason"), NOT_AMOUNTS.items())
def test_what_is_no_amount_says_why(cell, reason):
    with pytest.raises(Unreadable) as refused:
        read_amount(cell)
    assert refused.value.reason == reason


@pytest.mark.parametrize(("column", "expected"), COLUMNS.items())
def test_the_unit_of_a_column_is_found_and_how_sure_is_said(column, expected):
    header, note, values = column
    assert infer_amount_unit(values, header=header, note=note) == expected


@given(st.decimals("0.01", "99999", places=2))
def test_an_amount_reads_back_whatever_its_unit(amount):
    assert read_amount(f"{amount}亿元") == read_amount(str(amount), unit="亿元") == amount * 10_000
    assert read_amount(f"{amount:,}万") == read_amount(f"{amount:,}万元") == amount
    assert read_amount(f"{amount}元") == amount / 10_000


@given(st.text(max_size=70) | st.text("0123456789.,万亿元约¥$美人民币", max_size=12))
def test_a_reader_returns_an_amount_or_says_it_cannot(text):
    try:
        assert read_amount(text) >= 0
    except Unreadable as refused:
        assert refused.reason in REASONS
