"""The values of a file the guard let pass, sheet by sheet and in blocks of rows."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError
from python_calamine import SheetTypeEnum as SheetType
from python_calamine import SheetVisibleEnum as Visible

from xieshang.ledgers.workbook.bounds import Bounds
from xieshang.ledgers.workbook.delimited import read_rows, sheet_name
from xieshang.ledgers.workbook.encodings import decoded
from xieshang.ledgers.workbook.findings import Findings
from xieshang.ledgers.workbook.model import Area, Row, Value
from xieshang.ledgers.workbook.refusals import WorkbookRefused, notice

BLOCK = 2_000  # rows
EXACT = 10**15  # whole numbers up to here are exact in a double


@dataclass
class OpenSheet:
    """A sheet being read: its blocks can be taken once."""

    name: str
    merged: list[Area]
    hidden: bool
    blocks: Iterator[list[Row]]


def sheets_of(findings: Findings) -> Iterator[OpenSheet]:
    """The worksheets of a spreadsheet in order; chart and macro sheets have no rows."""
    try:
        with CalamineWorkbook.from_filelike(BytesIO(findings.data)) as book:
            for about in book.sheets_metadata:
                if about.typ == SheetType.WorkSheet:
                    sheet = book.get_sheet_by_name(about.name)
                    yield opened(about, sheet, findings)
    except PasswordError as locked:
        raise WorkbookRefused("password") from locked
    except CalamineError as broken:
        raise WorkbookRefused("damaged", part=str(broken)[:80] or "workbook") from broken


def opened(about: Any, sheet: Any, findings: Findings) -> OpenSheet:
    """One sheet of a spreadsheet, its error values put back where the parser leaves nothing."""
    found = [
        (top + 1, left + 1, bottom + 1, right + 1)
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
    ]
    merged = found or findings.merged.get(about.name, [])
    # The parser gives rows from the first on, but columns only from the first with content.
    skipped: Row = [None] * (sheet.start[1] if sheet.start else 0)
    rows = (skipped + [plain(value) for value in raw] for raw in sheet.iter_rows())
    blocks = blocks_of(rows, findings.errors.get(about.name, {}))
    return OpenSheet(about.name, merged, about.visible != Visible.Visible, blocks)


def blocks_of(rows: Iterator[Row], errors: dict[tuple[int, int], str]) -> Iterator[list[Row]]:
    """The rows in blocks; empty ones at the end of the sheet are left out."""
    by_row: dict[int, list[tuple[int, str]]] = {}
    for (where, column), error in errors.items():
        by_row.setdefault(where, []).append((column, error))
    block: list[Row] = []
    kept = 0  # rows of the block up to the last that is not empty
    for number, row in enumerate(rows, start=1):
        for column, error in by_row.get(number, ()):
            if column <= len(row):
                row[column - 1] = error
        block.append(row)
        if any(value is not None for value in row):
            kept = len(block)
        if kept >= BLOCK:
            yield block[:kept]
            block, kept = block[kept:], 0
    if kept:
        yield block[:kept]


def plain(value: Any) -> Value:
    """A value as the sheets show it: whole numbers whole, midnight a day, empty text nothing."""
    kind = type(value)
    if kind is str:
        # No database keeps a NUL, and no office types one.
        return value.replace("\x00", "") or None if "\x00" in value else value or None
    if kind is float:
        return int(value) if -EXACT < value < EXACT and value.is_integer() else value
    if kind is datetime:
        return value.date() if value.time() == time() else value
    if kind is time:
        return value.isoformat("auto" if value.second else "minutes")
    if kind is timedelta:
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")
    return value if isinstance(value, (int, date)) else str(value)


def text_sheet(findings: Findings, name: str, bounds: Bounds) -> tuple[OpenSheet, str, str]:
    """The one sheet of a text file, its encoding and its delimiter; guesses become notices."""
    reading = decoded(findings.data)
    rows, torn, delimiter = read_rows(reading.text, bounds)
    if reading.guessed:
        findings.notices.append(notice("encoding-guessed", encoding=reading.encoding))
    if torn:
        findings.notices.append(notice("torn-quotes", count=len(torn), row=torn[0]))
    blocks = (rows[start : start + BLOCK] for start in range(0, len(rows), BLOCK))
    return OpenSheet(sheet_name(name), [], False, blocks), reading.encoding, delimiter
