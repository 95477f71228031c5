"""Days in every form a ledger has them."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.growth import growth
from xieshang.reading.dates import read_day, read_day_after, year_in
from xieshang.reading.unreadable import REASONS, Unreadable

FIFTH_OF_MARCH = (
    "2023年3月5日", "2023年03月05日", "２０２３年３月５日", "2023.3.5", "2023．3．5", "2023/03/05",
    "2023-3-5", "20230305", "２０２３０３０５", "二〇二三年三月五日", "二○二三年三月五日",
    "2023 年 3 月 5 日", "2023年3月5号", "2023-03-05 00:00:00", "2023-03-05T09:30",
    "2023年3月5日上午", "2023年3月5日(星期日)", "2023年3月5日（周日）下午", "2023年3月5日至7日",
    "2023.3.5-3.7", "2023年3月5日-2023年3月6日", "44990", " 2023-3-5 ", date(2023, 3, 5),
    datetime(2023, 3, 5, 14, 30, tzinfo=UTC), 44990, 44990.604, 20230305, 20230305.0,
)  # fmt: skip
WITHOUT_YEAR = (
    "3月5日",
    "03月05日",
    "3.5",
    "3/5",
    "3-5",
    "３月５日",
    "三月五日",
    "3月5号下午",
    "3月5日—6日",
)
NOT_DAYS = {
    "2023年13月40日": "no-such-day", "2023-02-29": "no-such-day", "20231340": "no-such-day",
    "0001-01-01": "no-such-day", "2023年3月": "not-a-day", "2023": "not-a-day",
    "待定": "not-a-day", "": "empty", "三月": "not-a-day", "23.3.5": "not-a-day",
    "2023-3/5": "not-a-day", "3月5日": "no-year", "三月五日": "no-year", "3.5": "no-year",
    "2023.3.5.6": "not-a-day", 60: "no-such-day", 3.1: "month-point-day", 0: "not-a-day",
    -5: "not-a-day", 400_000: "no-such-day", True: "not-a-day", None: "empty",
    float("nan"): "not-a-day", 10**400: "not-a-day", "五五年三月五日": "not-a-day",
    "2023年二二月五日": "no-such-day", "x" * 50_000: "too-long", "9999年3月5日": "no-such-day",
}  # fmt: skip
YEARS = {
    "450200柳州市政协2023年工作台账.xls": 2023, "二〇二三年工作台账": 2023, "２０２３年度": 2023,
    "台账2023.xlsx": 2023, "450400梧州市政协2023年工作台账-建言台账.csv": 2023,
    "2023年台账(2024年1月汇总)": 2023, "填报时间:2023年12月31日": 2023, "工作台账": None,
    "2022-2023": None, "20230305": None, "": None, "1200人": None, "2023-03-05": 2023,
    "234五年": None,
}  # fmt: skip


@pytest.mark.parametrize("cell", FIFTH_OF_MARCH)
def test_a_day_is_read_in_every_form(cell):
    assert read_day(cell) == date(2023, 3, 5)


@pytest.mark.parametrize("cell", WITHOUT_YEAR)
def test_a_day_without_a_year_takes_the_sheets(cell):
    assert read_day(cell, year=2023) == date(2023, 3, 5)


def test_a_year_in_the_cell_is_stronger_than_the_sheets():
    assert read_day("2022年12月30日", year=2023) == date(2022, 12, 30)


@pytest.mark.parametrize(("cell", "reason"), NOT_DAYS.items())
def test_a_cell_without_a_day_says_why(cell, reason):
    with pytest.raises(Unreadable) as refused:
        read_day(cell)
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    ("serial", "epoch", "day"),
    [
        (1, 1900, date(1900, 1, 1)),
        (59, 1900, date(1900, 2, 28)),
        (61, 1900, date(1900, 3, 1)),
        (45291, 1900, date(2023, 12, 31)),
        (0, 1904, date(1904, 1, 1)),
        (60, 1904, date(1904, 3, 1)),
        (43528, 1904, date(2023, 3, 5)),
    ],
)
def test_both_calendars_of_spreadsheets_are_known(serial, epoch, day):
    assert read_day(serial, epoch=epoch) == day


@pytest.mark.parametrize(
    ("cell", "first_day", "day"),
    [
        ("1月6日", date(2023, 12, 20), date(2024, 1, 6)),
        ("12月20日", date(2023, 12, 20), date(2023, 12, 20)),
        ("2023年1月6日", date(2023, 12, 20), date(2023, 1, 6)),
        ("2月29日", date(2023, 12, 20), date(2024, 2, 29)),
        ("3.5", date(2023, 1, 1), date(2023, 3, 5)),
    ],
)
def test_a_due_day_is_never_before_the_row_it_belongs_to_unless_it_says_so(cell, first_day, day):
    if "年" in cell:  # written with its year: the caller compares
        assert read_day(cell) == day
    else:
        assert read_day_after(cell, first_day) == day


def test_a_due_day_that_no_year_has_is_refused():
    with pytest.raises(Unreadable) as refused:
        read_day_after("2月30日", date(2023, 1, 1))
    assert refused.value.reason == "no-such-day"


@pytest.mark.parametrize(("text", "year"), YEARS.items())
def test_the_year_of_a_title_or_a_file_name(text, year):
    assert year_in(text) == year


@given(st.dates(date(1900, 3, 1), date(2199, 12, 31)))
def test_a_day_reads_back_from_every_form(day):
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    for cell in (
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}.{day.month}.{day.day}",
        f"{day:%Y/%m/%d}",
        f"{day:%Y%m%d}",
        day.isoformat(),
    ):
        assert read_day(cell) == read_day(cell.translate(wide)) == day
    assert read_day((day - date(1899, 12, 30)).days) == day
    assert read_day(f"{day.month}月{day.day}日", year=day.year) == day


@given(st.integers(1, 60), st.dates(date(2000, 1, 1), date(2100, 12, 31)))
def test_a_day_without_a_year_lands_within_the_year_after_its_row(days, first_day):
    day = first_day + timedelta(days=days)
    assert read_day_after(f"{day.month}月{day.day}日", first_day) == day


@given(st.text(max_size=70) | st.text("0123456789年月日.-/ 至二三", max_size=14))
def test_a_reader_returns_a_day_or_says_it_cannot(text):
    try:
        assert 1900 <= read_day(text, year=2023).year <= 2199
    except Unreadable as refused:
        assert refused.reason in REASONS


def test_a_very_long_title_is_read_in_linear_time():
    assert growth(lambda size: year_in("2023年" + "二〇" * size), 25_000) < 9
    assert growth(lambda size: year_in("20" * size), 25_000) < 9
