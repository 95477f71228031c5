"""Every write to matters. One function, one transaction."""

from collections.abc import Collection, Sequence
from datetime import date

from django.db import transaction

from xieshang.lifecycle.actions import Told, open_subject, record_lives, take_step

from .models import Matter, MatterStep

Life = tuple[Matter, Sequence[Told], Collection[int]]


def open_matter(kind: str, *, by, committee, title: str, day: date, **words) -> Matter:
    """Raise a matter."""
    matter = Matter(
        kind=kind, title=title, committee=committee, raised_on=day, raised_by=by, **words
    )
    return open_subject(matter, by=by, day=day)


@transaction.atomic
def take(matter: Matter, verb: str, *, by, note: str = "") -> MatterStep:
    """Move a matter; raises NoSuchMove or PermissionDenied."""
    return take_step(matter, verb, by=by, note=note)


@transaction.atomic
def record(lives: Sequence[Life], *, by, batch: int = 2000) -> None:
    """Write matters of which a ledger tells: each with its moves and the evidence it rests on.

    The caller seals the whole.
    """
    record_lives([(m, m.raised_on, told) for m, told, _evidence in lives], MatterStep, by=by)
    link = Matter.evidence.through
    link.objects.bulk_create(
        [link(matter_id=m.pk, evidence_id=row) for m, _told, rows in lives for row in rows],
        batch,
        ignore_conflicts=True,
    )


@transaction.atomic
def withdraw(keys: Collection[int]) -> None:
    """Take matters out again, with their steps; their evidence stays. The caller seals."""
    Matter.objects.filter(pk__in=list(keys)).delete()
