"""Whom a matter waits for, and until which day.

Pages, lists, boards and programs all ask here: whatever is open has one next actor.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Prefetch, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from xieshang.lifecycle.models import Subject
from xieshang.lifecycle.table import Lifecycle, Role

from ..lifecycles import LIFECYCLES, PARTS

BETWEEN = "、"  # names of units that have the next word together


@dataclass(frozen=True, slots=True)
class Next:
    """Who has the next word of a subject: as what, in words, and until which day."""

    role: Role
    who: str
    due: date | None

    @property
    def late(self) -> bool:
        return bool(self.due and self.due < timezone.localdate())


def in_states(states_of: Callable[[Lifecycle], Sequence[str]]) -> Q:
    """Matters that stand in the states `states_of` gives for their table."""
    return reduce(
        or_, (Q(life=name, status__in=states_of(cycle)) for name, cycle in LIFECYCLES.items())
    )


def waits_for(*roles: Role) -> Callable[[Lifecycle], list[str]]:
    """The states of a table in which one of these roles has the next word."""
    return lambda cycle: [state.name for state in cycle.states if state.waits in roles]


def parts_waiting(*roles: Role) -> Q:
    """Assignments in which one of these roles has the next word."""
    states = waits_for(*roles)
    joint = Q(part="joint", status__in=states(PARTS["joint"]))
    return joint | (~Q(part="joint") & Q(status__in=states(PARTS["lead"])))


OPEN = in_states(lambda cycle: [s for s in cycle.open_states() if s != "draft"])
PROPOSERS = (Role.AUTHOR, Role.SIGNER)


class WaitingQuerySet(models.QuerySet):
    """Matters, by whom they wait for and until when."""

    def related(self, name: str):
        """All rows that point to matters under that name."""
        return getattr(self.model, name).rel.related_model.objects

    def with_next(self):
        """With all that tells of each who has the next word."""
        parts = self.related("assignments").open().select_related("unit")
        sent = self.related("referrals").open().select_related("committee")
        return self.prefetch_related(
            Prefetch("assignments", parts, to_attr="in_hand"),
            Prefetch("referrals", sent, to_attr="above"),
        )

    def open(self):
        """Matters that still have a way to go."""
        return self.filter(OPEN)

    def overdue(self, day=None):
        """Matters of which the day has passed: their own, a unit's, or that of a tier above."""
        return self.due_before(day or timezone.localdate())

    def due_before(self, day: date):
        """Matters in which somebody must act before a day."""
        parts = self.related("assignments").filter(due_on__lt=day).values("matter")
        sent = self.related("referrals").filter(due_on__lt=day).values("matter")
        return self.filter(Q(due_on__lt=day) | Q(pk__in=parts) | Q(pk__in=sent))

    def held_by(self, *roles: Role):
        """Matters in which one of these roles has the next word, or has it in a unit's part."""
        parts = self.related("assignments").filter(parts_waiting(*roles)).values("matter")
        own = in_states(waits_for(*roles)) & ~Q(status="draft")
        return self.filter(own | Q(pk__in=parts))

    def held_above(self):
        """Matters that lie with a tier above."""
        return self.filter(pk__in=self.related("referrals").open().values("matter"))

    def waiting_for(self, person):
        """Matters in which this very person can say the next word."""
        told = (*self.for_office(person), *self.for_unit(person), *self.for_member(person))
        first, *others = (rows.order_by().values("pk") for rows in told)
        return self.filter(pk__in=first.union(*others))

    def for_office(self, person):
        """What waits for the offices this person keeps: their own level, not those below."""
        kept = person.seats.current().keeping().values("committee")
        all_rows, parts = self.model.objects, self.related("assignments")
        yield all_rows.filter(in_states(waits_for(Role.OFFICE)), committee__in=kept)
        yield all_rows.filter(
            pk__in=parts.filter(parts_waiting(Role.OFFICE), matter__committee__in=kept)
            .values("matter")
        )  # fmt: skip
        sent = self.related("referrals").open().filter(committee__in=kept)
        yield all_rows.filter(pk__in=sent.values("matter"))

    def for_unit(self, person):
        """What waits for the units this person answers for."""
        units = person.units.values("pk")
        given = self.related("assignments").filter(parts_waiting(Role.UNIT), unit__in=units)
        yield self.model.objects.filter(pk__in=given.values("matter"))

    def for_member(self, person):
        """What this person wrote, is asked to sign or to merge, or has still to rate."""
        all_rows = self.model.objects
        signed, mergers = self.related("signatures"), self.related("mergers")
        yield all_rows.filter(in_states(waits_for(Role.AUTHOR)), raised_by=person)
        yield all_rows.filter(
            pk__in=signed.asked().filter(person=person).values("matter"), status="cosigning"
        )
        asked = mergers.open().filter(consents__person=person, consents__agreed=None)
        yield all_rows.filter(pk__in=asked.values("joined"))
        mine = all_rows.filter(
            Q(raised_by=person) | Q(pk__in=signed.agreed().filter(person=person).values("matter"))
        )
        led = mergers.standing().filter(joined__in=mine).values("main")
        rated = self.related("ratings").filter(
            matter=OuterRef("pk"), person=person, round=OuterRef("round")
        )
        signer = in_states(waits_for(Role.SIGNER)) & ~Exists(rated)
        yield mine.filter(signer)
        yield all_rows.filter(signer, pk__in=led)


class Waiting(Subject):
    """A matter's next actor, from its own state, its assignments and where it was sent up.

    `in_hand` and `above` are there where `with_next` has read them for many.
    """

    committee: Any
    assignments: Any
    referrals: Any
    raised_by: Any
    author: Any
    unit: Any
    in_hand: list
    above: list

    class Meta:
        abstract = True

    @property
    def next(self) -> Next | None:
        """Who has the next word, or None while it rests."""
        waits = self.state.waits
        if waits is Role.UNIT and (parts := self.hands()):
            return self.next_of(parts)
        if waits:
            return Next(waits, self.called(waits), self.due_on)
        sent = sorted(self.sent_above(), key=urgency)
        return Next(Role.OFFICE, sent[0].committee.title, sent[0].due_on) if sent else None

    def next_of(self, parts) -> Next:
        """The assignment that is due first decides; units that are due together wait together."""
        first = min(parts, key=urgency)
        due = min(filter(None, (first.due_on, self.due_on)), default=None)
        if first.state.waits is not Role.UNIT:
            return Next(first.state.waits, self.committee.title, due)
        same = [p for p in parts if p.state.waits is Role.UNIT and p.due_on == first.due_on]
        return Next(Role.UNIT, BETWEEN.join(part.unit.name for part in same), due)

    def called(self, role: Role) -> str:
        """That role's name where this matter is concerned."""
        if role in PROPOSERS:
            return self.author or str(self.raised_by or _("Whoever raised it"))
        if role is Role.UNIT:
            return self.unit or str(_("Handling units"))
        return self.committee.title

    def hands(self) -> list:
        """The assignments in which somebody has the next word."""
        if "in_hand" in self.__dict__:
            return self.in_hand
        return [part for part in self.assignments.all() if part.state.waits]

    def sent_above(self) -> list:
        """Where it was sent up and is not decided yet."""
        if "above" in self.__dict__:
            return self.above
        return [sent for sent in self.referrals.all() if sent.state.waits]

    @property
    def waits_for(self) -> str:
        """Who has the next word, in words; nobody once it rests."""
        return self.next.who if self.next else ""

    @property
    def is_late(self) -> bool:
        return bool(self.next and self.next.late)


def urgency(part) -> tuple:
    """What is due first comes first; of two due together, the one a unit must act on."""
    return part.due_on or date.max, part.state.waits is not Role.UNIT, part.pk
