"""Text files of rows (CSV): delimiter by looking, torn quotes and mixed line ends survived."""

import csv
import re
from collections import Counter
from collections.abc import Iterator

from xieshang.ledgers.workbook.bounds import Bounds
from xieshang.ledgers.workbook.extent import Extent, Total
from xieshang.ledgers.workbook.model import Row
from xieshang.ledgers.workbook.refusals import WorkbookRefused

DELIMITERS = (",", "\t", ";")
QUOTE = '"'
LOOKED_AT = 50  # lines
LINES_IN_A_CELL = 200
ROW_LIKE = 4  # cells; narrower rows look too much like lines of a text
SHEET_NAME = re.compile(r"[-_－＿—]")
DANGEROUS = "=+-@\t\r＝＋－＠"  # a spreadsheet program may take what begins so for a formula
OUR_MARK = re.compile(rf"'+[{re.escape(DANGEROUS)}]")


def sheet_name(file_name: str) -> str:
    """`450400…台账-问题办理台账.csv` → `问题办理台账`."""
    stem = file_name.rpartition(".")[0] or file_name
    return SHEET_NAME.split(stem)[-1].strip() or stem


def lines_of(text: str) -> list[str]:
    """The lines, whichever of the three line ends each has; the last end makes no new line."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if lines and not lines[-1]:
        lines.pop()
    return lines


def delimiter_of(lines: list[str]) -> str:
    """The delimiter that cuts most lines into the same number of cells, more than one."""

    def agreement(delimiter: str) -> tuple[int, int]:
        widths = Counter(len(cells(line, delimiter)) for line in lines[:LOOKED_AT] if line)
        widths.pop(1, None)
        return max(((count, width) for width, count in widths.items()), default=(0, 0))

    return max(DELIMITERS, key=agreement)


def cells(line: str, delimiter: str) -> list[str]:
    """One line cut into cells, quotes honoured within the line."""
    return next(csv.reader([line], delimiter=delimiter), [])


def read_rows(text: str, bounds: Bounds) -> tuple[list[Row], list[int], str]:
    """The rows, the numbers of the rows with torn quotes, and the delimiter.

    A quoted cell may hold line ends; rows are numbered as a spreadsheet program would.
    """
    if text.count("\n") + text.count("\r") > 2 * bounds.stored_rows:
        raise WorkbookRefused("too-many-rows", sheet="1", limit=bounds.stored_rows)
    lines = lines_of(text)
    if any(len(line) > bounds.cell_characters for line in lines):
        raise WorkbookRefused("too-much-text")
    delimiter = delimiter_of(lines)
    width = usual_width(lines, delimiter)
    rows: list[Row] = []
    torn: list[int] = []
    for record, broken in records_of(lines, delimiter, width):
        rows.append([unmarked(cell) if cell else None for cell in record])
        if broken:
            torn.append(len(rows))
    return squared(rows, bounds), torn, delimiter


def usual_width(lines: list[str], delimiter: str) -> int:
    """How many cells most lines have."""
    widths = Counter(len(cells(line, delimiter)) for line in lines[: 20 * LOOKED_AT] if line)
    return max(widths, key=lambda width: (widths[width], width), default=1)


def records_of(lines: list[str], delimiter: str, width: int) -> Iterator[tuple[list[str], bool]]:
    """Each record's cells, and whether a quote in it had no partner."""
    place = 0
    while place < len(lines):
        line = lines[place]
        count = 1
        if QUOTE not in line or closed([line], delimiter):
            yield cells(line, delimiter), False
        elif record := spanning(lines, place, delimiter, width):
            count = record[0]
            yield record[1], False
        else:
            yield torn_cells(line, delimiter, width), True
        place += count


def spanning(
    lines: list[str], place: int, delimiter: str, width: int
) -> tuple[int, list[str]] | None:
    """How many lines the record that begins here spans, and its cells; None where it is torn.

    Its quote has no partner when lines that look like whole rows come before one, or when the
    record then breaks the rules or comes out wider than usual.
    """
    for count in range(2, min(LINES_IN_A_CELL, len(lines) - place) + 1):
        last = lines[place + count - 1]
        span = lines[place : place + count]
        if QUOTE in last and closed(span, delimiter):
            record = strict_cells(span, delimiter)
            return (count, record) if record and len(record) <= width else None
        if width >= ROW_LIKE and last.count(delimiter) >= width - 1:
            return None
    return None


def closed(span: list[str], delimiter: str) -> bool:
    """Whether no quote is open at the end of these lines: a reader asks for no line more."""
    reader = csv.reader([*(f"{line}\n" for line in span), ""], delimiter=delimiter)
    next(reader)
    return reader.line_num == len(span)


def strict_cells(span: list[str], delimiter: str) -> list[str] | None:
    """One record that spans these lines exactly, or None."""
    reader = csv.reader([f"{line}\n" for line in span], delimiter=delimiter, strict=True)
    try:
        record = next(reader)
    except csv.Error:
        return None
    return record if reader.line_num == len(span) else None


def torn_cells(line: str, delimiter: str, width: int) -> list[str]:
    """A line with a torn quote, cut so that it comes out as wide as its fellows where it can."""
    quoted = cells(line, delimiter)
    return quoted if len(quoted) == width else line.split(delimiter)


def unmarked(cell: str) -> str:
    """The cell without the mark we put before what could be taken for a formula."""
    return cell[1:] if OUR_MARK.match(cell) else cell


def squared(rows: list[Row], bounds: Bounds) -> list[Row]:
    """All rows as wide as the widest with content; empty rows at the end are dropped."""
    extent = Extent("1", bounds, Total())
    for number, row in enumerate(rows, start=1):
        while row and row[-1] is None:
            row.pop()
        if row:
            extent.reach(number, len(row))
    extent.close()
    while rows and not rows[-1]:
        rows.pop()
    for row in rows:
        row.extend([None] * (extent.columns - len(row)))
    return rows
