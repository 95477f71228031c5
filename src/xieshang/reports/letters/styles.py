"""The styles of a letter which a report has no need of, and lines set in them."""

from typing import Any

from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from ..document.blank import BODY, BOLD, added, blank, dress, indent
from ..document.pieces import Piece
from ..document.write import run

MARK, NUMBER, ATTACHED, FURTHER, NOTE, CELL, LABEL = (
    "标识", "发文字号", "附件说明", "附件续", "附注", "表格内容", "表格名目",
)  # fmt: skip
SIGN = 15.75  # points: 三号 drawn 0.25 pt closer


def ready() -> Docx:
    """An empty page of GB/T 9704-2012 with the styles of letters."""
    document = blank()
    styles = document.styles
    dress(added(styles, MARK, "Mark"), BOLD, 16, WD_ALIGN_PARAGRAPH.LEFT)
    indent(styles[MARK])
    styles[MARK].paragraph_format.tab_stops.add_tab_stop(Mm(156), WD_TAB_ALIGNMENT.RIGHT)
    dress(added(styles, NUMBER, "Number"), BODY, 16, WD_ALIGN_PARAGRAPH.LEFT)
    indent(styles[NUMBER], left=100, right=100)
    styles[NUMBER].paragraph_format.tab_stops.add_tab_stop(Mm(156) - Pt(16), WD_TAB_ALIGNMENT.RIGHT)
    for name, key, out in ((ATTACHED, "Attached", 4), (FURTHER, "AttachedToo", 1)):
        dress(added(styles, name, key), BODY, 16, WD_ALIGN_PARAGRAPH.LEFT)
        hang(styles[name], 6, out)  # two signs, 附件：, and 1. which is as wide as one
    dress(added(styles, NOTE, "Note"), BODY, 16, WD_ALIGN_PARAGRAPH.LEFT)
    indent(styles[NOTE], first=200)
    dress(added(styles, CELL, "Cell"), BODY, 14, WD_ALIGN_PARAGRAPH.LEFT, line=Pt(24), closer=0)
    indent(styles[CELL])
    dress(added(styles, LABEL, "Label"), BOLD, 14, WD_ALIGN_PARAGRAPH.CENTER, line=Pt(24), closer=0)
    indent(styles[LABEL])
    return document


def hang(target: Any, left: int, out: int, sign: float = SIGN) -> None:
    """Let a style or paragraph begin `out` signs before its other lines, `left` signs in."""
    form = target.paragraph_format
    form.left_indent, form.first_line_indent = Pt(left * sign), Pt(-out * sign)
    ind = form._element.pPr.ind
    for name in ("leftChars", "firstLineChars", "hangingChars"):  # readers differ over these
        ind.set(qn(f"w:{name}"), "0")


def add(document: Any, style: str, *parts: str | tuple[str, str]) -> Paragraph:
    """A paragraph at the end; its parts are texts, or texts with the font they stand in."""
    paragraph = document.add_paragraph(style=style)
    for part in parts:
        text, font = (part, "") if isinstance(part, str) else part
        paragraph._p.append(run(Piece(text, look_of(font) if font else None)))
    return paragraph


def look_of(font: str) -> Any:
    look = OxmlElement("w:rPr")
    fonts = OxmlElement("w:rFonts")
    fonts.set(qn("w:eastAsia"), font)
    look.append(fonts)
    return look


def stand_in(paragraph: Paragraph, right: float) -> None:
    """Let a paragraph end that many signs before the right margin."""
    ind = paragraph._p.get_or_add_pPr().get_or_add_ind()
    ind.set(qn("w:rightChars"), str(round(right * 100)))
    ind.set(qn("w:right"), str(round(right * SIGN * 20)))
