"""Points on the plane in small squares, so that few of them are measured while centres move.

All points of a square whose nearest centre can only be one are added to it at once; the others are
put to the few centres that may be theirs. The means are those of measuring every point.
"""

import numpy as np

from . import squares

GRAIN = 2.0**-26  # points are whole multiples of this: sums of whole numbers depend on no order
SIDE = 256  # squares along each axis, at most
COARSE = 8  # squares along the side of a larger one
SAMPLE = 20_000  # points that say where most lie
INSIDE = (0.001, 0.999)


class Plane:
    """Points (n, 2) and their `weight` (n,), whole numbers; 1 each where none is given."""

    def __init__(self, points: np.ndarray, weight: np.ndarray | None = None) -> None:
        points = np.round(points / GRAIN) * GRAIN
        self.side = int(np.clip(np.sqrt(len(points)) / 4, 1, SIDE)) // COARSE * COARSE or 1
        low, high = np.quantile(points[:: len(points) // SAMPLE + 1], INSIDE, axis=0)
        pitch = np.maximum(high - low, GRAIN) / self.side
        square = np.empty(len(points), np.int64)
        squares.square_of(points, low, 1 / pitch, self.side, square)
        many = np.bincount(square, minlength=self.side**2)
        self.start = np.concatenate([np.zeros(1, np.int64), np.cumsum(many)])
        self.order = np.argsort(square.astype(np.uint16), kind="stable")
        self.points = points[self.order]
        whole = np.ones(len(points), np.int64) if weight is None else weight.astype(np.int64)
        self.weight = whole[self.order]
        self.box = np.empty((self.side**2, 4))
        self.sums = np.zeros((self.side**2, 3), np.int64)
        squares.measure(self.start, self.points, self.weight, 1 / GRAIN, self.box, self.sums)
        self.around = larger(self.box, self.side, COARSE if self.side > 1 else 1)

    def near(self, centres: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Which centres may be nearest to some point of each square: first of each larger one."""
        of_all = np.array([0, len(centres)]), np.arange(len(centres))
        boxes, parent = self.around
        coarse = squares_near(boxes, np.zeros(len(boxes), np.int64), of_all, centres)
        return squares_near(self.box, parent, coarse, centres) if self.side > 1 else coarse

    def means(self, centres: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The means of those nearest to each centre, and which centres have any: (≤ k, 2), (k,)."""
        sums = np.zeros((len(centres), 3), np.int64)
        near = self.near(centres)
        squares.add_up(
            self.start, self.points, self.weight, 1 / GRAIN, self.sums, *near, centres, sums
        )
        kept = sums[:, 2] > 0
        return sums[kept, :2] / sums[kept, 2:] * GRAIN, kept

    def labels(self, centres: np.ndarray) -> np.ndarray:
        """The nearest centre of each point, of equals the later: (n,)."""
        found = np.empty(len(self.points), np.int64)
        squares.label(self.start, self.points, self.order, *self.near(centres), centres, found)
        return found


def larger(box: np.ndarray, side: int, size: int) -> tuple[np.ndarray, np.ndarray]:
    """Boxes around so many squares each way, and the number of the one around each square."""
    many = side // size
    table = box.reshape(many, size, many, size, 4)
    low, high = table[..., :2].min((1, 3)), table[..., 2:].max((1, 3))
    row, column = np.divmod(np.arange(side * side), side)
    return np.concatenate([low, high], -1).reshape(-1, 4), row // size * many + column // size


def squares_near(box, parent, of_parent, centres) -> tuple[np.ndarray, np.ndarray]:
    """For each box the centres, of those its parent has, that may be nearest to a point of it:
    where its own begin, and all of them."""
    start = np.zeros(len(box) + 1, np.int64)
    found = np.empty(int(np.diff(of_parent[0])[parent].sum()), np.int64)
    squares.near(box, parent, *of_parent, centres, start, found)
    return start, found


def apart(points: np.ndarray, centres: np.ndarray) -> np.ndarray:
    """How far each point is from its nearest centre: (n,); infinitely where there is none."""
    if not len(centres):
        return np.full(len(points), np.inf)
    return np.hypot(*(points - centres[Plane(points).labels(centres)]).T)
