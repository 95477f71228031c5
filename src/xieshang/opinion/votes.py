"""Votes, packed: one small number for each, participant by participant, and never a full matrix.

A vote is +1 (agree), -1 (disagree) or 0 (pass: a vote, too). A cell without one is unseen.
"""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

import numpy as np

Ids = np.ndarray  # of any type that sorts
SAID = (-1, 0, 1)


@dataclass(frozen=True)
class Votes:
    """The latest vote of each participant on each statement.

    `code[start[i]:start[i+1]]` are the votes of participant i, each `4·statement + vote + 1`, by
    statement. Participants stand in an order that follows from their votes alone, so that it is
    the same whatever names they bear; statements in the order of their ids.
    """

    participants: Ids  # (n,)
    statements: Ids  # (m,)
    start: np.ndarray  # (n+1,) int64
    code: np.ndarray  # (votes,) uint16, or uint32 for more than 16,383 statements

    @classmethod
    def of(cls, participant, statement, vote) -> "Votes":
        """From three columns of equal length, the latest last: of votes on one cell it counts.

        Raises ValueError for columns of unequal length and for other votes than -1, 0, 1.
        """
        participant, statement, vote = map(np.asarray, (participant, statement, vote))
        if not len(participant) == len(statement) == len(vote):
            raise ValueError("the columns are of unequal length")
        if not np.isin(vote, SAID).all():
            raise ValueError("a vote is -1, 0 or 1")
        participants, row = np.unique(participant, return_inverse=True)
        statements, column = np.unique(statement, return_inverse=True)
        cell = row.astype(np.int64) * len(statements) + column
        latest = len(cell) - 1 - np.unique(cell[::-1], return_index=True)[1]  # by cell
        row, column = row[latest], column[latest]
        kind = np.uint16 if len(statements) < 1 << 14 else np.uint32
        code = (4 * column + vote[latest].astype(np.int64) + 1).astype(kind)
        start = np.searchsorted(row, np.arange(len(participants) + 1))
        return cls(participants, statements, start, code)._in_order_of_votes()

    def _in_order_of_votes(self) -> "Votes":
        order = np.argsort(row_marks(self), kind="stable")
        lengths = self.lengths[order]
        start = np.concatenate([[0], np.cumsum(lengths)])
        taken = np.arange(len(self.code)) - np.repeat(start[:-1] - self.start[order], lengths)
        return Votes(self.participants[order], self.statements, start, self.code[taken])

    @property
    def shape(self) -> tuple[int, int]:
        """Participants, statements."""
        return len(self.participants), len(self.statements)

    @cached_property
    def lengths(self) -> np.ndarray:
        """How many statements each participant has seen: (n,)."""
        return np.diff(self.start)

    @cached_property
    def rows(self) -> np.ndarray:
        """The participant of each vote: (votes,)."""
        return np.repeat(np.arange(len(self.participants)), self.lengths)

    @cached_property
    def digest(self) -> str:
        """SHA-256 of all votes on all statements, whoever cast them: the same for every naming of
        the participants and every order of the rows."""
        told = hashlib.sha256()
        told.update("\n".join(map(str, self.statements.tolist())).encode())
        told.update(self.lengths.astype("<i8").tobytes())
        told.update(self.code.astype("<u4").tobytes())
        return told.hexdigest()

    def columns_of(self, ids: Collection) -> np.ndarray:
        """Which statements these ids name, as a mask: (m,)."""
        return np.isin(self.statements, np.array(list(ids), self.statements.dtype))


def row_marks(votes: Votes) -> np.ndarray:
    """64 bits for each participant that depend on their votes alone: (n,) uint64.

    Participants of equal votes bear the same mark, and are the same to every later step.
    """
    mixed = mix(votes.code.astype(np.uint64) + np.uint64(1))
    whole = np.concatenate([np.zeros(1, np.uint64), np.cumsum(mixed, dtype=np.uint64)])
    return mix(whole[votes.start[1:]] - whole[votes.start[:-1]])


def mix(numbers: np.ndarray) -> np.ndarray:
    """Spread numbers evenly over 64 bits (the finishing step of SplitMix64)."""
    z = (numbers + np.uint64(0x9E3779B97F4A7C15)).astype(np.uint64)
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return z ^ (z >> np.uint64(31))
