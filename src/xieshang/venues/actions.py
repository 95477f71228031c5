"""Every write to venues: opening, rule, days, who is on duty, reviews, rooms, townships."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from itertools import cycle

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from xieshang.activities.models import Venue
from xieshang.audit.actions import fingerprint, seal
from xieshang.matters.actions.voicing_photos import keep_picture
from xieshang.matters.forms import photos
from xieshang.people.models import Committee, calendar

from .days import moved_on, named
from .models import (
    SLOT,
    Booking,
    HalfHour,
    Host,
    Picture,
    Placing,
    Reception,
    Review,
    Rule,
    Township,
)

MOST_PICTURES = 12  # of one venue


class TooMany(ValueError):
    """A venue has as many pictures as it may."""


class Taken(ValueError):
    """Somebody has the room at that time: `booking`."""

    def __init__(self, booking: Booking) -> None:
        self.booking = booking
        super().__init__(str(booking))


def kept(venue: Venue, *, by) -> Venue:
    """The venue, locked; raises PermissionDenied for who keeps no records of its committee."""
    locked = Venue.objects.select_for_update().get(pk=venue.pk)
    if not by.keeps(locked.committee_id):
        raise PermissionDenied("a venue is looked after by its office")
    return locked


@transaction.atomic
def open_venue(*, by, committee: Committee, **facts) -> Venue:
    """Enter a venue by hand; raises PermissionDenied."""
    if not by.may_keep(committee):
        raise PermissionDenied("a venue is entered by its office")
    made = Venue.objects.create(committee=committee, since=facts["opened_on"], **facts)
    seal(by, "open-venue", made, name=made.name)
    return made


@transaction.atomic
def set_rule(venue: Venue, rule: Mapping[str, object], hosts: Sequence, *, by) -> Rule:
    """Say when a venue receives and who takes turns; days that lie ahead are planned anew."""
    locked = kept(venue, by=by)
    made, _new = Rule.objects.update_or_create(venue=locked, defaults=rule)
    Host.objects.filter(venue=locked).exclude(person__in=hosts).delete()
    known = set(Host.objects.filter(venue=locked).values_list("person", flat=True))
    Host.objects.bulk_create(Host(venue=locked, person=p) for p in hosts if p.pk not in known)
    Reception.objects.filter(venue=locked, day__gt=timezone.localdate()).delete()
    seal(by, "set-rule", locked, **{name: str(value) for name, value in rule.items()})
    return made


@transaction.atomic
def plan_year(venue: Venue, year: int, *, by) -> int:
    """Plan the reception days of a year that are not planned yet; returns how many.

    A day on which nobody works moves to the next working day; two hosts take turns.
    """
    locked = kept(venue, by=by)
    rule = Rule.objects.get(venue=locked)
    works = calendar()
    there = set(locked.receptions.values_list("named_on", flat=True))
    which = {"month_day": rule.month_day, "nth": rule.nth, "weekday": rule.weekday}
    days = [day for day in named(year, **which) if day not in there]
    hosts = [host.person for host in locked.hosts.select_related("person")]
    turns = cycle(hosts) if len(hosts) > 1 else None
    Reception.objects.bulk_create(
        Reception(
            venue=locked, named_on=day, day=moved_on(day, works), begins=rule.begins,
            ends=rule.ends, first=next(turns) if turns else None,
            second=next(turns) if turns else None,
        )
        for day in days
    )  # fmt: skip
    seal(by, "plan-year", locked, year=year, days=len(days))
    return len(days)


@transaction.atomic
def put_on_duty(reception: Reception, first, second, *, by) -> None:
    """Let these two be on duty; raises PermissionDenied."""
    locked = kept(reception.venue, by=by)
    row = Reception.objects.select_for_update().get(pk=reception.pk)
    row.first, row.second = first, second
    row.save(update_fields=["first", "second"])
    pair = [person.pk for person in (first, second) if person]
    seal(by, "put-on-duty", locked, day=row.day.isoformat(), people=pair)


@transaction.atomic
def review_venue(venue: Venue, verdict: str, why: str, *, by) -> Review:
    """Write this year's review, in the place of an earlier one of this year."""
    locked = kept(venue, by=by)
    year = timezone.localdate().year
    said = {"verdict": verdict, "why": why, "by": by}
    made, _new = Review.objects.update_or_create(venue=locked, year=year, defaults=said)
    seal(by, "review-venue", locked, year=year, verdict=verdict, why=fingerprint(why))
    return made


@transaction.atomic
def name_townships(committee: Committee, names: Collection[str], *, by) -> int:
    """List townships of a place; returns how many were new."""
    if not by.may_keep(committee):
        raise PermissionDenied("townships are listed by their office")
    there = set(committee.townships.values_list("name", flat=True))
    fresh = [name for name in dict.fromkeys(names) if name not in there]
    Township.objects.bulk_create(Township(committee=committee, name=name) for name in fresh)
    seal(by, "name-townships", committee, names=len(fresh))
    return len(fresh)


@transaction.atomic
def place_in(venue: Venue, township: Township, *, by) -> None:
    """Say in which township a venue lies."""
    locked = kept(venue, by=by)
    Placing.objects.update_or_create(venue=locked, defaults={"township": township})
    seal(by, "place-in", locked, township=township.name)


@transaction.atomic
def book(venue: Venue, begins: datetime, ends: datetime, what: str, *, by) -> Booking:
    """Book a room; raises Taken, PermissionDenied for who has no seat on its committee.

    The venue is locked, and each half hour is kept once by a constraint: of two at the same
    moment one gets it.
    """
    if (ends - begins) % SLOT or begins.minute % 30:
        raise ValueError("a room is booked by half hours")
    locked = Venue.objects.select_for_update().get(pk=venue.pk)
    seats = by.seats.current()
    if not (by.keeps(locked.committee_id) or seats.filter(committee=locked.committee_id).exists()):
        raise PermissionDenied("a room is booked by people of its committee")
    taken = locked.bookings.meeting(begins, ends).select_related("by").first()
    if taken:
        raise Taken(taken)
    made = Booking.objects.create(venue=locked, begins=begins, ends=ends, what=what, by=by)
    count = (ends - begins) // SLOT
    HalfHour.objects.bulk_create(
        HalfHour(booking=made, venue=locked, at=begins + n * SLOT) for n in range(count)
    )
    seal(by, "book", locked, begins=begins.isoformat(), ends=ends.isoformat())
    return made


@transaction.atomic
def give_back(booking: Booking, *, by) -> None:
    """Give a room back: whoever booked it, or its office; raises PermissionDenied."""
    locked = Venue.objects.select_for_update().get(pk=booking.venue_id)
    if booking.by_id != by.pk and not by.keeps(locked.committee_id):
        raise PermissionDenied("somebody else's booking")
    seal(by, "give-back", locked, begins=booking.begins.isoformat())
    booking.delete()


@transaction.atomic
def add_pictures(venue: Venue, pictures: Sequence[photos.Picture], *, by) -> None:
    """Show pictures of a venue to everybody; raises PermissionDenied, or TooMany."""
    locked = kept(venue, by=by)
    if locked.pictures.count() + len(pictures) > MOST_PICTURES:
        raise TooMany(MOST_PICTURES)
    for each in pictures:
        files = keep_picture(each, f"{locked.short}.jpg", committee=locked.committee, by=by)
        made = Picture.objects.create(venue=locked, by=by, **files)
        seal(by, "add-picture", locked, picture=made.pk, sha256=made.file.sha256)


@transaction.atomic
def take_picture_away(picture: Picture, *, by) -> None:
    """Show a picture no more; the file itself stays. Raises PermissionDenied."""
    locked = kept(picture.venue, by=by)
    seal(by, "take-picture-away", locked, picture=picture.pk, sha256=picture.file.sha256)
    picture.delete()
