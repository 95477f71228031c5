"""Who has the next word of a matter, and until which day.

Pages, lists, boards and programs all ask here: whatever is open has one next actor.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from xieshang.lifecycle.models import Subject
from xieshang.lifecycle.table import Role

BETWEEN = "、"  # names of units that have the next word together
PROPOSERS = (Role.AUTHOR, Role.SIGNER)


@dataclass(frozen=True, slots=True)
class Next:
    """Who has the next word of a subject: as what, in words, and until which day."""

    role: Role
    who: str
    due: date | None

    @property
    def late(self) -> bool:
        return bool(self.due and self.due < timezone.localdate())


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
