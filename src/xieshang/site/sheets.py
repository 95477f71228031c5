"""A corner of an office's own workbook, as `site/parts/workbook.html` draws it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SheetCell:
    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class SheetLine:
    number: int
    cells: tuple[SheetCell, ...]
    cited: bool = False


@dataclass(frozen=True, slots=True)
class SheetView:
    name: str
    letters: tuple[str, ...]
    lines: tuple[SheetLine, ...]


def sheet_view(
    name: str,
    rows: Iterable[tuple[int, Sequence[object]]],
    *,
    cited: int = 0,
    marked: Collection[int] = (),
) -> SheetView:
    """Rows as (number from 1, cells); the cells at `marked` (from 0) of the cited one stand out."""
    rows = list(rows)
    width = max((len(cells) for _number, cells in rows), default=0)
    lines = tuple(
        SheetLine(number, line_of(cells, width, marked if number == cited else ()), number == cited)
        for number, cells in rows
    )
    return SheetView(name, tuple(map(letters, range(width))), lines)


def line_of(cells: Sequence[object], width: int, marked: Collection[int]) -> tuple[SheetCell, ...]:
    """Cells as texts, filled up with empty ones to the width of the sheet."""
    texts = ["" if cell is None else str(cell) for cell in cells]
    return tuple(
        SheetCell(text, place in marked)
        for place, text in enumerate([*texts, *[""] * (width - len(texts))])
    )


def letters(place: int) -> str:
    """The name of a column, from 0: 0 → A, 25 → Z, 26 → AA."""
    name, place = "", place + 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
