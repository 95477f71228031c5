"""Ids of any kind as numbers from 0: by a table where they are whole numbers that lie close, else
by sorting."""

from dataclasses import dataclass

import numpy as np

from . import kernels

Ids = np.ndarray  # of any type that sorts
CLOSE = 4  # places of a table for each id that is looked up in it
SMALL = 1024


@dataclass(frozen=True)
class Numbered:
    """A column whose ids are `known` (sorted), each so many times (`many`): the number of `ids[i]`
    is `number[ids[i] - low]`."""

    known: Ids
    many: np.ndarray
    ids: np.ndarray
    low: int
    number: np.ndarray

    @classmethod
    def of(cls, ids: np.ndarray) -> "Numbered":
        low, span = span_of(ids)
        if span is None:
            known, numbers, many = np.unique(ids, return_inverse=True, return_counts=True)
            return cls(known, many, numbers, 0, np.arange(len(known)))
        many = np.zeros(span, np.int64)
        kernels.count_ids(ids, low, many)
        known = np.flatnonzero(many)
        number = np.zeros(span, np.int64)
        number[known] = np.arange(len(known))
        return cls((known + low).astype(ids.dtype), many[known], ids, low, number)


def span_of(ids: np.ndarray) -> tuple[int, int | None]:
    """The least of them, and how many numbers lie between it and the greatest; None where a table
    of these would be too large, or they are no numbers."""
    if ids.dtype.kind not in "iu" or not len(ids):
        return 0, None
    low, high = int(ids.min()), int(ids.max())
    span = high - low + 1
    return low, span if span <= CLOSE * len(ids) + SMALL else None


def found_in(known: Ids, asked: Ids) -> tuple[np.ndarray, np.ndarray]:
    """Where each of `asked` stands among `known`, and whether it does: its place is some other
    where it does not."""
    low, span = span_of(known)
    if span is None or asked.dtype.kind not in "iu":
        order = np.argsort(known, kind="stable")
        place = order[np.minimum(np.searchsorted(known, asked, sorter=order), len(known) - 1)]
        return place, known[place] == asked
    table = np.full(span, -1)
    table[known.astype(np.int64) - low] = np.arange(len(known))
    place = table[np.clip(asked.astype(np.int64) - low, 0, span - 1)]
    return place, known[place] == asked
