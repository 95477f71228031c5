"""The two directions in which opinions differ most: principal components without a full matrix.

An unseen vote is taken for the mean of its statement, so after centring it is exactly 0, and the
sums run over the votes alone: Z_ij = x_ij - mean_j where seen, else 0 (Polis, `pca.clj`).
"""

from dataclasses import dataclass

import numpy as np

from .votes import SAID, Votes

BLOCK = 4  # directions carried along: two are wanted, two more make it quicker
EXACT = 1e-9  # residual of a component, as a share of the largest variance
PASSES = 40
SEED = 20140601


@dataclass(frozen=True)
class Components:
    """`directions` (2, m) are unit vectors, `variances` (2,) what lies along them, the larger
    first; `residual` is how far they are from exact, as a share of the larger."""

    directions: np.ndarray
    variances: np.ndarray
    residual: float


def components(
    votes: Votes, mean: np.ndarray, hidden: np.ndarray, before: np.ndarray | None = None
) -> Components:
    """The two leading eigenvectors of ZᵀZ, by block Krylov iteration, each step one pass over the
    votes. They point as those `before` (2, m), else so that the largest entry is positive."""
    n, m = votes.shape
    width = min(BLOCK, int((~hidden).sum()))
    if n < 2 or m < 2 or width < 1:
        return Components(np.zeros((2, m)), np.zeros(2), 0.0)
    basis = begun(m, width, hidden, before)
    images = np.empty((m, 0))
    for _pass in range(PASSES):
        images = np.hstack([images, multiplied(votes, mean, hidden, basis[:, images.shape[1] :])])
        small = basis.T @ images
        values, turns = np.linalg.eigh((small + small.T) / 2)
        values, turns = values[::-1][:2], turns[:, ::-1][:, :2]
        found = basis @ turns
        rest = np.linalg.norm(images @ turns - found * values, axis=0)
        residual = float(rest.max() / max(values[0], np.finfo(float).tiny))
        fresh = orthogonal(images[:, -width:], basis)
        if residual < EXACT or fresh.shape[1] == 0:
            break
        basis, width = np.hstack([basis, fresh]), fresh.shape[1]
    whole = np.zeros((2, m))
    whole[: len(values)] = found.T
    variances = np.zeros(2)
    variances[: len(values)] = np.maximum(values, 0)
    whole[variances <= EXACT * variances[0]] = 0  # nothing differs that way
    return Components(pointed(whole, before), variances, residual)


def begun(m: int, width: int, hidden: np.ndarray, before: np.ndarray | None) -> np.ndarray:
    """The first directions: those before, the others by a fixed seed: (m, width)."""
    first = np.random.default_rng(SEED).standard_normal((m, width))
    if before is not None:
        first[:, : min(2, width)] = before.T[:, :width]
    first[hidden] = 0
    return np.linalg.qr(first)[0]


def multiplied(votes: Votes, mean: np.ndarray, hidden: np.ndarray, block: np.ndarray):
    """ZᵀZ times a block of directions (m, b): each participant's sum, given back to their votes."""
    told = weights(mean, hidden)
    result = np.empty_like(block)
    for column, direction in enumerate(block.T):
        each = (told * direction[:, None]).ravel()[votes.code]
        along = sums_by_row(votes, each)
        back = np.bincount(votes.code, along[votes.rows], minlength=told.size)
        result[:, column] = (back.reshape(told.shape) * told).sum(1)
    return result


def weights(mean: np.ndarray, hidden: np.ndarray) -> np.ndarray:
    """What each code stands for: the vote less its mean, 0 on hidden statements: (m, 4)."""
    table = np.zeros((len(mean), 4))
    for vote in SAID:
        table[:, vote + 1] = np.where(hidden, 0.0, vote - mean)
    return table


def sums_by_row(votes: Votes, each: np.ndarray) -> np.ndarray:
    """The sum over each participant's votes: (n,)."""
    return np.add.reduceat(each, votes.start[:-1]) if len(each) else np.zeros(0)


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
