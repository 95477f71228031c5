"""Open data in the format of Polis: anybody can make the map again, and nobody finds a person.

Every export gives the participants other numbers, in an order drawn anew, so that no two exports
can be joined by them; votes bear the day alone. The map follows from the votes, whatever the
numbers are, and so does its digest.
"""

import secrets
from collections.abc import Iterable, Iterator
from datetime import datetime, time
from itertools import islice

from django.utils import timezone

from .models import Deliberation, Vote

AT_ONCE = 500  # voices whose votes are read at once
VOTES = ("timestamp", "datetime", "comment-id", "voter-id", "vote")
COMMENTS = (
    "timestamp", "datetime", "comment-id", "author-id", "agrees", "disagrees", "moderated",
    "comment-body",
)  # fmt: skip
MODERATED = {"shown": 1, "declined": -1, "waiting": 0, "withdrawn": -1}


def votes_told(deliberation: Deliberation) -> Iterator[tuple]:
    """Every vote that counts, voice by voice, with as many in memory as some voices have cast.

    Of an open one those up to the last map, so that the digest is that map's.
    """
    rows = Vote.objects.filter(statement__deliberation=deliberation)
    if (kept := getattr(deliberation, "kept_map", None)) and not kept.final:
        rows = rows.filter(at__lte=kept.at)
    voices = rows.order_by().values_list("participant_id", flat=True).distinct()
    names = shuffled(voices.iterator(AT_ONCE))
    waiting = iter(names)
    while some := list(islice(waiting, AT_ONCE)):
        told = rows.filter(participant__in=some).order_by()
        lines = [
            (*day_of(at), statement, names[participant], value)
            for statement, participant, value, at in told.values_list(
                "statement_id", "participant_id", "value", "at"
            )
        ]
        yield from sorted(lines, key=lambda line: (line[3], line[2]))


def shuffled(participants: Iterable[int]) -> dict[int, int]:
    """A number for each, in an order that nobody can foresee; the first number comes first."""
    order = list(participants)
    secrets.SystemRandom().shuffle(order)
    return {participant: number for number, participant in enumerate(order)}


def day_of(at: datetime) -> tuple[int, str]:
    """The beginning of the day, twice: when somebody voted to the second is nobody's business."""
    day = timezone.localdate(at)
    begins = timezone.make_aware(datetime.combine(day, time()))
    return int(begins.timestamp()), day.isoformat()


def comments_told(deliberation: Deliberation) -> list[tuple]:
    """Every statement that is public, with whether it is shown; its author is not told."""
    kept = getattr(deliberation, "kept_map", None)
    told = kept.told["statements"] if kept else {}
    return list(comments(deliberation, told))


def comments(deliberation: Deliberation, told) -> Iterator[tuple]:
    public = [
        state.name for state in deliberation.statements.model.lifecycle.states if state.public
    ]
    for each in deliberation.statements.filter(status__in=public).prefetch_related("steps"):
        said = told.get(str(each.pk), {})
        first = next(iter(each.steps.all()))
        yield (
            *day_of(first.at), each.pk, "seed" if each.seed else "", said.get("agree", 0),
            said.get("disagree", 0), MODERATED[each.status], each.text,
        )  # fmt: skip
