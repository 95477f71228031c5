"""Where participants and statements stand on the map."""

import numpy as np

from .components import sums_by_row, weights
from .votes import Votes

GRAIN = 2.0**-26  # two who voted alike stand at the same place, whatever the last bits say


def of_participants(votes: Votes, mean, hidden, directions) -> np.ndarray:
    """√(m / max(1, seen)) · Σ (vote - mean) · direction, over one's own votes: (n, 2).

    Who has seen little is moved outwards. A hidden statement counts as seen by everybody (Polis,
    `pca.clj` and `conversation.clj`, where its column is 0 for all).
    """
    n, m = votes.shape
    told = weights(mean, hidden)
    along = np.zeros((n, 2))
    for axis in range(2):
        each = (told * directions[axis][:, None]).ravel()[votes.code]
        along[:, axis] = sums_by_row(votes, each)
    shown = sums_by_row(votes, (~hidden)[votes.code >> 2].astype(float)) + hidden.sum()
    along *= np.sqrt(m / np.maximum(shown, 1))[:, None]
    return np.round(along / GRAIN) * GRAIN


def of_statements(mean: np.ndarray, directions: np.ndarray) -> np.ndarray:
    """√m · (1 - mean) · direction: where somebody stands who only agreed to it: (m, 2)."""
    return (np.sqrt(len(mean)) * (1 - mean) * directions).T
