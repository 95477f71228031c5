"""A year of consultations: topics from all sides, a draft, a decision; nobody goes unanswered."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate

from tests.doors.asking import browser_of
from tests.reports_written import office
from xieshang.audit.actions import first_broken
from xieshang.consultation.actions import (
    answer_topic,
    begin_plan,
    hold_meeting,
    propose,
    take,
)
from xieshang.consultation.models import Topic, YearPlan
from xieshang.lifecycle.actions import Hindered, NoSuchMove
from xieshang.matters.actions import open_matter
from xieshang.meetings.actions import Plan, load_forms, plan
from xieshang.meetings.models import Form, Meeting
from xieshang.notices.models import Notice

pytestmark = pytest.mark.django_db
YEAR = localdate().year + 1


@pytest.fixture
def forms(region, officer):
    load_forms(region, by=officer)
    return {form.name: form for form in Form.objects.all()}


@pytest.fixture
def asking(city, clerk, forms):
    return begin_plan(city, YEAR, localdate() + dt.timedelta(30), by=clerk)


@pytest.fixture
def drawn(asking, clerk, member, unit):
    """Three topics: of a member of a county, of a unit, and of residents."""
    propose(asking, "老旧小区加装电梯", "群众反映多", by=member)
    propose(asking, "河道治理", by=unit.clerks.get())
    propose(asking, "夜间公交", by=clerk, on_behalf="网民")
    take(asking, "draw-up", by=clerk)
    return asking


@pytest.fixture
def answered(drawn, clerk, forms):
    lift, river, bus = drawn.topics.order_by("pk")
    form = forms["专题协商会"]
    answer_topic(lift, answer="chosen", form=form, month=5, by=clerk)
    answer_topic(bus, answer="chosen", form=forms["对口协商会"], month=3, by=clerk)
    answer_topic(river, answer="left", why_not="已列入民主监督", by=clerk)
    return drawn


@pytest.fixture
def decided(answered, clerk):
    take(answered, "hand-up", by=clerk)
    take(answered, "decide", by=clerk, note="柳办发〔2026〕1号")
    return answered


def heard():
    rows = Notice.objects.filter(kind__startswith="topic").order_by("person__username", "pk")
    return [(row.person.username, row.kind, row.params.get("why", "")) for row in rows]


def test_every_side_proposes_and_everybody_hears_what_became_of_it(drawn, clerk, member, forms):
    assert heard() == [("clerk", "topic-proposed", ""), ("clerk", "topic-proposed", "")]
    Notice.objects.all().delete()
    with pytest.raises(Hindered):
        take(drawn, "hand-up", by=clerk)  # three topics wait for their answer
    lift, river, bus = drawn.topics.order_by("pk")
    for topic in (lift, bus):
        facts = {"form": forms["专题协商会"], "month": 5, "why_not": ""}
        answer_topic(topic, answer="chosen", by=clerk, **facts)
    answer_topic(river, answer="left", why_not="已列入民主监督", form=None, month=None, by=clerk)
    take(drawn, "hand-up", by=clerk)
    assert heard() == []  # nothing is decided yet
    take(drawn, "decide", by=clerk, note="柳办发〔2026〕1号")
    assert heard() == [
        ("clerk", "topic-chosen", ""),
        ("member", "topic-chosen", ""),
        ("unit-clerk", "topic-left", "已列入民主监督"),
    ]
    assert YearPlan.objects.get().decision == "柳办发〔2026〕1号"
    assert first_broken() is None


def test_after_the_last_day_only_the_office_adds(asking, clerk, member, monkeypatch):
    YearPlan.objects.update(asks_until=localdate() - dt.timedelta(1))
    with pytest.raises(Hindered):
        propose(asking, "晚了", by=member)
    propose(asking, "会上提出", by=clerk)
    take(asking, "draw-up", by=clerk)
    propose(asking, "党委交办", by=clerk, on_behalf="市委")
    with pytest.raises(Hindered):
        propose(asking, "再晚", by=member)
    assert [topic.title for topic in Topic.objects.order_by("pk")] == ["会上提出", "党委交办"]


def test_nobody_floods_a_year_and_nobody_speaks_for_others(asking, member):
    for number in range(20):
        propose(asking, f"议题{number}", by=member)
    with pytest.raises(Hindered):
        propose(asking, "又一个", by=member)
    with pytest.raises(PermissionDenied):
        propose(asking, "代他人", by=member, on_behalf="网民")


def test_only_its_office_plans_a_year_once(city, member, asking, clerk):
    with pytest.raises(PermissionDenied):
        begin_plan(city, YEAR + 1, localdate(), by=member)
    with pytest.raises(PermissionDenied):
        take(asking, "draw-up", by=member)
    with pytest.raises(Hindered):
        begin_plan(city, YEAR, localdate(), by=clerk)
    with pytest.raises(IntegrityError), transaction.atomic():
        YearPlan.objects.create(
            committee=city, year=YEAR, asks_until=localdate(), status="asking", begun_by=clerk
        )
    with pytest.raises(NoSuchMove):
        answer_topic(propose(asking, "甲", by=clerk), answer="left", why_not="乙", by=clerk)


@pytest.mark.parametrize(
    "facts",
    [{"answer": "left"}, {"answer": "chosen"}, {"answer": "chosen", "month": 13},
     {"answer": "maybe"}],
    ids=["left without why", "chosen without form", "thirteenth month", "no answer known"],
)  # fmt: skip
def test_the_database_refuses_half_an_answer(facts, drawn, forms):
    form = forms["专题协商会"] if facts.get("month") else None
    with pytest.raises(IntegrityError), transaction.atomic():
        Topic.objects.update(form=form, **facts)


def test_others_see_the_draft_when_it_is_decided(answered, member, stranger, clerk, client):
    def seen(person):
        return [topic.title for topic in Topic.objects.visible_to(person)]

    assert (seen(member), seen(stranger)) == (["老旧小区加装电梯"], [])  # one's own
    address = reverse("portal:year-plan", args=[answered.pk])
    assert client.get(address).status_code == 404
    take(answered, "hand-up", by=clerk)
    take(answered, "decide", by=clerk, note="1号")
    assert seen(stranger) == ["夜间公交", "老旧小区加装电梯"]
    page = client.get(address).content.decode()
    assert [word in page for word in ("夜间公交", "老旧小区加装电梯", "河道治理")] == [
        True, True, False,
    ]  # fmt: skip


def test_a_meeting_is_planned_on_a_topic_and_the_plan_shows_it(decided, clerk, forms):
    topic = decided.topics.get(title="夜间公交")
    browser, address = browser_of(clerk), reverse("desk:new_meeting")
    form = browser.get(address, {"topic": topic.pk}).context["form"]
    assert (form.initial["title"], form.initial["form"]) == ("夜间公交", forms["对口协商会"])
    said = {
        "topic": topic.pk, "committee": decided.committee_id, "form": forms["对口协商会"].pk,
        "title": "夜间公交", "starts_at": f"{YEAR}-03-05T09:00", "ends_at": f"{YEAR}-03-05T11:00",
    }  # fmt: skip
    browser.post(address, said)
    meeting = Meeting.objects.get()
    assert Topic.objects.get(pk=topic.pk).meeting == meeting
    assert browser.post(address, said).status_code == 404  # it has its meeting
    assert (
        meeting.short in browser.get(reverse("desk:year_plan", args=[decided.pk])).content.decode()
    )
    assert browser.get(address, {"topic": "²"}).status_code == 404


def test_a_topic_has_one_meeting_whoever_plans_it_at_once(decided, clerk, forms):
    """Both read the topic before either had planned."""
    now = timezone.now()
    told = Plan(
        decided.committee, "夜间公交", forms["对口协商会"], now, now + dt.timedelta(hours=2)
    )
    one, other = (decided.topics.get(title="夜间公交") for _each in range(2))
    hold_meeting(one, plan(told, by=clerk), by=clerk)
    with pytest.raises(Hindered):
        hold_meeting(other, plan(told, by=clerk), by=clerk)
    assert Topic.objects.get(pk=one.pk).meeting == one.meeting


def test_an_office_answers_topics_on_the_page(drawn, clerk, forms, county):
    topic = drawn.topics.get(title="河道治理")
    address, browser = reverse("desk:topic", args=[topic.pk]), browser_of(clerk)
    wrong = browser.post(address, {"answer": "left"})
    assert (wrong.status_code, list(wrong.context["wrong"].errors)) == (422, ["why_not"])
    half = browser.post(address, {"answer": "chosen", "month": "5"})
    assert (half.status_code, list(half.context["wrong"].errors)) == (422, ["form"])
    browser.post(address, {"answer": "chosen", "month": "5", "form": forms["对口协商会"].pk})
    topic.refresh_from_db()
    assert (topic.answer, topic.month) == ("chosen", 5)
    assert browser_of(office(county)).post(address, {"answer": "left"}).status_code == 404


def test_a_topic_comes_from_a_matter(asking, clerk, city):
    matter = open_matter("problem", by=clerk, committee=city, title="公交停得早", day=localdate())
    address, browser = reverse("desk:topics", args=[asking.pk]), browser_of(clerk)
    said = {"title": "夜间公交", "on_behalf": "网民", "matter": matter.short}
    browser.post(address, said)
    assert Topic.objects.get().matter == matter
    for number in ("M999999", "甲", "²", "-1"):
        wrong = browser.post(address, said | {"matter": number})
        assert (wrong.status_code, list(wrong.context["proposing"].errors)) == (422, ["matter"])


@pytest.mark.parametrize(
    ("facts", "field"),
    [({"year": localdate().year - 1}, "year"), ({"year": 10**9}, "year"),
     ({"asks_until": "2001-01-01"}, "asks_until"), ({"year": YEAR}, "year")],
    ids=["last year", "no year", "a day gone by", "planned already"],
)  # fmt: skip
def test_a_year_that_cannot_be_planned_is_refused(facts, field, asking, clerk, city):
    said = {"committee": city.pk, "year": YEAR + 1, "asks_until": str(localdate())} | facts
    page = browser_of(clerk).post(reverse("desk:new_year_plan"), said)
    assert (page.status_code, list(page.context["form"].errors)) == (422, [field])
