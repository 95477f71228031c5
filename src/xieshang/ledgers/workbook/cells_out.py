"""Values written into cells so that no spreadsheet program takes a text for a formula."""

import re
from typing import Any

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from xieshang.ledgers.workbook.delimited import DANGEROUS
from xieshang.ledgers.workbook.model import Value

NUMBER = re.compile(r"[+-]\d+(\.\d+)?%?")
MARKED = re.compile(rf"'*[{re.escape(DANGEROUS)}]")


def is_dangerous(text: str) -> bool:
    """Whether a text begins as a formula does, in half or full width."""
    return text.startswith(tuple(DANGEROUS))


def set_text(cell: Any, text: str) -> None:
    """Put a text into a cell of a spreadsheet as a text, whatever it begins with."""
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
    cell.data_type = "s"
    if is_dangerous(text):
        cell.quotePrefix = True  # it stays a text when somebody edits the cell


def csv_text(value: Value) -> str:
    """A value as a cell of a text file; `'` goes before what could be taken for a formula.

    Signed numbers need no mark. A cell that begins with our mark and a sign gets one more, so
    reading takes exactly ours away.
    """
    text = "" if value is None else str(value)
    if NUMBER.fullmatch(text):
        return text
    return f"'{text}" if MARKED.match(text) else text
