"""Plain k-means on the plane, with the starts, ties and stops of Polis (`clusters.clj`)."""

from dataclasses import dataclass

import numpy as np

STILL = 0.01  # centres that have moved less than this stand
CHUNK = 1 << 14  # points whose distances are held at once
SLACK = 1e-9  # far more than what rounding adds to a distance on the map


@dataclass(frozen=True)
class Clusters:
    """`centres` (k, 2) and the cluster of each point (n,)."""

    centres: np.ndarray
    label: np.ndarray

    def sizes(self, weight: np.ndarray | None = None) -> np.ndarray:
        """How many points, or how much weight, each has: (k,)."""
        return np.bincount(self.label, weight, minlength=len(self.centres))


def lloyd(points, centres, weight=None, steps: int = 100) -> Clusters:
    """Every point joins the nearest centre (of equals the later), each centre moves to their mean,
    one without points goes; until all stand, or for `steps` and one more."""
    weight = np.ones(len(points)) if weight is None else weight
    nearest = Nearest(points)
    for _step in range(steps + 1):
        kept, label = np.unique(nearest(centres), return_inverse=True)
        whole = np.bincount(label, weight, minlength=len(kept))
        sums = [np.bincount(label, weight * axis, minlength=len(kept)) for axis in points.T]
        moved = np.stack(sums, axis=1) / whole[:, None]
        still, centres = stand(centres, moved), moved
        if still:
            break
    return Clusters(centres, label)


class Nearest:
    """The nearest centre of each point, again and again while the centres move a little.

    No point is measured anew as long as its centre, by how far it has moved, must still be nearer
    than any other could have come (the bounds of Hamerly 2010): the labels are the same.
    """

    def __init__(self, points: np.ndarray) -> None:
        self.points = points
        self.label = np.zeros(len(points), np.int64)
        self.own = np.full(len(points), np.inf)  # at most so far is one's own centre
        self.next = np.zeros(len(points))  # at least so far is every other
        self.centres = np.empty((0, 2))

    def __call__(self, centres: np.ndarray) -> np.ndarray:
        """Of several equally near the last: (n,)."""
        if len(centres) == len(self.centres):
            moved = np.hypot(*(centres - self.centres).T)
            self.own += moved[self.label]
            self.next -= moved.max()
        else:
            self.own[:] = np.inf
        doubtful = np.flatnonzero(self.own + SLACK >= self.next)
        for first in range(0, len(doubtful), CHUNK):
            self.measure(doubtful[first : first + CHUNK], centres)
        self.centres = centres
        return self.label

    def measure(self, some: np.ndarray, centres: np.ndarray) -> None:
        """Put these points to every centre."""
        x, y = self.points[some].T
        apart = (x[:, None] - centres[::-1, 0]) ** 2 + (y[:, None] - centres[::-1, 1]) ** 2
        found, rows = apart.argmin(1), np.arange(len(some))
        self.label[some] = len(centres) - 1 - found
        self.own[some] = np.sqrt(apart[rows, found])
        apart[rows, found] = np.inf
        self.next[some] = np.sqrt(apart.min(1))


def stand(before: np.ndarray, after: np.ndarray) -> bool:
    """Whether no centre has moved far: paired in the order of their places."""
    pairs = [each[np.lexsort(each.T[::-1])] for each in (before, after)]
    many = min(map(len, pairs))
    return bool((np.hypot(*(pairs[0][:many] - pairs[1][:many]).T) < STILL).all())


def first_places(points: np.ndarray, k: int) -> np.ndarray:
    """The first k different points, in their order."""
    _places, index = np.unique(points, axis=0, return_index=True)
    return points[np.sort(index)[:k]]


def filled(centres: np.ndarray, points: np.ndarray, k: int) -> np.ndarray:
    """These centres and, up to k, each time the point that lies farthest from all of them."""
    k = min(k, len(np.unique(points, axis=0)))
    apart = distances(points, centres).min(1) if len(centres) else np.full(len(points), np.inf)
    while len(centres) < k and apart.max() > 0:
        point = points[apart.argmax()]
        centres = np.vstack([centres, point])
        apart = np.minimum(apart, np.hypot(*(points - point).T))
    return centres


def distances(points: np.ndarray, others: np.ndarray) -> np.ndarray:
    return np.hypot(points[:, :1] - others[:, 0], points[:, 1:] - others[:, 1])


def silhouette(points: np.ndarray, label: np.ndarray) -> float:
    """How well points lie in their clusters, -1 to 1 (Rousseeuw 1987).

    The mean of (b - a) / max(a, b), with a the mean distance within one's own cluster and b to the
    nearest other; who is alone counts 0.
    """
    sizes = np.bincount(label)
    if len(sizes) < 2:
        return 0.0
    apart = distances(points, points)
    sums = np.stack([apart[:, label == each].sum(1) for each in range(len(sizes))], axis=1)
    own = np.arange(len(points)), label
    within = sums[own] / np.maximum(sizes[label] - 1, 1)
    sums[own] = np.inf
    beyond = (sums / sizes).min(1)
    larger = np.maximum(within, beyond)
    fit = np.divide(beyond - within, larger, out=np.zeros(len(points)), where=larger > 0)
    return float(np.where(sizes[label] > 1, fit, 0.0).mean())
