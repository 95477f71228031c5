"""Writing a proposal: who may, what is kept, and two people who save at the same time."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from xieshang.audit.models import Entry
from xieshang.matters.actions import save_proposal, take
from xieshang.matters.actions.proposing import Wishes, Words
from xieshang.matters.forms.asked import KeptFile
from xieshang.matters.models import Attachment, Consent, Matter

from .conftest import WORDS, page, parts_of, to

pytestmark = pytest.mark.django_db
NEW = "/desk/proposals/new/"


@pytest.fixture
def said(city, unit):
    return {
        "committee": city.pk, "title": "加装路灯", "situation": "两盏路灯不亮", "analysis": "",
        "advice": "更换灯具\r\n两年完成", "unit": unit.pk, "contact": "on",
    }  # fmt: skip


def text_sent(matter, number, **more):
    return {
        "started_from": number, "title": matter.title, "situation": "甲", "analysis": "乙",
        "advice": "丙", **more,
    }  # fmt: skip


def test_a_member_begins_a_draft_that_nobody_else_sees(rules, at_desk, author, clerk, said, unit):
    answer = at_desk(author).post(NEW, said)
    matter = Matter.objects.get()
    text = matter.texts.get()
    assert answer.headers["Location"] == page(matter, "?sent=new-proposal")
    assert (matter.status, matter.raised_by, matter.author) == ("draft", author, "委员0")
    assert (text.advice, text.number) == ("更换灯具\n两年完成", 1)
    assert (matter.wish.unit, matter.wish.contact, matter.wish.publish) == (unit, True, True)
    assert at_desk(clerk).get(page(matter)).status_code == 404


def test_an_office_proposes_for_an_organisation_alone(rules, at_desk, clerk, said):
    answer = at_desk(clerk).post(NEW, said)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["organisation"])
    at_desk(clerk).post(NEW, said | {"organisation": "市工商联"})
    matter = Matter.objects.get()
    assert (matter.organisation, matter.author, matter.raised_by) == ("市工商联", "市工商联", clerk)


def test_who_sits_nowhere_cannot_propose(at_desk, stranger, said):
    browser = at_desk(stranger)
    assert "您没有政协职务" in browser.get(NEW).content.decode()
    assert browser.post(NEW, said).status_code == 422
    assert not Matter.objects.exists()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("title", ""), ("situation", "字" * 3001), ("hidden", "on"), ("unit", "999"),
        ("title", "\x00"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_named_at_its_field(name, value, rules, at_desk, author, said):
    answer = at_desk(author).post(NEW, said | {name: value})
    wrong = "why_not" if name == "hidden" else name
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [wrong])


def test_three_thousand_signs_over_several_lines_are_not_too_many(rules, at_desk, author, said):
    words = "\r\n".join("字" * 99 for _line in range(30))
    assert at_desk(author).post(NEW, said | {"advice": words}).status_code == 302


def test_the_text_is_saved_as_the_next_and_the_same_not_again(at_desk, author, draft):
    browser = at_desk(author)
    assert browser.get(to("text", draft)).context["form"].initial["situation"] == "两盏路灯不亮"
    answer = browser.post(to("text", draft), text_sent(draft, 1))
    assert answer.headers["Location"] == page(draft, f"?sent={draft.short}-text")
    browser.post(to("text", draft), text_sent(draft, 2))
    assert list(draft.texts.values_list("number", "situation")) == [(1, "两盏路灯不亮"), (2, "甲")]


@pytest.fixture
def stale(at_desk, author, draft):
    """Somebody saves a text while the author still writes on the one before."""
    words = Words(draft.title, "他们的情况", "乙", "丙")
    save_proposal(draft, words, Wishes(), started_from=1, by=author)
    return draft


def test_two_texts_that_meet_stand_side_by_side(at_desk, author, stale):
    answer = at_desk(author).post(to("text", stale), text_sent(stale, 1))
    pairs = {pair.name: pair for pair in answer.context["pairs"]}
    assert (answer.status_code, pairs["situation"].mine, pairs["analysis"].same) == (
        409,
        "甲",
        True,
    )
    assert "他们的情况" in "".join(piece.before for piece in pairs["situation"].pieces)
    assert stale.texts.count() == 2


def test_of_two_texts_both_can_be_kept_together_and_then_saved(at_desk, author, stale):
    browser = at_desk(author)
    both = browser.post(to("text", stale), text_sent(stale, 1, way="together"))
    pairs = {pair.name: pair.mine for pair in both.context["pairs"]}
    assert (both.status_code, pairs["situation"]) == (409, "甲\n\n他们的情况")
    assert pairs["advice"] == "丙"
    browser.post(to("text", stale), text_sent(stale, 2, situation=pairs["situation"]))
    assert stale.texts.latest_of("original").situation == "甲\n\n他们的情况"


def test_what_was_handed_in_meanwhile_cannot_be_written_and_nothing_is_lost(
    at_desk, author, submitted
):
    answer = at_desk(author).post(to("text", submitted), text_sent(submitted, 1))
    gone = answer.context["acting"].gone
    assert (answer.status_code, gone.deed, gone.step.by) == (409, "提交", author)
    assert ("情况", "甲") in gone.typed
    assert submitted.texts.get().situation == WORDS.situation


@pytest.mark.parametrize("said", ["", "x", "１", "1" * 9])
def test_a_number_no_page_sends_is_bad(said, at_desk, author, draft):
    assert at_desk(author).post(to("text", draft), text_sent(draft, said)).status_code == 400


def test_the_wish_to_be_hidden_is_the_refusal_of_the_author(draft_of, author):
    matter = draft_of(author, publish=False, why_not="涉及个人")
    take(matter, "submit", by=author)
    consent = Consent.objects.get()
    assert (consent.side, consent.agreed, consent.note, consent.by) == (
        "author", False, "涉及个人", author,
    )  # fmt: skip
    assert Entry.objects.filter(verb="wish").count() == 1


def test_five_files_of_a_size_and_not_a_sixth(at_desk, author, draft, monkeypatch):
    browser, address = at_desk(author), to("attaching", draft)
    for n in range(5):
        file = SimpleUploadedFile(f"{n}.pdf", bytes([n]))
        assert browser.post(address, {"file": file}).status_code == 302
    sixth = browser.post(address, {"file": SimpleUploadedFile("6.pdf", b"6")})
    assert (sixth.status_code, list(sixth.context["form"].errors)) == (422, ["file"])
    monkeypatch.setattr(KeptFile, "LARGEST", 0)
    large = browser.post(address, {"file": SimpleUploadedFile("7.pdf", b"77")})
    assert (large.status_code, Attachment.objects.count()) == (422, 5)
    assert "7.pdf" in large.context["form"].errors["file"][0]  # it is its size, not its number
    own = parts_of(browser.get(page(draft)))["attachments"]
    assert (own["full"], len(own["rows"])) == (True, 5)


def test_a_file_is_kept_by_whom_the_matter_concerns_as_long_as_it_does(
    at_desk, author, members, draft
):
    at_desk(author).post(to("attaching", draft), {"file": SimpleUploadedFile("页.html", b"<b>")})
    file = Attachment.objects.get()
    answer = at_desk(author).get(to("attachment", file))
    assert (answer.status_code, b"".join(answer.streaming_content)) == (200, b"<b>")
    assert answer.headers["Content-Disposition"].startswith("attachment; filename")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert at_desk(members[1]).get(to("attachment", file)).status_code == 404
    assert at_desk(members[1]).post(to("removal", file)).status_code == 404
    assert at_desk(author).post(to("removal", file)).status_code == 302
    assert at_desk(author).get(to("attachment", file)).status_code == 404
