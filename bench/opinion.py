"""Maps of opinions, in CPU seconds, beside the same maths over a full matrix."""

import time
from collections.abc import Callable, Iterator

import numpy as np

from xieshang.opinion import Votes, map_opinions

from .table import Row

SIZES = (  # participants, statements, votes of each in the mean, goal in CPU seconds
    (10_000, 300, 18, 0.08),
    (100_000, 1_000, 70, 0.5),
)
CENTRES = np.array([[1.3, 0.2], [-1.1, 0.9], [-0.3, -1.5]])
SHARES = (0.45, 0.35, 0.2)


def rows(count: int) -> Iterator[Row]:
    """Each size up to `count` participants: packing the votes, and the map of them."""
    plain = {10_000: over_a_matrix}
    for participants, statements, mean, goal in SIZES:
        if participants > count:
            continue
        columns = drawn(participants, statements, mean)
        packing, votes = seconds(lambda columns=columns: Votes.of(*columns))
        mapping, _found = seconds(lambda votes=votes: map_opinions(votes))
        way = plain.get(participants)
        beside = seconds(lambda votes=votes, way=way: way(votes))[0] if way else None
        name = f"opinion: {len(votes.code):,} votes"
        yield Row(f"{name}, mapped", mapping, goal, beside)
        yield Row(f"{name}, packed", packing)
        yield Row(f"{name}, packed and mapped, each", (packing + mapping) / len(votes.code) * 1e9,
                  unit="ns")  # fmt: skip


def seconds(work: Callable[[], object]) -> tuple[float, object]:
    """CPU seconds of one run after another, and what it gave."""
    work()
    began = time.process_time()
    given = work()
    return time.process_time() - began, given


def drawn(participants: int, statements: int, mean: int, seed: int = 7):
    """Columns of votes of three camps: who votes on how much differs widely, old statements are
    seen more than new ones."""
    random = np.random.default_rng(seed)
    camp = random.choice(3, participants, p=SHARES)
    minds = CENTRES[camp] + 0.55 * random.standard_normal((participants, 2))
    loads = random.standard_normal((statements, 2)) * random.gamma(2, 0.45, statements)[:, None]
    leaning = 0.35 + 0.8 * random.standard_normal(statements)
    many = np.exp(np.log(mean) - 0.4 + 0.9 * random.standard_normal(participants))
    who = np.repeat(np.arange(participants), np.clip(many.round(), 1, statements).astype(int))
    seen = (random.permutation(statements) + 8.0) ** -0.6
    what = np.searchsorted(np.cumsum(seen / seen.sum()), random.random(len(who)))
    liking = (loads[what] * minds[who]).sum(1) + leaning[what]
    passes = random.random(len(who)) < 0.18 * np.exp(-liking * liking / 2) + 0.04
    agrees = random.random(len(who)) < 1 / (1 + np.exp(-1.7 * liking))
    return who, what, np.where(passes, 0, np.where(agrees, 1, -1))


def over_a_matrix(votes: Votes) -> np.ndarray:
    """Components, places and a hundred clusters the plain way: every cell is held and counted."""
    matrix = np.full(votes.shape, np.nan)
    matrix[votes.rows, votes.code >> 2] = votes.code.astype(int) % 4 - 1
    centred = np.nan_to_num(matrix - np.nanmean(matrix, axis=0))
    axes = np.linalg.svd(centred, full_matrices=False)[2][:2]
    seen = (~np.isnan(matrix)).sum(1)
    points = np.sqrt(votes.shape[1] / seen)[:, None] * (centred @ axes.T)
    centres = points[:100]
    for _step in range(100):
        label = ((points[:, None] - centres) ** 2).sum(2).argmin(1)
        centres = np.stack([points[label == each].mean(0) for each in np.unique(label)])
    return label
