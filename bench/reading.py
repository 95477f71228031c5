"""All votes of a deliberation read from the database, beside reading them row by row; then their
map, told apart."""

import time
from collections.abc import Iterator
from datetime import timedelta

import numpy as np
from django.db import connection
from django.utils import timezone

from .conversations import drawn
from .table import Row, best_of

STATEMENTS, EACH, BATCH = 60, 30, 100_000


def rows(count: int) -> Iterator[Row]:
    """Seconds to read about so many votes, and nanoseconds for each."""
    from xieshang.deliberation.actions.reading import one_by_one, read_votes  # noqa: PLC0415
    from xieshang.opinion import map_opinions  # noqa: PLC0415

    deliberation = filled(count)
    plain, _columns = best_of(1, lambda: one_by_one(deliberation))
    reading, votes = best_of(2, lambda: read_votes(deliberation))
    map_opinions(votes)
    began = time.perf_counter()
    map_opinions(votes)
    mapping = time.perf_counter() - began
    many = len(votes.code)
    yield Row(f"reading: {many:,} votes from the database, packed", reading, None, plain)
    yield Row("reading: each vote", reading / many * 1e9, None, plain / many * 1e9, "ns")
    yield Row(f"reading: the map of {many:,} votes, for comparison", mapping)


def filled(count: int):
    """A deliberation with votes of made-up voices."""
    from xieshang.deliberation.actions import Opening, begin, take  # noqa: PLC0415
    from xieshang.deliberation.models import Participant, Vote  # noqa: PLC0415
    from xieshang.evidence.bulk import insert, insert_objects  # noqa: PLC0415

    from .body import founded  # noqa: PLC0415 only after set-up
    from .voting import keeper  # noqa: PLC0415

    city, _members = founded(1)
    by, now = keeper(city), timezone.now()
    seeds = [f"示例说法{n}" for n in range(STATEMENTS)]
    made = begin(Opening(city, "示例", "示例？", now + timedelta(days=1), seeds=seeds), by=by)
    take(made, "weigh", by=by)
    keys = np.array(made.statements.values_list("pk", flat=True))
    who, what, said = drawn(max(count // EACH, 1), STATEMENTS, EACH)
    _cells, last = np.unique(who.astype(np.int64) * STATEMENTS + what, return_index=True)
    voices = [
        Participant(deliberation=made, key=f"{n:064d}", way="device", since=now)
        for n in range(int(who.max()) + 1)
    ]
    insert_objects(voices)
    pks = np.array([voice.pk for voice in voices])
    told = zip(pks[who[last]].tolist(), keys[what[last]].tolist(), said[last].tolist(), strict=True)
    votes = [(*each, False, now) for each in told]
    names = ["participant_id", "statement_id", "value", "important", "at"]
    for first in range(0, len(votes), BATCH):
        insert(Vote, names, votes[first : first + BATCH])
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return made
