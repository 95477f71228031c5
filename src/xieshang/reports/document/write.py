"""The parts of a document as a docx, in the styles and on the page of the template."""

import io
from copy import deepcopy

from docx import Document
from docx.enum.text import WD_UNDERLINE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.run import Run
from lxml import etree

from .fill import Part, Passage, quotes_in
from .pieces import PAGE_BREAK, Piece
from .quote import Quote
from .sources import LISTS

SIGNS = {"\t": "w:tab", "\n": "w:br"}


def write(source: bytes, parts: list[Part], title: str) -> bytes:
    """The docx: the template's package with these parts as its body."""
    document = Document(io.BytesIO(source))
    document.core_properties.title = title
    body = document.element.body
    for element in [*body.iterchildren(qn("w:p"), qn("w:tbl"))]:
        body.remove(element)
    ending = body.find(qn("w:sectPr"))
    for part in parts:
        ending.addprevious(Writer(document.part).element(part, parts))
    if len(body) > 1 and ending.getprevious().tag == qn("w:tbl"):
        ending.addprevious(OxmlElement("w:p"))  # Word wants a paragraph after a table
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


class Writer:
    """Makes elements whose links are relations of one docx part."""

    def __init__(self, package_part: object) -> None:
        self.package_part = package_part

    def element(self, part: Part, parts: list[Part]) -> etree._Element:
        if not isinstance(part, Passage):
            table = deepcopy(part.grid.element)
            paragraphs = table.iter(qn("w:p"))
            for old, passage in zip([*paragraphs], part.cells, strict=True):
                old.getparent().replace(old, self.paragraph(passage))
            return table
        if part.lists:
            return LISTS[part.lists](quotes_in(parts), self.link)
        return self.paragraph(part)

    def paragraph(self, passage: Passage) -> etree._Element:
        paragraph = OxmlElement("w:p")
        look = passage.line.element.find(qn("w:pPr"))
        if look is not None:
            paragraph.append(deepcopy(look))
        for piece in passage.pieces:
            paragraph.append(self.linked(piece) if piece.href else run(piece))
        return paragraph

    def linked(self, piece: Piece) -> etree._Element:
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), self.link(piece.href))
        inner = run(piece)
        if isinstance(piece.content, Quote):
            Run(inner, None).font.underline = WD_UNDERLINE.DOTTED  # type: ignore[arg-type]
        link.append(inner)
        return link

    def link(self, address: str) -> str:
        """The id of the relation to an address; the same address has one relation."""
        return self.package_part.relate_to(  # type: ignore[attr-defined]
            address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True
        )


def run(piece: Piece) -> etree._Element:
    """A w:r with the look and the text of the piece."""
    element = OxmlElement("w:r")
    if piece.look is not None:
        element.append(deepcopy(piece.look))
    text = piece.content.text if isinstance(piece.content, Quote) else str(piece.content)
    for part in split_at_signs(text):
        element.append(sign(part) if part in SIGNS or part == PAGE_BREAK else words(part))
    return element


def split_at_signs(text: str) -> list[str]:
    parts: list[str] = [""]
    for each in text:
        if each in SIGNS or each == PAGE_BREAK:
            parts += [each, ""]
        elif each.isprintable() or each == "　":
            parts[-1] += each
    return [part for part in parts if part]


def sign(name: str) -> etree._Element:
    element = OxmlElement("w:br" if name == PAGE_BREAK else SIGNS[name])
    if name == PAGE_BREAK:
        element.set(qn("w:type"), "page")
    return element


def words(text: str) -> etree._Element:
    element = OxmlElement("w:t")
    element.text = text
    element.set(qn("xml:space"), "preserve")
    return element
