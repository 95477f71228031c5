"""A corrected file changes its own rows; undoing it brings the first one back."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from xieshang.activities.models import Activity
from xieshang.ledgers.actions import NotTaken, undo
from xieshang.ledgers.models import TakeOver
from xieshang.matters.actions import take as move
from xieshang.matters.models import Matter
from xieshang.people.models import Committee, Seat

from .conftest import figures, whole

NAME = "450200柳州市政协2023年工作台账.xlsx"
HEADINGS = ["序号", "时间", "主题", "系列", "主办单位", "人次"]
ROWS = [
    [1, "3月5日", "读书分享会", "委员讲堂", "柳州市政协", 50],
    [2, "4月5日", "专题学习会", "", "柳州市城中区政协", 30],
    [3, "5月5日", "委员培训班", "", "柳州市政协", 20],
]
PROBLEMS = [
    ["编号", "登记时间", "事项", "状态", "办结时间"],
    ["W1", "2023-03-20", "路灯不亮", "办理中", ""],
    ["W2", "2023-03-21", "路面破损", "办理中", ""],
]


def study(*rows):
    return {"学习": [HEADINGS, *rows]}


def test_rows_are_known_again_and_keep_their_records(take):
    first = take(NAME, **study(*ROWS))
    keys = dict(Activity.objects.values_list("title", "pk"))
    second = take(
        NAME,
        **study(
            ROWS[0],
            [2, "4月6日", "专题学习会", "", "柳州市城中区政协", 33],
            [4, "6月6日", "读书会之二", "", "柳州市政协", 5],
        ),
    )
    assert second.corrects == first.take_over
    found = dict(Activity.objects.values_list("title", "pk"))
    assert {title: found[title] for title in ("读书分享会", "专题学习会")} == {
        title: keys[title] for title in ("读书分享会", "专题学习会")
    }
    assert figures(450200)["study-attendances"] == 50 + 33 + 5
    changes = {change["title"]: change for change in second.take_over.changes}
    assert {title: change["what"] for title, change in changes.items()} == {
        "专题学习会": "changed",
        "委员培训班": "gone",
        "读书会之二": "added",
    }
    assert changes["专题学习会"]["fields"] == {
        "day": ["2023-04-05", "2023-04-06"],
        "attendances": [30, 33],
    }


def test_the_old_evidence_stays_beside_the_new(take):
    take(NAME, **study(*ROWS))
    take(NAME, **study(*ROWS, [4, "6月6日", "读书会之二", "", "柳州市政协", 5]))
    for activity in Activity.objects.filter(title__in=[row[2] for row in ROWS]):
        assert activity.evidence.values("file").distinct().count() == 2


def test_a_file_of_another_name_corrects_when_half_of_its_rows_are_the_same(take):
    first = take(NAME, **study(*ROWS))
    second = take(
        "450200台账(更正)2023年.xlsx", **study(*ROWS[:2], [9, "7月7日", "别的", "", "", 1])
    )
    assert second.corrects == first.take_over
    assert figures(450200)["study-sessions"] == 3


def test_the_ledger_of_another_year_corrects_nothing(take):
    take("450200台账.xlsx", 学习=[["2022年学习台账"], HEADINGS, *ROWS])
    second = take("450200台账.xlsx", 学习=[["2023年学习台账"], HEADINGS, *ROWS])
    assert second.corrects is None
    assert Activity.objects.count() == 6


def test_undoing_a_correction_brings_the_first_file_back(take, machine):
    take(NAME, **study(*ROWS), 问题=PROBLEMS)
    before = whole()
    changed = [["编号", *PROBLEMS[0][1:]], ["W1", "2023-03-20", "路灯不亮", "已办结", "2023-04-20"]]
    second = take(NAME, **study(ROWS[1], [7, "7月7日", "别的", "新系列", "", 1]), 问题=changed)
    assert figures(450200)["problems-solved"] == 1
    undo(second.take_over, by=machine)
    assert whole() == before
    assert TakeOver.objects.standing().get() == second.corrects


def test_a_take_over_that_was_replaced_cannot_be_undone_before_the_one_that_replaced_it(
    take, machine
):
    first = take(NAME, **study(*ROWS))
    take(NAME, **study(*ROWS[:2]))
    with pytest.raises(NotTaken):
        undo(first.take_over, by=machine)


def test_what_somebody_has_moved_since_is_not_lost(take, machine, seated):
    clerk = seated("ours", Committee.objects.get(pk=450200), Seat.Post.CLERK)
    first = take(NAME, 问题=PROBLEMS)
    move(Matter.objects.get(ledger_number="W1"), "plan", by=clerk)
    move(Matter.objects.get(ledger_number="W2"), "plan", by=clerk)
    with pytest.raises(NotTaken):
        undo(first.take_over, by=machine)
    outcome = take(
        NAME, 问题=[PROBLEMS[0], ["W1", "2023-03-20", "路灯不亮了", "已办结", "2023-04-02"]]
    )
    assert sorted(Matter.objects.values_list("title", "status")) == [
        ("路灯不亮了", "planned"),
        ("路面破损", "planned"),
    ]
    assert {c["title"]: c["what"] for c in outcome.take_over.changes} == {
        "路灯不亮了": "changed",
        "路面破损": "kept",
    }


CELLS = st.tuples(
    st.integers(1, 28),
    st.sampled_from(["读书会", "学习会", "培训班"]),
    st.sampled_from(["", "委员讲堂", "钦近悦读"]),
    st.sampled_from(["柳州市政协", "城中区政协", "自治区政协", ""]),
    st.integers(0, 90),
)


LEDGERS = st.lists(CELLS, min_size=1, max_size=6)


def sheets_of(rows):
    numbered = [
        [n, f"3月{day}日", title, series, host, count]
        for n, (day, title, series, host, count) in enumerate(rows, 1)
    ]
    brands = [["品牌名称", "所属单位", "目标"], *([s, "", "有"] for s in {r[2] for r in rows} if s)]
    return study(*numbered) | ({"品牌": brands} if len(brands) > 1 else {})


@settings(
    max_examples=12,
    phases=[Phase.explicit, Phase.generate],  # every example writes several ledgers
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(first=LEDGERS, second=LEDGERS)
def test_a_correction_comes_to_what_the_corrected_file_alone_comes_to(first, second, take, machine):
    """And undone, both leave what was there before."""
    with transaction.atomic():
        correct_and_undo(first, second, take, machine)
        transaction.set_rollback(True)


def correct_and_undo(first, second, take, machine):
    empty = whole()
    alone = take(NAME, **sheets_of(second))
    wanted = whole()
    undo(alone.take_over, by=machine)
    assert whole() == empty
    one = take(NAME, **sheets_of(first))
    between = whole()
    two = take(NAME, **sheets_of(second))
    found = whole()
    cited = ("resting on", "named on")
    assert {k: v for k, v in found.items() if k not in cited} == {
        k: v for k, v in wanted.items() if k not in cited
    }
    if two.take_over != one.take_over:
        undo(two.take_over, by=machine)
        assert whole() == between
    undo(one.take_over, by=machine)
    assert whole() == empty
