"""Where the reasons go in a copy of a workbook: the sheets, rows and the column beside them."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from xieshang.ledgers.workbook.model import Row, Sheet

LIGHT = "FFF2CC"  # the fill of a refused row
COLUMN_WIDTH = 40


@dataclass(frozen=True)
class SheetMarks:
    """The reasons of one sheet: its heading row, its last row, the reasons' column, and they."""

    head: int
    last: int
    column: int
    reasons: Mapping[int, str]

    @classmethod
    def of(cls, sheet: Sheet, reasons: Mapping[int, str], heading: str, head: int) -> "SheetMarks":
        """The column with this heading where a marked copy comes back, else the first free one."""
        row = sheet.rows[head - 1] if head <= len(sheet.rows) else []
        if heading in row:
            return cls(head, len(sheet.rows), row.index(heading) + 1, reasons)
        return cls(head, len(sheet.rows), free_column(sheet, {head, *reasons}), reasons)

    def row(self, number: int, values: Row, heading: str) -> Row:
        """The values of a row with its reason, or with none where there was one before."""
        marked = [*values, *[None] * (self.column - len(values))]
        if number in self.reasons:
            marked[self.column - 1] = self.reasons[number]
        elif number >= self.head:
            marked[self.column - 1] = heading if number == self.head else None
        return marked


def free_column(sheet: Sheet, rows: Iterable[int]) -> int:
    """The first column behind the content in which no merged area covers one of these rows."""
    wanted = set(rows)
    column = sheet.width + 1
    for top, left, bottom, right in sorted(sheet.merged, key=lambda area: area[1]):
        covers = any(top <= row <= bottom for row in wanted)
        if covers and left <= column <= right:
            column = right + 1
    return column


def heading_row(sheet: Sheet, first_reason: int) -> int:
    """The fullest row above the first row with a reason: where the other headings stand."""
    above = sheet.rows[: max(first_reason - 1, 0)]
    filled = [sum(value is not None for value in row) for row in above]
    return filled.index(max(filled)) + 1 if filled else 1


def as_json(marks: Mapping[str, SheetMarks]) -> dict[str, Any]:
    """The marks as JSON can carry them."""
    return {name: asdict(sheet) for name, sheet in marks.items()}


def from_json(found: Mapping[str, Any]) -> dict[str, SheetMarks]:
    """The marks again."""
    return {
        name: SheetMarks(
            sheet["head"],
            sheet["last"],
            sheet["column"],
            {int(row): reason for row, reason in sheet["reasons"].items()},
        )
        for name, sheet in found.items()
    }
