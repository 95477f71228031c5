"""Writing to the calendar of days off."""

from datetime import date

from django.db import transaction

from xieshang.audit.actions import seal

from .. import body
from ..models import DayOff, Person


def load_holidays() -> int:
    """Enter the notices that are not there yet; returns how many days were new. The caller seals.

    A notice of which anything is there was entered before: what was edited or cleared stays so.
    """
    there = set(DayOff.objects.values_list("source", flat=True))
    days = set(DayOff.objects.values_list("day", flat=True))
    new = [each for each in body.days_off() if each.source not in there and each.day not in days]
    DayOff.objects.bulk_create(new)
    return len(new)


@transaction.atomic
def set_day(day: date, kind: str, name: str, *, by: Person, source: str = "") -> DayOff:
    """Let a day be off, or worked; whatever it was before."""
    entered, _made = DayOff.objects.update_or_create(
        day=day, defaults={"kind": kind, "name": name, "source": source}
    )
    seal(by, "set-day", entered, day=str(day), kind=kind, name=name, source=source)
    return entered


@transaction.atomic
def clear_day(day: date, *, by: Person) -> None:
    """Let a day be again what its weekday says."""
    for entered in DayOff.objects.select_for_update().filter(day=day):
        seal(by, "clear-day", entered, day=str(day), kind=entered.kind, name=entered.name)
        entered.delete()
