"""A file is taken over row by row: good rows become records, bad ones come back."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from xieshang.activities.models import Activity, Programme, Project, Venue
from xieshang.audit.actions import first_broken
from xieshang.audit.models import Entry
from xieshang.evidence.models import Evidence
from xieshang.ledgers.actions import NotTaken, preview, remember
from xieshang.ledgers.models import TakenRow, TakeOver
from xieshang.matters.actions import take as move
from xieshang.matters.models import Matter
from xieshang.people.models import Committee, Seat

from .conftest import by_hand, figures, whole

NAME = "450200柳州市政协2023年工作台账.xlsx"
STUDY = [
    ["序号", "时间", "主题", "类型", "系列", "主办单位", "人次", "委员"],
    [1, "3月5日", "读书分享会", "读书分享会", "委员讲堂", "柳州市政协", "约50人次", 12],
    [2, "4月5日", "专题学习会", "专题学习会", "", "柳州市城中区政协", 30, 8],
]
UNCLEAR = [["主题", "甲", "乙", "人次"], ["读书会", "3月5日", "3月6日", 30]]
BAD = [3, "13月40日", "日期有误", "专题学习会", "", "柳州市政协", 30, 8]


def test_each_row_becomes_a_record_that_cites_its_place(take):
    outcome = take(NAME, 学习=STUDY)
    activity = Activity.objects.get(title="读书分享会")
    assert (outcome.taken, outcome.refused) == (2, ())
    assert (activity.day, activity.attendances, activity.approximate) == (
        dt.date(2023, 3, 5),
        50,
        ["attendances"],
    )
    assert str(activity.programme) == "委员讲堂"
    evidence = activity.evidence.get()
    assert (evidence.file.name, evidence.sheet, evidence.row, evidence.header) == (
        NAME,
        "学习",
        2,
        1,
    )
    assert evidence.cells == [str(cell) for cell in STUDY[1]]


def test_a_row_whose_host_is_a_county_counts_for_the_county(take):
    take(NAME, 学习=STUDY)
    assert [figures(code)["study-sessions"] for code in (450000, 450200, 450202)] == [2, 2, 1]
    assert figures(450200, own=True)["study-attendances"] == 50


def test_every_kind_of_ledger_has_its_register(take):
    take(
        NAME,
        问题=[
            ["编号", "登记时间", "事项", "状态", "办结时间", "办理期限"],
            ["W1", "2023-12-20", "路灯不亮", "已办结", "2023-12-25", "2024-01-20"],
            ["W2", "2023-12-21", "路面破损", "列入计划", "", ""],
            ["W3", "2023-11-21", "占道经营", "办结", "", ""],
        ],
        建言=[
            ["编号", "日期", "题目", "类别", "采纳情况", "采用日期"],
            ["J1", "2023-01-04", "关于路灯的建议", "提案", "获批示", "2023-02-04"],
            ["J2", "2023-01-05", "关于路面的建议", "社情民意信息", "留存", ""],
        ],
        项目=[
            ["项目名称", "日期", "总投资", "就业岗位"],
            ["糖业项目", "2023-05-05", "1.2亿元", 30],
        ],
        阵地=[
            ["名称", "类型", "所属单位", "界别", "挂牌时间"],
            ["民盟界别委员工作室", "界别委员工作室", "城中区政协", "民盟", "2023-06-06"],
        ],
        品牌=[["品牌名称", "所属单位", "目标", "制度"], ["委员讲堂", "柳州市政协", "有", ""]],
    )
    matters = Matter.objects.order_by("ledger_number").values_list("ledger_number", "status")
    assert list(matters) == [
        ("J1", "adopted"),
        ("J2", "kept"),
        ("W1", "closed"),
        ("W2", "planned"),
        ("W3", "closed"),
    ]
    last = Matter.objects.get(ledger_number="W3").steps.last()
    assert (last.day, last.note) == (dt.date(2023, 12, 31), "办结")
    assert Project.objects.get().amount == 12_000
    venue = Venue.objects.get()
    assert (venue.committee_id, str(venue.sector), venue.since) == (
        450202,
        "民盟",
        dt.date(2023, 6, 6),
    )
    brand = Programme.objects.get()
    assert (brand.kind, brand.goal, brand.rules) == ("brand", "有", "")


def test_rows_that_come_back_do_not_hold_the_others_up(take):
    outcome = take(NAME, 学习=[*STUDY, BAD])
    assert (outcome.taken, [(back.sheet, back.row) for back in outcome.refused]) == (
        2,
        [("学习", 4)],
    )
    assert outcome.take_over.refused[0]["remarks"][0]["slug"] == "no-such-day"
    assert Activity.objects.count() == 2


def test_all_or_nothing_takes_nothing_when_a_row_comes_back(take):
    before = whole()
    with pytest.raises(NotTaken):
        take(NAME, 学习=[*STUDY, BAD], choice={"strict": True})
    assert whole() == before
    assert not TakeOver.objects.exists() and not Evidence.objects.exists()


def test_a_sheet_that_needs_an_answer_comes_back_whole_and_says_which(take):
    [back] = take(NAME, 学习=UNCLEAR).refused
    assert (back.row, back.remarks[0].slug, back.remarks[0].about) == (0, "sheet-unsure", "day")
    assert back.reason


def test_an_answer_is_remembered_for_the_next_ledger(take, machine):
    office = Committee.objects.get(pk=450200)
    remember(office, "study", {"甲": "day"}, by=machine)
    outcome = take(NAME, 学习=UNCLEAR)
    assert (outcome.taken, outcome.refused) == (1, ())
    with pytest.raises(ValueError, match="no"):
        remember(office, "study", {"甲": "status"}, by=machine)


def test_a_file_that_does_not_say_whose_it_is_is_not_taken(take):
    with pytest.raises(NotTaken):
        take("2023年台账.xlsx", 学习=STUDY)
    assert take("2023年台账.xlsx", 学习=STUDY, choice={"office": 450300}).taken == 2


def test_only_who_keeps_the_records_of_an_office_takes_its_ledgers_over(take, seated):
    other = seated("other", Committee.objects.get(pk=450300), Seat.Post.CLERK)
    with pytest.raises(PermissionDenied):
        take(NAME, by=other, 学习=STUDY)
    clerk = seated("ours", Committee.objects.get(pk=450200), Seat.Post.CLERK)
    assert take(NAME, by=clerk, 学习=STUDY).taken == 2


def test_a_preview_writes_nothing_and_says_what_would_come(take, machine):
    take(NAME, 学习=STUDY)
    before, entries = whole(), Entry.objects.count()
    seen = preview(by_hand(NAME, {"学习": [*STUDY, BAD]}))
    assert (seen.office.pk, seen.year, seen.count, len(seen.refused)) == (450200, 2023, 2, 1)
    assert seen.corrects == TakeOver.objects.get()
    assert (whole(), Entry.objects.count()) == (before, entries)


def test_rows_told_again_in_another_file_count_once(take):
    """A year's ledger repeats the months' ledgers, and adds to them."""
    take("450200柳州市政协2023年3月台账.xlsx", 学习=STUDY[:2])
    more = [[n, f"5月{n}日", f"学习会之{n}", "专题学习会", "", "", 10, 1] for n in range(3, 9)]
    outcome = take("450200柳州市政协2023年台账.xlsx", 学习=[*STUDY, *more])
    assert outcome.corrects is None
    assert figures(450200)["study-sessions"] == 8
    assert Activity.objects.get(title="读书分享会").evidence.count() == 2


def test_two_rows_of_one_file_that_say_the_same_are_two(take):
    take(NAME, 学习=[STUDY[0], STUDY[1], STUDY[1]])
    assert figures(450200)["study-sessions"] == 2


def test_a_take_over_leaves_one_sealed_entry_with_the_root_of_its_rows(take, machine):
    outcome = take(NAME, 学习=STUDY)
    entry = Entry.objects.filter(verb="take-over").get()
    assert entry.detail["root"] == outcome.take_over.root != ""
    assert entry.detail["rows"] == 2
    assert first_broken() is None


def test_progress_is_told_to_its_end(take):
    told = []
    take(NAME, 学习=STUDY, choice={"progress": lambda *what: told.append(what)})
    assert (told[0][0], told[-1][0], told[-1][1]) == (0, 3, 3)


def test_what_rows_are_read_as_is_kept_beside_their_records(take):
    take(NAME, 学习=STUDY)
    assert set(TakenRow.objects.values_list("kind", "live")) == {("study", True)}
    assert TakenRow.objects.filter(activity__isnull=True).count() == 0


def test_texts_longer_than_a_record_are_cut_and_told(take):
    long = "很" * 300
    outcome = take(NAME, 学习=[STUDY[0], [1, "3月5日", long, "", "", "", 1, 1]])
    assert Activity.objects.get().title == "很" * 199 + "…"
    assert [r["slug"] for r in outcome.take_over.remarks] == ["shortened"]
    assert Evidence.objects.get().cells[2] == long


def test_a_second_file_with_the_same_row_leaves_what_was_done_since(take, seated):
    heads, same = ["编号", "登记时间", "事项", "状态"], ["W1", "2023-12-20", "路灯不亮", "办理中"]
    take(NAME, 问题=[heads, same])
    clerk = seated("ours", Committee.objects.get(pk=450200), Seat.Post.CLERK)
    move(Matter.objects.get(), "plan", by=clerk, note="列入明年")
    rest = [[f"W{n}", "2023-12-21", f"第{n}件事", "办理中"] for n in range(2, 9)]
    second = take("450200柳州市政协2023年问题清单.xlsx", 问题=[heads, same, *rest])
    assert (second.taken, second.corrects) == (8, None)
    found = Matter.objects.get(title="路灯不亮")
    assert (found.status, found.evidence.count()) == ("planned", 2)
