"""Up to 65,536 texts, and for each pair of letters the texts that hold it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from .letters import pairs

MOST_TEXTS = 1 << 16  # so that the number of a text is a uint16
MOST_UNITS = 24 << 20  # so that a shard can be made in 1 GiB; 65,536 texts of 370 letters
LONGEST = MOST_TEXTS // 16  # a list: a pair that more texts hold tells little, the first will do


@dataclass(frozen=True, slots=True)
class Shard:
    """Texts in the order of their keys; text n has the units from starts[n] to starts[n + 1]."""

    keys: np.ndarray  # int64
    starts: np.ndarray  # uint32, one more than keys
    units: np.ndarray  # uint16
    known: np.ndarray  # uint32: each pair once, in order
    ends: np.ndarray  # uint32, one more than known: pair n is held by holders[ends[n]:ends[n + 1]]
    holders: np.ndarray  # uint16: numbers of texts, the first 4,096 where there are more

    @classmethod
    def of(cls, keys: np.ndarray, texts: Sequence[np.ndarray]) -> "Shard":
        """The shard of one text or more, given as their units; keys in order, each once."""
        starts = np.cumsum([0, *map(len, texts)]).astype(np.uint32)
        units = np.concatenate(texts)
        return cls(keys, starts, units, *listed(starts, units))

    def text(self, number: int) -> np.ndarray:
        """The units of one text."""
        return self.units[self.starts[number] : self.starts[number + 1]]

    def find(self, asked: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """For each asked pair its place among the known, and how many texts its list names."""
        if not len(self.known):
            return np.zeros(len(asked), np.int64), np.zeros(len(asked), np.int64)
        places = np.searchsorted(self.known, asked).clip(max=len(self.known) - 1)
        counts = self.ends[places + 1].astype(np.int64) - self.ends[places]
        counts[self.known[places] != asked] = 0
        return places, counts


def listed(starts: np.ndarray, units: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The pairs of some texts in order, where the list of each ends, and the lists."""
    owners = np.repeat(np.arange(len(starts) - 1).astype(np.uint16), np.diff(starts))
    codes = pairs(units).astype(np.uint64)
    codes <<= np.uint64(16)
    codes |= owners[:-1]
    codes = codes[owners[:-1] == owners[1:]]  # not a text's last letter with the next one's first
    codes.sort()
    codes = codes[first_of_each(codes)]
    heads = np.flatnonzero(first_of_each(codes >> np.uint64(16)))
    counts = np.diff(heads, append=len(codes))
    known = (codes[heads] >> np.uint64(16)).astype(np.uint32)
    ends = np.zeros(len(known) + 1, np.uint32)
    np.cumsum(np.minimum(counts, LONGEST), out=ends[1:])
    kept = np.arange(len(codes)) - np.repeat(heads, counts) < LONGEST
    return known, ends, codes[kept].astype(np.uint16)


def first_of_each(ordered: np.ndarray) -> np.ndarray:
    """Whether each value is the first of its kind, in an array in order."""
    first = np.ones(len(ordered), bool)
    np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
    return first


def cut(lengths: Sequence[int]) -> Iterator[slice]:
    """How texts of these lengths, in the order of their keys, are laid into shards."""
    start, held = 0, 0
    for number, length in enumerate(lengths):
        if number > start and (number - start == MOST_TEXTS or held + length > MOST_UNITS):
            yield slice(start, number)
            start, held = number, 0
        held += length
    if len(lengths) > start:
        yield slice(start, len(lengths))
