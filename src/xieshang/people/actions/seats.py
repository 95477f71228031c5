"""Seats on committees, and the units that answer."""

from django.db import transaction
from django.utils import timezone

from xieshang.audit.actions import seal

from ..models import Committee, Person, Seat, Sector, Unit


@transaction.atomic
def appoint(
    person: Person, committee: Committee, post: str, *, by: Person, sector: Sector | None = None
) -> Seat:
    """Give a person a seat from today on; one who has it already keeps it."""
    known = person.seats.current().filter(committee=committee, post=post).first()
    if known:
        return known
    seat = Seat.objects.create(
        person=person, committee=committee, post=post, sector=sector, since=timezone.localdate()
    )
    seal(by, "appoint", seat, person=person.pk, committee=committee.pk, post=post)
    return seat


@transaction.atomic
def vacate(seat: Seat, *, by: Person) -> None:
    """End a seat today; one that was given only today was a mistake, and goes."""
    seal(by, "vacate", seat, person=seat.person_id, committee=seat.committee_id, post=seat.post)
    today = timezone.localdate()
    if seat.since >= today:
        seat.delete()
        return
    seat.until = today
    seat.save(update_fields=["until"])


@transaction.atomic
def found_unit(name: str, committee: Committee, clerk: Person, *, by: Person) -> Unit:
    """The handling unit of that name, with this person among those who answer for it."""
    unit, made = Unit.objects.get_or_create(name=name, committee=committee)
    if made or not unit.clerks.filter(pk=clerk.pk).exists():
        unit.clerks.add(clerk)
        seal(by, "found-unit", unit, name=name, committee=committee.pk, clerk=clerk.pk)
    return unit
