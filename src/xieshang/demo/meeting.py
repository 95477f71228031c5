"""Sample meetings (示例): one ahead, one with final minutes, one convened with partners outside."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from xieshang.meetings.actions import (
    Plan,
    add_point,
    answer,
    ask,
    confirm,
    load_forms,
    plan,
    save_item,
    sum_up,
    take,
    tick,
)
from xieshang.meetings.models import Form, Meeting
from xieshang.people.models import Committee, Person, Unit

from .people import CITY

HEZHOU, YONGZHOU, ZHAOQING = 451100, 431100, 441200
AHEAD, HELD = "（示例）老旧小区加装电梯专题协商会", "（示例）背街小巷路灯协商会"
TOGETHER = "（示例）省际边界区域联合协商会"


@transaction.atomic
def meet_samples() -> int:
    """Make the sample meetings, by the real actions; nothing where they are there."""
    if Meeting.objects.filter(title=HELD).exists():
        return 0
    clerk = Person.objects.get(username="city-clerk")
    officer = Person.objects.get(username="region-officer")
    city, hezhou = (Committee.objects.get(pk=code) for code in (CITY, HEZHOU))
    load_forms(city, by=clerk)
    forms = {form.name: form for form in Form.objects.filter(committee=city)}
    now = timezone.now()
    ahead(city, forms["专题协商会"], now + timedelta(days=9), by=clerk)
    held(city, forms["对口协商会"], now - timedelta(days=9), by=clerk)
    partners = [Committee.objects.get(pk=code) for code in (YONGZHOU, ZHAOQING)]
    items = [("三地通报情况", 30), ("商量联合巡河", 60)]
    plan(
        Plan(
            hezhou, TOGETHER, Form.objects.get(committee__parent=None, name="专题协商会"),
            now + timedelta(days=20), now + timedelta(days=20, hours=3),
            place="贺州市政协（示例）", partners=partners, items=items,
        ),
        by=officer,
    )  # fmt: skip
    return 3


def members() -> list[Person]:
    """The sample members of the city."""
    names = ("member", "member-2", "member-3")
    return list(Person.objects.filter(username__in=names).order_by("pk"))


def ahead(city: Committee, form: Form, at: datetime, *, by) -> None:
    """One that is announced: one comes, one asks for leave, one has not answered."""
    items = [("住建部门通报情况", 20), ("委员发言", 60), ("有关部门回应", 40)]
    told = Plan(city, AHEAD, form, at, at + timedelta(hours=2), "柳州市政协（示例）", seats=30,
                items=items)  # fmt: skip
    meeting = plan(told, by=by)
    one, two, _three = members()
    ask(meeting, members(), by=by)
    take(meeting, "announce", by=by)
    answer(meeting, "coming", by=one)
    answer(meeting, "leave", "work", by=two)


def held(city: Committee, form: Form, at: datetime, *, by) -> None:
    """One with final minutes, out of which a matter came."""
    items = [("通报路灯情况", 20), ("商量修复办法", 40)]
    told = Plan(city, HELD, form, at, at + timedelta(hours=2), "柳州市政协（示例）", items=items)
    meeting = plan(told, by=by)
    ask(meeting, members(), by=by)
    tick(meeting, meeting.invitations.values_list("pk", flat=True), 12, by=by)
    take(meeting, "hold", by=by)
    first, second = meeting.items.all()
    save_item(first, "（示例）示例局通报：待修路灯集中在三条小巷。", "", version=0, by=by)
    save_item(
        second, "（示例）大家同意先修学校附近的。", "（示例）两个月内修好。", version=0, by=by
    )
    due = timezone.localdate() + timedelta(days=60)
    unit = Unit.objects.get(committee=city, name="柳州市示例局")
    add_point(second, "（示例）修好学校附近的路灯", due, unit, by=by)
    sum_up(meeting, "（示例）先修学校附近", "（示例）维护费由谁出", by=by)
    take(meeting, "circulate", by=by)
    confirm(meeting, by=members()[0])
    take(meeting, "finish", by=by)
