"""A sample of supervision (示例): visits made, a matter of one finding, another put right; and a
formal recommendation on its way."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from xieshang.evidence.photos import clean_photo
from xieshang.matters.forms.photos import Picture
from xieshang.people.models import Committee, Person, Unit
from xieshang.supervision.actions import (
    Seen,
    adopted,
    begin,
    enter,
    look_again,
    make_matter,
    note_finding,
    plan,
    sent,
    take,
    write_visit,
)
from xieshang.supervision.models import Supervision

from .people import CITY
from .picture import drawn

TITLE = "（示例）背街小巷环境整治民主监督"
CHECKS = ("路灯全部亮", "垃圾日产日清", "路面没有坑洼")
VISITS = (
    ("示例巷一段", "路灯坏了两盏，垃圾桶满。", ("not", "partly", "met"), "night"),
    ("示例巷二段", "路灯已换新，路口有积水。", ("met", "met", "not"), "day"),
)


@transaction.atomic
def supervise_sample() -> int:
    """Make the sample, by the real actions; returns how many were made: 0 where it is there."""
    if Supervision.objects.filter(title=TITLE).exists():
        return 0
    clerk, member = (Person.objects.get(username=each) for each in ("city-clerk", "member"))
    city = Committee.objects.get(pk=CITY)
    made = begin(city, TITLE, "（示例）居民多次反映巷子夜里看不清路。", by=clerk)
    plan(made, "（示例）分两段走访，逐项对照清单。", CHECKS, [member], by=clerk)
    take(made, "go-out", by=clerk)
    today = timezone.localdate()
    for number, (place, note, said, sky) in enumerate(VISITS, 1):
        answers = {check: (each, "") for check, each in enumerate(said, 1)}
        seen = Seen(UUID(int=number), today - timedelta(days=9 - number), place, note, answers)
        shot = clean_photo(drawn(sky))
        write_visit(made, seen, [Picture(shot.photo, shot.thumbnail)], by=member)
    find(made, by=clerk)
    words = "（示例）建议把背街小巷路灯纳入城市照明统一维护。"
    advice = enter(city, "proposed", "（示例）关于背街小巷照明的建议案", today - timedelta(days=5),
                   words=words, authors=[member], supervision=made, by=clerk)  # fmt: skip
    adopted(advice, "chairs", today - timedelta(days=3), by=clerk)
    sent(advice, "（示例）市人民政府", today - timedelta(days=2), by=clerk)
    return 1


def find(made: Supervision, *, by) -> None:
    """Two findings: a matter carries one on, the other was put right at once."""
    today = timezone.localdate()
    unit = Unit.objects.filter(committee=made.committee).first()
    one, other = (
        note_finding(
            made, words, visit=visit, unit=unit,
            due_on=today + timedelta(days), revisit_on=today + timedelta(days + 15), by=by,
        )
        for words, visit, days in zip(
            ("（示例）示例巷一段两盏路灯不亮。", "（示例）示例巷二段路口积水。"),
            made.visits.order_by("pk"), (15, 0), strict=True,
        )
    )  # fmt: skip
    make_matter(one, by=by)
    look_again(other, "done", today, "（示例）已疏通。", by=by)
