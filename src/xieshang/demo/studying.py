"""Sample sessions that go by numbers: lectures of a city, a programme on the air of the region."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from xieshang.activities.models import Programme
from xieshang.brands.actions import open_brand
from xieshang.matters.models import Matter
from xieshang.people.models import Committee, Person
from xieshang.study.actions import answer_in, follow_up, hold_sitting, invite_guest
from xieshang.study.sorts import SORTS

from .meeting import CITY

REGION = 450000
LECTURES, ON_AIR = "（示例）同心讲堂", "（示例）《桂在协商》"
TALKS = (("（示例）读懂物业管理条例", 33), ("（示例）怎样写好一件提案", 19))  # title, days ago
EPISODES = (("（示例）电梯坏了谁来修", 26), ("（示例）背街小巷怎么亮起来", 12))
GUESTS = (("有关部门", "示例厅"), ("委员", "自治区政协（示例）"))


@transaction.atomic
def study_samples() -> int:
    """Make the sample sessions, by the real actions; nothing where they are there."""
    if Programme.objects.filter(name__in=[LECTURES, ON_AIR]).exists():
        return 0
    lectures(Committee.objects.get(pk=CITY), Person.objects.get(username="city-clerk"))
    episodes(Committee.objects.get(pk=REGION), Person.objects.get(username="region-officer"))
    return len(TALKS) + len(EPISODES)


def lectures(city: Committee, by: Person) -> None:
    """Two lectures of one series, which get their numbers by themselves."""
    today = timezone.localdate()
    series = open_brand(city, LECTURES, Programme.Kind.SERIES, today - timedelta(days=40), by=by)
    for title, ago in TALKS:
        hold_sitting(
            SORTS["lecture"], by=by, committee=city, programme=series, title=title,
            day=today - timedelta(days=ago), place="柳州市政协（示例）", speaker="示例讲师",
            audience="委员和居民", attendances=60, member_attendances=25,
        )  # fmt: skip


def episodes(region: Committee, by: Person) -> None:
    """Two episodes with guests; the last one takes a question of the public up."""
    today = timezone.localdate()
    series = open_brand(region, ON_AIR, Programme.Kind.SERIES, today - timedelta(days=40), by=by)
    for title, ago in EPISODES:
        held = hold_sitting(
            SORTS["episode"], by=by, committee=region, programme=series, title=title,
            day=today - timedelta(days=ago),
        )  # fmt: skip
        for part, office in GUESTS:
            invite_guest(held, part, office, by=by)
    asked = Matter.objects.public().filter(kind="problem").visible_to(by).first()
    if asked:
        answer_in(held, asked, by=by)
    follow_up(held, "示例厅当场答复：三个月内全部亮灯。（示例）", by=by)
