"""Until when a subject may rest where it stands, in working days."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from xieshang.people.models import calendar
from xieshang.reading.workdays import Calendar


@dataclass(frozen=True, slots=True)
class Due:
    """The day, and how many working days are left; `over` counts those it is late by.

    `guessed`: the notice of days off for that year is not entered yet.
    """

    day: date
    left: int
    guessed: bool = False

    @property
    def over(self) -> int:
        return -self.left

    @property
    def late(self) -> bool:
        return self.day < timezone.localdate()


def due_of(subject) -> Due | None:
    """The clock of a subject; None where nobody has to act."""
    day = subject.next.due if subject.next else None
    return None if day is None else due_by(day, calendar())


def due_by(day: date, known: Calendar) -> Due:
    """A day with its clock, by a calendar that was read once for many."""
    return Due(day, known.between(timezone.localdate(), day), not known.knows(day.year))
