"""Work over all participants, part by part: on the cores of this machine, or on many machines.

How votes are parted follows from their number alone, and what the parts give is added up in their
order: the same sums to the last bit, wherever and by how many they are done.
"""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from .votes import Votes

LEAST = 1 << 18  # votes of a part
MOST = 32  # parts


@dataclass(frozen=True)
class Part:
    """Some participants, one after another: `start` (of them, and one) begins at 0."""

    start: np.ndarray
    code: np.ndarray


class Spread(Protocol):
    """Where work is done."""

    shape: tuple[int, int]  # participants, statements
    parts: int

    def each(self, work: Callable, *told: Any, own: np.ndarray | None = None,
             every: int = 1) -> list:  # fmt: skip
        """What `work(part, *told)` gives for each part, or for one of `every` so many, in their
        order; of `own` (n,) each part is given what is its own, last."""


def bounds(votes: Votes) -> np.ndarray:
    """At which participants the parts begin, and where the last one ends."""
    parts = max(1, min(MOST, len(votes.code) // LEAST))
    cuts = np.linspace(0, len(votes.code), parts + 1).astype(np.int64)
    inner = np.searchsorted(votes.start, cuts[1:-1])
    return np.concatenate([[0], inner, [len(votes.participants)]])


def part_of(votes: Votes, begin: int, end: int) -> Part:
    first, last = votes.start[begin], votes.start[end]
    return Part(votes.start[begin : end + 1] - first, votes.code[first:last])


class Here:
    """On the cores of this machine."""

    def __init__(self, votes: Votes, threads: int | None = None) -> None:
        self.shape = votes.shape
        self.bounds = bounds(votes)
        self.parts = len(self.bounds) - 1
        self.held = [part_of(votes, *ends) for ends in pairs(self.bounds)]
        self.threads = min(threads or os.cpu_count() or 1, self.parts)

    def each(self, work, *told, own=None, every=1) -> list:
        parts = list(zip(self.held, owned(self.bounds, own), strict=True))[::every]
        tasks = [(part, *told, *some) for part, some in parts]
        if self.threads == 1:
            return [work(*task) for task in tasks]
        with ThreadPoolExecutor(self.threads) as pool:
            return list(pool.map(lambda task: work(*task), tasks))


def pairs(bounds: np.ndarray) -> list[tuple[int, int]]:
    return list(zip(bounds[:-1].tolist(), bounds[1:].tolist(), strict=True))


def owned(bounds: np.ndarray, own: np.ndarray | None) -> list[tuple]:
    """What each part is given of its own."""
    return [() if own is None else (own[begin:end],) for begin, end in pairs(bounds)]
