"""How often each statement was agreed to, disagreed with and seen: all that sums need."""

from dataclasses import dataclass

import numpy as np

from . import kernels
from .parts import Part, Spread


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


def count(spread: Spread) -> Counts:
    """Over all participants."""
    return told(sum(spread.each(codes_of, 4 * spread.shape[1])))


def count_groups(spread: Spread, group: np.ndarray, groups: int) -> Counts:
    """By group; `group` (n,) is -1 for who is in none."""
    size = groups, 4 * spread.shape[1]
    return told(sum(spread.each(codes_of_groups, size, own=group)))


def codes_of(part: Part, many: int) -> np.ndarray:
    """How often each code occurs in one part: (many,)."""
    found = np.zeros(many, np.int64)
    kernels.count_codes(part.code, found)
    return found


def codes_of_groups(part: Part, size: tuple[int, int], group: np.ndarray) -> np.ndarray:
    found = np.zeros(size, np.int64)
    kernels.count_codes_of_groups(part.start, part.code, group, found)
    return found


def told(by_code: np.ndarray) -> Counts:
    """Counts of the votes by their codes."""
    disagree, passed, agree = (by_code[..., vote + 1 :: 4] for vote in (-1, 0, 1))
    return Counts(agree, disagree, agree + passed + disagree)


def means(counts: Counts, hidden: np.ndarray) -> np.ndarray:
    """The mean vote on each statement; 0 where nobody voted, and on hidden ones: (m,)."""
    mean = (counts.agree - counts.disagree) / np.maximum(counts.seen, 1)
    return np.where(hidden, 0.0, mean)
