"""An assignment at the desk: from being given to being signed off, by four people."""

import datetime as dt
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from docx import Document

from xieshang.desk import letters
from xieshang.evidence.actions import keep_file
from xieshang.matters.models import Assignment, Matter
from xieshang.notices.models import Notice
from xieshang.people.models import Term

pytestmark = pytest.mark.django_db


def at(name, given, *more):
    return reverse(f"desk:{name}", args=[given.pk, *more])


def do(browser, given, verb, **answers):
    return browser.post(at("assignment_steps", given), {"verb": verb} | answers)


def offers(page):
    return {offer.name: offer.hindrance for offer in page.context["acting"].offers}


def test_a_reply_goes_from_hand_to_hand(at_desk, given, said, clerk, unit, second_unit):
    lead, joint = given()
    ours, theirs = at_desk(unit.clerks.get()), at_desk(second_unit.clerks.get())
    office = at_desk(clerk)
    for browser, part, verb, answers, went_to in (
        (ours, lead, "receive", {}, "handling"),
        (theirs, joint, "receive", {}, "handling"),
        (theirs, joint, "opine", {"opinion": "同意更换"}, "opined"),
        (ours, lead, "reply", said, "countersigning"),
        (theirs, joint, "object", {"note": "电压不对"}, "opined"),
        (ours, lead, "reply", said | {"number": "柳水函〔2026〕6号"}, "countersigning"),
        (theirs, joint, "countersign", {}, "opined"),
        (office, lead, "return", {"note": "补充时限"}, "handling"),
        (ours, lead, "reply", said, "countersigning"),
        (theirs, joint, "countersign", {}, "opined"),
        (office, lead, "pass", {}, "signing"),
        (ours, lead, "sign-off", {"leader": "分管局长"}, "replied"),
    ):
        answer = do(browser, part, verb, **answers)
        assert answer.status_code == 302, (verb, answer.content.decode())
        assert Assignment.objects.get(pk=part.pk).status == went_to, verb
    assert Matter.objects.get().status == "replied"
    page = ours.get(at("assignment", lead))
    replies = next(p for p in page.context["parts"]() if p.name == "replies").own
    assert [(r.version, r.signed_on is not None) for r in replies] == [
        (1, False), (2, False), (3, True),
    ]  # fmt: skip


def test_a_dispute_says_until_when_and_then_why_not(at_desk, given, unit, clerk, monkeypatch):
    lead, _joint = given()
    page = at_desk(unit.clerks.get()).get(at("assignment", lead))
    last = lead.disputable_until()
    assert ("可提出异议至", last, "") in page.context["facts"]()
    assert offers(page) == {"receive": "", "dispute": ""}
    Assignment.objects.filter(pk=lead.pk).update(given_on=last - (last - lead.given_on) * 3)
    lead.refresh_from_db()
    browser = at_desk(unit.clerks.get())
    reason = f"提出异议的期限已于{lead.disputable_until()}结束。"
    assert offers(browser.get(at("assignment", lead)))["dispute"] == reason
    late = do(browser, lead, "dispute", note="不属本单位", unit="")
    assert (late.status_code, late.context["acting"].hindered) == (409, reason)
    assert Assignment.objects.get(pk=lead.pk).status == "assigned"


def test_a_disputed_one_is_given_to_the_unit_that_was_named(
    at_desk, given, unit, third_unit, clerk
):
    lead, _joint = given()
    do(at_desk(unit.clerks.get()), lead, "dispute", note="属城管职责", unit=third_unit.pk)
    page = at_desk(clerk).get(at("assignment", lead))
    assert ("建议改由", "城管局", "") in page.context["facts"]()
    assert {"move", "insist"} <= set(offers(page))
    do(at_desk(clerk), lead, "move", unit=third_unit.pk, note="")
    moved = Assignment.objects.get(came_from=lead)
    assert (moved.unit, moved.part, moved.status) == (third_unit, "lead", "assigned")


@pytest.mark.parametrize(
    ("who", "sees", "parts"),
    [
        ("unit", 200, {"raised", "beside", "contacts", "history"}),
        ("second", 200, {"raised", "beside", "contacts", "history"}),
        ("clerk", 200, {"raised", "beside", "contacts", "history"}),
        ("author", 200, {"raised", "beside", "history"}),
        ("third", 404, set()),
        ("stranger", 404, set()),
    ],
)
def test_who_reads_what_of_the_work(who, sees, parts, at_desk, given, cast, unit):
    lead, joint = given()
    ours, theirs = at_desk(unit.clerks.get()), at_desk(cast["second"])
    do(ours, lead, "receive")
    said = {"name": "note-contact", "way": "visit", "on": lead.given_on, "note": "上门"}
    ours.post(at("assignment_deeds", lead), said)
    do(theirs, joint, "receive")
    do(theirs, joint, "opine", opinion="只给主办看的意见")
    page = at_desk(cast[who]).get(at("assignment", lead))
    assert page.status_code == sees
    if sees == 200:
        assert {part.name for part in page.context["parts"]()} == parts
    inside = who in ("unit", "second", "clerk")
    assert ("只给主办看的意见" in page.content.decode()) is inside


def test_the_form_of_a_reply_begins_with_each_suggestion_and_then_with_what_came_back(
    at_desk, given, said, unit, clerk
):
    (lead,) = given(joint=False)
    text = lead.matter.texts.get()
    text.advice = "一、更换线路和灯具，逐盏检查。\n（二）建立台账；\n3. 定期巡查"
    text.save()
    ours = at_desk(unit.clerks.get())
    do(ours, lead, "receive")
    page = ours.get(at("assignment", lead), {"move": "reply"})
    acting = page.context["acting"]
    assert acting.dress["suggestions"] == ["更换线路和灯具，逐盏检查。", "建立台账；", "定期巡查"]
    assert acting.form["text"].value().split("\n\n") == [
        "一、关于“更换线路和灯具”的建议", "二、关于“建立台账”的建议", "三、关于“定期巡查”的建议\n",
    ]  # fmt: skip
    assert [str(c) for c in acting.form.fields["answer_class"].queryset][0].startswith("A ")
    do(ours, lead, "reply", **said)
    do(at_desk(clerk), lead, "return", note="补充")
    again = ours.get(at("assignment", lead), {"move": "reply"}).context["acting"].form
    assert (again["text"].value(), again["number"].value()) == (said["text"], said["number"])


def test_the_letter_bears_its_class_and_is_read_by_whom_it_concerns(
    at_desk, given, said, unit, cast
):
    (lead,) = given(joint=False)
    ours = at_desk(unit.clerks.get())
    do(ours, lead, "receive")
    do(ours, lead, "reply", **said)
    reply = lead.replies.get()
    address = at("letter", lead, reply.pk, "docx")
    got = {who: at_desk(cast[who]).get(address).status_code for who in ("unit", "author", "third")}
    assert got == {"unit": 200, "author": 404, "third": 404}  # it is not signed yet
    made = letters.reply_letter(reply)
    assert (made.class_letter, made.signature, made.to) == ("A", "水利局", "author委员")
    assert made.title == "关于“加装路灯”的答复"  # no term stands behind its number yet
    answer = ours.get(address)
    words = Document(io.BytesIO(answer.content)).paragraphs
    assert words[0].text.strip() == "A"
    assert ours.get(at("letter", lead, reply.pk, "exe")).status_code == 404
    do(at_desk(cast["clerk"]), lead, "pass")
    do(ours, lead, "sign-off", leader="分管局长")
    assert at_desk(cast["author"]).get(address).status_code == 200


def test_a_term_gives_the_letter_its_title_by_rule(given, city, said):
    (lead,) = given(joint=False)
    Term.objects.create(committee=city, number=14, since=dt.date(2021, 1, 1))
    assert letters.titled(lead.matter, "reply") == "关于柳州市政协十四届第1号提案的答复"
    assert letters.titled(lead.matter, "opinion") == "关于柳州市政协十四届第1号提案的会办意见"


def test_a_nudge_is_written_down_and_shown(at_desk, given, unit, clerk, author):
    lead, _joint = given()
    at_desk(clerk).post(at("assignment_deeds", lead), {"name": "nudge", "note": "请尽快签收"})
    page = at_desk(unit.clerks.get()).get(at("assignment", lead))
    assert "clerk于" in page.content.decode()
    (nudge,) = lead.nudges.all()
    assert (nudge.by, nudge.note, nudge.matter) == (clerk, "请尽快签收", lead.matter)
    notice = Notice.objects.get(kind="nudged-unit")
    assert (notice.person, notice.params["note"]) == (unit.clerks.get(), "请尽快签收")
    at_desk(author).post(at("assignment_deeds", lead), {"name": "nudge"})
    assert [each.by for each in lead.nudges.all()] == [clerk, author]


def listed(browser, query=""):
    page = browser.get(f"{reverse('desk:assignments')}?{query}")
    return [(line.cells[0].value, line.cells[3].value) for line in page.context["lines"]]


def test_the_list_holds_ones_own_the_most_pressing_first(at_desk, given, cast, unit, clerk):
    given("甲")
    lead, _joint = given("乙")
    Assignment.objects.filter(pk=lead.pk).update(due_on=dt.date(2020, 1, 2))
    got = {who: listed(at_desk(cast[who])) for who in ("unit", "second", "third", "author")}
    assert got["unit"] == [("乙", "水利局"), ("甲", "水利局")]
    assert sorted(got["second"]) == [("乙", "住建局"), ("甲", "住建局")]
    assert got["third"] == []
    assert len(got["author"]) == 4
    browser = at_desk(clerk)
    assert listed(browser, "waiting=late") == [("乙", "水利局")]
    assert listed(browser, "unit=水利局&q=甲") == [("甲", "水利局")]
    assert listed(browser, "waiting=me") == []
    assert listed(at_desk(unit.clerks.get()), "waiting=me") == got["unit"]


def test_the_list_costs_the_same_with_one_and_with_three(at_desk, given, clerk):
    browser, counted = at_desk(clerk), []
    for number in range(3):
        given(str(number))
        with CaptureQueriesContext(connection) as caught:
            browser.get(reverse("desk:assignments"))
        counted.append(len(caught))
    assert counted[1] == counted[2] <= 15


def test_a_unit_opens_the_files_of_what_it_was_given(at_desk, given, city, clerk, unit):
    part = given(joint=False)[0]
    file, _new = keep_file([b"%PDF-1.7"], "现场照片.pdf", committee=city, by=clerk)
    beside = part.matter.attachments.create(file=file, use="attached", by=clerk)
    browser, address = at_desk(unit.clerks.get()), reverse("desk:attachment", args=[beside.pk])
    assert f'href="{address}"' in browser.get(at("assignment", part)).content.decode()
    assert b"".join(browser.get(address).streaming_content) == b"%PDF-1.7"
