"""The clock's memory: whose turn it is, so that no restart skips a job and no two do one twice."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from ..models import Job
from ..words import clean

LEASE = timedelta(minutes=15)  # a job that says nothing for so long was killed


def take_turn(name: str, every: timedelta, now: datetime) -> bool:
    """Whether the job is due, and from now on ours until `end_turn`, or until the lease ends."""
    Job.objects.get_or_create(name=name)
    due = Q(done_at=None) | Q(done_at__lte=now - every)
    free = Q(held_until=None) | Q(held_until__lte=now)
    return Job.objects.filter(due & free, name=name).update(held_until=now + LEASE) == 1


def make_due(name: str) -> None:
    """Let a job be due at once: what it made has a part that may not stay."""
    Job.objects.filter(name=name).update(done_at=None)


@transaction.atomic
def end_turn(name: str, began: datetime, fault: str = "") -> None:
    """Note a run that began then: done, or failed, which is tried again when it is next due.

    One that outlived its lease says nothing: another may have begun since.
    """
    mine = Job.objects.filter(name=name, held_until=began + LEASE)
    mine.update(done_at=began, held_until=None, fault=clean(fault, 300))
