"""The page of a matter: its offers are the table's, and each leaves its trace."""

import pytest
from django.urls import reverse

from xieshang.audit.models import Entry
from xieshang.lifecycle.models import Subject
from xieshang.matters.actions import DOINGS, take
from xieshang.matters.forms import FORMS
from xieshang.matters.lifecycles import JOINT, LEAD, LIFECYCLES, REFERRAL
from xieshang.matters.models import Matter

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
TABLES = (*LIFECYCLES.values(), LEAD, JOINT, REFERRAL)


def page_of(matter, query=""):
    return reverse("desk:matter", args=[matter.pk]) + query


def steps_of(matter):
    return reverse("desk:steps", args=[matter.pk])


def deeds_of(matter):
    return reverse("desk:deeds", args=[matter.pk])


def moves_on(page):
    return [(offer.name, bool(offer.hindrance)) for offer in page.context["acting"].moves]


def deeds_on(page):
    return [(offer.name, bool(offer.hindrance)) for offer in page.context["acting"].deeds]


def test_the_buttons_are_the_moves_of_the_table_with_what_hinders_them(at_desk, officer, problem):
    page = at_desk(officer).get(page_of(problem))
    assert moves_on(page) == [
        ("handle", False), ("assign", False), ("ask-back", False), ("refuse", False),
        ("plan", False), ("defer", False), ("close", False), ("solve", True),
    ]  # fmt: skip
    assert "还没有证据" in page.content.decode()


@pytest.mark.parametrize("who", ["stranger", "member"])
def test_who_keeps_no_office_has_no_buttons(who, request, at_desk, problem):
    page = at_desk(request.getfixturevalue(who)).get(page_of(problem))
    assert (page.status_code, page.context["acting"].offers) == (200, [])


@pytest.mark.parametrize("asks", sorted({move.asks for cycle in TABLES for move in cycle.moves}))
def test_every_move_of_every_table_has_its_form(asks):
    assert asks in FORMS


@pytest.mark.parametrize("name", sorted({deed.name for cycle in TABLES for deed in cycle.deeds}))
def test_every_deed_that_is_done_here_has_its_form(name):
    assert (name in FORMS) == (name in DOINGS)


def test_a_move_is_made_sealed_and_told(at_desk, clerk, problem):
    browser = at_desk(clerk)
    answer = browser.post(steps_of(problem), {"verb": "defer", "note": "先修主路"})
    assert answer.headers["Location"] == page_of(problem, "?done=defer")
    page = browser.get(answer.headers["Location"])
    problem.refresh_from_db()
    step = problem.steps.last()
    assert (page.context["acting"].done, step.note, step.by) == ("暂缓", "先修主路", clerk)
    assert (problem.status, problem.outcome) == ("deferred", "not-now")
    assert Entry.objects.last().verb == "defer"


def test_a_deed_is_done_and_the_matter_stays_where_it_is(at_desk, officer, problem):
    answer = at_desk(officer).post(deeds_of(problem), {"name": "nudge", "note": "请抓紧"})
    problem.refresh_from_db()
    assert (answer.status_code, problem.status) == (302, "registered")
    assert Entry.objects.last().verb == "nudge"


def test_a_move_without_its_reason_comes_back_with_what_was_typed(at_desk, clerk, problem):
    page = at_desk(clerk).post(steps_of(problem), {"verb": "close", "note": "  ", "outcome": "no"})
    acting = page.context["acting"]
    assert (page.status_code, acting.asked.name) == (422, "close")
    assert list(acting.form.errors) == ["note", "outcome"]
    assert Matter.objects.get().status == "registered"


def test_a_move_that_is_gone_says_who_was_first_and_keeps_what_was_typed(
    at_desk, clerk, officer, problem
):
    take(problem, "handle", by=officer)
    page = at_desk(clerk).post(steps_of(problem), {"verb": "handle", "note": "我来办"})
    gone = page.context["acting"].gone
    assert (page.status_code, gone.label, gone.deed) == (409, "开始办理", "开始办理")
    assert (gone.step.by, gone.typed) == (officer, [("说明", "我来办")])
    assert ("handle", False) not in moves_on(page)


def test_what_was_decided_before_another_step_is_not_done_over_it(at_desk, clerk, problem):
    """`extend`, `plan`: a move that is still open may yet come after a word nobody has read."""
    browser = at_desk(clerk)
    seen = browser.get(page_of(problem, "?move=close")).context["acting"].after
    take(problem, "handle", by=clerk)
    said = {"verb": "close", "note": "已答复", "outcome": "partly", "after": seen}
    late = browser.post(steps_of(problem), said)
    assert (late.status_code, Matter.objects.get().status) == (409, "handling")


def test_what_hinders_a_move_is_said_when_it_is_sent_all_the_same(at_desk, clerk, problem):
    page = at_desk(clerk).post(steps_of(problem), {"verb": "solve", "note": "修好了"})
    assert page.status_code == 409
    assert page.context["acting"].hindered.startswith("还没有证据")


def test_what_hinders_a_deed_is_said_too(at_desk, clerk, problem, monkeypatch):
    monkeypatch.setattr(Subject, "deed_hindrance", lambda *_said: "今天已催过")
    page = at_desk(clerk).post(deeds_of(problem), {"name": "nudge"})
    assert (page.status_code, page.context["acting"].hindered) == (409, "今天已催过")
    assert ("nudge", True) in deeds_on(page)


def test_a_move_of_another_office_is_refused(at_desk, seated, sister, problem):
    browser = at_desk(seated("sister", sister, "clerk"))
    for address, said in ((steps_of, {"verb": "handle"}), (deeds_of, {"name": "nudge"})):
        assert browser.post(address(problem), said).status_code == 403
    assert Matter.objects.get().status == "registered"


@pytest.mark.parametrize("name", ["delete", "", "attach", "写"])
def test_what_nobody_knows_is_nowhere(name, at_desk, clerk, problem):
    browser = at_desk(clerk)
    assert browser.post(steps_of(problem), {"verb": name}).status_code == 404
    assert browser.post(deeds_of(problem), {"name": name}).status_code == 404


def test_only_what_is_asked_for_answers_the_script(at_desk, clerk, problem):
    browser = at_desk(clerk)
    asked = browser.get(page_of(problem, "?move=handle"), headers=HTMX)
    moved = browser.post(steps_of(problem), {"verb": "handle"}, headers=HTMX)
    assert asked.content.decode().strip().startswith('<section id="acting"')
    assert moved.content.decode().strip().startswith('<div id="subject"')
    assert moved.headers["HX-Push-Url"] == page_of(problem)


def test_a_session_that_ended_sends_the_whole_page_to_the_sign_in(at_desk, problem):
    answer = at_desk(None).post(steps_of(problem), {"verb": "handle"}, headers=HTMX)
    assert answer.status_code == 204
    assert answer.headers["HX-Redirect"] == "/account/login/?next=/desk/"
