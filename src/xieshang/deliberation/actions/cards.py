"""Paper cards: what somebody ticked on paper, typed by an office, with the scan as evidence."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from xieshang.audit.actions import seal
from xieshang.evidence.actions import keep_file
from xieshang.lifecycle.actions import hold_for

from ..models import Card, Deliberation, Participant, Vote


@dataclass(frozen=True, slots=True)
class CardVotes:
    """What stands on a card: statement (by key) → 1, -1 or 0; and its scan."""

    votes: Mapping[int, int]
    name: str
    chunks: Iterable[bytes]


@transaction.atomic
def enter_card(deliberation: Deliberation, card: CardVotes, *, by) -> Participant:
    """Enter one card; raises NoSuchMove, PermissionDenied, ValueError for a file typed before.

    A card filled in before the closing may be typed until the result is told.
    """
    locked = hold_for(deliberation, "enter-card", by=by)
    file, fresh = keep_file(card.chunks, card.name, committee=locked.lead, by=by)
    if not fresh and Card.objects.filter(participant__deliberation=locked, file=file).exists():
        raise ValueError("this scan was typed before")
    shown = set(locked.statements.shown().values_list("pk", flat=True))
    voice = Participant.objects.create(deliberation=locked, way=Participant.Way.PAPER)
    now = timezone.now()
    Vote.objects.bulk_create(
        Vote(participant=voice, statement_id=key, value=value, at=now)
        for key, value in card.votes.items()
        if key in shown
    )
    Card.objects.create(participant=voice, file=file, typed_by=by)
    seal(by, "enter-card", locked, sha256=file.sha256, votes=len(card.votes))
    return voice
