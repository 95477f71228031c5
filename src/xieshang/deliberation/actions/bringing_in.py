"""Bringing in a deliberation that was held elsewhere, from its open data; and votes in bulk."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import transaction
from django.utils import timezone

from xieshang.audit.actions import seal
from xieshang.lifecycle.actions import Told, record_lives

from ..models import Deliberation, Participant, Statement, StatementStep, Vote
from ..models.statement import BROUGHT_IN
from .mapping import make_map
from .opening import Opening, begin, take

BATCH = 5000
ELSEWHERE = "原平台未公开"  # the reason that an export does not tell


@dataclass(frozen=True, slots=True)
class Export:
    """An export of Polis: its statements (id, text, moderated, when), its votes (voter,
    statement, vote, when), moments in milliseconds since 1970, the latest of equal ones last."""

    statements: Sequence[tuple[int, str, int, int]]
    votes: Sequence[tuple[int, int, int, int]]

    @property
    def ended(self) -> datetime:
        """When the last vote was given."""
        return moment(max(when for _voter, _statement, _vote, when in self.votes))


def moment(milliseconds: int) -> datetime:
    return datetime.fromtimestamp(milliseconds / 1000, UTC)


@transaction.atomic
def bring_in(export: Export, said: Opening, *, by) -> Deliberation:
    """Write an export down as a finished deliberation, with its map and its result.

    Raises PermissionDenied for who keeps no records of the lead.
    """
    begun = begin(said, by=by)
    known = put_statements(begun, export, by=by)
    take(begun, "weigh", by=by)
    votes = {}
    for voter, statement, vote, when in sorted(export.votes, key=lambda each: each[3]):
        if statement in known:
            votes[voter, known[statement]] = (vote, moment(when))
    record_votes(begun, ((v, s, value, at) for (v, s), (value, at) in votes.items()), by=by)
    take(begun, "discuss", by=by)
    make_map(begun)
    begun = Deliberation.objects.get(pk=begun.pk)
    take(begun, "result", by=by)
    Deliberation.objects.filter(pk=begun.pk).update(closes_at=export.ended, weigh_at=None)
    begun.refresh_from_db()
    return begun


def put_statements(deliberation: Deliberation, export: Export, *, by) -> dict[int, int]:
    """Write the statements down, those not shown as such; returns their keys by their ids."""
    lives, ids = [], []
    for number, (id_, text, moderated, when) in enumerate(export.statements, 1):
        day = timezone.localdate(moment(when))
        told = [Told("pass", day)]
        if moderated < 0:
            told.append(Told("decline", day, ELSEWHERE))
        stated = Statement(deliberation=deliberation, number=number, text=text[:BROUGHT_IN])
        lives.append((stated, day, told))
        ids.append(id_)
    record_lives(lives, StatementStep, by=by)
    seal(by, "bring-in", deliberation, statements=len(lives), votes=len(export.votes))
    return {id_: stated.pk for id_, (stated, _day, _told) in zip(ids, lives, strict=True)}


@transaction.atomic
def record_votes(
    deliberation: Deliberation, votes: Iterable[tuple[int, int, int, datetime]], *, by
) -> int:
    """Write many votes at once: (voter, statement by key, vote, when), one for each cell.

    Voters are numbers that are kept nowhere. Returns how many votes; the log tells that number.
    """
    told = list(votes)
    voters = sorted({voter for voter, *_rest in told})
    made = Participant.objects.bulk_create(
        (Participant(deliberation=deliberation, way=Participant.Way.DEVICE) for _voter in voters),
        BATCH,
    )
    voices = dict(zip(voters, made, strict=True))
    Vote.objects.bulk_create(
        (
            Vote(participant=voices[voter], statement_id=statement, value=value, at=at)
            for voter, statement, value, at in told
        ),
        BATCH,
    )
    seal(by, "record-votes", deliberation, votes=len(told), participants=len(voters))
    return len(told)
