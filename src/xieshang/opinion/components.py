"""The two directions in which opinions differ most: principal components without a full matrix.

An unseen vote is taken for the mean of its statement, so after centring it is exactly 0, and the
sums run over the votes alone: Z_ij = x_ij - mean_j where seen, else 0 (Polis, `pca.clj`).
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from threadpoolctl import ThreadpoolController

from . import kernels
from .parts import Part, Spread
from .votes import SAID

BLOCK = 4  # directions carried along: two are wanted, two more make it quicker
EXACT = 1e-9  # residual of a component, as a share of the largest variance
ROUGH = 1e-4  # the same for where to begin, found in some of the parts
SOME = 8  # one part of so many is enough to begin with
PASSES = 40
SEED = 20140601


@dataclass(frozen=True)
class Components:
    """`directions` (2, m) are unit vectors, `variances` (2,) what lies along them, the larger
    first; `residual` is how far they are from exact, as a share of the larger. `basis` (b, m) is
    where the next search may begin: the two, and those that come after."""

    directions: np.ndarray
    variances: np.ndarray
    residual: float
    basis: np.ndarray


def components(
    spread: Spread, mean: np.ndarray, hidden: np.ndarray, before: Components | None = None
) -> Components:
    """The two leading eigenvectors of ZᵀZ. They point as those `before`, whose statements are the
    same, else so that the largest entry is positive."""
    n, m = spread.shape
    width = min(BLOCK, int((~hidden).sum()))
    if n < 2 or m < 2 or width < 1:
        return Components(np.zeros((2, m)), np.zeros(2), 0.0, np.zeros((0, m)))

    def times(block: np.ndarray, every: int = 1) -> np.ndarray:
        return multiplied(spread, mean, hidden, block, every)

    start = begun(m, width, hidden, before)
    with linear_algebra().limit(limits=1):  # threads of its own cost more than such small tables
        if before is None and spread.parts >= SOME:
            start = krylov(lambda block: times(block, SOME), start, ROUGH)[0]
        basis, values, residual = krylov(times, start, EXACT)
    whole, variances = np.zeros((2, m)), np.zeros(2)
    known = min(2, len(values))
    whole[:known], variances[:known] = basis.T[:known], np.maximum(values[:known], 0)
    whole[variances <= EXACT * variances[0]] = 0  # nothing differs that way
    then = None if before is None else before.directions
    return Components(pointed(whole, then), variances, residual, basis.T)


@cache
def linear_algebra() -> ThreadpoolController:
    """The libraries that numpy computes with, as they are loaded."""
    return ThreadpoolController()


def krylov(times, start: np.ndarray, exact: float) -> tuple[np.ndarray, np.ndarray, float]:
    """The leading eigenvectors (m, b) of what `times` multiplies by, their values, and the residual
    of the first two, which is below `exact`: by block Krylov iteration with full orthogonalisation
    (Golub, Underwood 1977), each step one pass over the votes."""
    basis, width = start, start.shape[1]
    images = np.empty((len(start), 0))
    for _pass in range(PASSES):
        images = np.hstack([images, times(basis[:, images.shape[1] :])])
        small = basis.T @ images
        values, turns = np.linalg.eigh((small + small.T) / 2)
        values, turns = values[::-1][:BLOCK], turns[:, ::-1][:, :BLOCK]
        found = basis @ turns
        rest = np.linalg.norm((images @ turns - found * values)[:, :2], axis=0)
        residual = float(rest.max() / max(values[0], np.finfo(float).tiny))
        fresh = orthogonal(images[:, -width:], basis)
        if residual < exact or fresh.shape[1] == 0:
            break
        basis, width = np.hstack([basis, fresh]), fresh.shape[1]
    return found, values, residual


def begun(m: int, width: int, hidden: np.ndarray, before: Components | None) -> np.ndarray:
    """The first directions: those before, the others by a fixed seed: (m, width)."""
    first = np.random.default_rng(SEED).standard_normal((m, width))
    if before is not None:
        known = min(len(before.basis), width)
        first[:, :known] = before.basis[:known].T
    first[hidden] = 0
    return np.linalg.qr(first)[0]


def multiplied(spread: Spread, mean, hidden, block: np.ndarray, every: int = 1) -> np.ndarray:
    """ZᵀZ times a block of directions (m, b): each participant's sum, given back to their votes.

    Of one part of `every` so many alone: about so many times less.
    """
    told, b = weights(mean, hidden), block.shape[1]
    table = np.zeros((*told.shape, BLOCK))
    table[:, :, :b] = told[:, :, None] * block[:, None, :]
    sums = sum(spread.each(sums_back, table.ravel(), every=every))
    return (sums.reshape(table.shape) * told[:, :, None]).sum(1)[:, :b]


def sums_back(part: Part, table: np.ndarray) -> np.ndarray:
    """For each code the sums of the participants of one part whose vote it is."""
    sums = np.zeros_like(table)
    kernels.sums_back(part.start, part.code, table, sums)
    return sums


def weights(mean: np.ndarray, hidden: np.ndarray) -> np.ndarray:
    """What each code stands for: the vote less its mean, 0 on hidden statements: (m, 4)."""
    table = np.zeros((len(mean), 4))
    for vote in SAID:
        table[:, vote + 1] = np.where(hidden, 0.0, vote - mean)
    return table


def orthogonal(block: np.ndarray, basis: np.ndarray) -> np.ndarray:
    """What of a block lies outside the basis, as unit vectors: (m, b), fewer where it does not."""
    scale = np.linalg.norm(block)
    for _twice in range(2):  # once loses digits, twice is enough (Kahan, Parlett)
        block = block - basis @ (basis.T @ block)
    q, r = np.linalg.qr(block)
    return q[:, np.abs(np.diag(r)) > 1e-12 * scale][:, : len(basis) - basis.shape[1]]


def pointed(directions: np.ndarray, before: np.ndarray | None) -> np.ndarray:
    """With a sign that is no accident, so that a map is not mirrored from one day to the next."""
    signs = np.ones(2)
    for axis, direction in enumerate(directions):
        said = direction @ before[axis] if before is not None else 0.0
        if not said:
            said = direction[np.argmax(np.abs(direction).round(9))]
        signs[axis] = -1 if said < 0 else 1
    return directions * signs[:, None]
