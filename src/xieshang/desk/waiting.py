"""What of matters and assignments waits for somebody: the heaps of an office, a unit, a member."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

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
from .caseload import Caseload
from .clock import due_by
from .matter_filters import SOON
from .matter_list import state_of

NONE: Mapping[int, bytes] = {}
ASKED = ("waiting=sign", "waiting=rate", "waiting=answer")
FIRST_DUE = (F("due_on").asc(nulls_last=True), "raised_on", "pk")


class Heaps:
    """Makes boxes of rows; what stands in one box is not shown again in the next.

    Of matters with one text (`texts`: key → text) the first stands for all.
    """

    def __init__(self, known, texts: Mapping[int, bytes] = NONE):
        self.known, self.texts, self.shown = known, texts, set()

    def fresh(self, keys: Sequence) -> list:
        """The first of those that no box has shown yet."""
        found: list = []
        for key in keys:
            same = self.texts.get(key, key)
            if same in self.shown:
                continue
            found.append(key)
            self.shown.add(same)
            if len(found) == SHOWN:
                break
        return found

    def box(self, title: str, found: Sequence, href: str, row, **how: bool) -> Box:
        """A heap with all its rows counted, and the first of those that no other has shown."""
        by_key = {each.pk: each for each in sorted(found, key=due_day)}
        above = sum(key in self.shown for key in by_key)
        rows = [row(by_key[key], self.known) for key in self.fresh(list(by_key))]
        return Box(title, len(found), rows, href, above=above, more=len(found) >= COUNTED, **how)


def due_day(found) -> tuple[date, int]:
    """What is due first comes first; what has no day comes last."""
    return (found.next.due if found.next else None) or date.max, found.pk


def of_office(person, held: Caseload, known) -> Iterator[Box]:
    """What is late, what the office itself holds, and what is due within two weeks."""
    mine = {*(held.held_by(Role.OFFICE) & held.ours()), *held.received}
    told = (
        (_("Late"), held.late(held.ours()), "waiting=late&ours=on", {"late": True, "mine": False}),
        (_("Waiting for us"), sorted(mine, key=held.order), "waiting=me", {}),
        (_("Due within two weeks"), held.soon(held.ours(), SOON), "waiting=soon&ours=on",
         {"mine": False}),
    )  # fmt: skip
    heaps, href, shown = Heaps(known, held.texts), reverse("desk:matters"), []
    for title, keys, query, how in told:
        above = sum(held.texts.get(key, key) in heaps.shown for key in keys)
        shown.append((title, keys, f"{href}?{query}", how, above, heaps.fresh(keys)))
    found = drawn(person, held, [key for *_rest, fresh in shown for key in fresh])
    for title, keys, address, how, above, fresh in shown:
        row = row_of if not how else row_to_press
        rows = [row(found[key], known) for key in fresh if key in found]
        yield Box(title, len(keys), rows, address, above=above, **how)


def drawn(person, held: Caseload, keys: Sequence[int]) -> dict[int, Matter]:
    """The matters that are shown, with what is known already of who has the next word."""
    rows = Matter.objects.visible_to(person).filter(pk__in=keys).with_page().with_nudged()
    found, senders = {matter.pk: matter for matter in rows}, Counter(held.texts.values())
    for key, matter in found.items():
        matter.senders = senders.get(held.texts.get(key, b""), 1)
        matter.in_hand = held.parts.get(key, [])
        received = [held.received[key]] if key in held.received else []
        matter.above = [*held.above.get(key, ()), *received]
    return found


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
    rows = seen.own_or_asked(person).annotate(**marks)
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
    step, senders = matter.next, getattr(matter, "senders", 1)
    several = [_("%(n)d senders") % {"n": senders}] if senders > 1 else []
    number = matter.filed_as or matter.short
    return Row(
        matter.title,
        reverse("desk:matter", args=[matter.pk]),
        (number, matter.get_kind_display(), *several, matter.committee.title),
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
