"""Where participants and statements stand on the map."""

import numpy as np

from . import kernels
from .components import weights
from .parts import Part, Spread

GRAIN = 2.0**-26  # two who voted alike stand at the same place, whatever the last bits say


def of_participants(spread: Spread, mean, hidden, directions) -> np.ndarray:
    """√(m / max(1, seen)) · Σ (vote - mean) · direction, over one's own votes: (n, 2).

    Who has seen little is moved outwards. A hidden statement counts as seen by everybody (Polis,
    `pca.clj` and `conversation.clj`, where its column is 0 for all).
    """
    table = table_of(mean, hidden, directions)
    return np.concatenate(spread.each(places_of, table, hidden))


def of_one(code: np.ndarray, mean, hidden, directions) -> np.ndarray:
    """The same for one participant with these votes: (2,)."""
    sums = table_of(mean, hidden, directions)[code].sum(0, keepdims=True)
    return placed(sums, hidden)[0]


def table_of(mean, hidden, directions) -> np.ndarray:
    """What each code adds: along either direction, and to what was seen: (4·m, 4)."""
    told, table = weights(mean, hidden), np.zeros((4 * len(mean), 4))
    for axis in range(2):
        table[:, axis] = (told * directions[axis][:, None]).ravel()
    table[:, 2] = np.repeat(~hidden, 4)
    return table


def places_of(part: Part, table: np.ndarray, hidden: np.ndarray) -> np.ndarray:
    """Where the participants of one part stand: (n, 2)."""
    sums = np.empty((len(part.start) - 1, 4))
    kernels.sums_of_rows(part.start, part.code, table.ravel(), sums.ravel())
    return placed(sums, hidden)


def placed(sums: np.ndarray, hidden: np.ndarray) -> np.ndarray:
    """The sums along the axes, moved outwards where little was seen, in grains."""
    shown = np.maximum(sums[:, 2] + hidden.sum(), 1)
    along = sums[:, :2] * np.sqrt(len(hidden) / shown)[:, None]
    return np.round(along / GRAIN) * GRAIN


def of_statements(mean: np.ndarray, directions: np.ndarray) -> np.ndarray:
    """√m · (1 - mean) · direction: where somebody stands who only agreed to it: (m, 2)."""
    return (np.sqrt(len(mean)) * (1 - mean) * directions).T
