"""A copy of an office's own workbook with the reason beside each row that was not taken."""

import csv
import json
import logging
import os
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, NamedTuple

from openpyxl import Workbook as NewWorkbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter

from xieshang.ledgers.workbook import Value, Workbook, WorkbookRefused, open_workbook
from xieshang.ledgers.workbook.bounds import LIMITS
from xieshang.ledgers.workbook.cells_out import csv_text, set_text
from xieshang.ledgers.workbook.confinement import run_confined
from xieshang.ledgers.workbook.extent import cell_name
from xieshang.ledgers.workbook.marks import (
    COLUMN_WIDTH,
    LIGHT,
    SheetMarks,
    as_json,
    heading_row,
)

STYLED = "xieshang.ledgers.workbook.styled"
STYLED_ROWS = 20_000  # larger workbooks are copied without their looks
PLAIN_WIDTH = 16
NAME_LENGTH = 31  # of a sheet, in .xlsx
NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", "_"))

logger = logging.getLogger(__name__)


class RefusedRow(NamedTuple):
    """A row that was not taken, and why, in the office's language."""

    sheet: str
    row: int  # 1-based
    reason: str


def annotated_copy(
    path: str | os.PathLike[str],
    refusals: Iterable[RefusedRow],
    out: str | os.PathLike[str],
    *,
    heading: str,
    header_rows: Mapping[str, int] | None = None,
    name: str | None = None,
) -> str:
    """Write the copy to `out` and give its suffix: `.csv` for a text file, else `.xlsx`.

    An .xlsx keeps its looks where it is not too large; .xls and .ods become a plain .xlsx with the
    same sheets and values; a text file keeps encoding and delimiter. Raises WorkbookRefused.
    """
    book = open_workbook(path, name)
    marks = marks_of(book, refusals, heading, header_rows or {})
    target = Path(out)
    if book.kind == "csv":
        write_csv(book, marks, heading, target)
        return ".csv"
    if not (book.kind == "xlsx" and small(book) and write_styled(path, marks, heading, target)):
        write_plain(book, marks, heading, target)
    return ".xlsx"


def marks_of(
    book: Workbook,
    refusals: Iterable[RefusedRow],
    heading: str,
    header_rows: Mapping[str, int],
) -> dict[str, SheetMarks]:
    """The marks of each sheet that has refused rows; several reasons of a row are joined.

    A text file has one sheet, named after the file, so all reasons are its own.
    """
    only = book.sheets[0].name if book.kind == "csv" else None
    reasons: dict[str, dict[int, str]] = {}
    for refused in refusals:
        rows = reasons.setdefault(only or refused.sheet, {})
        said = rows.get(refused.row)
        rows[refused.row] = f"{said}；{refused.reason}" if said else refused.reason
    marks = {}
    for sheet in book.sheets:
        if found := reasons.get(sheet.name):
            head = header_rows.get(sheet.name) or heading_row(sheet, min(found))
            marks[sheet.name] = SheetMarks.of(sheet, found, heading, head)
    return marks


def small(book: Workbook) -> bool:
    """Whether the looks of the workbook can be kept at a fair price."""
    return sum(len(sheet.rows) for sheet in book.sheets) <= STYLED_ROWS


def write_styled(
    path: str | os.PathLike[str], marks: Mapping[str, SheetMarks], heading: str, out: Path
) -> bool:
    """Mark the office's own .xlsx, looks kept; False where its looks cannot be kept."""
    with NamedTemporaryFile("w", encoding="utf-8", suffix=".json") as wanted:
        json.dump({"heading": heading, "sheets": as_json(marks)}, wanted)
        wanted.flush()
        try:
            with out.open("wb") as output:
                arguments = [str(Path(path).resolve()), wanted.name]
                run_confined(STYLED, arguments, output, LIMITS)
        except WorkbookRefused as refused:
            logger.info("the copy is written without its looks: %s", refused)
            return False
    return True


def write_plain(book: Workbook, marks: Mapping[str, SheetMarks], heading: str, out: Path) -> None:
    """Write a new .xlsx row by row: the same sheets and values, the reasons beside them."""
    new = NewWorkbook(write_only=True)
    fill = PatternFill("solid", fgColor=LIGHT)
    for sheet, title in zip(book.sheets, titles(book), strict=True):
        page = new.create_sheet(title)
        page.sheet_state = "hidden" if sheet.hidden else "visible"
        own = marks.get(sheet.name)
        for column in range(1, sheet.width + 1):
            page.column_dimensions[get_column_letter(column)].width = PLAIN_WIDTH
        if own:
            page.column_dimensions[get_column_letter(own.column)].width = COLUMN_WIDTH
        for number, values in enumerate(sheet.rows, start=1):
            row = own.row(number, values, heading) if own else values
            filled = fill if own and number in own.reasons else None
            page.append([plain_cell(page, value, filled) for value in row])
        for top, left, bottom, right in sheet.merged:
            page.merged_cells.add(f"{cell_name(top, left)}:{cell_name(bottom, right)}")
    new.save(out)


def plain_cell(page: Any, value: Value, fill: PatternFill | None) -> Any:
    """A cell for a value, a text as a text; bare values where nothing is to be said of them."""
    if fill is None and not isinstance(value, (str, date)):
        return value
    cell = WriteOnlyCell(page)
    if isinstance(value, str):
        set_text(cell, value)
    else:
        cell.value = value
    if isinstance(value, date):
        cell.number_format = "yyyy-mm-dd hh:mm" if isinstance(value, datetime) else "yyyy-mm-dd"
    if fill is not None:
        cell.fill = fill
    return cell


def titles(book: Workbook) -> list[str]:
    """The sheets' names as .xlsx allows them: short, without signs it forbids, each once."""
    found: list[str] = []
    for sheet in book.sheets:
        title = base = sheet.name.translate(NOT_IN_NAMES)[:NAME_LENGTH] or "1"
        while title.casefold() in (other.casefold() for other in found):
            number = f" ({len(found) + 1})"
            title = base[: NAME_LENGTH - len(number)] + number
        found.append(title)
    return found


def write_csv(book: Workbook, marks: Mapping[str, SheetMarks], heading: str, out: Path) -> None:
    """Write the text file again, in its encoding and with its delimiter; UTF-8 gets its mark.

    Line ends become CRLF. A cell that begins as a formula does gets a `'` before it, which
    reading takes away again.
    """
    encoding = "utf-8-sig" if book.encoding == "utf-8" else book.encoding
    (sheet,) = book.sheets
    own = marks.get(sheet.name)
    with out.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, delimiter=book.delimiter or ",")
        for number, values in enumerate(sheet.rows, start=1):
            row = own.row(number, values, heading) if own else values
            writer.writerow([csv_text(value) for value in row])
