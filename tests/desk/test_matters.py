"""The page of a matter: its moves are the table's, and each leaves its trace."""

import pytest
from django.urls import reverse

from xieshang.audit.models import Entry
from xieshang.matters.actions import take
from xieshang.matters.forms import FORMS
from xieshang.matters.lifecycles import LIFECYCLES
from xieshang.matters.models import Matter

pytestmark = pytest.mark.django_db


def page_of(matter):
    return reverse("desk:matter", args=[matter.pk])


def steps_of(matter):
    return reverse("desk:steps", args=[matter.pk])


def test_the_buttons_are_the_moves_of_the_table(at_desk, clerk, problem):
    page = at_desk(clerk).get(page_of(problem))
    assert [move.verb for move in page.context["moves"]] == ["handle", "plan", "defer", "solve"]


@pytest.mark.parametrize("who", ["stranger", "member"])
def test_who_keeps_no_office_has_no_buttons(who, request, at_desk, problem):
    page = at_desk(request.getfixturevalue(who)).get(page_of(problem))
    assert (page.status_code, page.context["moves"]) == (200, [])


@pytest.mark.parametrize(
    ("verb", "asks"),
    sorted({(m.verb, m.asks) for cycle in LIFECYCLES.values() for m in cycle.moves}),
)
def test_every_move_of_every_table_has_its_form(verb, asks):
    assert "note" in FORMS[asks].base_fields


def test_a_move_is_made_sealed_and_told(at_desk, clerk, problem):
    browser = at_desk(clerk)
    browser.post(steps_of(problem), {"verb": "solve", "note": "换了灯泡"})
    page = browser.get(page_of(problem))
    done, where, step = page.context["history"][-1]
    assert (done, where, step.note, step.by) == ("办结", "已解决", "换了灯泡", clerk)
    assert Entry.objects.last().verb == "solve"


def test_a_move_without_its_reason_comes_back_with_what_was_typed(at_desk, clerk, problem):
    take(problem, "solve", by=clerk)
    page = at_desk(clerk).post(steps_of(problem), {"verb": "reopen", "note": "  "})
    assert (page.status_code, page.context["asked"].verb) == (422, "reopen")
    assert list(page.context["form"].errors) == ["note"]
    assert Matter.objects.get().status == "solved"


def test_a_move_that_is_gone_shows_where_the_matter_stands_now(at_desk, clerk, problem):
    take(problem, "solve", by=clerk)
    page = at_desk(clerk).post(steps_of(problem), {"verb": "handle"})
    assert (page.status_code, page.context["gone"]) == (409, "开始办理")
    assert [move.verb for move in page.context["moves"]] == ["reopen"]


def test_a_move_of_another_office_is_refused(at_desk, seated, sister, problem):
    answer = at_desk(seated("sister", sister, "clerk")).post(steps_of(problem), {"verb": "solve"})
    assert (answer.status_code, Matter.objects.get().status) == (403, "registered")


def test_a_verb_nobody_knows_is_nowhere(at_desk, clerk, problem):
    assert at_desk(clerk).post(steps_of(problem), {"verb": "delete"}).status_code == 404


def test_the_life_alone_answers_the_script(at_desk, clerk, problem):
    browser = at_desk(clerk)
    asked = browser.get(f"{page_of(problem)}?move=solve", headers={"HX-Request": "true"})
    moved = browser.post(steps_of(problem), {"verb": "solve"}, headers={"HX-Request": "true"})
    for answer in (asked, moved):
        text = answer.content.decode().strip()
        assert text.startswith('<section id="life">')
        assert text.endswith("</section>")


def test_a_session_that_ended_sends_the_whole_page_to_the_sign_in(at_desk, problem):
    answer = at_desk(None).post(
        steps_of(problem), {"verb": "solve"}, headers={"HX-Request": "true"}
    )
    assert answer.status_code == 204
    assert answer.headers["HX-Redirect"] == "/account/login/?next=/desk/"


@pytest.fixture
def said(county):
    return {
        "committee": county.pk,
        "kind": "proposal",
        "title": "加装路灯",
        "day": "2023-03-05",
        "author": "示例委员",
        "unit": "住建局",
    }


def test_a_member_raises_a_matter_with_their_own_committee(at_desk, member, county, said):
    answer = at_desk(member).post("/desk/matters/new/", said)
    raised = Matter.objects.get()
    assert answer.headers["Location"] == f"/desk/matters/{raised.pk}/?raised=1"
    assert (raised.raised_by, raised.committee, raised.status) == (member, county, "submitted")
    assert (raised.author, raised.unit) == ("示例委员", "住建局")
    assert Entry.objects.get().verb == "open"


def test_an_open_matter_of_the_same_title_is_asked_about(at_desk, member, said):
    browser = at_desk(member)
    browser.post("/desk/matters/new/", said)
    again = browser.post("/desk/matters/new/", said)
    assert (again.status_code, list(again.context["form"].errors)) == (422, ["another"])
    browser.post("/desk/matters/new/", said | {"another": "on"})
    assert Matter.objects.count() == 2


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("title", "\x00"),
        ("kind", "party"),
        ("day", "2023-02-30"),
        ("due_on", "2023-03-04"),
        ("unit", "字" * 121),
        ("committee", "450000"),
    ],
)
def test_what_cannot_be_is_named_at_its_field(name, value, at_desk, member, said):
    answer = at_desk(member).post("/desk/matters/new/", said | {name: value})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [name])
    assert not Matter.objects.exists()


def test_who_has_no_seat_is_told_so(at_desk, stranger, said):
    browser = at_desk(stranger)
    assert "您没有政协职务" in browser.get("/desk/matters/new/").content.decode()
    assert browser.post("/desk/matters/new/", said).status_code == 422
