"""Raising a matter by hand."""

import pytest

from xieshang.audit.models import Entry
from xieshang.matters.models import Matter

pytestmark = pytest.mark.django_db


@pytest.fixture
def said(county):
    return {
        "committee": county.pk,
        "kind": "research",
        "title": "加装路灯",
        "day": "2023-03-05",
        "author": "示例委员",
        "unit": "住建局",
    }


def test_a_member_raises_a_matter_with_their_own_committee(at_desk, member, county, said):
    answer = at_desk(member).post("/desk/matters/new/", said)
    raised = Matter.objects.get()
    assert answer.headers["Location"] == f"/desk/matters/{raised.pk}/?sent=matter"
    assert (raised.raised_by, raised.committee, raised.status) == (member, county, "submitted")
    assert (raised.author, raised.unit) == ("示例委员", "住建局")
    assert Entry.objects.get().verb == "open"


def test_what_is_written_as_a_text_has_a_page_of_its_own(at_desk, member, said):
    page = at_desk(member).get("/desk/matters/new/")
    kinds = [value for value, _label in page.context["form"].fields["kind"].choices]
    assert kinds == ["problem", "speech", "research", "suggestion"]
    assert [href for href, _words in page.context["own_pages"]] == [
        "/desk/proposals/new/", "/desk/opinion/new/",
    ]  # fmt: skip
    answer = at_desk(member).post("/desk/matters/new/", said | {"kind": "proposal"})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["kind"])


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
        ("wanted_on", "2023-03-04"),
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
