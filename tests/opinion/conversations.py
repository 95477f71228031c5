"""Conversations to map: made-up ones with camps that are known, and real ones read in place."""

import csv

import numpy as np

from xieshang.opinion import Votes

REAL = (
    "bg2050-volunteers", "brexit-consensus", "london.youth.policing",
    "scoop-hivemind.freshwater", "scoop-hivemind.taxes", "vtaiwan.uberx",
)  # fmt: skip


def camps(sizes=(30, 20), statements=12, seed=3, passes=0.1):
    """Columns of votes: each camp agrees with its own statements, all with the last two; nobody
    has seen everything."""
    random = np.random.default_rng(seed)
    rows, start = [], 0
    for camp, size in enumerate(sizes):
        for who in range(start, start + size):
            for j in range(statements):
                if random.random() < 0.1:
                    continue
                likes = j >= statements - 2 or j % len(sizes) == camp
                said = 0 if random.random() < passes else 1 if likes else -1
                rows.append((who, j, said))
        start += size
    return np.array(rows).T


def camp_of(participants, sizes):
    return np.searchsorted(np.cumsum(sizes), participants, side="right")


def hidden_of(folder):
    """The statements that the moderators of a real conversation rejected."""
    with open(folder / "comments.csv", encoding="utf-8") as lines:
        return [int(r["comment-id"]) for r in csv.DictReader(lines) if int(r["moderated"]) < 0]


def published(folder):
    """Participant and group, of those whom Polis put into one when it was exported."""
    with open(folder / "participants-votes.csv", encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    return [(int(r["participant"]), int(r["group-id"])) for r in rows if r["group-id"]]


def in_time(folder):
    """The columns of a real conversation, in the order in which the votes came."""
    with open(folder / "votes.csv", encoding="utf-8") as lines:
        rows = sorted(csv.DictReader(lines), key=lambda row: int(row["timestamp"]))
    return np.array([[int(r[name]) for name in ("voter-id", "comment-id", "vote")] for r in rows]).T


def same_groups(one, other):
    """How far two groupings agree, 1 for the same: adjusted Rand index (Hubert, Arabie 1985)."""
    table = np.zeros((max(one) + 1, max(other) + 1))
    np.add.at(table, (one, other), 1)

    def pairs(counts):
        return (counts * (counts - 1) / 2).sum()

    both, a, b = pairs(table), pairs(table.sum(1)), pairs(table.sum(0))
    chance = a * b / pairs(np.array([table.sum()]))
    return 1.0 if a + b == 2 * chance else (both - chance) / ((a + b) / 2 - chance)


def dense(votes: Votes):
    """The full matrix with NaN for what is unseen, which the code under test never makes."""
    matrix = np.full(votes.shape, np.nan)
    rows = np.repeat(np.arange(len(votes.participants)), votes.lengths)
    matrix[rows, votes.code >> 2] = votes.code.astype(int) % 4 - 1
    return matrix
