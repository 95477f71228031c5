"""An office brings the list of its proposals in, and goes on with them where they stand."""

import datetime as dt

import pytest

from xieshang.ledgers.actions import NotTaken, preview
from xieshang.ledgers.actions.undoing import undo
from xieshang.lifecycle.actions import last_step
from xieshang.matters.actions import do, load_rules, open_matter
from xieshang.matters.actions.reviewing import next_number
from xieshang.matters.models import Matter
from xieshang.people.models import Committee, Person, Seat, Unit

from .conftest import by_hand, figures

NAME = "450200柳州市政协2023年提案办理情况表.xlsx"
HEADS = ["提案号", "案由", "提案人类别", "提案人", "界别", "专委会", "类别", "提交时间", "状态",
         "办理时间", "办理意见"]  # fmt: skip
DAY = dt.date(2023, 1, 10)


def row(number, title, state, day="", answer=""):
    return [number, title, "个人", "示例委员", "", "", "", "2023-01-10", state, day, answer]


ROWS = [
    row("001", "关于加装电梯的建议", "已办结", "2023-06-01", "A 已经解决"),
    row("002", "关于修缮古桥的建议", "已办结", "2023-06-02", "B 列入计划"),
    row("003", "关于增设公交的建议", "办理中"),
    row("", "关于改名的建议", "不予立案"),
    row("", "关于夜市的建议", "待审查"),
]
STANDS = {
    "关于加装电梯的建议": ("archived", "2023-001", "done"),
    "关于修缮古桥的建议": ("tracked", "2023-002", "planned"),
    "关于增设公交的建议": ("handling", "2023-003", ""),
    "关于改名的建议": ("not-filed", "", ""),
    "关于夜市的建议": ("submitted", "", ""),
}


@pytest.fixture
def city(body, machine):
    load_rules(Committee.objects.get(pk=450000), by=machine)
    return Committee.objects.get(pk=450200)


@pytest.fixture
def clerk(city):
    person = Person.objects.create(username="clerk", name="示例经办")
    Seat.objects.create(person=person, committee=city, post="clerk", since=DAY)
    return person


def stands():
    rows = Matter.objects.filter(life="proposal")
    return {each.title: (each.status, each.filed_as, each.outcome) for each in rows}


def reasons(outcome):
    return [[remark.slug for remark in back.remarks] for back in outcome.refused]


def test_each_row_stands_where_the_office_says(take, city):
    outcome = take(NAME, 提案=[HEADS, *ROWS])
    assert (outcome.taken, outcome.refused) == (5, ())
    assert stands() == STANDS
    found = Matter.objects.get(number=1)
    assert (found.raised_on, last_step(found).day) == (DAY, dt.date(2023, 6, 1))
    assert (found.opinion, found.evidence.get().row, found.published_on) == ("A 已经解决", 2, None)
    assert [step.note for step in found.steps.all()] == ["", "", "", "", "", "已办结"]


def test_its_page_shows_the_row_it_came_from(take, city, clerk, client):
    take(NAME, 提案=[HEADS, *ROWS])
    client.force_login(clerk)
    page = client.get(f"/desk/matters/{Matter.objects.get(number=1).pk}/")
    assert NAME in page.content.decode()


def test_the_figures_count_them(take, city):
    take(NAME, 提案=[HEADS, *ROWS])
    counted = figures(450200)
    names = ("proposals-filed", "proposals-filing-share", "proposals-replied-share")
    assert [counted[name] for name in names] == [3, 3, 2]


def test_the_office_goes_on_by_hand(take, city, clerk):
    take(NAME, 提案=[HEADS, *ROWS])
    unit = Unit.objects.create(name="示例交通局", committee=city)
    given = Matter.objects.get(number=3)
    do(given, "assign-more", by=clerk, unit=unit, part="separate")
    assert [part.unit for part in given.assignments.all()] == [unit]


def test_no_number_of_the_list_is_given_again(take, city):
    take(NAME, 提案=[HEADS, *ROWS])
    assert next_number(Matter(committee=city, kind="proposal", series="2023")) == 4


def test_the_same_list_again_changes_nothing_and_a_corrected_one_goes_on(take, city):
    first = take(NAME, 提案=[HEADS, *ROWS])
    assert take(NAME, 提案=[HEADS, *ROWS]).unchanged
    now = [*ROWS[:2], row("003", "关于增设公交的建议", "已答复", "2023-07-01", "C"), *ROWS[3:]]
    second = take(NAME, 提案=[HEADS, *now])
    assert (second.corrects, second.refused) == (first.take_over, ())
    assert stands() == STANDS | {"关于增设公交的建议": ("replied", "2023-003", "not-now")}
    undo(second.take_over, by=second.take_over.by)
    assert stands() == STANDS
    undo(first.take_over, by=first.take_over.by)
    assert stands() == {}


def test_what_is_here_from_elsewhere_comes_back(take, city, clerk):
    here = open_matter("proposal", by=clerk, committee=city, title="关于夜市的建议", day=DAY)
    other = open_matter("proposal", by=clerk, committee=city, title="关于灯的建议", day=DAY)
    Matter.objects.filter(pk=other.pk).update(series="2023", number=2)
    looked = preview(by_hand(NAME, {"提案": [HEADS, *ROWS]}))
    outcome = take(NAME, 提案=[HEADS, *ROWS])
    assert reasons(looked) == reasons(outcome) == [["number-taken"], ["already-here"]]
    others = [back.remarks[0].values["other"] for back in outcome.refused]
    assert others == [other.short, here.short]


def test_a_number_stands_once_in_a_list_and_a_filed_one_has_it(take, city):
    twice = row("001", "关于另一件事的建议", "立案")
    nameless = row("", "关于无号的建议", "立案")
    odd = row("004", "关于怪事的建议", "改天再说")
    outcome = take(NAME, 提案=[HEADS, *ROWS, twice, nameless, odd])
    assert reasons(outcome) == [["number-taken"], ["no-number"]]
    assert [each["slug"] for each in outcome.take_over.remarks] == ["state-unknown"]
    assert stands() == STANDS | {"关于怪事的建议": ("submitted", "", "")}


def test_what_was_given_to_a_unit_since_is_not_undone(take, city, clerk):
    outcome = take(NAME, 提案=[HEADS, *ROWS])
    unit = Unit.objects.create(name="示例交通局", committee=city)
    do(Matter.objects.get(number=3), "assign-more", by=clerk, unit=unit, part="separate")
    with pytest.raises(NotTaken) as refused:
        undo(outcome.take_over, by=outcome.take_over.by)
    assert refused.value.slug == "moved"


def test_a_number_that_is_borne_by_another_now_is_not_given_back(take, city):
    take(NAME, 提案=[HEADS, *ROWS])
    second = take(NAME, 提案=[HEADS, *ROWS[:2]])
    other = row("003", "关于公园的建议", "立案")
    more = [row("", f"关于第{n}件的建议", "待审查") for n in range(9)]
    take("450200柳州市政协2023年闭会期间提案表.xlsx", 提案=[HEADS, other, *more])
    with pytest.raises(NotTaken) as refused:
        undo(second.take_over, by=second.take_over.by)
    assert refused.value.slug == "numbers"
    assert stands()["关于公园的建议"][1] == "2023-003"


def test_a_second_list_with_the_same_row_leaves_what_was_done_since(take, city, clerk):
    take(NAME, 提案=[HEADS, *ROWS])
    unit = Unit.objects.create(name="示例交通局", committee=city)
    do(Matter.objects.get(number=3), "assign-more", by=clerk, unit=unit, part="separate")
    more = [row("", f"关于第{n}件的建议", "待审查") for n in range(9)]
    second = take("450200柳州市政协2023年闭会期间提案表.xlsx", 提案=[HEADS, ROWS[2], *more])
    assert (second.taken, second.refused, second.corrects) == (10, (), None)
    given = Matter.objects.get(number=3)
    assert [part.unit for part in given.assignments.all()] == [unit]
    assert given.evidence.count() == 2
