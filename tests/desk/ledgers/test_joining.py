"""Two offices wrote one meeting down, or two meetings: somebody of either decides."""

import pytest
from django.urls import reverse

from xieshang.activities.models import Activity
from xieshang.ledgers.models import JoinProposal

from .conftest import GOOD, NEW, STUDY, named, sheet_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def proposal(at_desk, clerk, seated, sister, take):
    """Two offices have written nearly the same joint meeting down."""
    headings = [*STUDY, "主办单位", "联办单位"]
    take((*GOOD, "柳州市政协", "贺州市政协"), headings=headings)
    browser = at_desk(seated("sister", sister, "clerk"))
    theirs = (1, "2023-03-06", "读书分享会会", "委员读书", 40, 31, "柳州市政协", "贺州市政协")
    content = sheet_of(theirs, headings=headings)
    page = browser.post(NEW, {"files": [named(content, "贺州市政协2023年学习台账.xlsx")]})
    browser.post(page.headers["Location"], {"act": "take", "office": sister.pk, "year": "2023"})
    return JoinProposal.objects.get()


@pytest.mark.parametrize(("decision", "left"), [("join", 1), ("apart", 2)])
def test_one_meeting_or_two_is_decided_once(decision, left, at_desk, clerk, proposal):
    browser, address = at_desk(clerk), reverse("desk:join", args=[proposal.pk])
    page = browser.get(address)
    assert {label for label, _a, _b, differ in page.context["facts"] if differ} == {"名称", "日期"}
    assert browser.post(address, {"decision": "perhaps"}).status_code == 422
    assert browser.post(address, {"decision": decision}).status_code == 302
    assert Activity.objects.count() == left
    kept = Activity.objects.order_by("pk").first()
    told = browser.get(reverse("desk:activity", args=[kept.pk])).context["told"]
    assert len(told) == {1: 2, 2: 0}[left]
    assert browser.post(address, {"decision": decision}).status_code == 409


def test_a_stranger_to_both_offices_does_not_decide(at_desk, member, proposal):
    address = reverse("desk:join", args=[proposal.pk])
    assert at_desk(member).post(address, {"decision": "join"}).status_code == 404
    assert JoinProposal.objects.get().state == "open"
