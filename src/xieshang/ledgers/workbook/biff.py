"""The records of an .xls walked once: sheets, extents, errors, locks."""

import struct
from collections.abc import Iterator

from xieshang.ledgers.workbook.bounds import Bounds
from xieshang.ledgers.workbook.extent import Extent, Total
from xieshang.ledgers.workbook.refusals import WorkbookRefused

# Record numbers of [MS-XLS] 2.3.
FORMULA, EOF, DATEMODE, FILEPASS, BOUNDSHEET = 0x06, 0x0A, 0x22, 0x2F, 0x85
MULRK, RSTRING, LABELSST, SUPBOOK, DIMENSIONS = 0xBD, 0xD6, 0xFD, 0x1AE, 0x200
NUMBER, LABEL, BOOLERR, RK, BOF = 0x203, 0x204, 0x205, 0x27E, 0x809
CELLS = frozenset((FORMULA, RSTRING, LABELSST, NUMBER, LABEL, BOOLERR, RK))
STORED = CELLS | {MULRK, 0x201, 0xBE, 0x208}  # empty cells and rows too
BIFF8 = 0x600
MACRO_SHEET, VISUAL_BASIC = 1, 6
OWN_BOOKS = (b"\x01\x04", b"\x01\x3a")  # a link table to the book itself or to functions
RESULT_TEXT_EMPTY, RESULT_ERROR = 3, 2
ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}


def records_of(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Number, offset and body of each record, up to the padding behind the last one."""
    place, end = 0, len(data)
    while place + 4 <= end:
        number, length = struct.unpack_from("<2H", data, place)
        if number == 0 and length == 0:
            return
        body = data[place + 4 : place + 4 + length]
        if len(body) < length:
            raise WorkbookRefused("torn")
        yield number, place, body
        place += 4 + length


class RecordWalk:
    """What the records say, gathered in one pass."""

    def __init__(self, bounds: Bounds) -> None:
        self.bounds = bounds
        self.total = Total()
        self.version: int | None = None  # until the first record says it
        self.date_epoch = 1900
        self.names: dict[int, str] = {}  # of sheets, by the offset of their first record
        self.extent: Extent | None = None
        self.stated: int | None = None  # where the open sheet's dimensions lie
        self.dimensions: list[tuple[int, tuple[int, int]]] = []
        self.errors: dict[str, dict[tuple[int, int], str]] = {}
        self.depth = self.stored = self.formulas = self.blank_formulas = 0
        self.linked = False
        self.acts = {
            BOF: self.begin,
            FILEPASS: self.locked,
            DATEMODE: self.date_mode,
            BOUNDSHEET: self.sheet,
            SUPBOOK: self.link,
            DIMENSIONS: self.dimension,
            EOF: self.finish,
            MULRK: self.numbers,
        }

    def take(self, number: int, offset: int, body: bytes) -> None:
        """One record."""
        self.stored += number in STORED
        if number in CELLS:
            self.cell(number, body)
        elif number in self.acts:
            self.acts[number](offset, body)

    def begin(self, offset: int, body: bytes) -> None:
        """A substream begins: the globals, a sheet, or something inside a sheet."""
        self.depth += 1
        if self.version is None:
            self.version = struct.unpack_from("<H", body)[0] if len(body) >= 2 else 0
        if self.depth == 1 and offset in self.names:
            self.extent = Extent(self.names.pop(offset), self.bounds, self.total)

    def finish(self, _offset: int, _body: bytes) -> None:
        """A substream ends."""
        self.depth -= 1
        if self.depth or self.extent is None:
            return
        self.extent.close()
        if self.stated is not None:
            self.dimensions.append((self.stated, (self.extent.rows, self.extent.columns)))
        self.extent = self.stated = None

    def locked(self, _offset: int, _body: bytes) -> None:
        """The records from here on are encrypted."""
        raise WorkbookRefused("password")

    def date_mode(self, _offset: int, body: bytes) -> None:
        """Days are counted from 1900 or from 1904."""
        self.date_epoch = 1904 if body[:1] == b"\x01" else 1900

    def sheet(self, _offset: int, body: bytes) -> None:
        """A sheet is announced: where it lies, what it is, what it is called."""
        if len(body) < 8:
            raise WorkbookRefused("damaged", part="sheet list")
        start, _visible, kind, length = struct.unpack_from("<L3B", body)
        name = body[7 : 7 + length].decode("gb18030", "replace")
        if self.version == BIFF8:
            wide = body[7] & 1
            raw = body[8 : 8 + length * (2 if wide else 1)]
            name = raw.decode("utf-16-le" if wide else "latin-1", "replace")
        if kind in (MACRO_SHEET, VISUAL_BASIC):
            raise WorkbookRefused("macros", part=name)
        self.names[start] = name

    def link(self, _offset: int, body: bytes) -> None:
        """A table of links, perhaps to other files."""
        self.linked = self.linked or body[2:4] not in OWN_BOOKS

    def dimension(self, offset: int, body: bytes) -> None:
        """The stated dimensions of a sheet, in the form of BIFF8."""
        if self.extent is not None and self.version == BIFF8 and len(body) >= 12:
            self.stated = offset

    def close(self) -> None:
        """The records are over; refuses a stream that ended before its last substream did."""
        if self.version is None:
            raise WorkbookRefused("damaged", part="records")
        if self.depth > 0 or self.names:
            raise WorkbookRefused("torn")

    def numbers(self, _offset: int, body: bytes) -> None:
        """Several numbers side by side."""
        if len(body) < 6:
            raise WorkbookRefused("damaged", part="cells")
        if self.extent:
            row = struct.unpack_from("<H", body)[0]
            self.extent.reach(row + 1, struct.unpack_from("<H", body, len(body) - 2)[0] + 1)

    def cell(self, number: int, body: bytes) -> None:
        """One cell with content."""
        if len(body) < 6:
            raise WorkbookRefused("damaged", part="cells")
        if self.extent is None:
            return
        row, column = struct.unpack_from("<2H", body)
        self.extent.reach(row + 1, column + 1)
        if number == FORMULA and len(body) >= 14:
            self.formula(row + 1, column + 1, body[6:14])
        elif number == BOOLERR and body[7:8] == b"\x01":
            self.error(row + 1, column + 1, body[6])

    def formula(self, row: int, column: int, result: bytes) -> None:
        """A formula and its result, which tells by its ends whether it is a number."""
        self.formulas += 1
        if result[6:] != b"\xff\xff":
            return
        self.blank_formulas += result[0] == RESULT_TEXT_EMPTY
        if result[0] == RESULT_ERROR:
            self.error(row, column, result[2])

    def error(self, row: int, column: int, code: int) -> None:
        """A cell that holds an error value."""
        if self.extent:
            found = self.errors.setdefault(self.extent.sheet, {})
            found[row, column] = ERRORS.get(code, "#N/A")
