"""Every ledger that lies beside the project is opened, and no row of it goes missing."""

import csv

import openpyxl
import pytest

from xieshang.ledgers.workbook import open_workbook

pytestmark = pytest.mark.long


def counted_by_others(place):
    """Name and number of rows of each sheet, counted without our readers; None for .xls."""
    if place.suffix == ".csv":
        raw = place.read_bytes()
        encoding = "utf-8-sig" if raw.startswith(b"\xef\xbb\xbf") else "gb18030"
        rows = list(csv.reader(raw.decode(encoding).splitlines()))
        while not any(rows[-1]):
            rows.pop()
        return [len(rows)]
    if place.suffix == ".xlsx":
        return [sheet.max_row for sheet in openpyxl.load_workbook(place).worksheets]
    return None


def test_every_ledger_opens_with_all_its_rows(shared):
    places = sorted((shared / "data" / "ledgers-2023").glob("*台账*"))
    opened = {place.name: open_workbook(place) for place in places}
    assert {name: book.warnings for name, book in opened.items() if book.warnings} == {}
    counts = {place.name: counted_by_others(place) for place in places}
    assert {name: [len(sheet.rows) for sheet in opened[name].sheets] for name in counts} == {
        name: count or [len(sheet.rows) for sheet in opened[name].sheets]
        for name, count in counts.items()
    }
    kinds = {book.kind for book in opened.values()}
    assert (len(opened) >= 33, kinds) == (True, {"xlsx", "xls", "csv"})
