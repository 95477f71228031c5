"""The page and the styles of GB/T 9704-2012, as a docx without text.

A4; margins 37, 35, 28 and 26 mm, which leave 156 × 225 mm; 22 lines of 28 signs; body in
三号仿宋, 16 pt. LibreOffice misreads a grid of lines and signs, so the grid is of lines and
the signs are drawn 0.25 pt closer: 28 × (16 − 0.25) pt = 441 pt of 442 pt.
Fonts are named, never embedded; `w:altName` says what may stand in for them.
"""

from typing import Any

from docx import Document
from docx.document import Document as Docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Emu, Mm, Pt, RGBColor, Twips

BODY, BOLD, KAI, TITLE, SONG = "仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体", "宋体"
STAND_INS = {
    BODY: "仿宋,FangSong",
    KAI: "楷体,KaiTi",
    BOLD: "SimHei",
    TITLE: "小标宋,FZXiaoBiaoSong-B05S,宋体",
    SONG: "SimSun",
}
ISSUER, DATE, ADDRESSEE = "落款单位", "落款日期", "主送机关"
IMPRINT = "版记"
STYLE_IDS = {
    ISSUER: "Issuer",
    DATE: "Date",
    ADDRESSEE: "Addressee",
    IMPRINT: "Imprint",
}
LATIN = "Times New Roman"
LINE = Twips(579)  # 225 mm / 22
CLOSER = -5  # twentieths of a point
FIRST_TWO = 200  # hundredths of a sign


def blank() -> Docx:
    """A docx with the page, the styles and the page numbers, and no paragraph."""
    document = Document()
    body = document.element.body
    for paragraph in [*body.iterchildren(qn("w:p"))]:
        body.remove(paragraph)
    set_page(document)
    set_styles(document)
    set_page_numbers(document)
    name_stand_ins(document)
    leave_no_trace(document)
    return document


def set_page(document: Docx) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.header_distance, section.footer_distance = Mm(15), Mm(23)  # number 7 mm below
    grid = section._sectPr.find(qn("w:docGrid"))
    grid = section._sectPr.makeelement(qn("w:docGrid"), {}) if grid is None else grid
    grid.set(qn("w:type"), "lines")
    grid.set(qn("w:linePitch"), str(LINE.twips))
    section._sectPr.append(grid)


def set_styles(document: Docx) -> None:
    """Normal and everything which differs from it."""
    styles = document.styles
    normal = styles["Normal"]
    dress(normal, BODY, 16, WD_ALIGN_PARAGRAPH.JUSTIFY)
    indent(normal, first=FIRST_TWO)
    dress(plain(styles["Title"]), TITLE, 22, WD_ALIGN_PARAGRAPH.CENTER)
    indent(styles["Title"])
    for name, font in (("Heading 1", BOLD), ("Heading 2", KAI), ("Heading 3", BODY)):
        dress(plain(styles[name]), font, 16, WD_ALIGN_PARAGRAPH.JUSTIFY)
        indent(styles[name], first=FIRST_TWO)
        styles[name].paragraph_format.keep_with_next = True
    for style, right in ((ISSUER, 325), (DATE, 400)):
        dress(added(styles, style), BODY, 16, WD_ALIGN_PARAGRAPH.RIGHT)
        indent(styles[style], right=right)
    dress(added(styles, ADDRESSEE), BODY, 16, WD_ALIGN_PARAGRAPH.LEFT)
    indent(styles[ADDRESSEE])
    set_imprint(styles)


def set_imprint(styles: Any) -> None:
    """The imprint, 版记: 四号, between two rules at the foot of the last page."""
    imprint = added(styles, IMPRINT)
    dress(imprint, BODY, 14, WD_ALIGN_PARAGRAPH.LEFT, line=Pt(26), closer=0)
    indent(imprint, left=100, right=100)
    imprint.paragraph_format.tab_stops.add_tab_stop(Mm(146), alignment=2)
    properties = imprint.element.get_or_add_pPr()
    frame = (
        f'<w:framePr {nsdecls("w")} w:w="8845" w:wrap="notBeside" w:vAnchor="margin"'
        ' w:hAnchor="margin" w:xAlign="center" w:yAlign="bottom"/>'
    )
    rules = "".join(
        f'<w:{side} w:val="single" w:sz="8" w:space="1" w:color="000000"/>'
        for side in ("top", "bottom")
    )
    borders = parse_xml(f"<w:pBdr {nsdecls('w')}>{rules}</w:pBdr>")
    properties.insert_element_before(parse_xml(frame), "w:widowControl", "w:tabs", "w:spacing")
    properties.insert_element_before(borders, "w:tabs", "w:spacing", "w:ind", "w:jc")


def added(styles: Any, name: str, key: str = "") -> Any:
    style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.element.set(qn("w:styleId"), key or STYLE_IDS[name])
    style.base_style, style.quick_style = styles["Normal"], True
    return style


def plain(style: Any) -> Any:
    """The style without the colours, rules and gaps it is shipped with."""
    element = style.element
    for found in [*element.iterchildren(qn("w:pPr"), qn("w:rPr"))]:
        element.remove(found)
    return style


def dress(
    style: Any, font: str, size: float, align: Any, *, line: Any = LINE, closer: int = CLOSER
) -> None:
    """Fonts, size in points, alignment and the exact pitch of lines."""
    style.font.name, style.font.size, style.font.bold = LATIN, Pt(size), False
    style.font.color.rgb = RGBColor(0, 0, 0)
    properties = style.element.get_or_add_rPr()
    properties.rFonts.set(qn("w:eastAsia"), font)
    spacing = OxmlElement("w:spacing")
    spacing.set(qn("w:val"), str(closer))
    properties.insert_element_before(spacing, "w:w", "w:kern", "w:position", "w:sz", "w:szCs")
    form = style.paragraph_format
    form.alignment, form.widow_control = align, False
    form.space_before = form.space_after = Emu(0)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, line


def indent(style: Any, *, first: int = 0, left: int = 0, right: int = 0) -> None:
    """Indents in hundredths of a sign; the same in twentieths of a point for old readers."""
    form = style.paragraph_format
    sign = style.font.size.pt / 100
    form.left_indent, form.right_indent = Pt(left * sign), Pt(right * sign)
    form.first_line_indent = Pt(first * sign)
    ind = style.element.pPr.find(qn("w:ind"))
    for name, value in (("firstLine", first), ("left", left), ("right", right)):
        ind.set(qn(f"w:{name}Chars"), str(value))


def set_page_numbers(document: Docx) -> None:
    """四号宋体 between dashes: at the right of odd pages, the left of even ones."""
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        footer.is_linked_to_previous = False
        paragraph = footer.paragraphs[0]
        paragraph.style = document.styles["Normal"]
        paragraph._p.getparent().replace(paragraph._p, page_number(side))


def page_number(side: str) -> Any:
    look = (
        f'<w:rPr><w:rFonts w:ascii="{SONG}" w:hAnsi="{SONG}" w:eastAsia="{SONG}"/>'
        '<w:spacing w:val="0"/><w:sz w:val="28"/></w:rPr>'
    )
    field = "".join(
        f"<w:r>{look}{part}</w:r>"
        for part in (
            '<w:t xml:space="preserve">— </w:t>',
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="end"/>',
            '<w:t xml:space="preserve"> —</w:t>',
        )
    )
    return parse_xml(
        f'<w:p {nsdecls("w")}><w:pPr><w:ind w:firstLineChars="0" w:firstLine="0"'
        f' w:{side}Chars="100" w:{side}="280"/><w:jc w:val="{side}"/></w:pPr>{field}</w:p>'
    )


def name_stand_ins(document: Docx) -> None:
    """Tell Word which fonts may stand in, where those named are not installed."""
    fonts = next(
        (p for p in document.part.package.iter_parts() if p.partname == "/word/fontTable.xml"), None
    )
    if fonts is None:
        raise LookupError("the docx has no table of fonts")
    named = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{others}"/></w:font>'
        for name, others in STAND_INS.items()
    )
    fonts._blob = f"<w:fonts {nsdecls('w')}>{named}</w:fonts>".encode()


def leave_no_trace(document: Docx) -> None:
    """Drop what the library's own blank says of itself; say that the text is Chinese."""
    properties = document.core_properties
    properties.author = properties.comments = properties.title = ""
    properties.language = "zh-CN"
    package = document.part.package
    for key in [k for k, each in package.rels.items() if "thumbnail" in each.reltype]:
        del package.rels[key]
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")
