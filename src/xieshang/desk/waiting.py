"""What of matters and assignments waits for somebody: the heaps of an office, a unit, a member."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from xieshang.lifecycle.table import Role
from xieshang.matters.models import Assignment, Matter
from xieshang.matters.models.next import urgency
from xieshang.people.models import span_of

from .assignments import state_of as state_of_part
from .box import COUNTED, SHOWN, Box, Row
from .clock import due_by
from .matter_filters import SOON
from .matter_list import state_of

ASKED = ("waiting=sign", "waiting=rate", "waiting=answer")
FIRST_DUE = (F("due_on").asc(nulls_last=True), "raised_on", "pk")


class Heaps:
    """Makes boxes of rows; what stands in one box is not shown again in the next."""

    def __init__(self, known):
        self.known, self.shown = known, set()

    def box(self, title: str, found: Sequence, href: str, row, **how: bool) -> Box:
        """A heap with all its rows counted, and the first of those that no other has shown."""
        found = sorted(found, key=due_day)
        fresh = [each for each in found if (type(each), each.pk) not in self.shown]
        above, fresh = len(found) - len(fresh), fresh[:SHOWN]
        self.shown |= {(type(each), each.pk) for each in fresh}
        rows = [row(each, self.known) for each in fresh]
        return Box(title, len(found), rows, href, above=above, more=len(found) >= COUNTED, **how)


def due_day(found) -> tuple[date, int]:
    """What is due first comes first; what has no day comes last."""
    return (found.next.due if found.next else None) or date.max, found.pk


def of_office(person, kept: Sequence[int], known) -> Iterator[Box]:
    """What is late, what the office itself holds, and what is due within two weeks."""
    today = timezone.localdate()
    rows = Matter.objects.visible_to(person).pressing(person, today + SOON + timedelta(1))
    found = list(rows.with_page().with_next().with_nudged().order_by(*FIRST_DUE)[:COUNTED])
    heaps = Heaps(known)
    late = [matter for matter in found if matter.is_late]
    yield heaps.box(_("Late"), late, listed("late"), row_to_press, late=True, mine=False)
    mine = [matter for matter in found if held_here(matter, kept)]
    yield heaps.box(_("Waiting for us"), mine, listed("me"), row_of)
    soon = [m for m in found if m.next and m.next.due and today <= m.next.due <= today + SOON]
    yield heaps.box(_("Due within two weeks"), soon, listed("soon"), row_to_press, mine=False)


def listed(waiting: str) -> str:
    """The list that holds what an office's heap holds."""
    ours = "" if waiting == "me" else "&ours=on"
    return f"{reverse('desk:matters')}?waiting={waiting}{ours}"


def held_here(matter: Matter, kept: Sequence[int]) -> bool:
    """Whether one of these offices has the next word in it."""
    if matter.committee_id in kept:
        states = [matter.state, *(part.state for part in matter.hands())]
        if any(state.waits is Role.OFFICE for state in states):
            return True
    return any(sent.committee_id in kept for sent in matter.sent_above())


def of_units(person, units, known) -> Iterator[Box]:
    """The assignments of the units somebody answers for, the most pressing first."""
    rows = Assignment.objects.visible_to(person).filter(unit__in=units).open()
    found = list(rows.with_page().with_nudges().order_by(F("due_on").asc(nulls_last=True), "pk"))
    found, heaps, today = found[:COUNTED], Heaps(known), timezone.localdate()
    href = f"{reverse('desk:assignments')}?waiting="
    late = [part for part in found if part.is_late]
    yield heaps.box(_("Late"), late, f"{href}late", row_of_part, late=True, mine=False)
    mine = [part for part in found if part.state.waits is Role.UNIT]
    yield heaps.box(_("Waiting for your unit"), mine, f"{href}me", row_of_part)
    soon = [part for part in found if part.due_on and today <= part.due_on <= today + SOON]
    yield heaps.box(_("Due within two weeks"), soon, f"{href}soon", row_of_part, mine=False)
    yield named(person, units, heaps)


def named(person, units, heaps: Heaps) -> Box:
    """Open matters of old ledgers that name a unit somebody answers for."""
    names = Q()
    for unit in units:
        names |= Q(unit=unit.name, committee__code__range=span_of(unit.committee_id))
    rows = Matter.objects.visible_to(person).with_page().with_next().filter(names).open()
    found = list(rows.order_by("raised_on", "pk")[:COUNTED])
    href = f"{reverse('desk:matters')}?waiting=open&unit={units[0].name}"
    return heaps.box(_("Matters that name your unit"), found, href, row_of, mine=False)


def of_member(person, known) -> Iterator[Box]:
    """What a member is asked, and what they raised that is still open."""
    seen = Matter.objects.visible_to(person)
    asked = {"sign": seen.to_sign(person), "rate": seen.to_rate(person)}
    marks = {name: Exists(rows.filter(matter=OuterRef("pk"))) for name, rows in asked.items()}
    marks["merge"] = Exists(seen.to_merge(person).filter(joined=OuterRef("pk")))
    rows = seen.filter(Q(raised_by=person) | Q(pk__in=seen.waiting_for(person).values("pk")))
    rows = rows.filter(Q(raised_by=person) | ~Q(status="draft")).annotate(**marks)
    found = list(rows.with_page().with_next().order_by(*FIRST_DUE)[:COUNTED])
    heaps, href = Heaps(known), reverse("desk:matters")
    own = [matter for matter in found if matter.raised_by_id == person.pk]
    for title, rows, query in (
        (_("To sign along"), [m for m in found if m.sign], "waiting=sign"),
        (_("To rate"), [m for m in found if m.rate], "waiting=rate"),
        (_("To answer"), [m for m in found if m.merge or asks(m, person)], "waiting=answer"),
        (_("Drafts"), [m for m in own if m.status == "draft"], "mine=on&state=draft"),
        (_("Still open"), [m for m in own if open_still(m)], "mine=on&waiting=open"),
        (_("Done"), [m for m in own if not m.state.waits], "mine=on"),
    ):
        yield heaps.box(title, rows, f"{href}?{query}", row_of, mine=query in ASKED)


def asks(matter: Matter, person) -> bool:
    """Whether the office asked its author something: to mend it, to make it another thing."""
    mine = matter.raised_by_id == person.pk and matter.state.waits is Role.AUTHOR
    return mine and matter.status not in (matter.lifecycle.first, "cosigning")


def open_still(matter: Matter) -> bool:
    return bool(matter.state.waits) and matter.status != "draft"


def nudge_at(matter: Matter) -> str:
    """Where its office can remind whoever has the next word; "" where it has it itself."""
    parts = [part for part in matter.hands() if part.lifecycle.deed("nudge", part.status)]
    if parts:
        return f"{reverse('desk:assignment', args=[min(parts, key=urgency).pk])}?deed=nudge"
    deed = matter.lifecycle.deed("nudge", matter.status)
    if deed and Role.OFFICE in deed.roles and matter.state.waits is not Role.OFFICE:
        return f"{reverse('desk:matter', args=[matter.pk])}?deed=nudge"
    return ""


def row_to_press(matter: Matter, known) -> Row:
    """One matter of an office's heap, with the way to remind whoever has the next word."""
    return replace(row_of(matter, known), nudge=nudge_at(matter))


def row_of(matter: Matter, known) -> Row:
    """One matter of a heap: who has the next word, and until when."""
    step = matter.next
    return Row(
        matter.title,
        reverse("desk:matter", args=[matter.pk]),
        (matter.filed_as or matter.short, matter.get_kind_display(), matter.committee.title),
        state_of(matter),
        who=step.who if step else "",
        due=due_by(step.due, known) if step and step.due else None,
        nudged=getattr(matter, "nudged_at", None),
        by=getattr(matter, "nudged_by", "") or "",
    )


def row_of_part(part: Assignment, known) -> Row:
    """One assignment of a heap."""
    last = part.last_nudge
    return Row(
        part.matter.title,
        reverse("desk:assignment", args=[part.pk]),
        (part.short, part.get_part_display(), part.matter.committee.title),
        state_of_part(part),
        who=part.next.who if part.next else "",
        due=due_by(part.due_on, known) if part.due_on else None,
        nudged=last and last.at,
        by=str(last.by) if last else "",
    )
