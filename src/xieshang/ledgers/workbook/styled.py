"""The child that marks an .xlsx and keeps its looks: `python -m …styled PATH MARKS`.

Formulas are written as their results: a copy with formulas would come back without any, since only
a spreadsheet program computes them. Links to other files are left behind.
"""

import json
import sys
from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.styles import Alignment, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from xieshang.ledgers.workbook.cells_out import set_text
from xieshang.ledgers.workbook.guard import inspect
from xieshang.ledgers.workbook.marks import COLUMN_WIDTH, LIGHT, SheetMarks, from_json

STORED_MOST = 400_000  # rows and cells; more are copied without their looks


class TooLarge(Exception):
    """The workbook stores more rows and cells than are worth keeping the looks of."""


def marked(data: bytes, heading: str, marks: dict[str, SheetMarks]) -> bytes:
    """The workbook with the reasons beside its rows; raises TooLarge, or whatever openpyxl does."""
    if inspect(data).stored > STORED_MOST:
        raise TooLarge
    book = load_workbook(BytesIO(data), data_only=True, keep_links=False)
    for name, sheet_marks in marks.items():
        mark_sheet(book[name], heading, sheet_marks)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def mark_sheet(sheet: Worksheet, heading: str, marks: SheetMarks) -> None:
    """Write the heading and the reasons, fill the refused rows, clear what stood there before."""
    fill = PatternFill("solid", fgColor=LIGHT)
    if marks.column <= sheet.max_column:
        for row in range(marks.head + 1, marks.last + 1):
            sheet.cell(row, marks.column).value = None
    set_text(sheet.cell(marks.head, marks.column), heading)
    for row, reason in marks.reasons.items():
        for column in range(1, marks.column + 1):
            sheet.cell(row, column).fill = fill
        cell = sheet.cell(row, marks.column)
        set_text(cell, reason)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.column_dimensions[get_column_letter(marks.column)].width = COLUMN_WIDTH


def main() -> None:
    """Mark the workbook the arguments name, onto standard output."""
    path, marks = map(Path, sys.argv[1:])
    wanted = json.loads(marks.read_text("utf-8"))
    content = marked(path.read_bytes(), wanted["heading"], from_json(wanted["sheets"]))
    sys.stdout.buffer.write(content)


if __name__ == "__main__":
    main()
