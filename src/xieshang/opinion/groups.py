"""Which participants think alike: a hundred small clusters, and these in two to five groups.

The rules are those of Polis (`conversation.clj`): what they leave to the order of arrival follows
here from the votes, and a number of groups changes only when it has held for a while.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import permutations

import numpy as np

from .lloyd import Clusters, filled, first_places, lloyd, silhouette

ENOUGH = 7  # votes by which somebody is put in a group; fewer where there are fewer statements
FEWEST = 15  # participants who are put in a group in any case, those with most votes
BASE = 100  # small clusters
MOST = 5  # groups
WIDE = 12  # small clusters for each further group
GROUP_STEPS = 20
PATIENCE = 4  # times in a row that another number of groups must be best


@dataclass(frozen=True)
class Grouping:
    """`base` and `group` of each participant, -1 for who is in none: (n,).

    `of_base` gives, for each number of groups, the group of each small cluster; `best` is the
    number that fits best now, seen `times` in a row, `chosen` the number that is shown.
    """

    base: np.ndarray
    group: np.ndarray
    of_base: Mapping[int, np.ndarray]
    fits: Mapping[int, float]  # number of groups → silhouette
    best: int
    times: int
    chosen: int
    centres: np.ndarray = field(repr=False)  # of the groups: (chosen, 2)

    @property
    def many(self) -> int:
        return len(self.centres)


def grouped(places, seen, statements: int, before: "Before | None" = None) -> Grouping:
    """Group participants at `places` (n, 2) who have `seen` so many statements (n,) each."""
    inside = admitted(seen, statements)
    if before is not None:
        inside |= before.base >= 0  # who was in a group once stays in one
    held = None if before is None else before.of(inside)
    points = places[inside]
    base = lloyd(points, starts(points, BASE, held.base if held else None))
    weight = base.sizes()
    most = min(MOST, 2 + len(base.centres) // WIDE, max(len(base.centres), 1))
    found = {}
    for k in range(min(2, most), most + 1):
        label = of_clusters(held.groups[k], base) if held and k in held.groups else None
        first = starts(base.centres, k, label, weight)
        found[k] = lloyd(base.centres, first, weight, GROUP_STEPS)
    fits = {k: silhouette(base.centres, each.label) for k, each in found.items()}
    best = max(fits, key=lambda k: (fits[k], k))
    times = held.times + 1 if held and held.best == best else 1
    waits = held is not None and times < PATIENCE and held.chosen in found
    chosen = held.chosen if held and waits else best
    label = np.full(len(places), -1)
    label[inside] = base.label
    order = letters(found[chosen], weight, base, held.group if held else None)
    of_base = {k: each.label for k, each in found.items()} | {chosen: order[found[chosen].label]}
    group = np.full(len(places), -1)
    group[inside] = of_base[chosen][base.label]
    centres = found[chosen].centres[np.argsort(order)]
    return Grouping(label, group, of_base, fits, best, times, chosen, centres)


@dataclass(frozen=True)
class Before:
    """What an earlier map says of the participants of now: -1 for who was not in it: (n,) each."""

    base: np.ndarray
    group: np.ndarray
    groups: Mapping[int, np.ndarray]
    best: int
    times: int
    chosen: int

    def of(self, inside: np.ndarray) -> "Before":
        """For these participants alone."""
        groups = {k: label[inside] for k, label in self.groups.items()}
        return replace(self, base=self.base[inside], group=self.group[inside], groups=groups)


def admitted(seen: np.ndarray, statements: int) -> np.ndarray:
    """Who has voted often enough, or is among the fifteen who voted most: a mask (n,)."""
    inside = seen >= min(ENOUGH, statements)
    if inside.sum() < FEWEST:
        inside[np.argsort(-seen, kind="stable")[:FEWEST]] = True
    return inside


def starts(points, k: int, label: np.ndarray | None = None, weight=None) -> np.ndarray:
    """Where k-means begins: at the first k places, or where the clusters of before are now."""
    if label is None or not (label >= 0).any():
        return first_places(points, k)
    weight = np.ones(len(points)) if weight is None else weight
    stay = label >= 0
    _kept, label = np.unique(label[stay], return_inverse=True)
    whole = np.bincount(label, weight[stay])
    sums = [np.bincount(label, weight[stay] * axis) for axis in points[stay].T]
    return filled(np.stack(sums, axis=1) / whole[:, None], points, k)[:k]


def of_clusters(label: np.ndarray, base: Clusters) -> np.ndarray:
    """The label that most of each small cluster had, -1 where none of it had any."""
    votes = together(base.label, label, len(base.centres), label.max(initial=0) + 1)
    return np.where(votes.any(1), votes.argmax(1), -1)


def together(one: np.ndarray, other: np.ndarray, many: int, width: int) -> np.ndarray:
    """How many bear each label and each other one; those whose other is -1 or beyond are left
    out: (many, width)."""
    stay = (other >= 0) & (other < width)
    both = one[stay] * width + other[stay]
    return np.bincount(both, minlength=many * width).reshape(many, width)


def letters(clusters: Clusters, weight, base: Clusters, before: np.ndarray | None) -> np.ndarray:
    """The number of each group: that of the group it was, for most people; else by size."""
    many = len(clusters.centres)
    sizes = clusters.sizes(weight)
    by_size = np.empty(many, np.int64)
    by_size[np.lexsort((*clusters.centres.T, -sizes))] = np.arange(many)
    if before is None:
        return by_size
    shared = together(clusters.label[base.label], before, many, MOST)
    ways = permutations(range(many))
    best = max(ways, key=lambda way: sum(shared[a, b] for a, b in enumerate(way)))
    return np.array(best)
