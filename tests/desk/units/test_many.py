"""Moves for many: shown, made, and each refusal named with its reason."""

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from tests.reports_written import handed_in, issued, office
from xieshang.matters.actions import open_matter, take
from xieshang.matters.models import Assignment, Matter, Referral

pytestmark = pytest.mark.django_db


@pytest.fixture
def problems(clerk, officer, city, sister, rules):
    """Two that can be planned, one that was, one of another office."""

    def write(title, by, committee):
        return open_matter("problem", by=by, committee=committee, title=title, day=localdate())

    ours = [write("路一", clerk, city), write("路二", clerk, city)]
    planned = write("已列", clerk, city)
    take(planned, "plan", by=clerk)
    return ours, planned, write("邻市", officer, sister)


def messages_of(answer):
    return [str(message) for message in answer.context["messages"]]


def test_each_refusal_is_named_and_the_filters_stay(at_desk, clerk, problems):
    ours, planned, theirs = problems
    browser, address = at_desk(clerk), f"{reverse('desk:many_steps')}?kind=problem"
    keys = [matter.pk for matter in (*ours, planned, theirs)]
    page = browser.get(address, {"verb": "plan", "pick": keys})
    assert [each.subject for each in page.context["able"]] == ours
    reasons = {each.subject: each.reason for each in page.context["stay"]}
    assert reasons == {
        planned: "“列入计划”状态下不能这样办",
        theirs: "只有贺州市政协办公室可以办",
    }
    answer = browser.post(address, {"verb": "plan", "pick": keys, "note": ""}, follow=True)
    assert answer.redirect_chain == [("/desk/matters/?kind=problem", 302)]
    assert messages_of(answer) == [
        "“列入计划”：4 件中已办 2 件。",
        f"{planned.short} 已列: “列入计划”状态下不能这样办",
        f"{theirs.short} 邻市: 只有贺州市政协办公室可以办",
    ]
    assert set(Matter.objects.filter(status="planned")) == {*ours, planned}


def test_it_works_twice_in_a_row_and_the_same_once_more_changes_nothing(at_desk, clerk, problems):
    ours, _planned, _theirs = problems
    browser, address = at_desk(clerk), reverse("desk:many_steps")
    keys = [matter.pk for matter in ours]
    for verb, status in (("plan", "planned"), ("handle", "handling"), ("handle", "handling")):
        browser.post(address, {"verb": verb, "pick": keys})
        assert {m.status for m in Matter.objects.filter(pk__in=keys)} == {status}
    assert [m.steps.count() for m in ours] == [3, 3]


def test_what_asks_for_a_reason_is_not_done_without_one(at_desk, clerk, begun, author):
    matter = begun("proposal")
    take(matter, "submit", by=author)
    said = {"verb": "return", "pick": [matter.pk], "note": " "}
    page = at_desk(clerk).post(reverse("desk:many_steps"), said)
    assert (page.status_code, list(page.context["form"].errors)) == (422, ["note"])
    assert Matter.objects.get().status == "submitted"


def test_what_hinders_one_is_said_of_it(at_desk, clerk, filed, begun, author):
    ready = begun("proposal")
    take(ready, "submit", by=author)
    said = {"verb": "file", "pick": [ready.pk]}
    (stay,) = at_desk(clerk).get(reverse("desk:many_steps"), said).context["stay"]
    assert stay.reason == "须先通过资格、内容、形式三项审查。"


def test_units_are_nudged_together(at_desk, clerk, given, unit):
    parts = [part for title in ("甲", "乙") for part in given(title)]
    said = {"verb": "nudge", "pick": [part.pk for part in parts], "note": "请签收"}
    address = f"{reverse('desk:many_assignments')}?waiting=late"
    answer = at_desk(clerk).post(address, said)
    assert answer.headers["Location"] == "/desk/assignments/?waiting=late"
    assert [part.nudges.count() for part in parts] == [1, 1, 1, 1]
    page = at_desk(unit.clerks.get()).get(address, {"verb": "receive", "pick": said["pick"]})
    assert [each.subject.unit.name for each in page.context["able"]] == ["水利局", "水利局"]
    assert Assignment.objects.filter(status="assigned").count() == 4


def test_a_verb_nobody_knows_is_nowhere(at_desk, clerk):
    for name in ("many_steps", "many_assignments"):
        assert at_desk(clerk).get(reverse(f"desk:{name}"), {"verb": "delete"}).status_code == 404


def test_several_reports_are_sent_up_together(at_desk, county, rules):
    reports = [issued(county, number, title=f"第{number}篇") for number in (1, 2)]
    waiting = handed_in(county, "未编的")
    keys = [each.pk for each in (*reports, waiting)]
    browser, address = at_desk(office(county)), reverse("desk:many_steps")
    page = browser.get(address, {"verb": "send-up", "pick": keys})
    assert [each.subject for each in page.context["able"]] == reports
    said = {"verb": "send-up", "pick": keys, "note": "一并上报"}
    assert messages_of(browser.post(address, said, follow=True)) == [
        "“上报”：3 件中已办 2 件。",
        f"{waiting.short} 未编的: “审查中”状态下不能这样办",
    ]
    sent = Referral.objects.filter(committee=county.parent).order_by("matter_id")
    assert [each.matter for each in sent] == reports
