"""Statements that say nearly the same: offered to whoever writes one, before it is sent."""

import unicodedata
from collections.abc import Iterable

ALIKE = 0.5  # of the pairs of letters in either, the share that both have
MOST = 3


def pairs(text: str) -> set[str]:
    """The pairs of letters next to each other; signs and spaces do not count."""
    letters = [sign for sign in unicodedata.normalize("NFKC", text).lower() if sign.isalnum()]
    return {a + b for a, b in zip(letters, letters[1:], strict=False)} or set(letters)


def likeness(one: set[str], other: set[str]) -> float:
    """Twice what both have, over what they have together (Dice 1945), 0 to 1."""
    return 2 * len(one & other) / max(len(one) + len(other), 1)


def alike(text: str, statements: Iterable) -> list:
    """At most three of the statements that read like this text, the nearest first."""
    ours = pairs(text)
    told = [(likeness(ours, pairs(each.text)), each) for each in statements]
    near = sorted(((share, each.pk, each) for share, each in told if share >= ALIKE), reverse=True)
    return [each for _share, _key, each in near[:MOST]]
