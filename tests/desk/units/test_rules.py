"""Local rules: what a change would do is shown before it is made; what ends breaks nothing old."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from xieshang.audit.models import Entry
from xieshang.matters.actions import add_rule, check, end_rule, set_numbering, take
from xieshang.matters.models import (
    AnswerClass,
    Assignment,
    Category,
    Ground,
    Limit,
    Matter,
    Numbering,
    Session,
)  # fmt: skip
from xieshang.people.models import DayOff, Term

pytestmark = pytest.mark.django_db
CLASS = {"letter": "B", "words": "正在办", "outcome": "planned"}


def rule(committee, part="limits"):
    return reverse("desk:rule", args=[committee.pk, part])


@pytest.fixture
def waiting(filed):
    """Seven proposals on file for 12 days."""
    for number in range(7):
        filed(str(number))
    day = localdate() - dt.timedelta(12)
    Matter.objects.update(moved_on=day, due_on=localdate() + dt.timedelta(9))


def test_a_limit_says_what_it_would_change_before_it_is_set(at_desk, clerk, city, waiting):
    browser, said = at_desk(clerk), {"life": "proposal", "state": "filed", "days": 5}
    page = browser.post(rule(city), said | {"act": "look"})
    assert (page.context["changed"], page.context["late"]) == (7, 7)
    assert "其中7件将逾期" in page.content.decode()
    assert not Limit.objects.exists()
    assert Matter.objects.overdue().count() == 0
    browser.post(rule(city), said | {"act": "set"})
    assert (Limit.objects.get().days, Matter.objects.overdue().count()) == (5, 7)
    lines = {
        (line.table.name, line.state.name): line.days
        for _table, lines in browser.get(rule(city)).context["tables"]
        for line in lines
    }
    assert (lines["proposal", "filed"], lines["proposal", "submitted"]) == (5, 10)
    browser.post(rule(city), said | {"act": "set", "days": ""})  # as it was
    assert not Limit.objects.exists()


def test_the_nearest_rule_above_is_shown(at_desk, clerk, city, region, officer):
    Limit.objects.create(committee=region, life="lead", state="assigned", days=9)
    page = at_desk(clerk).get(rule(city))
    (line,) = [
        x for table, lines in page.context["tables"] for x in lines
        if (table.name, x.state.name) == ("lead", "assigned")
    ]  # fmt: skip
    assert (line.usual, line.above.days, line.own, line.days) == (7, 9, None, 9)


@pytest.mark.parametrize("days", ["0", "501", "x", "1.5"])
def test_what_is_no_limit_is_refused(days, at_desk, clerk, city, rules):
    said = {"life": "proposal", "state": "filed", "days": days, "act": "set"}
    assert at_desk(clerk).post(rule(city), said).status_code == 422
    assert not Limit.objects.exists()


def test_only_its_office_rules_and_everybody_reads(at_desk, cast, city, sister, rules):
    said = {"life": "proposal", "state": "filed", "days": 5, "act": "set"}
    for who, code in (("author", 403), ("unit", 403), ("stranger", 403), ("officer", 302)):
        browser = at_desk(cast[who])
        assert browser.get(rule(city)).status_code == 200
        assert browser.post(rule(city), said).status_code == code, who
    assert at_desk(cast["clerk"]).post(rule(sister), said).status_code == 403


def test_a_place_begins_its_own_set_with_what_held(at_desk, clerk, city, region, rules):
    browser = at_desk(clerk)
    page = browser.get(rule(city, "grounds"))
    assert (page.context["own"], page.context["place"]) == (False, region)
    browser.post(rule(city, "grounds"), {"act": "add", "words": "抄袭他人"})
    ours = [ground.words for ground in Ground.objects.of(city)]
    assert ours == [*(ground.words for ground in Ground.objects.of(region)), "抄袭他人"]
    again = browser.post(rule(city, "grounds"), {"act": "add", "words": "抄袭他人"})
    assert (again.status_code, again.context["hindered"]) == (422, "“抄袭他人”已经有了。")
    verbs = list(Entry.objects.values_list("verb", flat=True))
    assert verbs[-2:] == ["begin-own-rules", "add-rule"]


def test_what_ends_is_offered_no_more_and_old_replies_keep_it(
    at_desk, given, said, clerk, unit, city
):
    (part,) = given(joint=False)
    take(part, "receive", by=unit.clerks.get())
    add_rule(city, "classes", by=clerk, letter="D", words="留作参考", outcome="reference")
    old = AnswerClass.objects.of(city).get(letter="B")
    take(part, "reply", by=unit.clerks.get(), **(said | {"answer_class": old}))
    browser = at_desk(clerk)
    browser.post(rule(city, "classes"), {"act": "end", "pick": old.pk})
    assert [c.letter for c in AnswerClass.objects.of(city)] == ["A", "C", "D"]
    browser.post(rule(city, "classes"), {"act": "add", **CLASS})
    assert [str(c) for c in AnswerClass.objects.of(city)][1] == "B 正在办"
    reply = Assignment.objects.get(pk=part.pk).replies.get()
    assert str(reply.answer_class) == "B 正在解决或者列入计划逐步解决"
    assert browser.get(reverse("desk:assignment", args=[part.pk])).status_code == 200
    page = browser.get(rule(city, "classes"))
    assert [row.letter for row in page.context["ended"]] == ["B"]


def test_a_rule_can_wait_for_the_next_term(at_desk, clerk, city, rules):
    start = localdate() + dt.timedelta(30)
    at_desk(clerk).post(rule(city, "reporting"), {"act": "add", "name": "数字建设", "since": start})
    names = [c.name for c in Category.objects.filter(use="reporting").of(city)]
    assert "数字建设" not in names
    then = Category.objects.filter(use="reporting").of(city, start)
    assert "数字建设" in [category.name for category in then]


def test_a_rule_of_another_place_cannot_be_ended_here(at_desk, clerk, city, region, rules):
    ground = Ground.objects.of(region)[0]
    said = {"act": "end", "pick": ground.pk}
    assert at_desk(clerk).post(rule(city, "grounds"), said).status_code == 404
    assert Ground.objects.of(region)[0] == ground


def test_a_category_for_residents_says_who_answers(at_desk, clerk, city, unit, rules):
    browser = at_desk(clerk)
    browser.post(rule(city, "public"), {"act": "own"})
    found = Category.objects.filter(use="public").of(city).get(name="其他")
    said = {"act": "change", "pick": found.pk, "name": "其他", "notice": "先看办事指南", "stop": "",
            "unit": unit.pk}  # fmt: skip
    assert browser.post(rule(city, "public"), said).status_code == 302
    found.refresh_from_db()
    assert (found.notice, found.unit, found.name) == ("先看办事指南", unit, "其他")


def test_numbers_follow_the_rule_and_old_ones_stay(filed, clerk, city, at_desk):
    first = filed("甲")
    at_desk(clerk).post(rule(city, "numbering"), {"anew": "year", "width": "3"})
    second = filed("乙")
    year = localdate().year
    assert (first.filed_as, second.filed_as) == (f"{year}-1", f"{year}-002")
    set_numbering(city, life="proposal", anew="session", width=0, by=clerk)
    assert Numbering.objects.get().by == "session"
    assert Matter.objects.get(pk=second.pk).filed_as == f"{year}-002"


def test_a_term_and_the_window_of_its_session(at_desk, clerk, city, begun, author, rules):
    browser = at_desk(clerk)
    browser.post(rule(city, "sessions"), {"act": "term", "number": 13, "since": "2016-01-01"})
    browser.post(rule(city, "sessions"), {"act": "term", "number": 14, "since": "2021-01-01"})
    old, term = Term.objects.order_by("number")
    assert (old.until, term.until) == (term.since, None)
    now = dt.datetime.now()  # noqa: DTZ005 as somebody types it
    said = {"act": "session", "term": term.pk, "number": 6,
            "opens_at": f"{now - dt.timedelta(1):%Y-%m-%dT%H:%M}",
            "closes_at": f"{now + dt.timedelta(1):%Y-%m-%dT%H:%M}"}  # fmt: skip
    wrong = browser.post(rule(city, "sessions"), said | {"closes_at": said["opens_at"]})
    assert (wrong.status_code, list(wrong.context["form"].errors)) == (422, ["closes_at"])
    browser.post(rule(city, "sessions"), said)
    matter = begun("proposal")
    take(matter, "submit", by=author)
    assert Matter.objects.get().session == Session.objects.get()
    for aspect in ("qualification", "content", "form"):
        check(matter, aspect=aspect, passed=True, by=clerk)
    take(matter, "file", by=clerk, category=Category.objects.of(city)[0])
    assert matter.filed_as == "14-6-1"


NOTICE = "一、元旦：1月1日至3日放假，1月4日（周日）上班。\n国庆节：10月1日至7日放假"


def test_a_year_is_added_by_pasting_its_notice(at_desk, officer, clerk):
    browser, address = at_desk(officer), reverse("desk:calendar")
    assert "尚未录入" in browser.get(address, {"year": 2031}).content.decode()
    said = {"year": 2031, "text": NOTICE, "source": "国办发明电〔2030〕1号"}
    page = browser.post(address, said | {"act": "look"})
    assert (len(page.context["told"]), DayOff.objects.count()) == (11, 0)
    browser.post(address, said | {"act": "enter"})
    browser.post(address, said | {"act": "enter"})  # once more changes nothing
    assert DayOff.objects.count() == 11
    assert Entry.objects.filter(verb="set-day").count() == 11
    assert browser.get(address, {"year": 2031}).context["known"]
    browser.post(address, {"act": "free", "year": 2031, "day": "2031-01-04"})
    browser.post(
        address, {"act": "day", "year": 2031, "day": "2031-05-01", "kind": "off", "name": "劳动节"}
    )
    assert DayOff.objects.filter(kind="work").count() == 0
    assert DayOff.objects.get(day="2031-05-01").name == "劳动节"
    assert at_desk(clerk).post(address, said | {"act": "enter"}).status_code == 403
    assert at_desk(clerk).get(address).status_code == 200


@pytest.fixture
def running(begun, author):
    """Submitted on a Friday, with ten working days; another one by a day that somebody set."""
    friday, due = dt.date(2031, 9, 19), {"数出来的": (2031, 10, 3), "定下来的": (2031, 10, 2)}
    for title, day in due.items():
        matter = begun("proposal")
        take(matter, "submit", by=author)
        found = Matter.objects.filter(pk=matter.pk)
        found.update(title=title, moved_on=friday, due_on=dt.date(*day))


def test_days_that_run_follow_the_calendar(at_desk, officer, running):
    def due():
        return {m.title: str(m.due_on) for m in Matter.objects.all()}

    browser, address = at_desk(officer), reverse("desk:calendar")
    said = {"year": 2031, "text": "国庆节：10月1日至7日放假，9月28日上班", "source": ""}
    page = browser.post(address, said | {"act": "look"})
    assert (page.context["changed"], page.context["late"]) == (1, 0)
    assert due() == {"数出来的": "2031-10-03", "定下来的": "2031-10-02"}  # only looked over
    browser.post(address, said | {"act": "enter"})
    assert due() == {"数出来的": "2031-10-09", "定下来的": "2031-10-02"}
    browser.post(address, {"act": "free", "year": 2031, "day": "2031-10-08"})  # never was off
    assert due()["数出来的"] == "2031-10-09"
    browser.post(address, {"act": "free", "year": 2031, "day": "2031-10-07"})
    assert due() == {"数出来的": "2031-10-08", "定下来的": "2031-10-02"}
    sealed = Entry.objects.filter(verb="follow-calendar").order_by("pk")
    assert [each.detail["changed"] for each in sealed] == [1, 1]


def test_what_is_no_notice_is_said_to_be_none(at_desk, officer):
    said = {"year": 2031, "text": "国庆节快乐", "act": "enter"}
    page = at_desk(officer).post(reverse("desk:calendar"), said)
    assert (page.status_code, DayOff.objects.count()) == (422, 0)
    assert "没有识别出日期" in page.content.decode()


def test_every_part_opens_for_everybody_and_an_unknown_one_is_nowhere(at_desk, clerk, city, rules):
    browser = at_desk(clerk)
    for tab in browser.get(rule(city)).context["tabs"]:
        assert browser.get(tab.href).status_code == 200
    assert browser.get(rule(city, "points")).status_code == 404
    assert browser.get(reverse("desk:rules")).headers["Location"] == rule(city)


def test_a_rule_cannot_end_before_it_begins(clerk, city, rules):
    made = add_rule(city, "grounds", by=clerk, words="明天起", since=localdate() + dt.timedelta(1))
    with pytest.raises(Exception, match="不能早于|before it begins"):
        end_rule(made, by=clerk)
