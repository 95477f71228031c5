"""A ledger's year comes from what it says of itself."""

import datetime as dt

import pytest

from .sheets import book_of, read_book, rows_of, sheet_of

HEADINGS = ["时间", "主题", "人次"]
ROW = ["3月5日", "读书分享会", 30]


@pytest.mark.parametrize(
    ("name", "above", "year"),
    [
        ("450100南宁市政协2022年工作台账.xlsx", [], 2022),
        ("台账.xlsx", [["南宁市政协2022年学习活动台账"]], 2022),
        ("2021年台账.xlsx", [["南宁市政协2022年学习活动台账"]], 2022),
        ("台账.xlsx", [["学习活动台账"], ["填报时间:2022年12月31日"]], 2022),
        ("台账.xlsx", [["学习活动台账"], ["填报时间:2023年1月10日"]], 2022),
        ("台账.xlsx", [["二〇二二年学习活动台账"], ["填报时间:2023年1月10日"]], 2022),
        ("2022.xlsx", [], 2022),
    ],
)
def test_the_year_is_stated_by(name, above, year):
    sheet = sheet_of(*above, HEADINGS, ROW, name="学习")
    assert rows_of(sheet, name)[0][0].fields["day"] == dt.date(year, 3, 5)


def test_days_written_with_their_year_tell_it_for_those_without():
    sheet = sheet_of(
        HEADINGS, ["2022.1.9", "读书会", 1], ["2022.2.9", "读书会", 1], ROW, name="学习"
    )
    assert [r.fields["day"].year for r in rows_of(sheet)[0]] == [2022, 2022, 2022]


def test_a_sheet_that_does_not_say_takes_the_year_of_the_others(places):
    stated = sheet_of(["2022年学习活动台账"], HEADINGS, ROW, name="学习")
    silent = sheet_of(["时间", "主题", "类型"], ["3月6日", "路灯议事会", "基层协商"], name="协商")
    _book, rows = read_book(book_of(stated, silent), places)
    assert rows["协商"][0].fields["day"] == dt.date(2022, 3, 6)


def test_without_any_year_the_rows_come_back():
    _records, refused, _notices = rows_of(sheet_of(HEADINGS, ROW, name="学习"))
    assert [(r.slug, r.column) for r in refused[0].reasons] == [("no-year", "A")]


def test_an_answer_wins_over_the_title():
    sheet = sheet_of(["2023年学习活动台账"], HEADINGS, ROW, name="学习")
    assert rows_of(sheet, year=2021)[0][0].fields["day"] == dt.date(2021, 3, 5)


def test_a_day_of_the_year_before_is_kept_when_it_is_written_with_its_year():
    sheet = sheet_of(["2023年学习活动台账"], HEADINGS, ["2022年1月9日", "读书分享会", 30])
    records = rows_of(sheet)[0]
    assert (records[0].fields["day"], records[0].warnings) == (dt.date(2022, 1, 9), ())


def test_a_day_many_years_away_is_kept_with_a_warning():
    sheet = sheet_of(["2023年学习活动台账"], HEADINGS, ["2032年1月9日", "读书分享会", 30])
    assert [w.slug for w in rows_of(sheet)[0][0].warnings] == ["far-year"]


def test_days_after_the_turn_of_a_year_that_is_not_written_belong_to_the_next():
    sheet = sheet_of(
        ["登记时间", "事项", "办理期限", "状态", "办结时间"],
        ["12月20日", "路灯不亮", "2月18日", "已办结", "1月5日"],
        ["12月21日", "路面破损", "2024年1月20日", "办理中", ""],
        name="2023年问题",
    )
    assert [(r.fields["due_on"], r.fields["solved_on"]) for r in rows_of(sheet)[0]] == [
        (dt.date(2024, 2, 18), dt.date(2024, 1, 5)),
        (dt.date(2024, 1, 20), None),
    ]
