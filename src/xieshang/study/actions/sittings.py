"""Holding a session: its number is taken under a lock; the last one may be taken back."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max

from xieshang.activities.actions import Draft, hold, take_back
from xieshang.activities.models import Activity, Programme
from xieshang.audit.actions import fingerprint, seal
from xieshang.people.models import Committee

from ..models import Sitting
from ..sorts import NONE, SERIES, Sort

HELD = ("title", "day", "place", "host", "attendances", "member_attendances")


class NotTheLast(ValueError):
    """A later session has a higher number: taking this one out would leave a gap."""


def kept(sitting: Sitting, *, by) -> Sitting:
    """The session, locked; raises PermissionDenied for who keeps no records of its committee."""
    locked = Sitting.objects.select_for_update().get(pk=sitting.pk)
    if not by.keeps(locked.committee_id):
        raise PermissionDenied("a session is looked after by its office")
    return locked


def numbered_so_far(sort: Sort, committee: Committee, programme, day: date) -> int:
    """The highest number taken, by hand or by a ledger. Holds the lock that a next one needs."""
    if sort.numbered == SERIES:
        Programme.objects.select_for_update(no_key=True).get(pk=programme.pk)
        rows = Activity.objects.filter(programme=programme)
        return rows.aggregate(last=Max("session"))["last"] or 0
    Committee.objects.select_for_update(no_key=True).get(pk=committee.pk)
    told = Activity.objects.filter(form=sort.form, day__year=day.year)
    told = told.filter(organisers__committee=committee, organisers__lead=True)
    rows = Sitting.objects.filter(committee=committee, sort=sort.name, year=day.year)
    by_ledger = told.aggregate(last=Max("session"))["last"]
    return max(by_ledger or 0, rows.aggregate(last=Max("number"))["last"] or 0)


@transaction.atomic
def hold_sitting(sort: Sort, *, by, committee: Committee, programme=None, **facts) -> Sitting:
    """Write down a session as one activity, with the next number of its series or year."""
    if not by.may_keep(committee):
        raise PermissionDenied("a session is entered by its office")
    if (sort.numbered == SERIES) != (programme is not None):
        raise ValueError("a session of a series has its series, and no other has one")
    if programme is not None and programme.committee_id != committee.pk:
        raise ValueError("a series belongs to whoever holds its sessions")
    number = None
    if sort.numbered != NONE:
        number = numbered_so_far(sort, committee, programme, facts["day"]) + 1
    said = {name: facts.pop(name) for name in HELD if name in facts}
    # A figure counts what carries a number within a series: that of a year is the session's own.
    session = number if programme is not None else None
    facts_of = {"kind": sort.kind, "form": sort.form, "session": session}
    activity = Activity(programme=programme, **facts_of, **said)
    hold(Draft(activity, committee.pk), by=by)
    year = None if programme is not None or number is None else activity.day.year
    made = Sitting.objects.create(
        activity=activity, committee=committee, sort=sort.name, programme=programme,
        year=year, number=number, **facts,
    )  # fmt: skip
    seal(by, "hold-session", made, activity=activity.pk, number=number)
    return made


@transaction.atomic
def take_back_sitting(sitting: Sitting, *, by) -> None:
    """Take a session out with its activity; raises NotTheLast where that would leave a gap."""
    found = kept(sitting, by=by)
    if found.number is not None:
        last = numbered_so_far(
            found.of_sort, found.committee, found.programme, found.activity.day
        )  # fmt: skip
        if last != found.number:
            raise NotTheLast(f"number {last} was held since")
    seal(by, "take-back-session", found, activity=found.activity_id, number=found.number)
    take_back(found.activity, by=by)


@transaction.atomic
def follow_up(sitting: Sitting, text: str, recording: str = "", *, by) -> None:
    """Write what was done since, and where it can be heard again."""
    found = kept(sitting, by=by)
    found.follow_up, found.recording = text, recording
    found.save(update_fields=["follow_up", "recording"])
    seal(by, "follow-up", found, text=fingerprint(text), recording=recording)
