"""An office's template, read from its docx and checked: no naked number gets in.

A template holds paragraphs and tables. Whatever could print a number unseen (pictures,
text boxes, fields, automatic numbering, tracked changes, footnotes) is refused by name.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from docx import Document
from docx.exceptions import PythonDocxError
from docx.opc.exceptions import OpcError
from docx.oxml.exceptions import XmlchemyError
from docx.oxml.ns import qn
from lxml import etree

from .checks import Vocabulary, block_faults, footer_faults, naked, page_faults, unknown
from .faults import Fault, TemplateFault
from .grammar import Misspelt
from .pieces import Piece, Unreadable, pieces_of, tag
from .read import page_of, read
from .styles import Styles

UNCHECKED = {
    "hyperlink": gettext_lazy("a link"),
    "ins": gettext_lazy("a tracked change: accept or reject it first"),
    "del": gettext_lazy("a tracked change: accept or reject it first"),
    "drawing": gettext_lazy("a picture or a text box"),
    "pict": gettext_lazy("a picture or a text box"),
    "AlternateContent": gettext_lazy("a picture or a text box"),
    "object": gettext_lazy("an embedded object"),
    "fldSimple": gettext_lazy("a field"),
    "fldChar": gettext_lazy("a field"),
    "sdt": gettext_lazy("a content control"),
    "footnoteReference": gettext_lazy("a footnote"),
    "endnoteReference": gettext_lazy("an endnote"),
    "sym": gettext_lazy("a special symbol"),
    "commentRangeStart": gettext_lazy("a comment: remove it first"),
    "commentReference": gettext_lazy("a comment: remove it first"),
    "oMath": gettext_lazy("a formula"),
    "oMathPara": gettext_lazy("a formula"),
    "moveFrom": gettext_lazy("a tracked change: accept or reject it first"),
    "moveTo": gettext_lazy("a tracked change: accept or reject it first"),
}


UNSOUND = (  # what python-docx, zipfile and lxml raise over a file which is no sound docx
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    RuntimeError,  # too deep a nesting, or a kind of zip that is not read
    OSError,
    EOFError,
    zlib.error,
    zipfile.BadZipFile,
    etree.XMLSyntaxError,
    OpcError,
    PythonDocxError,
    XmlchemyError,
)
MOST = 20 * 2**20  # bytes, all parts together
BODY_MARKS = {"sectPr", "bookmarkStart", "bookmarkEnd"}
TEXT = 9  # the level of what is no heading; headings have 1 to 3


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the template: its element, its pieces, its level as a heading."""

    where: str
    element: etree._Element
    pieces: list[Piece]
    level: int = TEXT

    @property
    def prose(self) -> str:
        """The text between the placeholders."""
        return "".join(p.content for p in self.pieces if isinstance(p.content, str))

    @property
    def sole(self) -> object:
        """The content of the paragraph when it has but one piece beside blanks."""
        spoken = [
            p.content for p in self.pieces if not isinstance(p.content, str) or p.content.strip()
        ]
        return spoken[0] if len(spoken) == 1 else None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of the template, with the pieces of each paragraph in it."""

    element: etree._Element
    lines: list[Line]


@dataclass(frozen=True, slots=True)
class Template:
    """A checked template: `parts` in order, `source` the docx they came from."""

    source: bytes
    parts: list[Line | Grid]
    faults: list[Fault]

    @property
    def lines(self) -> list[Line]:
        return [
            line
            for part in self.parts
            for line in (part.lines if isinstance(part, Grid) else [part])
        ]

    def stands_alone(self, line: Line) -> bool:
        """Whether the line is a paragraph of the body with nothing beside its one sign."""
        return line.sole is not None and any(line is part for part in self.parts)


def open_template(source: bytes, words: Vocabulary) -> Template:
    """The template in these bytes; raises TemplateFault with everything wrong with it."""
    template = read_template(source)
    lines = template.lines
    faults = [*template.faults, *unknown(lines, words), *block_faults(lines, template.stands_alone)]
    if faults:
        raise TemplateFault(faults)
    return template


def read_template(source: bytes) -> Template:
    """The template with its faults noted; raises TemplateFault for what is no sound docx."""
    try:
        if unpacked(source) > MOST:
            raise ValueError(f"more than {MOST} bytes")
        template = read_parts(source)
        if not template.faults:
            read(source)  # as what is written from it will be, for the PDF
    except UNSOUND as error:
        fault = Fault(_("the file"), "", _("this is no docx document"))
        raise TemplateFault([fault]) from error
    return template


def unpacked(source: bytes) -> int:
    """How many bytes the parts say they have; zipfile reads no more than that of each."""
    with zipfile.ZipFile(io.BytesIO(source)) as archive:
        return sum(part.file_size for part in archive.infolist())


def read_parts(source: bytes) -> Template:
    document = Document(io.BytesIO(source))
    styles = Styles(document.styles.element)
    faults: list[Fault] = []
    parts: list[Line | Grid] = []
    count = tables = 0
    for element in document.element.body:
        if tag(element) == "p":
            count += 1
            line = read_line(element, _("paragraph %d") % count, faults)
            parts.append(replace(line, level=styles.of_paragraph(element)["level"] or TEXT))
        elif tag(element) == "tbl":
            tables += 1
            parts.append(Grid(element, list(cells(element, tables, faults))))
        elif tag(element) not in BODY_MARKS:
            faults.append(Fault(_("after paragraph %d") % count, "", unchecked(tag(element))))
    faults += [*footer_faults(document), *page_faults(page_of(document))]
    return Template(source, parts, faults)


def unchecked(name: str) -> str:
    """Why an element of that tag may not stand in a template."""
    return _("cannot be checked for numbers: %s") % UNCHECKED.get(name, name)


def cells(table: etree._Element, number: int, faults: list[Fault]) -> Iterator[Line]:
    for row_number, row in enumerate(table.iter(qn("w:tr")), 1):
        for cell_number, cell in enumerate(row.iterchildren(qn("w:tc")), 1):
            where = _("table %(table)d, row %(row)d, cell %(cell)d") % {
                "table": number,
                "row": row_number,
                "cell": cell_number,
            }
            for element in cell.iterchildren(qn("w:p")):
                yield read_line(element, where, faults)


def read_line(element: etree._Element, where: str, faults: list[Fault]) -> Line:
    """One paragraph; what is wrong with it is added to the faults."""
    shown = "".join(t.text or "" for t in element.iter(qn("w:t")))
    pieces: list[Piece] = []
    try:
        pieces = pieces_of(element)
    except Unreadable as error:
        faults.append(Fault(where, shown, unchecked(error.args[0])))
    except Misspelt as error:
        faults.append(Fault(where, shown, str(error)))
    if element.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None:
        faults.append(Fault(where, shown, _("is numbered by Word: write {{ 序号 }} instead")))
    faults += [Fault(where, shown, reason) for reason in naked(pieces)]
    return Line(where, element, pieces)
