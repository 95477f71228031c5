"""Where the headings of a sheet stand: one row or two, anywhere in its first ten."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from xieshang.reading.characters import written

from .headings import bare, likeness
from .kinds import KINDS
from .matching import SURE

LOOKED_AT = 10
LONGEST_HEADING = 20  # characters without signs; a title or a note is longer
FEWEST = 2  # headings that a sheet must have in common with a kind
JOINT = "\n"  # between a heading and the one below it
KNOWN = frozenset(
    bare(heading)
    for kind in KINDS.values()
    for field in kind.fields
    for heading in (*field.headings, *field.perhaps)
)


@dataclass(frozen=True)
class Header:
    """The headings of a sheet, the row they begin on (from 0) and how many rows they take."""

    top: int
    height: int
    headings: tuple[str, ...]

    @property
    def first_row_of_data(self) -> int:
        return self.top + self.height


def find_header(rows: Sequence[Sequence[object]]) -> Header | None:
    """The header that has most in common with one kind of ledger; None where there is none."""
    best, most = None, 0.0
    for top in _likely(rows[:LOOKED_AT]):
        for header in _candidates(rows, top):
            found = _strength(header)
            if found > most + 0.01:
                best, most = header, found
    return best


def _likely(rows: Sequence[Sequence[object]]) -> list[int]:
    """The rows worth comparing: with known headings, or above such a row; else all of them."""
    hits = [sum(bare(cell) in KNOWN for cell in row if isinstance(cell, str)) for row in rows]
    enough = max(max(hits, default=0) / 2, 1)
    likely = {top for top, found in enumerate(hits) if found >= enough}
    return sorted(likely | {top - 1 for top in likely if top}) or list(range(len(rows)))


def _candidates(rows, top):
    """A header of two rows, where the second only divides the first, before one of one row."""
    texts = [_heading(cell) for cell in rows[top]]
    if top + 1 < len(rows) and _is_second_row(texts, rows[top + 1]):
        below = [_heading(cell) for cell in rows[top + 1]]
        yield Header(top, 2, _trimmed(_joined(texts, below)))
    yield Header(top, 1, _trimmed(texts))


def _heading(cell: object) -> str:
    """The text of a cell that can be a heading; "" for numbers, days, sentences and answers."""
    if not isinstance(cell, str):
        return ""
    text = written(cell)
    if ":" in text and not text.startswith("其中"):
        return ""
    return text if 0 < len(bare(text)) <= LONGEST_HEADING else ""


def _trimmed(texts: Sequence[str]) -> tuple[str, ...]:
    filled = [index for index, text in enumerate(texts) if text]
    return tuple(texts[: filled[-1] + 1]) if filled else ()


def _is_second_row(above: Sequence[str], row: Sequence[object]) -> bool:
    """Whether a row only divides some headings above it: short texts, most columns empty."""
    filled = [index for index, cell in enumerate(row) if written(cell if cell is not None else "")]
    if not filled or not all(_heading(row[index]) for index in filled):
        return False
    if sum(map(bool, above)) < FEWEST:
        return False
    alone = [index for index, text in enumerate(above) if text and _followed(above, index)]
    new = [index for index in filled if index >= len(above) or row[index] != above[index]]
    return len(new) >= FEWEST and not any(index in alone for index in new)


def _followed(above: Sequence[str], index: int) -> bool:
    """Whether the next column has a heading of its own, so that this one spans one column."""
    return index + 1 < len(above) and bool(above[index + 1])


def _joined(above: Sequence[str], below: Sequence[str]) -> list[str]:
    """Two rows as one; a heading above speaks for the blank columns to its right."""
    headings, group = [], ""
    for index in range(max(len(above), len(below))):
        top = above[index] if index < len(above) else ""
        sub = below[index] if index < len(below) else ""
        group = top or (group if sub else "")
        headings.append(f"{group}{JOINT}{sub}" if sub and group and sub != group else sub or top)
    return headings


def _strength(header: Header) -> float:
    return max((_like_kind(header.headings, name) for name in KINDS), default=0.0)


@lru_cache(maxsize=2_000)
def _like_kind(headings: tuple[str, ...], name: str) -> float:
    """How much of one kind a row of headings has; a heading and a field count once each."""
    table = [
        [likeness(heading, field) for field in KINDS[name].fields]
        for heading in headings
        if heading
    ]
    by_heading = [share for share in map(max, table) if share >= SURE]
    by_field = [share for share in map(max, zip(*table, strict=True)) if share >= SURE]
    enough = min(len(by_heading), len(by_field)) >= FEWEST
    return min(sum(by_heading), sum(by_field)) if enough else 0.0
