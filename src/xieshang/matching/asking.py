"""Which texts may be like the one asked about: those that its rarest pairs name most often."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from .likeness import Asked
from .shard import Shard, first_of_each

FEWEST = 8  # lists that are read, however long they are
LISTED = 5_000  # entries of lists, from the rarest pair on, that are read beyond these
COMPARED = 96  # texts that are compared with the one asked about
RAREST = 1_000  # a pair in fewer than a thousandth of all texts weighs no more: it may be a slip
SCALE = 1 << 10  # weights are whole numbers, so that their sums are the same in any order
CROWDED = 4_096  # entries for which a sum for every text is quicker than putting them in order
HALF = np.uint32(16)


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """A text that is asked about, and where its pairs are listed in each shard."""

    asked: Asked
    shards: Sequence[Shard]
    places: np.ndarray  # shards × pairs: the place of each list
    counts: np.ndarray  # shards × pairs: how many texts hold the pair
    weights: np.ndarray  # pairs: int64, the larger the fewer texts hold it

    @classmethod
    def of(cls, units: np.ndarray, shards: Sequence[Shard]) -> "Question":
        """What to ask these shards about a text of these units."""
        asked = Asked.of(units)
        places, counts = np.zeros((2, len(shards), len(asked.pairs)), np.int64)
        for number, shard in enumerate(shards):
            places[number], counts[number] = shard.find(asked.pairs)
        texts = sum(len(shard.keys) for shard in shards)
        rarity = np.minimum(texts / (1 + counts.sum(axis=0)), RAREST)
        weights = (SCALE * np.log1p(rarity)).astype(np.int64)
        return cls(asked, shards, places, counts, weights)

    def said_by(self, texts: list[np.ndarray]) -> np.ndarray:
        """For each text how much of what is asked one passage of it says, from 0 to 1."""
        return self.asked.said_by(texts, self.weights)

    def rarest(self) -> np.ndarray:
        """The pairs whose lists are read: from the rarest on."""
        held = self.counts.sum(axis=0)
        order = np.lexsort((self.asked.pairs, held))
        order = order[held[order] > 0]
        within = np.searchsorted(np.cumsum(held[order]), LISTED, "right")
        return order[: max(FEWEST, int(within))]

    def named(self) -> tuple[np.ndarray, np.ndarray]:
        """The numbers of all texts on the lists that are read, in order, and the weight of each."""
        chosen = self.rarest()
        found = [np.zeros((2, 0), np.int64)]
        base = 0
        for shard, places, counts in zip(self.shards, self.places, self.counts, strict=True):
            here = chosen[counts[chosen] > 0]
            begins = shard.ends[places[here]].tolist()
            ends = shard.ends[places[here] + 1].tolist()
            lists = [shard.holders[a:b] for a, b in zip(begins, ends, strict=True)]
            if lists:
                weights = np.repeat(self.weights[here], counts[here])
                numbers, sums = summed(np.concatenate(lists), weights)
                found.append(np.stack((base + numbers, sums)))
            base += len(shard.keys)
        numbers, sums = np.concatenate(found, axis=1)
        return numbers, sums


def summed(numbers: np.ndarray, weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Each uint16 number once, in order, and the sum of its weights below 2¹⁶."""
    if len(numbers) > CROWDED:
        sums = np.bincount(numbers, weights).astype(np.int64)
        named = np.flatnonzero(sums)
        return named, sums[named]
    entries = np.sort(numbers.astype(np.uint32) << HALF | weights.astype(np.uint32))
    numbers = entries >> HALF
    heads = np.flatnonzero(first_of_each(numbers))
    sums = np.add.reduceat(entries & np.uint32(0xFFFF), heads, dtype=np.int64)
    return numbers[heads].astype(np.int64), sums


def strongest(
    numbers: np.ndarray,
    sums: np.ndarray,
    most: int,
    keys: Callable[[np.ndarray], np.ndarray],
) -> np.ndarray:
    """The `most` numbers with the largest sums; of equal ones those with the lowest keys."""
    if len(numbers) <= most:
        return numbers
    last = np.sort(sums)[-most]  # quicker here than a partition, which many equal sums slow down
    above, level = numbers[sums > last], numbers[sums == last]
    return np.concatenate((above, level[np.argsort(keys(level))][: most - len(above)]))
