"""The headings are found in one row or two, below titles, wherever they stand."""

import pytest

from xieshang.ledgers.understanding.header import find_header
from xieshang.ledgers.understanding.understand import understand

from .sheets import meaning, rows_of, sheet_of

HEADINGS = ["序号", "开展时间", "主题", "活动类型", "主办单位", "参加人数", "其中委员"]
DATA = [1, "2023-03-05", "读书分享会", "读书活动", "桂林市政协", 30, 12]


@pytest.mark.parametrize("above", range(9))
def test_titles_units_and_blank_rows_may_stand_above(above):
    titles = [["桂林市政协2023年学习活动台账"], ["填报单位:桂林市政协办公室"], [], ["单位:人次"]]
    rows = (titles * 3)[:above]
    header = find_header([*rows, HEADINGS, DATA])
    assert (header.top, header.height, header.headings) == (above, 1, tuple(HEADINGS))


def test_two_rows_of_headings_are_read_as_one():
    sheet = sheet_of(
        ["2023年协商活动台账"],
        ["序号", "活动情况", None, None, "参加人次", None, None, "备注"],
        [None, "时间", "主题", "主办单位", "合计", "委员", "群众", None],
        [1, "3月5日", "路灯协商会", "桂林市政协", 30, 12, 8, ""],
    )
    assert meaning(sheet) == {
        "序号": "number",
        "活动情况\n时间": "day",
        "活动情况\n主题": "title",
        "活动情况\n主办单位": "host",
        "参加人次\n合计": "attendances",
        "参加人次\n委员": "member_attendances",
        "参加人次\n群众": "public_attendances",
        "备注": "remark",
    }
    records, refused, _notices = rows_of(sheet)
    assert [record.number for record in records] == [4]
    assert refused == []
    assert records[0].fields["attendances"] == 30


def test_a_merged_heading_over_its_parts_leaves_the_others_alone():
    sheet = sheet_of(
        ["序号", "开展时间", "主题", "参加人数", "其中", None],
        [None, None, None, None, "委员", "群众"],
        [1, "2023-03-05", "路灯协商会", 30, 12, 8],
        name="协商",
    )
    assert list(meaning(sheet).values()) == [
        "number", "day", "title", "attendances", "member_attendances", "public_attendances",
    ]  # fmt: skip


def test_the_first_row_of_data_is_no_second_row_of_headings():
    sheet = sheet_of(HEADINGS, [None, None, "读书分享会", "读书活动", None, None, None], DATA)
    assert understand(sheet).header.height == 1


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [["填表说明"], ["一、请按时报送。"], ["二、请勿改动表头。"]],
        [[1, 2, 3], [4, 5, 6]],
        [["单位", "电话"], ["办公室", "2812345"]],
    ],
)
def test_a_sheet_without_a_ledgers_headings_is_passed_over(rows):
    assert understand(sheet_of(*rows)) is None
