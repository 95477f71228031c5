"""A docx read back: its page, its paragraphs and tables, in plain values.

PDF and HTML are both made from what is read here, so they say what the docx says.
Lengths are points.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from .pieces import text_of
from .styles import Look, Styles, run_look


@dataclass(frozen=True, slots=True)
class Span:
    """Some text in one look, perhaps a link."""

    text: str
    look: Look
    href: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    look: Look
    spans: list[Span]

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)

    @property
    def level(self) -> int | None:
        """0 for the title, 1 to 3 for headings, None for text."""
        return self.look["level"]


@dataclass(frozen=True, slots=True)
class Table:
    """Column widths, how many rows head it, and the rows: cells of paragraphs.

    `spans` says of each cell over how many columns it goes; a ruled table has lines all round.
    """

    widths: list[float]
    head: int
    rows: list[list[list[Paragraph]]]
    spans: list[list[int]]
    ruled: bool

    @property
    def text(self) -> str:
        return "".join(p.text for row in self.rows for cell in row for p in cell)


@dataclass(frozen=True, slots=True)
class Page:
    """Width, height, margins (top, right, bottom, left), page numbers or not."""

    width: float
    height: float
    margins: tuple[float, float, float, float]
    numbered: bool


@dataclass(frozen=True, slots=True)
class Reading:
    title: str
    page: Page
    blocks: list[Paragraph | Table]

    @property
    def text(self) -> str:
        return "\n".join(block.text for block in self.blocks)


def read(source: bytes) -> Reading:
    document = Document(io.BytesIO(source))
    reader = Reader(Styles(document.styles.element), document.part.rels)
    blocks = [*reader.blocks(document.element.body)]
    return Reading(document.core_properties.title, page_of(document), blocks)


def page_of(document: Any) -> Page:
    section = document.sections[0]
    margins = (
        section.top_margin.pt,
        section.right_margin.pt,
        section.bottom_margin.pt,
        section.left_margin.pt,
    )
    numbered = next(section.footer._element.iter(qn("w:instrText")), None) is not None
    return Page(section.page_width.pt, section.page_height.pt, margins, numbered)


class Reader:
    """Reads elements with the styles and the links of one docx."""

    def __init__(self, styles: Styles, relations: Any) -> None:
        self.styles = styles
        self.relations = relations

    def blocks(self, body: etree._Element) -> Iterator[Paragraph | Table]:
        for element in body:
            if element.tag == qn("w:p"):
                yield self.paragraph(element)
            elif element.tag == qn("w:tbl"):
                yield self.table(element)

    def paragraph(self, element: etree._Element) -> Paragraph:
        look = self.styles.of_paragraph(element)
        spans: list[Span] = []
        for child in element:
            if child.tag == qn("w:r"):
                spans.append(span(child, look, ""))
            elif child.tag == qn("w:hyperlink"):
                href = self.relations[child.get(qn("r:id"))].target_ref
                spans += [span(run, look, href) for run in child.iterchildren(qn("w:r"))]
        return Paragraph(look, [s for s in spans if s.text])

    def table(self, element: etree._Element) -> Table:
        widths = [float(c.get(qn("w:w"), 0)) / 20 for c in element.iter(qn("w:gridCol"))]
        rows = [*element.iterchildren(qn("w:tr"))]
        head = sum(1 for row in rows if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None)
        sides = element.find(f"{qn('w:tblPr')}/{qn('w:tblBorders')}/{qn('w:insideV')}")
        spans = [[*map(span_of, row.iterchildren(qn("w:tc")))] for row in rows]
        return Table(widths, head, [[*self.cells(row)] for row in rows], spans, sides is not None)

    def cells(self, row: etree._Element) -> Iterator[list[Paragraph]]:
        for cell in row.iterchildren(qn("w:tc")):
            yield [self.paragraph(p) for p in cell.iterchildren(qn("w:p"))]


def span_of(cell: etree._Element) -> int:
    """Over how many columns a cell goes."""
    wide = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
    return 1 if wide is None else int(wide.get(qn("w:val"), 1))


def span(run: etree._Element, look: Look, href: str) -> Span:
    direct = run.find(qn("w:rPr"))
    text = "".join(text_of(part) for part in run)
    return Span(text, look if direct is None else look | run_look(direct), href)
