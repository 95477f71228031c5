"""The lists at the end of a document: what each of its numbers is, and where it opens."""

from collections.abc import Callable
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from lxml import etree

from .quote import Quote

Link = Callable[[str], str]  # the relation id of an address
Columns = tuple[tuple[str, int], ...]  # heading, width in twentieths of a point

FIGURES: Columns = (
    ("数字", 900),
    ("名称和基数", 2415),
    ("范围", 1900),
    ("期间", 900),
    ("摘要", 1310),
    ("短地址", 1420),
)
DEFINITIONS: Columns = (("名称", 2345), ("口径", 6500))
SMALL = (  # 小五 on lines of 13 pt; said in each cell, for an office's template may lack a style
    '<w:pPr><w:spacing w:before="0" w:after="0" w:line="260" w:lineRule="exact"/>'
    '<w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="left"/></w:pPr>'
)
RULE = '<w:{side} w:val="single" w:sz="4" w:space="0" w:color="595959"/>'
LOOK = (
    '<w:tblW w:w="8845" w:type="dxa"/><w:tblBorders>'
    + "".join(RULE.format(side=side) for side in ("top", "bottom", "insideH"))
    + '</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>'
    '<w:top w:w="28" w:type="dxa"/><w:left w:w="57" w:type="dxa"/>'
    '<w:bottom w:w="28" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar>'
)


def figures(quotes: list[Quote], link: Link) -> etree._Element:
    """A w:tbl with a line for each figure."""
    return table(FIGURES, [cells(quote, link(quote.address)) for quote in quotes])


def definitions(quotes: list[Quote], _link: Link) -> etree._Element:
    """A w:tbl with a line for each definition the figures were measured by."""
    known = {quote.label: quote.definition for quote in quotes}
    return table(DEFINITIONS, [[run(label), run(text)] for label, text in known.items()])


LISTS = {"figures": figures, "definitions": definitions}


def table(columns: Columns, lines: list[list[str]]) -> etree._Element:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for _name, width in columns)
    head = [run(name, bold=True) for name, _width in columns]
    rows = "".join(line(columns, "<w:cantSplit/>", contents) for contents in lines)
    return parse_xml(
        f"<w:tbl {nsdecls('w', 'r')}><w:tblPr>{LOOK}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        f"{line(columns, '<w:cantSplit/><w:tblHeader/>', head)}{rows}</w:tbl>"
    )


def cells(quote: Quote, relation: str) -> list[str]:
    """The six cells of a line: the number and its short address are links."""
    name = f"{quote.label}；{quote.base}" if quote.base else quote.label
    number = f'<w:hyperlink r:id="{relation}">{run(quote.text)}</w:hyperlink>'
    address = f'<w:hyperlink r:id="{relation}">{run(f"/f/{quote.code}")}</w:hyperlink>'
    plain = (name, quote.scope, quote.period, quote.digest)
    return [number, *(run(text) for text in plain), address]


def line(columns: Columns, properties: str, contents: list[str]) -> str:
    filled = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"<w:p>{SMALL}{content}</w:p></w:tc>"
        for content, (_name, width) in zip(contents, columns, strict=True)
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{filled}</w:tr>"


def run(text: str, bold: bool = False) -> str:
    printable = "".join(sign for sign in text if sign.isprintable() or sign == "　")
    look = f'<w:rPr>{"<w:b/>" if bold else ""}<w:spacing w:val="0"/><w:sz w:val="18"/></w:rPr>'
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(printable)}</w:t></w:r>'
