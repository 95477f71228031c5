"""A corner of an office's own workbook, as the page draws it."""

from collections.abc import Iterable
from dataclasses import dataclass

from xieshang.evidence.models import Evidence
from xieshang.site.templatetags.site import letters


@dataclass(frozen=True, slots=True)
class SheetCell:
    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class SheetLine:
    number: int
    cells: list[SheetCell]
    cited: bool = False


@dataclass(frozen=True, slots=True)
class SheetView:
    name: str
    letters: list[str]
    lines: list[SheetLine]


def sheet_of(cited: Evidence, around: Iterable[Evidence]) -> SheetView:
    """The rows around a cited one, which is marked."""
    lines = [(row.row, row.cells, row.pk == cited.pk) for row in around]
    return sheet_view(cited.sheet, lines)


def sheet_view(name: str, rows: Iterable[tuple[int, list, bool]], marked=frozenset()) -> SheetView:
    """Rows as (number, cells, cited); `marked` holds (row number, column from 0)."""
    rows = list(rows)
    width = max((len(cells) for _number, cells, _cited in rows), default=0)
    lines = [
        SheetLine(
            number,
            [
                SheetCell(str(text if text is not None else ""), (number, place) in marked)
                for place, text in enumerate([*cells, *[""] * (width - len(cells))])
            ],
            cited,
        )
        for number, cells, cited in rows
    ]
    return SheetView(name, [letters(place) for place in range(width)], lines)
