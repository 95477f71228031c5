"""What was read from a docx, as Typst source.

Every text stands in a string literal, never in markup: `#import` or `$x$` in a title is
printed as it is. A line of exact pitch has an em box centred in it, so that 22 lines of
579 twentieths fill the 225 mm of the page.
"""

from .fonts import Fonts
from .pieces import PAGE_BREAK
from .read import Paragraph, Reading, Span, Table

ASCENT = 0.88  # of the em, above the base line, as Chinese fonts are drawn
ALIGN = {"both": "left", "center": "center", "right": "right", "end": "right"}
PRELUDE = """\
#set text(lang: "zh", region: "cn", cjk-latin-spacing: none, costs: (orphan: 0%, widow: 0%))
#set par(leading: 0pt, spacing: 0pt)
#set block(above: 0pt, below: 0pt)
#set table.cell(breakable: false)
#show heading: it => it.body
#let dotted(body) = underline(offset: 0.18em, stroke: (thickness: 0.05em, dash: "dotted"), body)
#let lined(body) = underline(offset: 0.18em, stroke: 0.05em, body)
#let ruled(body) = block(stroke: (top: 0.35mm, bottom: 0.35mm), width: 100%, body)
"""
NUMBER = """\
#set page(footer-descent: 7mm, footer: context {
  set text(font: %s, size: 14pt, top-edge: "cap-height", bottom-edge: "baseline")
  let number = [— #counter(page).display() —]
  if calc.odd(here().page()) { align(right, pad(right: 1em, number)) }
  else { align(left, pad(left: 1em, number)) }
})
"""


def typeset(reading: Reading, fonts: Fonts) -> str:
    """The Typst source of the whole document."""
    setter = Setter(fonts)
    page = reading.page
    top, right, bottom, left = page.margins
    source = [
        f"#set document(title: {literal(reading.title)})",
        f"#set page(width: {page.width}pt, height: {page.height}pt, margin: "
        f"(top: {top}pt, right: {right}pt, bottom: {bottom}pt, left: {left}pt))",
        NUMBER % fonts.families("宋体") if page.numbered else "",
        PRELUDE,
    ]
    for block in reading.blocks:
        source.append(setter.table(block) if isinstance(block, Table) else setter.block(block))
    return "\n".join(source)


class Setter:
    """Typst for paragraphs and tables, in the fonts at hand."""

    def __init__(self, fonts: Fonts) -> None:
        self.fonts = fonts

    def block(self, paragraph: Paragraph) -> str:
        """A paragraph of the page itself: page breaks, the foot of the page, the outline."""
        look, before = paragraph.look, ""
        if look["break_before"] or paragraph.text.startswith(PAGE_BREAK):
            before = "#pagebreak(weak: true)\n"
        if look["frame"]:
            return f"{before}#place(bottom, float: true, ruled[{self.paragraph(paragraph)}])"
        inner = self.paragraph(paragraph)
        if paragraph.level:
            inner = f"#heading(level: {paragraph.level})[{inner}]"
        if paragraph.level or look["keep_next"]:
            inner = f"#block(sticky: true, width: 100%)[{inner}]"
        return before + inner

    def paragraph(self, paragraph: Paragraph) -> str:
        look = paragraph.look
        sizes = [span.look["size"] for span in paragraph.spans] or [look["size"]]
        top, bottom = edges(max(sizes), look["pitch"])
        justify = str(look["align"] == "both").lower()
        first = look["first_chars"] / 100 * (look["size"] + look["closer"]) or look["first"]
        out = max(0, -first)
        settings = (
            f"#set text(top-edge: {top:.3f}pt, bottom-edge: {-bottom:.3f}pt); "
            f"#set par(justify: {justify}, hanging-indent: {out:.3f}pt, "
            f"first-line-indent: (amount: {max(0, first):.3f}pt, all: true)); "
            f"#set align({ALIGN.get(look['align'], 'left')})"
        )
        sides = f"left: {look['left'] - out}pt, right: {look['right']}pt"
        gaps = f"above: {look['before']}pt, below: {look['after']}pt"
        text = "".join(self.span(span) for span in paragraph.spans) or "#sym.zws"
        return f"#block(width: 100%, inset: ({sides}), {gaps})[{settings}\n#par[{text}]]"

    def span(self, span: Span) -> str:
        look = span.look
        weight = "bold" if look["bold"] else self.fonts.weight(look["font"])
        style = (
            f"font: {self.fonts.families(look['font'])}, size: {look['size']}pt, "
            f'weight: "{weight}", tracking: {look["closer"]}pt'
        )
        if look["italic"]:
            style += ', style: "italic"'
        text = f"#text({style})[{words(span.text)}]"
        if look["underline"]:
            text = f"#{'dotted' if look['underline'] == 'dotted' else 'lined'}[{text}]"
        if span.href.startswith(("http://", "https://")):
            text = f"#link({literal(span.href)})[{text}]"
        return text

    def table(self, table: Table) -> str:
        columns = ", ".join(f"{width}pt" for width in table.widths)
        pairs = zip(table.rows, table.spans, strict=True)
        cells = [[*map(self.cell, row, spans)] for row, spans in pairs]
        rule = "0.5pt + luma(35%)"
        sides = f"left: {rule}, right: {rule}, " if table.ruled else ""
        height = "horizon" if table.ruled else "top"
        head = ", ".join(cell for row in cells[: table.head] for cell in row)
        rows = ", ".join(cell for row in cells[table.head :] for cell in row)
        heading = f"table.header({head}), " if head else ""
        return (
            f"#table(columns: ({columns},), inset: (x: 2.85pt, y: 1.4pt), align: {height}, "
            f"stroke: (x, y) => ({sides}top: {rule}, bottom: {rule}), "
            f"{heading}{rows})"
        )

    def cell(self, paragraphs: list[Paragraph], span: int) -> str:
        inner = "".join(self.paragraph(p) for p in paragraphs)
        return f"table.cell(colspan: {span})[{inner}]"


def edges(size: float, pitch: float | None) -> tuple[float, float]:
    """How far a line reaches above and below its base line, so that its pitch is exact."""
    spare = ((pitch or size * 1.3) - size) / 2
    return spare + ASCENT * size, spare + (1 - ASCENT) * size


def words(text: str) -> str:
    """The text as content: its lines as strings, its tabs as space that fills the line."""
    text = text.replace(PAGE_BREAK, "")
    lines = [
        "#h(1fr)".join(f"#{literal(part)}" for part in line.split("\t"))
        for line in text.split("\n")
    ]
    return "#linebreak()".join(lines)


def literal(text: str) -> str:
    """A Typst string which prints exactly this text."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
