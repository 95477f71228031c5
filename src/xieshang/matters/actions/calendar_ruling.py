"""Ruling which days are worked, and what that does to days that are running."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from django.db import transaction

from xieshang.audit.actions import seal
from xieshang.people.actions import free_day, head_of_body, rule_days
from xieshang.people.models import calendar
from xieshang.reading.holidays import Told
from xieshang.reading.workdays import Calendar

from ..models import Assignment, Matter, Referral

Moved = tuple[Matter | Assignment | Referral, date]
RUNNING = (
    (Matter, ("committee",)),
    (Assignment, ("matter__committee", "unit")),
    (Referral, ("committee", "matter")),
)


@transaction.atomic
def rule_calendar(days: Sequence[Told], *, by, source: str = "") -> tuple[int, int]:
    """Enter days of a notice; what is under way is due by what they make of its limit.

    Returns how many days are other days now, and how many subjects have another day to be done
    by. Raises PermissionDenied.
    """
    before = calendar()
    entered = rule_days(days, by=by, source=source)
    return entered, follow_calendar(before, [told.day for told in days], by=by)


@transaction.atomic
def free_calendar_day(day: date, *, by) -> int:
    """Let a day be again what its weekday says; returns how many subjects have another day.

    Raises PermissionDenied.
    """
    before = calendar()
    free_day(day, by=by)
    return follow_calendar(before, [day], by=by)


def follow_calendar(before: Calendar, days: Iterable[date], *, by) -> int:
    """Write the new day into each subject that has another one now; returns how many."""
    moved = list(days_moved(before, calendar(), days))
    for subject, due in moved:
        subject.due_on = due
    for model, _path in RUNNING:
        subjects = [subject for subject, _due in moved if isinstance(subject, model)]
        model.objects.bulk_update(subjects, ["due_on"], batch_size=1000)
    if moved:
        seal(by, "follow-calendar", head_of_body(), changed=len(moved))
    return len(moved)


def days_moved(before: Calendar, after: Calendar, days: Iterable[date]) -> Iterator[Moved]:
    """Each subject under way that these days make due on another day, and that day.

    A day that somebody set, and did not count, stays.
    """
    ruled = sorted(days)
    if not ruled:
        return
    allowed = allowance()
    for model, path in RUNNING:
        rows = model.objects.filter(moved_on__lt=ruled[-1], due_on__gte=ruled[0])
        for subject in rows.select_related(*path).order_by("pk"):
            many = allowed(subject)
            if many and counted(subject, before, many) == subject.due_on:
                due = counted(subject, after, many)
                if due != subject.due_on:
                    yield subject, due


def counted(subject, known: Calendar, many: int) -> date:
    """The day that so many working days lead to."""
    return subject.day_due(known.add(subject.moved_on, many))


def allowance() -> Callable[[Matter | Assignment | Referral], int | None]:
    """How many days a subject is allowed in its state; asked once for each place and state."""
    known: dict[tuple[int, str, str], int | None] = {}

    def allowed(subject):
        place = getattr(subject, "committee_id", None) or subject.matter.committee_id
        key = (place, subject.lifecycle.name, subject.status)
        if key not in known:
            known[key] = subject.days_allowed(subject.state)
        return known[key]

    return allowed
