"""Planning a meeting, its agenda, and whom it asks."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from xieshang.activities.models.activity import Kind
from xieshang.audit.actions import seal
from xieshang.lifecycle.actions import hold_for, open_subject
from xieshang.people.models import Committee, Person

from ..models import Convener, Form, Invitation, Item, Meeting
from ..notices import ASKED
from ..telling import tell

CONSULTATION, STUDY = Kind.CONSULTATION, Kind.STUDY
# The forms of the region's own plan of 2026; an office adds its own. (name, kind, notice days)
USUAL = (
    ("专题议政性常委会会议", CONSULTATION, 15), ("专题协商会", CONSULTATION, 15),
    ("界别协商会", CONSULTATION, 10), ("对口协商会", CONSULTATION, 10),
    ("委员自选议题协商", CONSULTATION, 10), ("提案办理协商", CONSULTATION, 10),
    ("全媒体协商", CONSULTATION, 10), ("网络主题议政和远程协商", CONSULTATION, 10),
    ("相机协商", CONSULTATION, 3), ("基层协商", CONSULTATION, 3),
    ("理论学习中心组学习", STUDY, 5), ("第一议题学习", STUDY, 3), ("委员讲堂", STUDY, 5),
    ("委员培训班", STUDY, 10), ("读书分享会", STUDY, 5), ("宣讲报告会", STUDY, 5),
)  # fmt: skip


@transaction.atomic
def load_forms(committee: Committee, *, by) -> int:
    """Give a committee the usual forms that it has not; returns how many were new."""
    known = set(committee.meeting_forms.values_list("name", flat=True))
    new = [
        Form(committee=committee, name=name, kind=kind, notice_days=days)
        for name, kind, days in USUAL
        if name not in known
    ]
    Form.objects.bulk_create(new)
    if new:
        seal(by, "load-forms", committee, forms=len(new))
    return len(new)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is planned: who convenes, the form, when and where, the agenda (title, minutes)."""

    committee: Committee
    title: str
    form: Form
    starts_at: datetime
    ends_at: datetime
    place: str = ""
    link: str = ""
    seats: int | None = None
    partners: Collection[Committee] = ()
    items: Sequence[tuple[str, int]] = ()


@transaction.atomic
def plan(told: Plan, *, by) -> Meeting:
    """Plan a meeting; raises PermissionDenied for who keeps no records of the lead."""
    if not by.may_keep(told.committee):
        raise PermissionDenied("a meeting is planned by its office")
    facts = ("title", "form", "starts_at", "ends_at", "place", "link", "seats")
    begun = Meeting(begun_by=by, **{name: getattr(told, name) for name in facts})
    open_subject(begun, by=by)
    others = [each for each in told.partners if each.pk != told.committee.pk]
    Convener.objects.bulk_create(
        Convener(meeting=begun, committee=each, lead=each.pk == told.committee.pk)
        for each in (told.committee, *others)
    )
    put_items(begun, told.items)
    codes = [told.committee.pk, *(each.pk for each in others)]
    seal(by, "plan-meeting", begun, conveners=codes, starts_at=told.starts_at.isoformat())
    return begun


def put_items(meeting: Meeting, items: Sequence[tuple[str, int]]) -> None:
    """The agenda in its order."""
    Item.objects.bulk_create(
        Item(meeting=meeting, order=order, title=title, minutes=minutes)
        for order, (title, minutes) in enumerate(items, 1)
    )


@transaction.atomic
def change_plan(meeting: Meeting, *, by, items: Sequence[tuple[str, int]], **facts) -> None:
    """Plan it otherwise, as long as it lies ahead; the agenda is put anew."""
    locked = hold_for(meeting, "plan", by=by)
    for name, value in facts.items():
        setattr(locked, name, value)
    locked.save(update_fields=list(facts))
    locked.items.all().delete()
    put_items(locked, items)
    seal(by, "change-plan", locked, starts_at=locked.starts_at.isoformat(), items=len(items))


@transaction.atomic
def ask(meeting: Meeting, people: Collection[Person], *, by) -> int:
    """Ask people, each once; returns how many were new. They are told when it is announced."""
    locked = hold_for(meeting, "ask", by=by)
    known = set(locked.invitations.values_list("person", flat=True))
    new = [person for person in people if person.pk not in known]
    Invitation.objects.bulk_create(Invitation(meeting=locked, person=person) for person in new)
    seal(by, "ask-to-meeting", locked, people=len(new))
    if locked.status == "announced":
        tell(ASKED, locked, new)
    return len(new)
