"""What waits, for whoever sits down at the board; and for whom it waits."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate

from xieshang.consultation.actions import begin_plan
from xieshang.matters.actions import (
    do,
    end_invitation,
    invite_contributor,
    open_matter,
    propose_merger,
    take,
)
from xieshang.matters.models import Assignment, Matter
from xieshang.meetings.actions import Plan, load_forms, plan
from xieshang.meetings.models import Form, Meeting
from xieshang.people.models import Unit
from xieshang.supervision.actions import begin
from xieshang.supervision.models import Finding, Supervision

pytestmark = pytest.mark.django_db
MOST_QUERIES = 15


def board(client):
    page = client.get("/desk/")
    assert page.status_code == 200
    return page


def heaps(client):
    boxes = board(client).context["boxes"]
    return {box.title: (box.count, [row.title for row in box.rows]) for box in boxes}


def due(found, days):
    """Let something be due in so many days."""
    day = localdate() + dt.timedelta(days)
    type(found).objects.filter(pk=found.pk).update(due_on=day)


def test_who_has_no_seat_is_offered_the_rooms_that_concern_them(at_desk, unit, clerk, city):
    def rooms(person):
        return [item.href for item in board(at_desk(person)).context["nav_items"]]

    few = ["board", "meetings", "matters", "opinion", "assignments", "deliberations"]
    answering = unit.clerks.get()
    hrefs = [reverse(f"desk:{name}") for name in few]
    assert sorted(rooms(answering)) == sorted(hrefs)
    assert len(rooms(clerk)) > 15
    clerk.seats.update(until=localdate())
    assert sorted(rooms(clerk)) == sorted(hrefs)
    venues = at_desk(answering).get(reverse("desk:venues")).context["nav_items"]
    assert [item.href for item in venues if item.here] == [reverse("desk:venues")]


def test_what_an_office_leads_waits_on_its_board_by_the_day_it_is_due(
    at_desk, clerk, city, sister, region, officer, seated
):
    load_forms(region, by=officer)
    now = timezone.now()
    facts = {"form": Form.objects.first(), "starts_at": now, "ends_at": now + dt.timedelta(hours=2)}
    for place, title in ((city, "协商会"), (sister, "别处的会")):
        by = clerk if place == city else seated("other", sister, "clerk")
        plan(Plan(place, title, **facts), by=by)
    begun = begin(city, "农村环境监督", by=clerk)
    begin_plan(city, localdate().year, localdate() + dt.timedelta(3), by=clerk)
    rectified = begin(city, "另一监督", by=clerk)
    Supervision.objects.filter(pk=rectified.pk).update(status="rectifying", due_on=None)
    for words, days in (("路灯不亮", 5), ("井盖缺失", 40)):
        day = localdate() + dt.timedelta(days)
        Finding.objects.create(supervision=rectified, words=words, due_on=day, revisit_on=day)
    due(Meeting.objects.get(title="协商会"), 1), due(begun, 9)
    (box,) = [
        each for each in board(at_desk(clerk)).context["boxes"] if each.title == "机关主办的工作"
    ]
    assert (box.count, [row.title for row in box.rows]) == (
        4, ["协商会", str(localdate().year), "路灯不亮", "农村环境监督"],
    )  # fmt: skip
    assert [row.href for row in box.rows][2] == reverse("desk:supervision_of", args=[rectified.pk])


def counted(browser, href):
    """How many rows the list at an address has."""
    return browser.get(href).context["page"].count


@pytest.fixture
def office(filed, given, clerk, city, sister, unit, begun, author):
    """An office with a matter of every sort: its own, a unit's, a proposer's, another's."""
    late, ours, soon, far = (filed(title) for title in ("迟的", "待交办", "快到", "不急"))
    due(late, -3), due(ours, 30), due(soon, 5), due(far, 60)
    part = given("单位迟", joint=False)[0]
    due(part.matter, 40), due(part, -1)
    waiting = given("单位快到", joint=False)[0]
    due(waiting.matter, 40), due(waiting, 7)
    mending = begun("proposal")
    take(mending, "submit", by=author)
    take(mending, "return", by=clerk, note="补充")
    Matter.objects.filter(pk=mending.pk).update(title="退回的")
    due(mending, 20)
    theirs = filed("邻市")
    due(theirs, -9)
    Matter.objects.filter(pk=theirs.pk).update(committee=sister)
    return part


def test_an_office_sees_what_is_late_what_it_holds_and_what_is_due(at_desk, clerk, office):
    browser = at_desk(clerk)
    assert heaps(browser) == {
        "已逾期": (2, ["迟的", "单位迟"]),
        "待我们处理": (4, ["快到", "待交办", "不急"]),
        "两周内到期": (2, ["单位快到"]),
    }
    page = board(browser)
    assert page.context["waiting"] == 4
    assert {box.title: counted(browser, box.href) for box in page.context["boxes"]} == {
        "已逾期": 2, "待我们处理": 4, "两周内到期": 2,
    }  # fmt: skip


def test_the_table_says_who_holds_how_many_and_each_number_opens_its_rows(at_desk, clerk, office):
    browser = at_desk(clerk)
    found = board(browser).context["actors"]
    assert [(actor.who, actor.count, actor.late) for actor in found] == [
        ("办公室", 4, 1),
        ("水利局", 2, 1),
        ("提案人", 1, 0),
    ]
    for actor in found:
        assert counted(browser, actor.href) == actor.count
        assert counted(browser, actor.late_href) == actor.late
    assert found[1].first.day == localdate() - dt.timedelta(1)


def test_a_row_says_who_was_nudged_and_by_whom(at_desk, clerk, office):
    browser = at_desk(clerk)
    row = next(r for b in board(browser).context["boxes"] for r in b.rows if r.title == "单位迟")
    assert row.nudge == f"{reverse('desk:assignment', args=[office.pk])}?deed=nudge"
    assert browser.get(row.nudge).context["acting"].asked.name == "nudge"
    do(office, "nudge", by=clerk)
    row = next(r for b in board(browser).context["boxes"] for r in b.rows if r.title == "单位迟")
    assert (row.nudged.date(), row.by) == (
        Assignment.objects.get(pk=office.pk).nudges.get().at.date(),
        "clerk",
    )


def test_a_unit_sees_its_own_by_their_days(at_desk, given, unit, clerk):
    late, soon, far = (given(title, joint=False)[0] for title in ("迟", "快", "远"))
    due(late, -1), due(soon, 3), due(far, 40)
    take(soon, "dispute", by=unit.clerks.get(), note="不属本单位")
    due(soon, 3)
    browser = at_desk(unit.clerks.get())
    assert heaps(browser) == {
        "已逾期": (1, ["迟"]),
        "待本单位办理": (2, ["远"]),
        "两周内到期": (1, ["快"]),
    }
    boxes = board(browser).context["boxes"]
    assert [counted(browser, box.href) for box in boxes] == [1, 2, 1]


def test_matters_of_a_ledger_that_name_a_unit_are_there(at_desk, unit, clerk, city):
    for title, name in (("路灯", "水利局"), ("别家的", "教育局")):
        day = localdate()
        open_matter("problem", by=clerk, committee=city, title=title, day=day, unit=name)
    assert heaps(at_desk(unit.clerks.get())) == {"涉及贵单位的事项": (1, ["路灯"])}


def test_a_member_sees_what_is_asked_of_them_and_what_became_of_theirs(
    at_desk, begun, filed, given, said, author, cosigner, clerk, unit
):
    take(begun("proposal"), "invite", by=author, people=[cosigner], due=localdate())
    assert heaps(at_desk(cosigner)) == {"待联名": (1, ["加装路灯"])}
    begun("opinion-report")
    (part,) = given("已答复", joint=False)
    take(part, "receive", by=unit.clerks.get())
    answers = said | {"answer_class": part.matter.committee.answer_classes.model.objects.first()}
    take(part, "reply", by=unit.clerks.get(), **answers)
    take(part, "pass", by=clerk)
    take(part, "sign-off", by=unit.clerks.get(), leader="局长")
    one, other = filed("甲"), filed("乙")
    propose_merger(one, other, by=clerk)
    browser = at_desk(author)
    found = heaps(browser)
    assert found == {
        "待评价": (1, ["已答复"]),
        "待答复": (1, ["乙"]),
        "草稿": (1, ["加装路灯"]),
        "未办结": (4, ["加装路灯", "甲"]),
    }
    boxes = board(browser).context["boxes"]
    assert [counted(browser, box.href) for box in boxes] == [1, 1, 1, 4]
    assert board(browser).context["waiting"] == 2


def test_where_nothing_waits_the_board_says_so(at_desk, stranger):
    browser = at_desk(stranger)
    assert heaps(browser) == {}
    assert "没有待办" in browser.get("/desk/").content.decode()


@pytest.mark.parametrize("who", ["clerk", "officer", "unit", "author", "third"])
def test_the_board_costs_the_same_however_much_waits(who, at_desk, given, cast):
    browser, counts = at_desk(cast[who]), []
    for number in range(3):
        given(str(number))
        with CaptureQueriesContext(connection) as caught:
            browser.get("/desk/")
        counts.append(len(caught))
    assert counts[1] == counts[2] <= MOST_QUERIES


def test_a_report_sent_up_waits_for_the_tier_above(at_desk, clerk, officer, begun, author, region):
    report = begun("opinion-report")
    take(report, "submit", by=author)
    take(report, "keep", by=clerk, note="留存")
    do(report, "send-up", by=clerk)
    browser = at_desk(clerk)
    (actor,) = board(browser).context["actors"]
    assert (actor.who, actor.count) == ("上级政协", 1)
    assert Matter.objects.get().next.who == "自治区政协"
    assert heaps(at_desk(officer)) == {"待我们处理": (1, ["加装路灯"])}


def test_units_of_one_name_are_one_line(at_desk, clerk, given, region, unit):
    upper = Unit.objects.create(name=unit.name, committee=region)
    (part,) = given("甲", joint=False)
    given("乙", joint=False)
    Assignment.objects.filter(pk=part.pk).update(unit=upper)
    (line,) = [a for a in board(at_desk(clerk)).context["actors"] if a.who == unit.name]
    assert (line.count, counted(at_desk(clerk), line.href)) == (2, 2)


def test_who_is_invited_to_write_begins_from_the_board(at_desk, stranger, clerk, city):
    assert board(at_desk(stranger)).context["writes"] is False
    invited = invite_contributor(stranger, city, by=clerk)
    assert "/desk/opinion/new/" in board(at_desk(stranger)).content.decode()
    end_invitation(invited, by=clerk)
    assert board(at_desk(stranger)).context["writes"] is False
