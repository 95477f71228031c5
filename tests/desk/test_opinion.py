"""Opinion reports at the desk: writing, editing beside the original, going up, coming back."""

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.reports_written import AFTER, edited, handed_in, issue, issued, office, sent_up, writer
from xieshang.matters.actions import do, save_text, take
from xieshang.matters.models import Adoption, Instruction, Matter, Referral

pytestmark = pytest.mark.django_db


def page(matter):
    return reverse("desk:matter", args=[matter.pk])


def said(**more):
    return {
        "written_as": "450202:member",
        "author": "示例委员",
        "title": "电梯停运",
        "situation": "三部电梯停运两周。",
        "analysis": "",
        "advice": "",
    } | more


def test_a_member_writes_hands_in_and_an_office_sees_it(at_desk, county):
    browser, clerk = at_desk(writer(county)), office(county)
    sent = browser.post("/desk/opinion/new/", said())
    report = Matter.objects.get()
    assert sent.headers["Location"] == f"{page(report)}?sent=new-opinion"
    assert (report.status, report.byline.standing, report.author) == ("draft", "member", "示例委员")
    assert at_desk(clerk).get(page(report)).status_code == 404  # a draft is its author's
    undeclared = browser.post(f"{page(report)}steps/", {"verb": "submit"})
    assert (undeclared.status_code, list(undeclared.context["acting"].form.errors)) == (
        422, ["declared"],
    )  # fmt: skip
    browser.post(f"{page(report)}steps/", {"verb": "submit", "declared": "on"})
    shown = at_desk(clerk).get(page(report))
    assert [offer.name for offer in shown.context["acting"].moves] == [
        "return", "edit", "keep", "refuse",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "value", "wrong"),
    [
        ("title", "", "title"),
        ("situation", "\x00", "situation"),
        ("situation", "字" * 3001, "situation"),
        ("advice", "字" * 2992, "__all__"),  # 3,001 in all
        ("written_as", "450202:office", "written_as"),
        ("written_as", "450202:organisation", "body"),
        ("author", "字" * 121, "author"),
    ],
)
def test_what_cannot_be_is_named_at_its_field(name, value, wrong, at_desk, county):
    answer = at_desk(writer(county)).post("/desk/opinion/new/", said(**{name: value}))
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [wrong])
    assert not Matter.objects.exists()


def test_who_does_not_write_is_told_so(at_desk, stranger):
    shown = at_desk(stranger).get("/desk/opinion/new/")
    assert (shown.status_code, shown.context["form"].ways) == (200, {})
    assert at_desk(stranger).post("/desk/opinion/new/", said()).status_code == 422


def test_an_editor_sees_both_texts_and_what_changed(at_desk, county):
    report, clerk = handed_in(county), office(county)
    take(report, "edit", by=clerk)
    browser = at_desk(clerk)
    address = reverse("desk:opinion_edit", args=[report.pk])
    words = {"title": AFTER.title, "situation": AFTER.situation, "advice": "", "started_from": "0"}
    looked = browser.post(address, words | {"look": "on"})
    assert looked.status_code == 200
    assert [(part.label, len(part.changes)) for part in looked.context["parts"]] == [
        ("标题", 1), ("情况", 0), ("分析", 1), ("建议", 1),
    ]  # fmt: skip
    assert not report.texts.filter(edition="edited").exists()
    kept = browser.post(address, words)
    assert kept.headers["Location"] == f"{page(report)}?sent={report.short}-edit-text"
    assert report.texts.get(edition="edited").by == clerk
    hidden = at_desk(writer(county)).get(page(report))
    assert "office changed" not in hidden.content.decode()


def test_two_editors_lose_neither_text(at_desk, county):
    report, clerk = handed_in(county), office(county)
    take(report, "edit", by=clerk)
    address = reverse("desk:opinion_edit", args=[report.pk])
    save_text(report, "edited", AFTER, started_from=0, by=clerk)
    mine = {"title": "我的标题", "situation": "我的情况。", "started_from": "0"}
    met = at_desk(clerk).post(address, mine)
    assert (met.status_code, met.context["theirs"].number) == (409, 1)
    assert met.context["form"]["title"].value() == "我的标题"
    at_desk(clerk).post(address, mine | {"started_from": "1"})
    assert list(report.texts.filter(edition="edited").values_list("number", "title")) == [
        (1, AFTER.title), (2, "我的标题"),
    ]  # fmt: skip


def test_a_text_that_may_not_be_written_now_says_who_was_there_before(at_desk, county):
    report = edited(county)
    address = reverse("desk:opinion_edit", args=[report.pk])
    answer = at_desk(office(county)).post(address, {"title": "晚了", "situation": "晚了"})
    assert (answer.status_code, answer.context["acting"].gone.deed) == (409, "核稿送签")


def test_the_ladder_says_what_each_tier_made_of_it(at_desk, county, city, region):
    sent = sent_up(county, 7)
    take(sent, "adopt", by=office(city), **issue(12, share="第一段"))
    facts = {"level": "city", "post": "市长", "given_on": timezone.localdate()}
    do(sent, "instruct", by=office(city), words="机要之语", restricted=True, **facts)
    do(sent, "send-further", by=office(city))
    shown = at_desk(writer(county)).get(page(sent.matter))
    text = shown.content.decode()
    (ladder,) = [part for part in shown.context["main"]() if part.name == "ladder"]
    assert [(rung.title, rung.state and str(rung.state)) for rung in ladder.own["rungs"]] == [
        (county.title, "已采用"), (city.title, "已采用"), (region.title, "已上报"),
        ("全国政协", None),
    ]  # fmt: skip
    assert f"《社情民意》{timezone.localdate().year}年第12期" in text
    assert "市长" in text
    assert "机要之语" not in text
    for person, reads in ((office(city), True), (office(county), False), (office(region), True)):
        assert ("机要之语" in at_desk(person).get(page(sent.matter)).content.decode()) is reads


def test_an_office_corrects_an_instruction_where_it_stands(at_desk, county, city):
    sent = sent_up(county, 7)
    take(sent, "adopt", by=office(city), **issue(12))
    facts = {"level": "city", "post": "市长", "given_on": timezone.localdate()}
    noted = do(sent, "instruct", by=office(city), words="机要之语", restricted=True, **facts)
    address = reverse("desk:instruction", args=[noted.pk])
    browser = at_desk(office(city))
    for person, link in ((office(city), True), (office(county), False), (writer(county), False)):
        assert (address in at_desk(person).get(page(sent.matter)).content.decode()) is link
    shown = browser.get(address)
    assert shown.context["form"].initial["words"] == "机要之语"
    wrong = browser.post(address, {**facts, "given_on": "2999-01-01"})
    assert (wrong.status_code, list(wrong.context["form"].errors)) == (422, ["given_on"])
    browser.post(address, {**facts, "post": "副市长", "words": "请办"})
    assert Instruction.objects.values_list("post", "words", "restricted").get() == (
        "副市长", "请办", False,
    )  # fmt: skip
    assert browser.post(address, {"act": "drop"}).status_code == 422
    browser.post(address, {"act": "drop", "why": "记错了件"})
    assert not Instruction.objects.exists()
    assert browser.get(address).status_code == 404


def test_who_is_not_concerned_sees_nothing_of_the_way(at_desk, stranger, county):
    sent = sent_up(county)
    Matter.objects.filter(pk=sent.matter_id).update(published_on=timezone.localdate())
    browser = at_desk(stranger)
    shown = browser.get(page(sent.matter))
    assert shown.status_code == 200
    assert {part.name for part in shown.context["main"]()} & {"ladder", "text"} == set()
    for name, key in (("referral", sent.pk), ("issue", Adoption.objects.get().issue_id)):
        assert browser.get(reverse(f"desk:{name}", args=[key])).status_code == 404


def test_sending_up_leaves_a_receipt_and_says_why_not_again(at_desk, county, city):
    report, browser = issued(county), at_desk(office(county))
    asked = browser.get(f"{page(report)}?deed=send-up")
    assert asked.context["acting"].dress["to"] == city.title
    browser.post(f"{page(report)}deeds/", {"name": "send-up", "note": "请阅"})
    sent = Referral.objects.get()
    receipt = browser.get(reverse("desk:referral", args=[sent.pk]))
    assert (receipt.status_code, receipt.context["acting"].offers) == (200, [])
    (offer,) = [
        o for o in browser.get(page(report)).context["acting"].offers if o.name == "send-up"
    ]
    assert sent.short in offer.hindrance
    again = browser.post(f"{page(report)}deeds/", {"name": "send-up"})
    assert (again.status_code, Referral.objects.count()) == (409, 1)


def test_the_tier_above_decides_on_the_page_of_what_was_sent(at_desk, county, clerk):
    sent = sent_up(county)
    browser = at_desk(clerk)
    address = reverse("desk:referral", args=[sent.pk])
    shown = browser.get(address)
    assert [o.name for o in shown.context["acting"].offers] == [
        "adopt", "keep", "refuse", "send-further",
    ]  # fmt: skip
    asked = browser.get(f"{address}?move=adopt")
    assert asked.context["acting"].form.initial["mode"] == "single"
    lacking = browser.post(f"{address}steps/", {"verb": "adopt", "mode": "single"})
    assert (lacking.status_code, sorted(lacking.context["acting"].form.errors)) == (
        422, ["adopted_on", "bulletin", "number"],
    )  # fmt: skip
    browser.post(f"{address}steps/", {"verb": "adopt", **issue(5)})
    sent.refresh_from_db()
    assert (sent.status, sent.matter.adoptions.get(committee=sent.committee).issue.number) == (
        "adopted", 5,
    )  # fmt: skip
