"""Asking members to sign, answering, taking back: and who reads what of it."""

import datetime as dt

import pytest

from xieshang.matters.actions import sign, take
from xieshang.matters.models import Signature
from xieshang.notices.models import Notice

from .conftest import TODAY, page, parts_of, to

pytestmark = pytest.mark.django_db
WEEK = TODAY() + dt.timedelta(days=7)


def invited(draft, people, **more):
    keys = [person.pk for person in people]
    return {"verb": "invite", "people": keys, "due": WEEK.isoformat(), **more}


def test_members_are_found_by_name_and_stay_ticked_while_one_looks_on(
    at_desk, author, members, draft, seated, city, county
):
    seated("委员9", county, "member")  # of another committee
    browser = at_desk(author)
    first = browser.get(page(draft, "?move=invite"))
    assert {pick.name for pick in first.context["acting"].dress["found"]} == {
        f"委员{n}" for n in range(1, 6)
    }
    looked = browser.post(to("steps", draft), invited(draft, members[1:2], look="1", q="委员3"))
    dress = looked.context["acting"].dress
    assert looked.status_code == 200
    assert [pick.name for pick in dress["picked"]] == ["委员1"]
    assert [pick.name for pick in dress["found"]] == ["委员3"]
    assert draft.signatures.count() == 0


def test_of_a_thousand_members_thirty_are_shown(at_desk, author, seated, city, draft):
    for n in range(40):
        seated(f"示例{n:03}", city, "member")
    dress = at_desk(author).get(page(draft, "?move=invite")).context["acting"].dress
    assert (len(dress["found"]), dress["more"], dress["all"]) == (30, True, 45)


def test_the_asked_hear_of_it_and_find_the_question_open(at_desk, author, members, draft):
    at_desk(author).post(to("steps", draft), invited(draft, members[1:3]))
    notice = Notice.objects.filter(person=members[1]).get()
    asked = at_desk(members[1]).get(notice.href)
    assert asked.context["acting"].asked.name == "sign"
    assert list(asked.context["acting"].form.fields) == ["agreed", "note"]


def test_the_matrix_tells_author_and_office_all_and_others_who_signed(
    at_desk, author, members, draft, clerk
):
    at_desk(author).post(to("steps", draft), invited(draft, members[1:4]))
    for member, said in ((members[1], "yes"), (members[2], "no")):
        answer = at_desk(member).post(to("deeds", draft), {"name": "sign", "agreed": said})
        assert answer.status_code == 302
    matrix = parts_of(at_desk(author).get(page(draft)))["signatures"]
    assert [(line.who, line.answer, line.closes) for line in matrix["lines"]] == [
        ("委员1", "agreed", WEEK), ("委员2", "declined", WEEK), ("委员3", "asked", WEEK),
    ]  # fmt: skip
    assert [matrix["counts"][a] for a in ("agreed", "declined", "asked")] == [1, 1, 1]
    others = parts_of(at_desk(members[3]).get(page(draft)))["signatures"]
    assert [line.who for line in others["lines"]] == ["委员1", "委员3"]
    take(draft, "submit", by=author)
    office = parts_of(at_desk(clerk).get(page(draft)))["signatures"]
    assert len(office["lines"]) == 3


def test_more_can_be_asked_while_others_sign(at_desk, author, members, draft):
    browser = at_desk(author)
    browser.post(to("steps", draft), invited(draft, members[1:2]))
    sign(draft, agreed=True, by=members[1])
    browser.post(to("steps", draft), invited(draft, members[2:3]))
    assert list(draft.signatures.values_list("person__name", "answer")) == [
        ("委员1", "agreed"), ("委员2", "asked"),
    ]  # fmt: skip


def test_after_the_last_day_the_button_says_why_it_is_none(at_desk, author, members, draft):
    at_desk(author).post(to("steps", draft), invited(draft, members[1:2]))
    Signature.objects.update(closes_on=TODAY() - dt.timedelta(days=1))
    late = at_desk(members[1]).get(page(draft))
    (offer,) = (each for each in late.context["acting"].offers if each.name == "sign")
    assert offer.hindrance.startswith("答复截止日是")
    answer = at_desk(members[1]).post(to("deeds", draft), {"name": "sign", "agreed": "yes"})
    assert (answer.status_code, Signature.objects.get().answer) == (409, "asked")


def test_a_signature_can_be_taken_back_and_a_text_called_back(at_desk, author, members, draft):
    at_desk(author).post(to("steps", draft), invited(draft, members[1:3]))
    for member in members[1:3]:
        sign(draft, agreed=True, by=member)
    at_desk(members[1]).post(to("deeds", draft), {"name": "unsign"})
    at_desk(author).post(to("steps", draft), {"verb": "recall"})
    assert list(draft.signatures.values_list("answer", flat=True)) == ["withdrawn", "asked"]


def test_who_was_not_asked_finds_nothing(at_desk, author, members, draft):
    at_desk(author).post(to("steps", draft), invited(draft, members[1:2]))
    browser = at_desk(members[4])
    assert browser.get(page(draft)).status_code == 404
    assert browser.post(to("deeds", draft), {"name": "sign", "agreed": "yes"}).status_code == 404
