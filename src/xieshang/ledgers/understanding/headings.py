"""Column headings, compared as a reader compares them: without width, spaces, units and signs."""

import re
from functools import lru_cache

from xieshang.reading.characters import written

from .kinds import Field

_UNITS = "万元|亿元|千元|元|人次|人|名|个|家|场次|场|次|期|件|篇|条"
_UNIT = re.compile(rf"\((?:单位[::]?)?(?:{_UNITS})\)$|[/,、](?:{_UNITS})$")
_SIGNS = re.compile(r"[^\w]|_")
_WHOLE = {"总数", "合计", "小计", "总计", "人数", "人次", "总人数", "总人次", "数量", "计"}
CONTAINED, ALIKE, PERHAPS = 0.55, 0.62, 0.75


def bare(cell: object) -> str:
    """A heading without what does not tell it from others: 提供岗位(个) → 提供岗位."""
    return _bare(cell if isinstance(cell, str) else str(cell))


@lru_cache(maxsize=20_000)
def _bare(cell: str) -> str:
    text = re.sub(r"\s", "", written(cell))
    return _SIGNS.sub("", _UNIT.sub("", text) or text).upper()


@lru_cache(maxsize=20_000)
def likeness(heading: str, field: Field) -> float:
    """How surely a heading, one row or two joined by /, means a field: 0 to 1."""
    above, _, below = heading.rpartition("\n")
    best = _best(bare(below), field)
    if not above:
        return best
    joined = _best(bare(above + below), field)
    whole = _best(bare(above), field) if bare(below) in _WHOLE else 0.0
    return max(best * 0.97, joined, whole)


def _best(heading: str, field: Field) -> float:
    if not heading:
        return 0.0
    sure = max(_like(heading, word) for word in _bare_all(field.headings))
    unsure = max((_like(heading, word) for word in _bare_all(field.perhaps)), default=0.0)
    return max(sure, PERHAPS * unsure)


@lru_cache(maxsize=1_000)
def _bare_all(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(bare(word) for word in words)


@lru_cache(maxsize=50_000)
def _like(heading: str, word: str) -> float:
    """Equal 1; one inside the other, or alike in their letters, by the length they share."""
    if heading == word:
        return 1.0
    shorter, longer = sorted((heading, word), key=len)
    if len(shorter) > 1 and shorter in longer:
        ending = 0.15 if longer.endswith(shorter) else 0.05  # the noun stands at the end
        return CONTAINED + ending + 0.25 * len(shorter) / len(longer)
    letters, others = set(heading), set(word)
    return ALIKE * 2 * len(letters & others) / (len(letters) + len(others))
