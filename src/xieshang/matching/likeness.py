"""How like a text others are: by all their pairs, or by the passage that comes nearest."""

from dataclasses import dataclass

import numpy as np

from .letters import pairs
from .shard import first_of_each

_SPREAD = np.uint32(0x9E3779B1)  # Knuth's multiplier: neighbouring pairs fall far from each other


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """The pairs of the text that is asked about, each once and in order, and how often it comes."""

    pairs: np.ndarray  # uint32
    times: np.ndarray  # int64
    marks: np.ndarray  # bool, 65,536: where no pair falls, so that most are passed over at once

    @classmethod
    def of(cls, units: np.ndarray) -> "Asked":
        """What to ask about a text of these units."""
        found, times = np.unique(pairs(units), return_counts=True)
        marks = np.zeros(1 << 16, bool)
        marks[mark(found)] = True
        return cls(found, times, marks)

    def alike(self, texts: list[np.ndarray]) -> np.ndarray:
        """For each text 2·|A∩B| / (|A| + |B|) over pairs with their repetitions (Dice 1945)."""
        hits = Hits.of(self, texts)
        held, times = np.unique(hits.owners * len(self.pairs) + hits.places, return_counts=True)
        owners, places = np.divmod(held, max(1, len(self.pairs)))
        shared = np.bincount(owners, np.minimum(times, self.times[places]), len(texts))
        return 2 * shared / (self.times.sum() + np.diff(hits.starts) - 1)

    def said_by(self, texts: list[np.ndarray], weights: np.ndarray) -> np.ndarray:
        """For each text the share of the asked pairs' weight in one passage of twice their number.

        A pair is counted once a passage: it speaks for the passages that begin after it came last.
        """
        hits = Hits.of(self, texts)
        order = np.lexsort((hits.at, hits.places, hits.owners))
        at, places, owners = hits.at[order], hits.places[order], hits.owners[order]
        again = ~first_of_each(owners * len(self.pairs) + places)
        begin = np.maximum(at - 2 * int(self.times.sum()) + 1, hits.starts[owners])
        begin[again] = np.maximum(begin[again], at[:-1][again[1:]] + 1)
        steps = np.zeros(hits.starts[-1] + 1, np.int64)
        np.add.at(steps, begin, weights[places])
        np.subtract.at(steps, at + 1, weights[places])
        return np.maximum.reduceat(np.cumsum(steps), hits.starts[:-1]) / weights.sum()


@dataclass(frozen=True, slots=True, eq=False)
class Hits:
    """Where asked pairs stand in some texts laid end to end, none of them empty."""

    starts: np.ndarray  # one more than texts
    at: np.ndarray  # places from the first text's first letter on
    owners: np.ndarray  # the text of each hit
    places: np.ndarray  # the asked pair of each hit

    @classmethod
    def of(cls, asked: Asked, texts: list[np.ndarray]) -> "Hits":
        starts = np.cumsum([0, *map(len, texts)])
        held = pairs(np.concatenate(texts))
        held_at = np.flatnonzero(asked.marks[mark(held)])
        held = held[held_at]
        places = np.searchsorted(asked.pairs, held).clip(max=len(asked.pairs) - 1)
        owners = np.searchsorted(starts, held_at, "right") - 1
        # the last letter of a text makes no pair with the first of the next
        true = (asked.pairs[places] == held) & (held_at + 1 < starts[owners + 1])
        return cls(starts, held_at[true], owners[true], places[true])


def mark(found: np.ndarray) -> np.ndarray:
    """Where pairs fall among 65,536 marks."""
    return found * _SPREAD >> np.uint32(16)
