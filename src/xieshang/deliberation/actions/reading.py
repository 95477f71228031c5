"""Reading all votes of a deliberation, as they stand, into columns."""

from itertools import chain

import numpy as np
from django.db import connection

from xieshang.opinion import Votes

from ..models import Deliberation, Statement, Vote

CHUNK = 50_000  # rows fetched at a time
SAID = np.dtype([("statement", ">i8"), ("value", ">i2")])  # as PostgreSQL sends them
BY_VOICE = """
    SELECT v.participant_id, string_agg(int8send(v.statement_id) || int2send(v.value), ''::bytea)
      FROM {vote} v JOIN {statement} s ON s.id = v.statement_id
     WHERE s.deliberation_id = %s GROUP BY v.participant_id
"""


def read_votes(deliberation: Deliberation) -> Votes | None:
    """All its votes; None where there are none.

    PostgreSQL gathers what each voice said into one value: rows are a fiftieth of the votes.
    """
    columns = gathered if connection.vendor == "postgresql" else one_by_one
    who, statement, value = columns(deliberation)
    return Votes.of(who, statement, value) if len(who) else None


def one_by_one(deliberation: Deliberation) -> np.ndarray:
    """Participant, statement and vote, a column each: (3, votes)."""
    rows = Vote.objects.filter(statement__deliberation=deliberation).order_by()
    rows = rows.values_list("participant_id", "statement_id", "value")
    return np.fromiter(chain.from_iterable(rows.iterator(CHUNK)), np.int64).reshape(-1, 3).T


def gathered(deliberation: Deliberation) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The same, in as few rows as there are voices."""
    tables = {each._meta.model_name: each._meta.db_table for each in (Vote, Statement)}
    voices, said = [], []
    with connection.chunked_cursor() as cursor:
        cursor.execute(BY_VOICE.format(**tables), [deliberation.pk])
        while rows := cursor.fetchmany(CHUNK):
            voices += [voice for voice, _said in rows]
            said += [bytes(told) for _voice, told in rows]
    told = np.frombuffer(b"".join(said), SAID)
    many = np.array([len(each) for each in said], np.int64) // SAID.itemsize
    who = np.repeat(np.array(voices, np.int64), many)
    return who, told["statement"].astype(np.int64), told["value"].astype(np.int8)
