"""Which of a million texts are like one: named by its rarest pairs, then compared exactly."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from .asking import COMPARED, Question, strongest
from .file import read
from .letters import letters
from .shard import Shard, cut

LEAST = 0.4  # copies with 30 % edited have 0.5 and more, others 0.3 and less: `bench matching`

Measure = Callable[[list[np.ndarray]], np.ndarray]


@dataclass(frozen=True, slots=True)
class Match:
    """A text that is like the one asked about, from 0 to 1."""

    key: int
    likeness: float


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """Texts to ask which of them are like one. It never changes; threads may share it."""

    shards: tuple[Shard, ...]
    bases: np.ndarray  # int64: the number of each shard's first text, then of all texts
    hidden: np.ndarray  # int64, in order: numbers of texts that are gone, or newer elsewhere

    @classmethod
    def over(cls, shards: Iterable[Shard], hidden: Iterable[int] = ()) -> "Index":
        """The index over these shards, but for the texts of the hidden numbers."""
        shards = tuple(shards)
        bases = np.cumsum([0, *(len(shard.keys) for shard in shards)])
        return cls(shards, bases, np.array(sorted(set(hidden)), np.int64))

    @classmethod
    def open(cls, path: Path, *, thorough: bool = False) -> "Index":
        """The index that `build` wrote, mapped into memory and not read; raises Unusable.

        Thorough: all of it is read, and compared with its digests.
        """
        return cls.over(read(path, thorough=thorough))

    @classmethod
    def of(cls, texts: Iterable[tuple[int, str]]) -> "Index":
        """An index in memory alone; of texts with one key the last stays."""
        return cls.over(()).with_newer(texts)

    def with_newer(self, texts: Iterable[tuple[int, str]], gone: Iterable[int] = ()) -> "Index":
        """This index and newer texts in memory, in place of those with their keys; without `gone`.

        For what was written after the index was built: a thousand texts take a tenth of a second.
        """
        newer = {key: letters(text) for key, text in dict(texts).items()}
        keys = np.array(sorted(newer), np.int64)
        units = [newer[key] for key in keys.tolist()]
        parts = cut(list(map(len, units)))
        fresh = [Shard.of(keys[part], units[part]) for part in parts]
        hidden = self._numbers(np.union1d(keys, np.array(list(gone), np.int64)))
        return Index.over((*self.shards, *fresh), (*self.hidden.tolist(), *hidden))

    def __len__(self) -> int:
        """How many texts can be found."""
        return int(self.bases[-1]) - len(self.hidden)

    def similar(self, text: str, most: int = 20, least: float = LEAST) -> list[Match]:
        """Texts like this whole text, by the share of pairs in common; likest first, then by key.

        A short text and a long one that holds it are not alike: for a title ask `about`.
        """
        question = Question.of(letters(text), self.shards)
        return self._best(question, question.asked.alike, most, least)

    def about(self, title: str, most: int = 20, least: float = LEAST) -> list[Match]:
        """Texts with a passage that says most of this title; likest first, then by key.

        By the share of the title's pairs, the rarer the weightier, however long the text is.
        """
        question = Question.of(letters(title), self.shards)
        return self._best(question, question.said_by, most, least)

    def _best(self, question: Question, measure: Measure, most: int, least: float) -> list[Match]:
        numbers, sums = question.named()
        if len(self.hidden):
            seen = ~np.isin(numbers, self.hidden)
            numbers, sums = numbers[seen], sums[seen]
        numbers = strongest(numbers, sums, max(most, COMPARED), self._keys)
        if not len(numbers):
            return []
        shards = np.searchsorted(self.bases, numbers, "right") - 1
        places = zip(shards.tolist(), (numbers - self.bases[shards]).tolist(), strict=True)
        likeness = measure([self.shards[shard].text(place) for shard, place in places])
        keys = self._keys(numbers)
        order = np.lexsort((keys, -likeness))[:most]
        order = order[likeness[order] >= least]
        found = zip(keys[order].tolist(), likeness[order].tolist(), strict=True)
        return [Match(key, share) for key, share in found]

    def _keys(self, numbers: np.ndarray) -> np.ndarray:
        """The keys of texts, in the order of their numbers."""
        keys = np.zeros(len(numbers), np.int64)
        for shard, base in zip(self.shards, self.bases.tolist(), strict=False):
            here = (numbers >= base) & (numbers < base + len(shard.keys))
            keys[here] = shard.keys[numbers[here] - base]
        return keys

    def _numbers(self, keys: np.ndarray) -> list[int]:
        """The numbers of all texts with these keys."""
        numbers: list[int] = []
        for shard, base in zip(self.shards, self.bases.tolist(), strict=False):
            places = np.searchsorted(shard.keys, keys).clip(max=len(shard.keys) - 1)
            numbers += (base + places[shard.keys[places] == keys]).tolist()
        return numbers
