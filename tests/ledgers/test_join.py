"""A meeting that two offices wrote down is one meeting, by itself or by decision."""

import pytest
from django.core.exceptions import PermissionDenied

from xieshang.activities.models import Activity, Venue
from xieshang.ledgers.actions import AlreadyDecided, join, keep_apart, undo
from xieshang.ledgers.models import JoinProposal
from xieshang.people.models import Committee, Seat

from .conftest import figures, whole

REGION, CITY = "450000自治区政协2023年台账.xlsx", "451100贺州市政协2023年台账.xlsx"
HEADINGS = ["时间", "主题", "系列", "主办单位", "联办单位", "人次", "委员"]
TOLD = ["3月5日", "养老服务进社区专题协商", "同心", "自治区政协", "贺州市政协", 55, 24]


def region(*row):
    return REGION, {"协商": [HEADINGS, list(row)]}


def city(*row):
    return CITY, {"协商": [HEADINGS, list(row)]}


def held():
    codes = (450000, 451100)
    return [figures(code)["consultations-held"] for code in codes]


@pytest.mark.parametrize("turned", [False, True])
def test_title_day_and_host_agree(take, turned):
    """Whichever file comes first, the lead's words stand and the other's fill the gaps."""
    files = [region(*TOLD[:6], ""), city(*TOLD[:2], "", *TOLD[3:])]
    outcomes = [take(name, **sheets) for name, sheets in (files[::-1] if turned else files)]
    assert [outcome.joined for outcome in outcomes] == [0, 1]
    activity = Activity.objects.get()
    assert [o.committee_id for o in activity.organisers.all()] == [450000, 451100]
    assert (str(activity.programme), activity.member_attendances) == ("同心", 24)
    assert activity.evidence.count() == 2
    assert held() == [1, 1]


def test_undoing_one_leaves_the_other_as_it_was(take, machine):
    name, sheets = city(*TOLD)
    take(name, **sheets)
    before = whole()
    name, sheets = region(*TOLD)
    undo(take(name, **sheets).take_over, by=machine)
    assert whole() == before


@pytest.mark.parametrize(
    ("day", "title", "host", "asked"),
    [
        ("3月6日", "养老服务进社区专题协商", "自治区政协", 1),
        ("3月5日", "养老服务进社区专题协商会", "自治区政协", 1),
        ("3月5日", "养老服务进社区专题协商", "贺州市政协", 1),
        ("3月9日", "养老服务进社区专题协商", "自治区政协", 0),
        ("3月5日", "路灯议事会", "自治区政协", 0),
    ],
)
def test_what_nearly_agrees_waits_for_a_decision(take, day, title, host, asked):
    name, sheets = region(*TOLD)
    take(name, **sheets)
    name, sheets = city(day, title, "", host, "", 55, 24)
    outcome = take(name, **sheets)
    assert (outcome.joined, outcome.to_decide) == (0, asked)
    assert JoinProposal.objects.open().count() == asked
    assert Activity.objects.count() == 2


@pytest.fixture
def proposal(take):
    for name, sheets in (region(*TOLD), city("3月6日", *TOLD[1:])):
        take(name, **sheets)
    return JoinProposal.objects.open().get()


@pytest.fixture
def clerk(seated, body):
    return seated("hezhou", Committee.objects.get(pk=451100), Seat.Post.CLERK)


def test_one_meeting_counts_once(proposal, clerk):
    assert held() == [2, 2]
    join(proposal, by=clerk)
    assert held() == [1, 1]
    assert Activity.objects.get().evidence.count() == 2
    assert not JoinProposal.objects.open().exists()


def test_two_meetings_stay_two(proposal, clerk):
    before = whole()
    keep_apart(proposal, by=clerk)
    assert whole() == before
    assert not JoinProposal.objects.open().exists()


def test_a_decision_is_made_once_and_by_an_office_concerned(proposal, clerk, stranger):
    with pytest.raises(PermissionDenied):
        join(proposal, by=stranger)
    keep_apart(proposal, by=clerk)
    with pytest.raises(AlreadyDecided):
        join(proposal, by=clerk)


def test_a_decision_holds_when_the_file_comes_again_corrected(proposal, clerk, take):
    keep_apart(proposal, by=clerk)
    name, sheets = city("3月6日", *TOLD[1:])
    sheets["协商"].append(["4月4日", "路灯议事会", "", "贺州市政协", "", 9, 3])
    assert take(name, **sheets).to_decide == 0
    assert Activity.objects.count() == 3


def test_a_joined_meeting_stays_joined_when_the_file_comes_again_corrected(proposal, clerk, take):
    join(proposal, by=clerk)
    name, sheets = city("3月6日", *TOLD[1:6], 25)
    take(name, **sheets)
    assert held() == [1, 1]


def test_a_proposal_is_seen_by_the_offices_it_concerns(proposal, clerk, stranger):
    assert list(JoinProposal.objects.visible_to(clerk)) == [proposal]
    assert list(JoinProposal.objects.visible_to(stranger)) == []


CITYS = "450200柳州市政协2023年台账.xlsx"
COUNTYS = "450202柳州市城中区政协2023年台账.xlsx"
BOTH = {
    CITYS: {
        "协商": [HEADINGS, ["3月5日", "路灯议事会", "", "柳州市城中区政协", "", 30, ""]],
        "阵地": [
            ["名称", "类型", "所属单位", "挂牌时间", "地址"],
            ["城中区委员工作室", "委员工作室", "城中区政协", "", "城中区"],
            ["市民书屋", "政协书屋", "柳州市政协", "2023-02-02", ""],
        ],
    },
    COUNTYS: {
        "协商": [HEADINGS, ["3月5日", "路灯议事会", "", "城中区政协", "", 30, 12]],
        "阵地": [
            ["名称", "类型", "所属单位", "挂牌时间", "地址"],
            ["城中区委员工作室", "委员工作室", "城中区政协", "2023-05-05", ""],
        ],
    },
}


@pytest.mark.parametrize("names", [(CITYS, COUNTYS), (COUNTYS, CITYS)])
def test_what_a_county_and_its_city_both_write_down_counts_once(take, machine, names):
    empty = whole()
    taken = []
    for name in names:
        before = whole()
        taken.append((take(name, **BOTH[name]).take_over, before))
    names = ("consultations-held", "consultation-attendances", "venues")
    assert [figures(450200)[name] for name in names] == [1, 30, 2]
    assert [figures(450202)[name] for name in names] == [1, 30, 1]
    venue = Venue.objects.get(committee=450202)
    assert (venue.since.isoformat(), venue.address) == ("2023-05-05", "城中区")
    for take_over, before in reversed(taken):
        undo(take_over, by=machine)
        assert whole() == before
    assert whole() == empty
