"""Votes, packed: one small number for each, participant by participant, and never a full matrix.

A vote is +1 (agree), -1 (disagree) or 0 (pass: a vote, too). A cell without one is unseen.
"""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from . import kernels
from .ids import Ids, Numbered, found_in

SAID = (-1, 0, 1)
KEPT = np.uint64(40)  # bits of a mark beside those of a statement


@dataclass(frozen=True)
class Votes:
    """The latest vote of each participant on each statement.

    `code[start[i]:start[i+1]]` are the votes of participant i, each `4·statement + vote + 1`, by
    statement. Statements stand in the order of their ids. Participants stand in an order that
    follows from their votes alone, so that it is the same whatever names they bear: by the last
    statement they have seen, which tells roughly when they came, and then by 64 bits of their
    votes (`mark`). Those of equal votes bear equal marks, and are the same to every later step.
    """

    participants: Ids  # (n,)
    statements: Ids  # (m,)
    start: np.ndarray  # (n+1,) int64
    code: np.ndarray  # (votes,) uint16, or uint32 for more than 16,383 statements
    mark: np.ndarray  # (n,) uint64

    @classmethod
    def of(cls, participant, statement, vote) -> "Votes":
        """From three columns of equal length, the latest last: of votes on one cell it counts.

        Raises ValueError for columns of unequal length and for other votes than -1, 0, 1.
        """
        participant, statement, vote = map(np.asarray, (participant, statement, vote))
        if not len(participant) == len(statement) == len(vote):
            raise ValueError("the columns are of unequal length")
        who, what = Numbered.of(participant), Numbered.of(statement)
        rows = Rows.packed(who, what, said(vote))
        return cls.in_order(who.known, what.known, rows)

    @classmethod
    def in_order(cls, participants: Ids, statements: Ids, rows: "Rows") -> "Votes":
        """These rows in the order of their votes, of equal ones in that of the participants."""
        mark = rows.marks()
        last = rows.code[rows.start[: len(mark)] + rows.length - 1] >> 2
        order = by_votes(last, mark, participants)
        start = starts(rows.length[order])
        code = np.empty(start[-1], rows.code.dtype)
        kernels.gather(order, rows.start, rows.code, start, code)
        return cls(participants[order], statements, start, code, mark[order])

    def with_votes(self, participant, statement, vote) -> "Votes":
        """These, and later ones: just what `of` would make of all of them together, at a cost that
        follows the new ones (and one copy of what stands).

        Raises as `of` does.
        """
        more = Votes.of(participant, statement, vote)
        if not len(more.code):
            return self
        statements = np.union1d(self.statements, more.statements)
        old, new = self.over(statements), more.over(statements)
        place, known = found_in(old.participants, new.participants)
        joined = Rows.joined(old, np.where(known, place, -1), new)
        stay = np.ones(len(old.participants), bool)
        stay[place[known]] = False
        rows = Rows(
            np.concatenate([old.start[:-1][stay], joined.start[:-1] + len(old.code)]),
            np.concatenate([old.lengths[stay], joined.length]),
            np.concatenate([old.code, joined.code]),
            np.concatenate([old.mark[stay], joined.marks()]),
        )
        participants = np.concatenate([old.participants[stay], new.participants])
        return Votes.in_order(participants, statements, rows)

    def over(self, statements: Ids) -> "Votes":
        """The same votes among more statements, of which these are some; not in their order."""
        if len(statements) == len(self.statements):
            return self
        place = np.searchsorted(statements, self.statements)
        moved = (4 * place[:, None] + np.arange(4)).ravel().astype(width(len(statements)))
        rows = Rows(self.start[:-1], self.lengths, moved[self.code])
        return Votes(self.participants, statements, self.start, rows.code, rows.marks())

    @property
    def shape(self) -> tuple[int, int]:
        """Participants, statements."""
        return len(self.participants), len(self.statements)

    @cached_property
    def lengths(self) -> np.ndarray:
        """How many statements each participant has seen: (n,)."""
        return np.diff(self.start)

    @cached_property
    def digest(self) -> str:
        """SHA-256 of all votes on all statements, whoever cast them: the same for every naming of
        the participants and every order of the rows."""
        told = hashlib.sha256()
        told.update("\n".join(map(str, self.statements.tolist())).encode())
        told.update(self.lengths.astype("<i8").tobytes())
        told.update(self.code.astype(self.code.dtype.newbyteorder("<"), copy=False).data)
        return told.hexdigest()

    def columns_of(self, ids: Collection) -> np.ndarray:
        """Which statements these ids name, as a mask: (m,)."""
        return np.isin(self.statements, np.array(list(ids), self.statements.dtype))


@dataclass(frozen=True)
class Rows:
    """The votes of participants in any order: row i is `code[start[i]:start[i] + length[i]]`, of
    which `mark` may be known already."""

    start: np.ndarray
    length: np.ndarray
    code: np.ndarray
    mark: np.ndarray | None = None

    @classmethod
    def packed(cls, who: Numbered, what: Numbered, vote: np.ndarray) -> "Rows":
        """The latest vote on each cell, by statement."""
        start, length = starts(who.many), np.empty(len(who.known), np.int64)
        code = np.empty(len(vote), width(len(what.known)))
        columns = (who.ids, who.low, who.number, what.ids, what.low, what.number, vote)
        kernels.scatter(*columns, start[:-1].copy(), code)
        kernels.tidy(start, code, len(what.known), length)
        return cls(start, length, code)

    @classmethod
    def joined(cls, old: Votes, rows: np.ndarray, new: Votes) -> "Rows":
        """Each row of the new votes over one of the old, -1 for none."""
        many = new.lengths + np.where(rows >= 0, old.lengths[np.maximum(rows, 0)], 0)
        start, length = starts(many), np.empty_like(many)
        code = np.empty(start[-1], old.code.dtype)
        kernels.join_rows(rows, old.start, old.code, new.start, new.code, start, length, code)
        return cls(start, length, code)

    def marks(self) -> np.ndarray:
        """64 bits of each row, whatever it is called."""
        if self.mark is not None:
            return self.mark
        mark = np.empty(len(self.length), np.uint64)
        kernels.mark_rows(self.start, self.length, self.code, mark)
        return mark


def said(vote: np.ndarray) -> np.ndarray:
    """The votes as whole numbers; raises ValueError for what is none."""
    if vote.dtype.kind in "iu":
        known = not len(vote) or (vote.min() >= SAID[0] and vote.max() <= SAID[-1])
    else:
        known = np.isin(vote, SAID).all()
    if not known:
        raise ValueError("a vote is -1, 0 or 1")
    return vote if vote.dtype.kind in "iu" else vote.astype(np.int8)


def width(statements: int) -> type:
    """How wide a code must be."""
    return np.uint16 if statements < 1 << 14 else np.uint32


def starts(lengths: np.ndarray) -> np.ndarray:
    """Where rows of these lengths begin, one after another, and where the last ends."""
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths)])


def by_votes(last: np.ndarray, mark: np.ndarray, names: Ids) -> np.ndarray:
    """The order of the last statement seen, then of the marks, and of equal ones of the names."""
    key = last.astype(np.uint64) << KEPT | mark >> np.uint64(64 - KEPT)
    order = np.argsort(key)
    sorted_ = key[order]
    same = sorted_[1:] == sorted_[:-1]
    if same.any():
        tied = np.flatnonzero(np.append(same, False) | np.append(False, same))
        some = order[tied]
        order[tied] = some[np.lexsort((names[some], mark[some], key[some]))]
    return order
