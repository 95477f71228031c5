"""What must not be in a template: naked numbers, unknown names, blocks which do not close."""

import re
from collections.abc import Callable, Iterator
from typing import Any, Protocol

from django.utils.translation import gettext as _
from docx.oxml.ns import qn

from .faults import Fault
from .grammar import REGION, Each, End, Listing, Number
from .pieces import BRACES, LOOSE_BRACES, Piece
from .read import Page

SIGNS = Each | End | Listing
ROOM = 142  # points, 50 mm
FOOTER_SIGNS = re.compile(r"[\s—－\-–]*")
COUNTED = re.compile(  # 一百二十余次, 十余项; not 千家万户 nor 十件实事, which measure nothing
    r"(?:[一二两三四五六七八九][十百千万亿]|十[一二三四五六七八九]|[十百千万亿][余多])"
    r"[〇零一二两三四五六七八九十百千万亿余多]*(?:人次|[次个项件篇期场名家条份]|万元|亿元)"
)


class Vocabulary(Protocol):
    """What figures and places can be named in a template."""

    def metric(self, name: str) -> object | None:
        """What is measured under that name or label, or None."""

    def narrows(self, asked: Number) -> bool:
        """Whether that figure can be narrowed, or be a share, as it is asked to."""

    def place(self, name: str) -> object | None:
        """The committee of that name, title or code, or None."""


def naked(pieces: list[Piece]) -> Iterator[str]:
    """Every number, or piece of a brace, which stands in the prose itself."""
    prose = BRACES.sub(
        "", "".join(p.content if isinstance(p.content, str) else "　" for p in pieces)
    )
    for found in re.finditer(r"[\d.．,，]*\d|[①-⑳㈠-㈩⑴-⒇]", prose):
        yield _("the number %s stands without a figure: write {{ 数字：… }}") % found[0]
    for found in COUNTED.finditer(prose):
        yield _("the number %s stands without a figure: write {{ 数字：… }}") % found[0]
    for found in LOOSE_BRACES.finditer(prose):
        yield _("%s has no partner") % found[0]


def unknown(lines: list[Any], words: Vocabulary) -> Iterator[Fault]:
    """Figures and places which nobody knows by that name."""
    for line in lines:
        for asked in (p.content for p in line.pieces if isinstance(p.content, Number)):
            if words.metric(asked.metric) is None:
                yield Fault(line.where, asked.metric, _("there is no figure of this name"))
            elif not words.narrows(asked):
                yield Fault(line.where, asked.metric, _("this figure has no brand, form or share"))
            if asked.place not in {"", REGION} and words.place(asked.place) is None:
                yield Fault(line.where, asked.place, _("there is no committee of this name"))


def block_faults(lines: list[Any], alone: Callable[[Any], bool]) -> Iterator[Fault]:
    """Blocks must open, then close, each sign alone in its paragraph, none inside another."""
    opened = None
    for line in lines:
        mark = next((p.content for p in line.pieces if isinstance(p.content, SIGNS)), None)
        if mark is not None and not alone(line):
            reason = _("this sign must stand alone in a paragraph of its own")
            yield Fault(line.where, line.prose, reason)
        elif isinstance(mark, Each):
            if opened:
                yield Fault(line.where, line.prose, _("a block begins inside another block"))
            opened = line
        elif isinstance(mark, End):
            if not opened:
                yield Fault(line.where, line.prose, _("this ends a block which has not begun"))
            opened = None
    if opened:
        yield Fault(opened.where, opened.prose, _("this block is not ended by {{ 完 }}"))


def page_faults(page: Page) -> Iterator[Fault]:
    """The page must have room for text between its margins."""
    top, right, bottom, left = page.margins
    if page.width - left - right < ROOM or page.height - top - bottom < ROOM:
        yield Fault(_("the page"), "", _("its margins leave no room for text"))


def footer_faults(document: Any) -> Iterator[Fault]:
    """Headers and footers may carry the page number with its dashes, and nothing else."""
    for section in document.sections:
        for name in ("header", "first_page_header", "even_page_header"):
            yield from only_page_number(getattr(section, name), _("the header"))
        for name in ("footer", "first_page_footer", "even_page_footer"):
            yield from only_page_number(getattr(section, name), _("the footer"))


def only_page_number(part: Any, where: str) -> Iterator[Fault]:
    if part.is_linked_to_previous:
        return
    element = part._element  # python-docx has no public name for it
    shown = "".join(t.text or "" for t in element.iter(qn("w:t")))
    fields = {(f.text or "").split()[0:1] == ["PAGE"] for f in element.iter(qn("w:instrText"))}
    without = re.sub(r"\d", "", shown) if fields == {True} else shown
    drawn = next(element.iter(qn("w:drawing"), qn("w:pict")), None) is not None
    if drawn or False in fields or not FOOTER_SIGNS.fullmatch(without):
        yield Fault(where, shown, _("only the page number may stand here"))
