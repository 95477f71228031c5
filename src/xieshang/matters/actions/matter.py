"""Matters written down by an office, and those that its ledgers tell of."""

from collections.abc import Collection, Sequence
from datetime import date

from django.db import transaction

from xieshang.lifecycle.actions import Told, open_subject, record_lives

from ..lifecycles import LIVES, TOLD
from ..models import Matter, MatterStep, Text, limits_of
from .findable import words_changed
from .reviewing import numbers_borne

IN_HAND = ("proposal",)  # lives that go on from where a list says they are
Life = tuple[Matter, Sequence[Told], Collection[int]]


@transaction.atomic
def open_matter(kind: str, *, by, committee, title: str, day: date, **words) -> Matter:
    """Write a matter down for an office: at once public where its first state is."""
    life = LIVES[kind]
    if life.state(life.first).public:
        words.setdefault("published_on", day)
    matter = Matter(
        kind=kind,
        life=life.name,
        title=title,
        committee=committee,
        raised_on=day,
        raised_by=by,
        **words,
    )
    open_subject(matter, by=by, day=day)
    words_changed(matter.pk)
    return matter


def told_matter(
    kind: str, *, committee_id: int, raised_on: date, life: str = "", **words
) -> Matter:
    """A matter as a ledger tells of it, unsaved: what an office puts there is public work.

    With a `life` of its own it is in hand, and published as others of that life are.
    """
    return Matter(
        kind=kind,
        life=life or TOLD[kind].name,
        committee_id=committee_id,
        raised_on=raised_on,
        published_on=None if life else raised_on,
        **words,
    )


@transaction.atomic
def record(lives: Sequence[Life], *, by, batch: int = 2000) -> None:
    """Write matters of which a ledger tells: each with its moves and the evidence it rests on.

    What is in hand has whoever writes it down for its author, who can go on with it. The caller
    seals the whole.
    """
    known: dict[tuple[int, str], dict[str, int]] = {}
    for matter, _told, _evidence in lives:
        place = (matter.committee_id, matter.life)
        if place not in known:
            known[place] = limits_of(matter.committee.line(), matter.life)
        matter.limits = known[place]  # type: ignore[misc]
    in_hand = [matter for matter, _told, _evidence in lives if matter.life in IN_HAND]
    for matter in in_hand:
        matter.raised_by = by
    record_lives([(m, m.raised_on, told) for m, told, _evidence in lives], MatterStep, by=by)
    link = Matter.evidence.through
    link.objects.bulk_create(
        [link(matter_id=m.pk, evidence_id=row) for m, _told, rows in lives for row in rows],
        batch,
        ignore_conflicts=True,
    )
    Text.objects.bulk_create(
        (Text(matter=m, edition="original", number=1, title=m.title, by=by) for m in in_hand), batch
    )
    numbers_borne([matter for matter in in_hand if matter.number])
    words_changed(*(matter.pk for matter, _told, _evidence in lives))


@transaction.atomic
def withdraw(keys: Collection[int]) -> None:
    """Take matters out again, with their steps; their evidence stays. The caller seals."""
    Matter.objects.filter(pk__in=list(keys)).delete()
    words_changed(*keys)
