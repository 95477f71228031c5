"""A row is read as a careful reader reads it, or it comes back with its reasons."""

import datetime as dt
from decimal import Decimal

import pytest

from xieshang.ledgers.understanding.outcomes import adopted, matter_kind, solved
from xieshang.ledgers.understanding.understand import understand

from .sheets import rows_of, sheet_of

HEADINGS = ["序号", "日期", "主题", "系列", "期数", "主办单位", "参会人数", "委员"]


def read(*row, headings=HEADINGS, name="2023年学习"):
    records, refused, _notices = rows_of(sheet_of(headings, row, name=name))
    return (records + refused)[0]


def test_a_row_as_offices_write_it():
    record = read(
        "７", dt.date(2023, 3, 5), " 读书 分享会 ", "钦近悦读", "第3期", "", "约５０人次", 12.0
    )
    assert record.cells == (
        "７", "2023-03-05", " 读书 分享会 ", "钦近悦读", "第3期", "", "约５０人次", "12",
    )  # fmt: skip
    assert record.approximations == ("attendances",)
    assert {name: record.fields[name] for name in record.fields if record.fields[name]} == {
        "number": "７",
        "day": dt.date(2023, 3, 5),
        "title": "读书 分享会",
        "programme": "钦近悦读",
        "session": 3,
        "attendances": 50,
        "member_attendances": 12,
    }


@pytest.mark.parametrize(
    ("day", "title", "count", "reasons"),
    [
        ("2023年13月40日", "读书会", 30, [("no-such-day", "B", "2023年13月40日")]),
        ("", "读书会", 30, [("missing", "B", "")]),
        ("年底", "读书会", 30, [("not-a-day", "B", "年底")]),
        ("3月5日", "", 30, [("missing", "C", "")]),
        ("3月5日", "读书会", "若干", [("not-a-quantity", "G", "若干")]),
        ("3月5日", "读书会", -5.0, [("negative", "G", "-5")]),
        ("3月5日", "读书会", 1.5, [("not-whole", "G", "1.5")]),
        ("3月5日", "读书会", "10^9", [("not-a-quantity", "G", "10^9")]),
        ("2月30日", "", "多", [
            ("no-such-day", "B", "2月30日"), ("missing", "C", ""), ("not-a-quantity", "G", "多"),
        ]),
    ],
)  # fmt: skip
def test_a_row_nobody_may_count_comes_back(day, title, count, reasons):
    refusal = read(1, day, title, "", "", "南宁市政协", count, "")
    assert [(r.slug, r.column, r.raw) for r in refusal.reasons] == reasons
    assert all(str(reason) for reason in refusal.reasons)


@pytest.mark.parametrize(
    ("title", "remark", "held"),
    [
        ("读书会", "", True),
        ("读书会", "因故取消", False),
        ("读书会", "未举办。", False),
        ("读书会(已取消)", "", False),
        ("读书会", "取消线下,改为线上", True),
        ("关于取消收费的座谈会", "", True),
    ],
)
def test_a_meeting_that_was_not_held_does_not_count(title, remark, held):
    row = read("3月5日", title, 30, remark, headings=["日期", "主题", "人数", "备注"])
    assert [r.slug for r in getattr(row, "reasons", ())] == ([] if held else ["cancelled"])


@pytest.mark.parametrize("nothing", ["", None, "/", "-", "—", "无"])
def test_a_sign_for_nothing_is_nothing(nothing):
    record = read(1, "3月5日", "读书会", nothing, nothing, nothing, nothing, nothing)
    assert [record.fields[name] for name in ("programme", "session", "attendances")] == [
        "", None, None,
    ]  # fmt: skip


def test_more_members_than_people_is_a_warning_not_a_refusal():
    record = read(1, "3月5日", "读书会", "", "", "", 10, 12)
    assert [(w.slug, w.column) for w in record.warnings] == [("members-above-attendances", "H")]


@pytest.mark.parametrize(
    ("title", "programme", "session", "read_programme"),
    [
        ("《桂在协商》第69期:园区标准厂房利用", "桂在协商", 69, "桂在协商"),
        ("《桂在协商》第69期:园区标准厂房利用", "", 69, "桂在协商"),
        ("“同心讲座”讲座第十二期", "", 12, "同心讲座"),
        ("省际边界区域政协协商会第3次会议", "省际边界区域政协协商会", 3, "省际边界区域政协协商会"),
        ("学习政协第十三届第二次会议精神", "", None, ""),
        ("第一议题学习:乡村振兴", "", None, ""),
    ],
)
def test_a_session_number_may_stand_in_the_title(title, programme, session, read_programme):
    fields = read(1, "3月5日", title, programme, "", "", 10, 2).fields
    assert (fields["session"], fields["programme"]) == (session, read_programme)


@pytest.mark.parametrize(
    ("cells", "heading", "amounts"),
    [
        ([5.74, 0.28], "总投资", ["57400", "2800"]),
        (["2.04", "0.15"], "投资金额", ["20400", "1500"]),
        (["1,400万元", "71500万"], "投资额", ["1400", "71500"]),
        (["2.19亿元", "0.18亿元"], "投资额", ["21900", "1800"]),
        ([5.74, 0.28], "总投资(万元)", ["5.74", "0.28"]),
        ([57400, 2800], "总投资", ["57400", "2800"]),
    ],
)
def test_amounts_are_read_in_wan(cells, heading, amounts):
    rows = [[f"糖业项目{n}", "3月5日", cell] for n, cell in enumerate(cells)]
    records = rows_of(sheet_of(["项目名称", "日期", heading], *rows, name="2023年项目"))[0]
    assert [record.fields["amount"] for record in records] == [Decimal(a) for a in amounts]


def test_a_unit_that_was_inferred_is_told_and_one_that_was_guessed_is_asked():
    likely = sheet_of(["项目名称", "日期", "总投资"], ["糖业项目", "3月5日", 5.74], name="项目")
    guess = sheet_of(["项目名称", "日期", "总投资"], ["糖业项目", "3月5日", 57], name="项目")
    assert [str(w) for w in understand(likely).warnings] == [
        "The amounts have no unit of their own and were read as 亿元."
    ]
    assert [q.slug for q in understand(guess).questions] == ["unit"]


def test_an_amount_nobody_can_read_leaves_the_project_standing():
    record = read(
        "糖业项目", "3月5日", "面议", headings=["项目名称", "日期", "总投资"], name="2023年项目"
    )
    assert record.fields["amount"] is None
    assert [(w.slug, w.raw) for w in record.warnings] == [("left-blank", "面议")]


@pytest.mark.parametrize(
    ("words", "is_solved"),
    [("办结", True), ("已办结", True), ("已解决", True), ("是", True), ("已完成整改", True)]
    + [("办理中", False), ("列入计划", False), ("暂不具备条件", False), ("正在协调", False)]
    + [("未解决", False), ("正在解决", False), ("部分解决", False), ("", False), ("否", False)],
)
def test_solved_is(words, is_solved):
    assert solved(words) is is_solved


@pytest.mark.parametrize(
    ("words", "is_adopted"),
    [("采用", True), ("被采用", True), ("采纳", True), ("获批示", True), ("√", True)]
    + [("未采用", False), ("留存", False), ("转办", False), ("", False), ("不予采纳", False)],
)
def test_adopted_is(words, is_adopted):
    assert adopted(words) is is_adopted


@pytest.mark.parametrize(
    ("type_", "kind"),
    [("提案", "proposal"), ("社情民意信息", "opinion-report"), ("大会发言", "speech")]
    + [("调研报告", "research"), ("", "suggestion"), ("其他", "suggestion")],
)
def test_a_suggestion_is_a(type_, kind):
    assert matter_kind(type_) == kind
