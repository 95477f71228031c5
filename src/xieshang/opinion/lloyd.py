"""Plain k-means on the plane, with the starts, ties and stops of Polis (`clusters.clj`)."""

from dataclasses import dataclass

import numpy as np

from .plane import Plane, apart

STILL = 0.01  # centres that have moved less than this stand


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
    one without points goes; until all stand, or for `steps` and one more.

    `weight` (n,) are whole numbers. Sums are of whole numbers too, so that no order of the points
    and no number of threads changes a mean.
    """
    plane = Plane(points, weight)
    kept = np.ones(len(centres), bool)
    for _step in range(steps + 1):
        before, (moved, kept) = centres, plane.means(centres)
        centres = moved
        if stand(before, moved):
            break
    return Clusters(centres, (np.cumsum(kept) - 1)[plane.labels(before)])


def stand(before: np.ndarray, after: np.ndarray) -> bool:
    """Whether no centre has moved far: paired in the order of their places."""
    pairs = [each[np.lexsort(each.T[::-1])] for each in (before, after)]
    many = min(map(len, pairs))
    return bool((np.hypot(*(pairs[0][:many] - pairs[1][:many]).T) < STILL).all())


def first_places(points: np.ndarray, k: int) -> np.ndarray:
    """The first k different points, in their order."""
    looked = 4 * k
    while True:
        _places, index = np.unique(points[:looked], axis=0, return_index=True)
        if len(index) >= k or looked >= len(points):
            return points[np.sort(index)[:k]]
        looked *= 4


def filled(centres: np.ndarray, points: np.ndarray, k: int) -> np.ndarray:
    """These centres and, up to k, each time the point that lies farthest from all of them."""
    if len(centres) >= k:
        return centres
    k = min(k, len(first_places(points, k)))
    away = apart(points, centres)
    while len(centres) < k and away.max() > 0:
        point = points[away.argmax()]
        centres = np.vstack([centres, point])
        away = np.minimum(away, np.hypot(*(points - point).T))
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
    between = distances(points, points)
    sums = np.stack([between[:, label == each].sum(1) for each in range(len(sizes))], axis=1)
    own = np.arange(len(points)), label
    within = sums[own] / np.maximum(sizes[label] - 1, 1)
    sums[own] = np.inf
    beyond = (sums / sizes).min(1)
    larger = np.maximum(within, beyond)
    fit = np.divide(beyond - within, larger, out=np.zeros(len(points)), where=larger > 0)
    return float(np.where(sizes[label] > 1, fit, 0.0).mean())
