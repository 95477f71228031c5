"""Sample year plans of a city: one that is decided, and the next, for which topics are asked."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from xieshang.consultation.actions import (
    answer_topic,
    begin_plan,
    hold_meeting,
    propose,
    take,
)
from xieshang.consultation.models import YearPlan
from xieshang.meetings.models import Form, Meeting
from xieshang.people.models import Committee, Person

from .meeting import AHEAD, CITY

TOPICS = (  # (title, why, who, form and month, or why it is not chosen)
    ("（示例）老旧小区加装电梯", "群众反映集中", "member", ("专题协商会", 5)),
    ("（示例）背街小巷亮灯", "晚间出行不便", "member-2", ("对口协商会", 9)),
    ("（示例）乡村医生待遇", "基层留不住人", "member-3", ("界别协商会", 11)),
    ("（示例）河道治理", "", "member", "已列入民主监督，不重复安排"),
)


@transaction.atomic
def plan_samples() -> int:
    """Make the sample plans, by the real actions; nothing where they are there."""
    city = Committee.objects.get(pk=CITY)
    if YearPlan.objects.filter(committee=city).exists():
        return 0
    people = {person.username: person for person in Person.objects.filter(is_active=True)}
    clerk, today = people["city-clerk"], timezone.localdate()
    forms = {form.name: form for form in Form.objects.filter(committee__parent=None)}
    plan = begin_plan(city, today.year, today + timedelta(days=20), by=clerk)
    topics = [propose(plan, title, why, by=people[who]) for title, why, who, _came in TOPICS]
    take(plan, "draw-up", by=clerk)
    for topic, (_title, _why, _who, came) in zip(topics, TOPICS, strict=True):
        if isinstance(came, str):
            answer_topic(topic, answer="left", why_not=came, by=clerk)
        else:
            name, month = came
            answer_topic(topic, answer="chosen", form=forms[name], month=month, by=clerk)
    take(plan, "hand-up", by=clerk)
    take(plan, "decide", by=clerk, note="示例市委办公室〔示例〕1号")
    hold_meeting(topics[0], Meeting.objects.get(title=AHEAD), by=clerk)
    following = begin_plan(city, today.year + 1, today + timedelta(days=40), by=clerk)
    propose(following, "（示例）夜间公交延时", "下晚班没有车", by=people["member"])
    return 2
