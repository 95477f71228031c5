"""Rating, a second handling, the look-back and distinctions."""

import pytest

from xieshang.matters.actions import distinguish, rate, take
from xieshang.matters.models import Distinction, Rating

from .conftest import page, parts_of, to

pytestmark = pytest.mark.django_db
FORM = {"name": "rate", "process": "satisfied", "result": "mostly", "contact": "visited"}


def test_who_signed_finds_the_form_open_and_rates_once(at_desk, members, replied):
    browser = at_desk(members[1])
    asked = browser.get(page(replied)).context["acting"]
    assert (asked.asked.name, asked.focused) == ("rate", False)
    assert list(asked.form.fields) == ["process", "result", "contact", "note"]
    assert browser.post(to("deeds", replied), FORM).status_code == 302
    again = browser.post(to("deeds", replied), FORM)
    assert (again.status_code, Rating.objects.count()) == (409, 1)
    assert again.context["acting"].hindered


@pytest.mark.parametrize("who", ["clerk", "outsider"])
def test_nobody_else_rates(who, request, at_desk, members, replied):
    person = members[5] if who == "outsider" else request.getfixturevalue(who)
    assert at_desk(person).post(to("deeds", replied), FORM).status_code == 403


def test_rates_always_show_how_many_forms_came_back(at_desk, members, clerk, author, replied):
    at_desk(members[1]).post(to("deeds", replied), FORM)
    (office,) = parts_of(at_desk(clerk).get(page(replied)))["ratings"]["rounds"]
    assert (office.sent, office.back, len(office.forms)) == (2, 1, 1)
    assert [(asked.content, asked.back) for asked in office.asked] == [(1, 1), (1, 1)]
    assert [n for _mark, n in office.asked[1].marks] == [0, 1, 0]
    (other,) = parts_of(at_desk(author).get(page(replied)))["ratings"]["rounds"]
    assert (other.back, other.forms) == (1, [])
    assert "收回1/2" in at_desk(clerk).get(page(replied)).content.decode()


def test_not_satisfied_needs_words_and_opens_a_second_round_shown_apart(
    at_desk, author, members, clerk, replied, answered
):
    browser = at_desk(author)
    without = browser.post(to("deeds", replied), FORM | {"result": "not"})
    assert (without.status_code, list(without.context["acting"].form.errors)) == (422, ["note"])
    browser.post(to("deeds", replied), FORM | {"result": "not", "note": "没有换"})
    replied.refresh_from_db()
    assert (replied.status, replied.round) == ("handling", 2)
    answered(replied, clerk, "A")
    rate(replied, by=members[1], process="satisfied", result="satisfied", contact="called")
    first, second = parts_of(at_desk(clerk).get(page(replied)))["ratings"]["rounds"]
    assert [(r.number, r.sent, r.back) for r in (first, second)] == [(1, 2, 1), (2, 2, 1)]
    assert (first.asked[1].content, second.asked[1].content) == (0, 1)


def test_the_stamps_of_a_second_handling_begin_anew(at_desk, author, clerk, replied):
    tones = [stamp.tone for stamp in at_desk(clerk).get(page(replied)).context["stamps"]()]
    assert tones == ["done", "done", "done", "done", "now"]
    rate(replied, by=author, process="not", result="not", contact="none", note="没有换")
    stamps = at_desk(clerk).get(page(replied)).context["stamps"]()
    assert [stamp.tone for stamp in stamps] == ["done", "now", "", "", ""]
    assert (stamps[0].who, stamps[1].who) == ("clerk", "")


def test_the_first_result_and_the_tracked_one_stand_apart(at_desk, members, clerk, replied):
    for person in members[:2]:
        rate(replied, by=person, process="satisfied", result="satisfied", contact="visited")
    browser = at_desk(clerk)
    offers = {o.name: o.hindrance for o in browser.get(page(replied)).context["acting"].moves}
    assert (offers["track"], bool(offers["archive"])) == ("", True)
    take(replied, "track", by=clerk)
    said = {"verb": "look-back", "found": "done", "words": "灯已亮"}
    browser.post(to("steps", replied), said)
    own = parts_of(browser.get(page(replied)))["look-backs"]
    assert (own["first"], [row.get_found_display() for row in own["rows"]]) == (
        "列入计划", ["已解决"],
    )  # fmt: skip
    replied.refresh_from_db()
    assert (replied.outcome, replied.tracked) == ("planned", "done")


def test_a_distinction_is_given_with_its_reason_and_taken_back_with_one(at_desk, clerk, replied):
    browser = at_desk(clerk)
    said = {"name": "distinguish", "kind": "key", "why": "关系民生"}
    assert browser.post(to("deeds", replied), said).status_code == 302
    again = browser.post(to("deeds", replied), said)
    assert (again.status_code, list(again.context["acting"].form.errors)) == (422, ["kind"])
    made = Distinction.objects.get()
    silent = browser.post(to("distinction_end", made), {})
    assert (silent.status_code, silent.context["acting"].hindered) == (409, "请写明撤销的理由。")
    browser.post(to("distinction_end", made), {"why": "重复"})
    made.refresh_from_db()
    assert (made.by, made.why, made.ended_why) == (clerk, "关系民生", "重复")
    (row,) = parts_of(browser.get(page(replied)))["distinctions"]["rows"]
    assert row.ended_at


def test_only_the_office_distinguishes(at_desk, author, clerk, replied):
    made = distinguish(replied, kind="key", why="关系民生", by=clerk)
    said = {"name": "distinguish", "kind": "excellent", "why": "好"}
    assert at_desk(author).post(to("deeds", replied), said).status_code == 403
    assert at_desk(author).post(to("distinction_end", made), {"why": "x"}).status_code == 403
