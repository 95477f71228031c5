"""Reading an export of votes: the open format of Polis, which ours is as well."""

import csv
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from .votes import SAID, Votes

LARGEST = 2**62  # of any id or time
COLUMNS = ("voter-id", "comment-id", "vote")


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
        return votes_of(csv.DictReader(lines))


def votes_of(rows: Iterable[dict[str, str]]) -> Votes:
    """The votes of such rows; raises NoVotes."""
    told = []
    for number, row in enumerate(rows, 2):
        try:
            who, what, vote = (int(row[name]) for name in COLUMNS)
            time = int(row.get("timestamp") or 0)
        except (KeyError, TypeError, ValueError) as fault:
            raise NoVotes(number) from fault
        if vote not in SAID or max(abs(who), abs(what), abs(time)) > LARGEST:
            raise NoVotes(number)
        told.append((time, who, what, vote))
    if not told:
        raise NoVotes(2)
    times, *columns = np.array(told, np.int64).T
    later = np.argsort(times, kind="stable")
    return Votes.of(*(column[later] for column in columns))
