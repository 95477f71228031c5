"""Reading an export of votes: the open format of Polis, which ours is as well."""

import csv
from collections.abc import Iterator, Sequence
from itertools import count, islice
from pathlib import Path

import numpy as np

from .votes import SAID, Votes

LARGEST = 2**62  # of any id or time
COLUMNS = ("voter-id", "comment-id", "vote")
AT_ONCE = 200_000  # lines that become columns at once
Row = Sequence[str]


class NoVotes(ValueError):
    """The file is no export of votes: `line` is the first that holds none."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line} holds no vote")
        self.line = line


def read_export(path: Path | str) -> Votes:
    """The votes of a file with the columns voter-id, comment-id and vote.

    Where it has a timestamp, later ones count; else those further below. Raises NoVotes.
    """
    with open(path, encoding="utf-8-sig", newline="") as lines:
        rows = filter(None, csv.reader(lines))
        parts = list(columns_of(rows, next(rows, [])))
    if not parts:
        raise NoVotes(2)
    times, *columns = np.concatenate(parts).T
    later = np.argsort(times, kind="stable")
    return Votes.of(*(column[later] for column in columns))


def columns_of(rows: Iterator[Row], heads: Row) -> Iterator[np.ndarray]:
    """Time, voice, statement and vote of many rows at a time: (rows, 4); raises NoVotes."""
    if not set(COLUMNS) <= set(heads):
        raise NoVotes(2)
    timed = heads.index("timestamp") if "timestamp" in heads else None
    places = [heads.index(name) for name in COLUMNS]
    for first in count(2, AT_ONCE):
        if not (some := list(islice(rows, AT_ONCE))):
            return
        try:
            yield numbers_of(some, timed, places)
        except (IndexError, ValueError, OverflowError):
            raise NoVotes(first + first_wrong(some, timed, places)) from None


def numbers_of(rows: Sequence[Row], timed: int | None, places: Sequence[int]) -> np.ndarray:
    """The same of these rows; raises IndexError, ValueError, OverflowError for what is no vote."""
    who, what, vote = places
    told = np.array(
        [
            (0 if timed is None else int(row[timed] or 0),
             int(row[who]), int(row[what]), int(row[vote]))
            for row in rows
        ],
        np.int64,
    )  # fmt: skip
    if not np.isin(told[:, 3], list(SAID)).all() or told.max() > LARGEST or told.min() < -LARGEST:
        raise ValueError("no vote, or a number that is too large")
    return told


def first_wrong(rows: Sequence[Row], timed: int | None, places: Sequence[int]) -> int:
    """The place of the first of these rows that is no vote."""
    for place, row in enumerate(rows):
        try:
            numbers_of([row], timed, places)
        except (IndexError, ValueError, OverflowError):
            return place
    raise AssertionError("each of them is a vote")
