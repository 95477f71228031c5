"""An .ods looked through before it is parsed."""

from xml.parsers import expat

from xieshang.ledgers.workbook.archive import Archive
from xieshang.ledgers.workbook.bounds import Bounds
from xieshang.ledgers.workbook.extent import Extent, Total, cell_name
from xieshang.ledgers.workbook.findings import Findings
from xieshang.ledgers.workbook.markup import vetted, walk
from xieshang.ledgers.workbook.model import Area
from xieshang.ledgers.workbook.ooxml import SMALL, check_macros, check_part
from xieshang.ledgers.workbook.refusals import WorkbookRefused

CONTENT = "content.xml"
MANIFEST = "meta-inf/manifest.xml"
SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"
MOST = 1 << 31


def look_through(archive: Archive) -> Findings:
    """Unpack every part once and walk the tables; raises WorkbookRefused."""
    mimetype = (archive.read("mimetype", SMALL) or b"").strip()
    if not mimetype.startswith(SPREADSHEET):
        raise WorkbookRefused("not-a-workbook", what="OpenDocument")
    if b"encryption-data" in (archive.read(MANIFEST, SMALL) or b""):
        raise WorkbookRefused("password")
    check_macros(archive)
    content = archive.parts.get(CONTENT)
    if content is None:
        raise WorkbookRefused("damaged", part=CONTENT)
    tables = TableWalk(archive.bounds)
    walk(vetted(archive.chunks(content), content.name), tables.parser, content.name)
    for key, part in archive.parts.items():
        if key != CONTENT:
            check_part(archive, part)
    return Findings("ods", archive.data, merged=tables.merged, stored=tables.stored)


class TableWalk:
    """The handlers of content.xml: how far the tables reach, repeated rows and cells counted."""

    def __init__(self, bounds: Bounds) -> None:
        self.bounds = bounds
        self.total = Total()
        self.merged: dict[str, list[Area]] = {}
        self.extent: Extent | None = None
        self.stored = self.row = self.row_repeats = self.column = self.cell_repeats = 0
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """A table, row, cell or paragraph begins; positions are those of its last repetition."""
        if name == "table:table":
            self.extent = Extent(attributes.get("table:name", ""), self.bounds, self.total)
            self.row = self.row_repeats = 0
        elif name == "table:table-row":
            self.row_repeats = repeats(attributes, "table:number-rows-repeated")
            self.row += self.row_repeats
            self.column = 0
            self.stored += 1
        elif name in ("table:table-cell", "table:covered-table-cell"):
            self.start_cell(attributes)
        elif name == "text:p" and self.column and self.extent:
            self.extent.reach(self.row, self.column)

    def start_cell(self, attributes: dict[str, str]) -> None:
        """A cell begins; it has content when it has a type."""
        self.stored += 1
        self.cell_repeats = repeats(attributes, "table:number-columns-repeated")
        first = self.column + 1
        self.column += self.cell_repeats
        if self.extent is None:
            return
        typed = "office:value-type" in attributes
        if typed:
            self.extent.reach(self.row, self.column)
        elif "table:formula" in attributes:
            raise WorkbookRefused(
                "formulas-not-computed",
                sheet=self.extent.sheet,
                cell=cell_name(self.row, first),
                count=1,
            )
        wide = repeats(attributes, "table:number-columns-spanned")
        high = repeats(attributes, "table:number-rows-spanned")
        if wide > 1 or high > 1:
            area = (self.row, first, self.row + high - 1, first + wide - 1)
            self.merged.setdefault(self.extent.sheet, []).append(area)

    def end(self, name: str) -> None:
        """A table ends, or a cell whose paragraphs could have been content."""
        if name == "table:table" and self.extent:
            self.extent.close()
            self.extent = None
        elif name == "table:table-row":
            self.column = 0


def repeats(attributes: dict[str, str], name: str) -> int:
    """How often a row or cell stands for itself; nonsense counts as once."""
    digits = attributes.get(name, "1")
    return min(int(digits), MOST) if digits.isdecimal() and len(digits) < 12 else 1
