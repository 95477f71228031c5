"""What the next map needs of this one, packed: whoever keeps it keeps groups and their letters."""

import io
from collections.abc import Mapping

import numpy as np

from .components import Components
from .groups import Grouping
from .map import Earlier, OpinionMap


def packed(found: OpinionMap) -> bytes:
    """A map's places of reference, in a few bytes for each participant."""
    groups = found.groups
    facts: dict[str, np.ndarray] = {
        "participants": found.participants,
        "statements": found.statements,
        "directions": found.components.directions,
        "axes": found.components.basis,
        "base": groups.base.astype(np.int16),
        "group": groups.group.astype(np.int8),
        "chosen": np.array([groups.best, groups.times, groups.chosen]),
        "centres": groups.centres,
    }
    facts |= {f"of_base_{k}": label for k, label in groups.of_base.items()}
    file = io.BytesIO()
    np.savez_compressed(file, allow_pickle=False, **facts)
    return file.getvalue()


def unpacked(content: bytes) -> Earlier:
    """The map that was packed; of what it does not need, nothing."""
    with np.load(io.BytesIO(content), allow_pickle=False) as kept:
        best, times, chosen = kept["chosen"].tolist()
        of_base: Mapping[int, np.ndarray] = {
            int(name.rpartition("_")[2]): kept[name] for name in kept if "of_base" in name
        }
        groups = Grouping(
            kept["base"].astype(np.int64), kept["group"].astype(np.int64), of_base, {},
            best, times, chosen, kept["centres"],
        )  # fmt: skip
        axes = Components(kept["directions"], np.zeros(2), 0.0, kept["axes"])
        return Earlier(kept["participants"], kept["statements"], axes, groups)
