"""A look at a ledger as plain data: what would be taken over, sheet by sheet, and what is doubtful.

Plain, because a look at a large file is taken by a worker and shown later by a page.
"""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from xieshang.ledgers.actions.choice import Back, Choice
from xieshang.ledgers.actions.plan import plan
from xieshang.ledgers.actions.preview import Looked, Preview, preview
from xieshang.ledgers.understanding.cells import letter, raw
from xieshang.ledgers.understanding.record import Record, Remark
from xieshang.ledgers.understanding.understand import Understanding
from xieshang.ledgers.workbook import Sheet, Workbook

FEW, MANY = 5, 40  # rows of a sheet that are shown as they are; doubtful and refused ones
LONGEST = 60  # characters of a cell
Plain = dict[str, Any]


def look_of(workbook: Workbook, choice: Choice) -> Plain:
    """What a take-over with this choice would do; raises NotTaken where no office is known."""
    seen = preview(workbook, choice)
    book = plan(workbook, choice).book
    by_name = {looked.understood.sheet: looked for looked in seen.sheets}
    sheets = {sheet.name: sheet for sheet in workbook.sheets}
    return {
        "office": seen.office.pk,
        "title": seen.office.title,
        "year": seen.year,
        "count": seen.count,
        "back": sum(len(looked.refused) for looked in seen.sheets),
        "corrects": corrected(seen),
        "passed": [{"sheet": each.sheet, "why": each.slug} for each in seen.passed],
        "warnings": [[each.message, dict(each.values)] for each in workbook.warnings],
        "sheets": [
            sheet_look(understood, by_name.get(understood.sheet), sheets[understood.sheet])
            for understood in book.sheets
        ],
    }


def corrected(seen: Preview) -> Plain | None:
    """The take-over that this file would take the place of."""
    old = seen.corrects
    return old and {"key": old.pk, "name": old.file.name, "rows": old.rows_taken}


def sheet_look(understood: Understanding, looked: Looked | None, sheet: Sheet) -> Plain:
    """One sheet: what it was taken for, its columns, some rows, all that is doubtful."""
    return {
        "name": understood.sheet,
        "kind": understood.kind.name,
        "confidence": understood.confidence,
        "ready": understood.ready,
        "unit": understood.setting.unit,
        "money": any(column.field == "amount" for column in understood.columns),
        "header": understood.header.top + sheet.first_row,
        "columns": [column_look(column) for column in understood.columns],
        "questions": [asdict(question) for question in understood.questions],
        "remarks": [asdict(remark) for remark in understood.warnings],
        "count": looked.count if looked else 0,
        "rows": rows_look(looked) if looked else first_rows(understood, sheet),
        "warned": len(looked.warned) if looked else 0,
        "refused": [back_look(back, sheet) for back in looked.refused[:MANY]] if looked else [],
        "back": len(looked.refused) if looked else 0,
        "totals": [
            {"row": each.number, "remark": asdict(each.remark)}
            for each in (looked.notices if looked else ())
        ],
    }


def column_look(column) -> Plain:
    """A column: its letter, its heading, what it was understood as and how surely."""
    return {
        "letter": letter(column.index),
        "heading": column.heading.replace("\n", "/"),
        "field": column.field,
        "confidence": min(column.confidence, 1.0),
        "sure": column.sure,
    }


def rows_look(looked: Looked) -> list[Plain]:
    """The first rows, then those with something worth a look."""
    shown = {record.number: record for record in looked.records[:FEW]}
    shown |= {record.number: record for record in looked.warned[:MANY]}
    return [row_look(shown[number]) for number in sorted(shown)]


def row_look(record: Record) -> Plain:
    return {
        "row": record.number,
        "cells": short(record.cells),
        "marks": marks_of(record.warnings),
        "remarks": [asdict(remark) for remark in record.warnings],
    }


def back_look(back: Back, sheet: Sheet) -> Plain:
    """A row that would come back, with its cells and every reason."""
    place = back.row - sheet.first_row
    cells = sheet.rows[place] if 0 <= place < len(sheet.rows) else []
    return {
        "row": back.row,
        "cells": short(map(raw, cells)),
        "marks": marks_of(back.remarks),
        "remarks": [asdict(remark) for remark in back.remarks],
    }


def first_rows(understood: Understanding, sheet: Sheet) -> list[Plain]:
    """Some rows of a sheet that is not understood yet."""
    first = understood.header.first_row_of_data
    return [
        {"row": number + sheet.first_row, "cells": short(map(raw, sheet.rows[number]))}
        for number in range(first, min(first + FEW, len(sheet.rows)))
    ]


def short(cells: Iterable[str]) -> list[str]:
    return [cell if len(cell) <= LONGEST else f"{cell[:LONGEST]}…" for cell in cells]


def marks_of(remarks: Iterable[Remark]) -> list[str]:
    """The letters of the columns that remarks speak of."""
    return [remark.column for remark in remarks if remark.column]
