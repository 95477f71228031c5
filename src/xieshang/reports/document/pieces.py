"""One paragraph of a template as pieces: words with their looks, and placeholders.

Word splits a placeholder over as many runs as it likes. The paragraph is therefore read
as one text, of which each sign remembers the run that carries it; what replaces a
placeholder looks as its first brace did.
"""

import re
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn
from lxml import etree

from .grammar import parse

BRACES = re.compile(r"[{｛]{2}(.*?)[}｝]{2}", re.DOTALL)
LOOSE_BRACES = re.compile(r"[{｛]{2}|[}｝]{2}")
SIGNS = {"tab": "\t", "cr": "\n", "noBreakHyphen": "-"}
SILENT = {"rPr", "lastRenderedPageBreak"}
AROUND = {"pPr", "proofErr", "bookmarkStart", "bookmarkEnd"}
PAGE_BREAK = "\f"


class Unreadable(ValueError):
    """A part of a paragraph which cannot be checked for numbers; args[0] is its tag."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Text, a placeholder or what answers it, in the look (w:rPr) of the run where it began."""

    content: Any
    look: etree._Element | None = None
    href: str = ""


def tag(element: etree._Element) -> str:
    return etree.QName(element).localname


def signs_of(paragraph: etree._Element) -> list[tuple[str, etree._Element | None]]:
    """Each sign of the paragraph with the look of its run; raises Unreadable."""
    signs: list[tuple[str, etree._Element | None]] = []
    for child in paragraph:
        if tag(child) in AROUND:
            continue
        if tag(child) != "r":
            raise Unreadable(tag(child))
        look = child.find(qn("w:rPr"))
        for part in child:
            signs += [(sign, look) for sign in text_of(part)]
    return signs


def text_of(part: etree._Element) -> str:
    """What one part of a run prints; raises Unreadable for what is not plain text."""
    name = tag(part)
    if name == "t":
        return part.text or ""
    if name == "br":
        return PAGE_BREAK if part.get(qn("w:type")) == "page" else "\n"
    if name in SIGNS:
        return SIGNS[name]
    if name in SILENT:
        return ""
    raise Unreadable(name)


def pieces_of(paragraph: etree._Element) -> list[Piece]:
    """The paragraph in pieces; raises Unreadable and grammar.Misspelt."""
    signs = signs_of(paragraph)
    text = "".join(sign for sign, _look in signs)
    pieces: list[Piece] = []
    at = 0
    for found in BRACES.finditer(text):
        pieces += plain(signs[at : found.start()])
        pieces.append(Piece(parse(found[1]), signs[found.start()][1]))
        at = found.end()
    return pieces + plain(signs[at:])


def plain(signs: list[tuple[str, etree._Element | None]]) -> list[Piece]:
    """Runs of signs of one look, each as one piece."""
    pieces: list[Piece] = []
    for sign, look in signs:
        if pieces and pieces[-1].look is look:
            pieces[-1] = Piece(pieces[-1].content + sign, look)
        else:
            pieces.append(Piece(sign, look))
    return pieces
