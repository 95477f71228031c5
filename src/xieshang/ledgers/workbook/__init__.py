"""Workbooks opened safely: xlsx, xls, ods and CSV in, sheets of rows out. Knows no Django."""

from xieshang.ledgers.workbook.model import Area, Notice, Row, Sheet, Value, Workbook
from xieshang.ledgers.workbook.opening import open_workbook
from xieshang.ledgers.workbook.refusals import NOTICES, REFUSALS, WorkbookRefused

__all__ = [
    "NOTICES",
    "REFUSALS",
    "Area",
    "Notice",
    "Row",
    "Sheet",
    "Value",
    "Workbook",
    "WorkbookRefused",
    "open_workbook",
]
