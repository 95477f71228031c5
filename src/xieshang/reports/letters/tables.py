"""Tables ruled all round, as forms have them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from docx.document import Document as Docx
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm

from .letter import one_line
from .styles import CELL, LABEL, add

SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
RULE = 'w:val="single" w:sz="4" w:space="0" w:color="000000"'
RULES = "".join(f"<w:{side} {RULE}/>" for side in SIDES)
AFTER_RULES = ("w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell: a name in bold type, or a value; over how many columns it goes."""

    text: str
    label: bool = False
    span: int = 1


def add_table(
    document: Docx, widths: Sequence[int], rows: Sequence[Sequence[Cell]], head: int = 0
) -> None:
    """A table at the end of the document; widths in millimetres, the first `head` rows repeat."""
    table = document.add_table(len(rows), len(widths))
    table.autofit = False
    borders = parse_xml(f"<w:tblBorders {nsdecls('w')}>{RULES}</w:tblBorders>")
    table._tbl.tblPr.insert_element_before(borders, *AFTER_RULES)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for number, (row, cells) in enumerate(zip(table.rows, rows, strict=True)):
        fill_row(row, cells, repeated=number < head)


def fill_row(row: Any, cells: Sequence[Cell], *, repeated: bool) -> None:
    """A row is not broken over two pages."""
    properties = row._tr.get_or_add_trPr()
    for name in ("w:cantSplit", *(["w:tblHeader"] if repeated else [])):
        properties.append(OxmlElement(name))
    first = 0
    for cell in cells:
        place = row.cells[first].merge(row.cells[first + cell.span - 1])
        place.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        for empty in [*place._tc.iterchildren(qn("w:p"))]:
            place._tc.remove(empty)
        add(place, LABEL if cell.label else CELL, one_line(cell.text))
        first += cell.span
