"""Sheets written down by hand: a title, headings, rows."""

from xieshang.ledgers.understanding.book import understand_book
from xieshang.ledgers.understanding.record import Notice, Record, Refusal
from xieshang.ledgers.understanding.understand import read_rows, understand
from xieshang.ledgers.workbook.model import Sheet, Workbook


def sheet_of(*rows, name="Sheet1", **more):
    """A sheet of these rows, every one as wide as the widest."""
    width = max(map(len, rows), default=0)
    return Sheet(name, [[*row, *[None] * (width - len(row))] for row in rows], **more)


def book_of(*sheets, name="台账.xlsx", **more):
    """A workbook of these sheets."""
    return Workbook(name, "0" * 64, "xlsx", 1900, sheets, **more)


def meaning(sheet, *names, **options):
    """Heading → field, for the columns that are understood surely."""
    understood = understand(sheet, names, **options)
    return {column.heading: column.field for column in understood.columns if column.sure}


def rows_of(sheet, *names, **options):
    """The records, refusals and notices of a sheet."""
    results = list(read_rows(sheet, understand(sheet, names, **options)))
    return tuple([r for r in results if isinstance(r, what)] for what in (Record, Refusal, Notice))


def read_book(workbook, places, **options):
    """The understanding of a workbook and, by sheet, its records and refusals."""
    book = understand_book(workbook, places, **options)
    sheets = {sheet.name: sheet for sheet in workbook.sheets}
    return book, {found.sheet: list(read_rows(sheets[found.sheet], found)) for found in book.sheets}
