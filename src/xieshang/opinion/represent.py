"""What sets a group apart: the statements it agrees or disagrees with more than all others do.

The tests and the selection are those of Polis (`repness.clj`), with one-sided 90 % significance.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from .counts import Counts

SURE = 1.2816  # standard deviations: one-sided 90 %
MOST = 5  # statements for a group


@dataclass(frozen=True, slots=True)
class Represent:
    """One statement that stands for a group, by its place among the statements.

    `said` is 1 where the group agrees, -1 where it disagrees; `share` is how many of its `seen`
    votes say so (with one added on either side), `ratio` how much more often than others'.
    """

    statement: int
    said: int
    votes: int
    seen: int
    share: float
    share_test: float
    ratio: float
    ratio_test: float

    @property
    def score(self) -> float:
        return self.ratio * self.ratio_test * self.share * self.share_test


@dataclass(frozen=True)
class Side:
    """How far one answer (agree, or disagree) tells a group from the others: each (m,)."""

    share: np.ndarray
    share_test: np.ndarray
    ratio: np.ndarray
    ratio_test: np.ndarray


def representing(counts: Counts, group: int, hidden: np.ndarray) -> tuple[Represent, ...]:
    """At most five statements for a group, agreements first; what nobody of it voted on is none."""
    ours, others = counts.of(group), counts.without(group)
    agree = side(ours.agree, ours.seen, others.agree, others.seen)
    disagree = side(ours.disagree, ours.seen, others.disagree, others.seen)
    records = [record(j, ours, agree, disagree) for j in range(len(hidden))]
    shown = [j for j in range(len(hidden)) if not hidden[j]]
    enough = [j for j in shown if sure(agree, j) or sure(disagree, j)]
    first = best_agreed(shown, ours, agree)
    if not enough:
        rest = max(shown, key=lambda j: (records[j].ratio_test, -j), default=None)
        alone = first if first is not None else rest
        return () if alone is None else (records[alone],)
    told = sorted((records[j] for j in enough if j != first), key=lambda r: (-r.score, r.statement))
    if first is not None:
        told.insert(0, records[first])
    return tuple(sorted(told[:MOST], key=lambda r: r.said != 1))


def side(ours, ours_seen, others, others_seen) -> Side:
    """The shares and tests of one answer, within a group and against all others."""
    share = (ours + 1) / (ours_seen + 2)
    return Side(
        share,
        one_proportion(ours, ours_seen),
        share / ((others + 1) / (others_seen + 2)),
        two_proportions(ours, ours_seen, others, others_seen),
    )


def one_proportion(said, seen):
    """z of a share against one half, with one vote added: 2·√(N+1)·((s+1)/(N+1) - ½)."""
    return 2 * np.sqrt(seen + 1) * ((said + 1) / (seen + 1) - 0.5)


def two_proportions(ours, ours_seen, others, others_seen):
    """z of two shares, with one vote added to each count; 0 where everybody says the same."""
    s1, s2, n1, n2 = (each + 1.0 for each in (ours, others, ours_seen, others_seen))
    both = (s1 + s2) / (n1 + n2)
    spread = np.sqrt(np.maximum(both * (1 - both), 0) * (1 / n1 + 1 / n2))
    return np.divide(s1 / n1 - s2 / n2, spread, out=np.zeros(len(both)), where=spread > 0)


def sure(told: Side, j: int) -> bool:
    return bool(told.ratio_test[j] > SURE and told.share_test[j] > SURE)


def record(j: int, ours: Counts, agree: Side, disagree: Side) -> Represent:
    """Of the two answers the one that tells the group apart more; of equals, disagreement."""
    said = 1 if agree.ratio_test[j] > disagree.ratio_test[j] else -1
    told, votes = (agree, ours.agree) if said == 1 else (disagree, ours.disagree)
    return Represent(
        j, said, int(votes[j]), int(ours.seen[j]), float(told.share[j]),
        float(told.share_test[j]), float(told.ratio[j]), float(told.ratio_test[j]),
    )  # fmt: skip


def best_agreed(shown: Sequence[int], ours: Counts, agree: Side) -> int | None:
    """The statement a group agrees with best, found from left to right as Polis does."""
    best = None
    for j in voted(shown, ours):
        alone = agree.share[j] * agree.share_test[j]
        if best is None:
            more = agree.ratio[j] > 1 and agree.share[j] > 0.5
            best = j if agree.share_test[j] > SURE or more else None
            continue
        held = agree.share[best] * agree.share_test[best]
        if agree.ratio[best] > 1:
            alone *= agree.ratio[j] * agree.ratio_test[j]
            held *= agree.ratio[best] * agree.ratio_test[best]
        best = j if alone > held else best
    return best


def voted(shown: Sequence[int], ours: Counts) -> Iterator[int]:
    """Those on which somebody of the group has an opinion."""
    return (j for j in shown if ours.agree[j] or ours.disagree[j])
