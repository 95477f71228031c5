"""Each row is what a reader sees in it; only rows of data are read."""

import pytest

from xieshang.ledgers.understanding.header import find_header
from xieshang.ledgers.understanding.rows import Row, Rows

from .sheets import rows_of, sheet_of

HEADINGS = ["序号", "开展时间", "主题", "地点", "参加人数", "其中委员"]
FIRST = [1, "2023-03-05", "读书分享会", "党校", 30, 12]
SECOND = [2, "2023-04-05", "专题学习会", "线上", "20人次", 8]


@pytest.mark.parametrize(
    ("row", "what"),
    [
        (FIRST, Row.DATA),
        (["", "2023-03-05", "读书分享会", "", "", ""], Row.DATA),
        (["1", "", "", "", "", ""], Row.BLANK),
        ([None] * 6, Row.BLANK),
        (["", " ", "　", "", None, ""], Row.BLANK),
        (HEADINGS, Row.HEADER),
        (["序号", "开展时间", "主 题", "", "参加人数", "其中委员"], Row.HEADER),
        (["合计", "", "", "", 50, 20], Row.TOTAL),
        (["总 计", "", "", "", 50, 20], Row.TOTAL),
        (["", "合计:", "", "", 50, 20], Row.TOTAL),
        (["", "", "共计2场", "", 50, 20], Row.TOTAL),
        (["小计", "", "", "", 50, 20], Row.SUBTOTAL),
        (["注:以上数据由各专委会报送汇总。", "", "", "", "", ""], Row.NOTE),
        (["备注:含线上。", None, None, None, None, None], Row.NOTE),
        (["填表人:办公室", "", "审核人:办公室", "", "", ""], Row.NOTE),
        (["一、市本级", "", "", "", "", ""], Row.NOTE),
        (["", "", "(一)城中区", "", "", ""], Row.NOTE),
        ([3, "", "合计投资额分析会", "", "", ""], Row.DATA),
        (["", "", "读书分享会", "", "", ""], Row.DATA),
    ],
)
def test_a_row_is(row, what):
    assert Rows(find_header([HEADINGS, FIRST]), title=2)(row) is what


def test_headings_in_letters_are_told_from_a_number():
    headings = ["NO", "时间", "主题"]
    sheet = sheet_of(headings, ["A1", "3月5日", "读书会"], headings, name="2023年学习")
    assert [record.number for record in rows_of(sheet)[0]] == [2]


def test_a_total_that_agrees_says_nothing():
    sheet = sheet_of(HEADINGS, FIRST, SECOND, ["合计", "", "", "", 50, 20], name="学习")
    assert rows_of(sheet)[2] == []


def test_subtotals_are_checked_each_for_its_part_and_the_total_for_all():
    sheet = sheet_of(
        HEADINGS,
        FIRST,
        ["小计", "", "", "", 30, 12],
        SECOND,
        ["小计", "", "", "", 20, 8],
        ["合计", "", "", "", 50, 20],
        name="学习",
    )
    records, _refused, notices = rows_of(sheet)
    assert [record.number for record in records] == [2, 4]
    assert notices == []


def test_a_total_that_disagrees_is_told_with_both_numbers():
    sheet = sheet_of(HEADINGS, FIRST, SECOND, ["合计", "", "", "", 51, "20人"], name="学习")
    notices = rows_of(sheet)[2]
    assert [(n.number, n.remark.column, n.remark.values) for n in notices] == [
        (4, "E", {"cell": "51", "other": "50"})
    ]


def test_headings_repeated_on_every_page_are_not_data():
    sheet = sheet_of(HEADINGS, FIRST, [], HEADINGS, SECOND, name="学习")
    records, refused, _notices = rows_of(sheet)
    assert [record.number for record in records] == [2, 5]
    assert refused == []


def test_a_merged_day_is_said_for_every_row_it_spans_but_a_merged_count_only_once():
    sheet = sheet_of(
        HEADINGS,
        [1, "2023-03-05", "读书分享会", "党校", 30, 12],
        [2, None, "专题学习会", "线上", None, None],
        name="学习",
        merged=((2, 2, 3, 2), (2, 5, 3, 5)),
    )
    records, refused, _notices = rows_of(sheet)
    assert [(r.fields["day"].isoformat(), r.fields["attendances"]) for r in records] == [
        ("2023-03-05", 30),
        ("2023-03-05", None),
    ]
    assert refused == []
