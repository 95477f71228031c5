"""How often each statement was agreed to, disagreed with and seen: all that sums need."""

from dataclasses import dataclass

import numpy as np

from .votes import Votes


@dataclass(frozen=True)
class Counts:
    """Agrees, disagrees and all votes (passes among them): each (m,), or (groups, m)."""

    agree: np.ndarray
    disagree: np.ndarray
    seen: np.ndarray

    def without(self, group: int) -> "Counts":
        """Those of all other groups together: (m,)."""
        kept = np.delete(np.arange(len(self.seen)), group)
        return Counts(*(each[kept].sum(0) for each in (self.agree, self.disagree, self.seen)))

    def of(self, group: int) -> "Counts":
        return Counts(self.agree[group], self.disagree[group], self.seen[group])


def count(votes: Votes) -> Counts:
    """Over all participants."""
    return told(np.bincount(votes.code, minlength=4 * len(votes.statements)))


def count_groups(votes: Votes, group: np.ndarray, groups: int) -> Counts:
    """By group; `group` (n,) is -1 for who is in none."""
    width = 4 * len(votes.statements)
    of_vote = group[votes.rows]
    inside = of_vote >= 0
    cell = of_vote[inside].astype(np.int64) * width + votes.code[inside]
    return told(np.bincount(cell, minlength=groups * width).reshape(groups, width))


def told(by_code: np.ndarray) -> Counts:
    """Counts of the votes by their codes."""
    disagree, passed, agree = (by_code[..., vote + 1 :: 4] for vote in (-1, 0, 1))
    return Counts(agree, disagree, agree + passed + disagree)


def means(counts: Counts, hidden: np.ndarray) -> np.ndarray:
    """The mean vote on each statement; 0 where nobody voted, and on hidden ones: (m,)."""
    mean = (counts.agree - counts.disagree) / np.maximum(counts.seen, 1)
    return np.where(hidden, 0.0, mean)
