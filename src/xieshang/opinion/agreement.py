"""What all agree on, what divides the groups, and how sure either is."""

from dataclasses import dataclass

import numpy as np

from .counts import Counts
from .represent import SURE, one_proportion

MOST = 5
KNOWN = 5  # votes of a group without which a statement is not ranked by it
SPREAD = 1.959964  # standard deviations: two-sided 95 %


@dataclass(frozen=True, slots=True)
class Agreed:
    """A statement that most of all participants agree (said 1) or disagree (said -1) with."""

    statement: int
    said: int
    votes: int
    seen: int
    share: float
    share_test: float


def consensus(counts: Counts, hidden: np.ndarray, said: int) -> tuple[Agreed, ...]:
    """At most five on which more than half of all say the same, surely (Polis, `repness.clj`)."""
    votes = counts.agree if said == 1 else counts.disagree
    share, test = (votes + 1) / (counts.seen + 2), one_proportion(votes, counts.seen)
    sure = np.flatnonzero((share > 0.5) & (test > SURE) & ~hidden)
    order = sure[np.lexsort((sure, -(share * test)[sure]))][:MOST]
    return tuple(
        Agreed(int(j), said, int(votes[j]), int(counts.seen[j]), float(share[j]), float(test[j]))
        for j in order
    )


def across_groups(counts: Counts, said: int = 1) -> np.ndarray:
    """Π over the groups of (said + 1) / (seen + 2): high only where every group says so: (m,)."""
    votes = counts.agree if said == 1 else counts.disagree
    return np.prod((votes + 1) / (counts.seen + 2), axis=0)


def known_to_all(counts: Counts) -> np.ndarray:
    """Whether every group has seen a statement often enough to be ranked by: a mask (m,)."""
    return np.all(counts.seen >= KNOWN, axis=0)


def division(counts: Counts) -> np.ndarray:
    """How far the most agreeing group is from the least, 0 to 1; 0 where one hardly saw it."""
    share = (counts.agree + 1) / (counts.seen + 2)
    return np.where(known_to_all(counts), share.max(0) - share.min(0), 0.0)


def unsureness(counts: Counts) -> np.ndarray:
    """The share of passes among all votes on each statement, 0 to 1: (m,)."""
    passed = counts.seen - counts.agree - counts.disagree
    return passed / np.maximum(counts.seen, 1)


def interval(said: np.ndarray, seen: np.ndarray) -> np.ndarray:
    """Between which shares the true one lies, 95 times of 100 (Wilson 1927): (2, …); 0 to 1 where
    nobody voted."""
    seen_ = np.maximum(seen, 1)
    share, z2 = said / seen_, SPREAD**2
    middle = (share + z2 / (2 * seen_)) / (1 + z2 / seen_)
    half = SPREAD / (1 + z2 / seen_)
    half = half * np.sqrt(share * (1 - share) / seen_ + z2 / (4 * seen_**2))
    low, high = np.maximum(middle - half, 0), np.minimum(middle + half, 1)
    return np.where(seen > 0, [low, high], [np.zeros_like(low), np.ones_like(high)])
