"""The list at the end of a document: what each of its numbers is, and where it opens."""

from collections.abc import Callable
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from lxml import etree

from .quote import Quote

COLUMNS = (  # heading, width in twentieths of a point; together the 156 mm of the page
    ("数字", 900),
    ("口径和基数", 2345),
    ("范围", 1900),
    ("期间", 1100),
    ("摘要", 1330),
    ("短地址", 1270),
)
STYLE = "Sources"  # the paragraph style of the cells
RULE = '<w:{side} w:val="single" w:sz="4" w:space="0" w:color="595959"/>'
LOOK = (
    f'<w:tblW w:w="{sum(width for _name, width in COLUMNS)}" w:type="dxa"/><w:tblBorders>'
    + "".join(RULE.format(side=side) for side in ("top", "bottom", "insideH"))
    + '</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>'
    '<w:top w:w="28" w:type="dxa"/><w:left w:w="57" w:type="dxa"/>'
    '<w:bottom w:w="28" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar>'
)


def table_of(quotes: list[Quote], link: Callable[[str], str]) -> etree._Element:
    """A w:tbl with a line for each quote; `link` gives the relation id of an address."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for _name, width in COLUMNS)
    head = line("<w:cantSplit/><w:tblHeader/>", [run(name, bold=True) for name, _width in COLUMNS])
    rows = "".join(line("<w:cantSplit/>", cells(q, link(q.address))) for q in quotes)
    return parse_xml(
        f"<w:tbl {nsdecls('w', 'r')}><w:tblPr>{LOOK}</w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl>"
    )


def cells(quote: Quote, relation: str) -> list[str]:
    """The six cells of a line: the number and its short address are links."""
    definition = f"{quote.label}；{quote.base}" if quote.base else quote.label
    number = f'<w:hyperlink r:id="{relation}">{run(quote.text)}</w:hyperlink>'
    address = f'<w:hyperlink r:id="{relation}">{run(f"/f/{quote.code}")}</w:hyperlink>'
    plain = (definition, quote.scope, quote.period, quote.digest)
    return [number, *(run(text) for text in plain), address]


def line(properties: str, contents: list[str]) -> str:
    filled = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{STYLE}"/></w:pPr>{content}</w:p></w:tc>'
        for content, (_name, width) in zip(contents, COLUMNS, strict=True)
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{filled}</w:tr>"


def run(text: str, bold: bool = False) -> str:
    printable = "".join(sign for sign in text if sign.isprintable() or sign == "　")
    look = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(printable)}</w:t></w:r>'
