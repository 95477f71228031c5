"""Columns are matched by what they mean, wherever they stand and whatever they are called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xieshang.ledgers.understanding.assignment import assign
from xieshang.ledgers.understanding.kinds import KINDS, Reads
from xieshang.ledgers.understanding.understand import Answers, understand

from .sheets import meaning, rows_of, sheet_of

VALUES = {  # one cell of every field that looks as it should
    Reads.DAY: ("2023.3.5", "2023年4月6日", "5月7日"),
    Reads.COUNT: (30, "４２", "55人次"),
    Reads.AMOUNT: ("1.2亿元", "3,600万元", "800万元"),
    Reads.ORDINAL: (1, 2, 3),
    Reads.TEXT: ("南宁市政协", "柳州市政协", "贵港市政协"),
    Reads.CHOICE: ("其他", "其他", "其他"),
}
CONSULTATION = (
    ("序号", 1, 2),
    ("活动日期", "2023-01-11", "2023-01-15"),
    ("活动主题", "老旧小区加装电梯协商会", "边贸互市便利化议事会"),
    ("类型", "专题协商", "基层协商"),
    ("系列", "有事好商量", ""),
    ("地点", "市政协会议室", "长洲区协商议事室"),
    ("组织单位", "梧州市政协", "梧州市长洲区政协"),
    ("联合单位", "", "贺州市政协"),
    ("参会人数", 56, "57人次"),
    ("委员人次", 24, "19人"),
    ("群众代表", 23, "32人"),
    ("县(市、区)", "龙圩区", "万秀区"),
)
MEANT = [
    *("number", "day", "title", "form", "programme", "place", "host", "partners"),
    *("attendances", "member_attendances", "public_attendances", "county"),
]


def walk_fields():
    for kind in KINDS.values():
        for field in kind.fields:
            yield pytest.param(kind, field, id=f"{kind.name}-{field.name}")


@pytest.mark.parametrize(("kind", "field"), list(walk_fields()))
def test_every_declared_heading_means_its_field(kind, field):
    """Beside the required columns of its kind, each heading of the table is understood."""
    beside = [kind.field(name) for name in kind.required if name != field.name]
    beside += [kind.field("number")] if field.name != "number" else []
    for heading in field.headings:
        columns = [(heading, field), *((other.headings[0], other) for other in beside)]
        rows = [[VALUES[each.reads][n] for _heading, each in columns] for n in range(3)]
        sheet = sheet_of([heading for heading, _field in columns], *rows)
        understood = understand(sheet, answers=Answers(kind=kind.name))
        assert (heading, understood.columns[0].field) == (heading, field.name)


@given(st.permutations(CONSULTATION))
def test_the_order_of_columns_does_not_matter(columns):
    sheet = sheet_of(*zip(*columns, strict=True), name="协商")
    assert meaning(sheet) == dict(zip((c[0] for c in CONSULTATION), MEANT, strict=True))


@given(st.permutations(CONSULTATION))
def test_a_sheet_without_any_name_is_known_by_what_it_says(columns):
    assert understand(sheet_of(*zip(*columns, strict=True))).kind.name == "consultation"


def test_two_columns_that_sound_alike_are_told_apart_by_their_values():
    sheet = sheet_of(
        ["编号", "报送单位", "报送单位/个人", "题目", "日期", "类别", "采纳情况"],
        ["J1", "市委", "科协", "关于加快油茶产业发展的建议", "1月4日", "提案", "采用"],
        ["J2", "自治区政协", "委员个人", "关于加强小区物业管理的建议", "2月4日", "大会发言", ""],
        name="建言",
    )
    assert meaning(sheet) == {
        "编号": "number",
        "报送单位": "sent_to",
        "报送单位/个人": "author",
        "题目": "title",
        "日期": "raised_on",
        "类别": "type",
        "采纳情况": "outcome",
    }


def test_the_same_heading_means_another_thing_in_another_ledger():
    study = sheet_of(["时间", "内容", "人次"], ["3月5日", "读书分享会", 30], name="学习活动")
    problem = sheet_of(["时间", "内容", "状态"], ["3月5日", "路灯不亮", "办结"], name="问题办理")
    assert meaning(study) == {"时间": "day", "内容": "title", "人次": "attendances"}
    assert meaning(problem) == {"时间": "raised_on", "内容": "title", "状态": "status"}


def test_headings_never_seen_are_understood_by_likeness():
    sheet = sheet_of(
        ["举办活动日期", "协商活动主题名称", "主要承办单位", "实际参加总人数", "参加活动委员人数"],
        ["2023-03-05", "路灯协商会", "桂林市政协", 30, 12],
        name="协商",
    )
    assert list(meaning(sheet).values()) == [
        "day", "title", "host", "attendances", "member_attendances",
    ]  # fmt: skip


def test_the_only_column_that_can_be_the_day_is_taken_for_it_and_told():
    sheet = sheet_of(["主题", "几时", "人次"], ["读书分享会", "3月5日", 30], name="学习")
    understood = understand(sheet, ["2023年"])
    assert meaning(sheet)["几时"] == "day"
    assert [(w.slug, w.about, w.raw) for w in understood.warnings] == [("deduced", "day", "几时")]
    assert understood.ready


TWO_DAYS = [["主题", "甲", "乙", "人次"], ["读书分享会", "3月5日", "3月6日", 30]]


def test_two_columns_that_can_be_the_day_are_a_question():
    understood = understand(sheet_of(*TWO_DAYS, name="2023年学习"))
    assert [(q.slug, q.field) for q in understood.questions] == [("unsure", "day")]
    assert not understood.ready


def test_an_answer_wins_over_likeness():
    answers = Answers(columns={"乙": "day", "人次": ""})
    understood = understand(sheet_of(*TWO_DAYS, name="2023年学习"), answers=answers)
    assert [c.field for c in understood.columns if c.sure] == ["title", "day"]
    assert understood.ready


def test_an_answer_to_a_heading_of_two_rows_is_known_again():
    sheet = sheet_of(
        ["序号", "主题", "几时", None, "人次"],
        [None, None, "甲", "乙", None],
        [1, "读书会", "3月5日", "3月6日", 30],
        name="2023年学习",
    )
    answers = Answers(habits={"study": {"几时/乙": "day"}})
    found = understand(sheet, answers=answers).columns
    assert {column.heading: column.field for column in found if column.sure} == {
        "序号": "number",
        "主题": "title",
        "几时\n乙": "day",
        "人次": "attendances",
    }


def test_a_missing_required_column_is_a_question():
    sheet = sheet_of(["主题", "地点", "人次"], ["读书分享会", "党校", 30], name="学习")
    questions = understand(sheet).questions
    assert [(q.slug, q.field) for q in questions] == [("missing", "day")]


def test_columns_nobody_knows_stay_as_they_are():
    sheet = sheet_of(
        ["时间", "主题", "人次", "用车情况"], ["3月5日", "读书分享会", 30, "大巴1辆"], name="学习"
    )
    assert meaning(sheet) == {"时间": "day", "主题": "title", "人次": "attendances"}


@given(st.lists(st.lists(st.sampled_from([0, 0.2, 0.5, 1]), min_size=3, max_size=3), max_size=4))
def test_an_assignment_is_one_to_one_and_the_best(scores):
    def best(rows, free):
        if not rows:
            return 0
        skip = best(rows[1:], free)
        return max([skip, *(rows[0][c] + best(rows[1:], free - {c}) for c in free)])

    pairs = assign(scores)
    assert len(set(pairs.values())) == len(pairs)
    total = sum(scores[row][column] for row, column in pairs.items())
    assert total == pytest.approx(best(scores, frozenset(range(3))))


def test_a_ledger_of_one_type_of_suggestion_has_its_type_from_its_name():
    sheet = sheet_of(["案号", "案由", "提交日期"], ["1", "路灯", "2023-03-05"], name="提案台账")
    records, _refused, _notices = rows_of(sheet)
    assert records[0].fields["matter_kind"] == "proposal"


def test_session_numbers_may_be_written_out():
    rows = [[f"第{n}期", "3月5日", f"读书会之{n}", n] for n in range(1, 9)]
    sheet = sheet_of(["期次", "时间", "主题", "人次"], *rows, name="2023年学习")
    assert meaning(sheet)["期次"] == "session"
    assert [r.fields["session"] for r in rows_of(sheet)[0]] == list(range(1, 9))
