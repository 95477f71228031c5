"""Opening a term, and ruling which days are worked."""

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q

from xieshang.audit.actions import seal
from xieshang.reading.holidays import Told

from ..models import Committee, DayOff, Person, Term
from .calendar import clear_day, set_day


@transaction.atomic
def open_term(committee: Committee, *, number: int, since: date, by: Person) -> Term:
    """Open a term of a committee; the one before it ends where this one begins.

    The same number again moves its first day. Raises PermissionDenied.
    """
    if not by.may_keep(committee):
        raise PermissionDenied("only its office opens a term")
    term, _made = Term.objects.update_or_create(
        committee=committee, number=number, defaults={"since": since}
    )
    earlier = committee.terms.filter(since__lt=since).exclude(pk=term.pk)
    earlier.filter(Q(until=None) | Q(until__gt=since)).update(until=since)
    seal(by, "open-term", term, number=number, since=str(since))
    return term


def head_of_body() -> Committee | None:
    """The committee above all others; None before the body is founded."""
    return Committee.objects.inside().filter(parent=None).first()


def may_rule_days(person: Person) -> bool:
    """The calendar is the whole body's: the office at its head keeps it."""
    top = head_of_body()
    return top is not None and person.may_keep(top)


@transaction.atomic
def rule_days(days: Iterable[Told], *, by: Person, source: str = "") -> int:
    """Enter days of a notice, whatever they were before; returns how many are other days now.

    Raises PermissionDenied.
    """
    if not may_rule_days(by):
        raise PermissionDenied("only the office at the head keeps the calendar")
    known = {each.day: each for each in DayOff.objects.all()}
    changed = 0
    for told in days:
        kind = DayOff.Kind.OFF if told.off else DayOff.Kind.WORK
        there = known.get(told.day)
        if there is None or (there.kind, there.name) != (kind, told.name):
            set_day(told.day, kind, told.name, by=by, source=source)
            changed += 1
    return changed


@transaction.atomic
def free_day(day: date, *, by: Person) -> None:
    """Let a day be again what its weekday says. Raises PermissionDenied."""
    if not may_rule_days(by):
        raise PermissionDenied("only the office at the head keeps the calendar")
    clear_day(day, by=by)
