"""Which statement somebody is shown next: the one whose answer tells most, and fairly.

The weight is that of Polis (`conversation.clj`): statements that many agree to or that set groups
apart come more often, and new ones until enough people have seen them. The draw depends on the
participant and on how much they have said, never on who wrote a statement or when.
"""

import hashlib
import random
from collections.abc import Mapping, Sequence

NEW = 8.0  # how much more often a statement comes that nobody has seen
HALVES = 5.0  # votes by which that is halved


def weight(agree: int, disagree: int, seen: int, extremity: float) -> float:
    """[(1 - (P+1)/(S+2)) · (E+1) · (A+1)/(S+2) · (1 + 8·2^(-S/5))]², P the passes, S all votes."""
    passes = seen - agree - disagree
    importance = (1 - (passes + 1) / (seen + 2)) * (extremity + 1) * (agree + 1) / (seen + 2)
    return (importance * (1 + NEW * 2 ** (-seen / HALVES))) ** 2


def weights(told: Mapping[str, Mapping], keys: Sequence[int]) -> list[float]:
    """The weight of each statement by the kept map; one it does not know counts as unseen."""
    found = []
    for key in keys:
        each = told.get(str(key))
        if each is None:
            found.append(weight(0, 0, 0, 0.0))
            continue
        x, y = each["at"]
        found.append(weight(each["agree"], each["disagree"], each["seen"], (x * x + y * y) ** 0.5))
    return found


def next_of(
    keys: Sequence[int], told: Mapping[str, Mapping], *, voice: int, said: int
) -> int | None:
    """One of the statements not answered yet, by key; None where none is left.

    The same person is shown the same one until they answer it.
    """
    if not keys:
        return None
    mark = hashlib.sha256(f"{voice}:{said}".encode()).digest()
    draw = random.Random(mark)  # noqa: S311 a fair draw, no secret
    return draw.choices(list(keys), weights(told, keys))[0]
