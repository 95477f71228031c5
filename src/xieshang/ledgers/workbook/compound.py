"""A compound file (OLE), the box around an .xls: its directory and its streams."""

import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from xieshang.ledgers.workbook.refusals import WorkbookRefused

HEADER_SIZE = 512
IN_HEADER = struct.Struct("<109L")  # sectors of the allocation table the header itself lists
ENTRY_SIZE = 128
MARKS = 0xFFFFFFFA  # sector numbers from here on are marks: free, end of chain, …
FREE = 0xFFFFFFFF
STREAM, ROOT = 2, 5


@dataclass(frozen=True)
class Entry:
    """One storage or stream of the directory."""

    name: str
    kind: int
    start: int
    size: int


class Compound:
    """The directory of a compound file; raises WorkbookRefused where it is torn or damaged."""

    def __init__(self, data: bytes) -> None:
        if len(data) < HEADER_SIZE:
            raise WorkbookRefused("torn")
        self.data = data
        shift, mini_shift = struct.unpack_from("<2H", data, 30)
        if shift not in (9, 12) or mini_shift != 6:
            raise WorkbookRefused("damaged", part="header")
        self.sector = 1 << shift
        directory, _transaction, self.cutoff, minis = struct.unpack_from("<4L", data, 48)
        self.table = self._numbers(self._table_sectors())
        self._check_whole()
        self.minis = self._numbers(self.chain(minis, self.table))
        self.entries = tuple(self._entries(directory))

    def stream(self, name: str) -> "Stream | None":
        """The stream of this name, whatever storage it lies in, or None."""
        for entry in self.entries:
            if entry.kind == STREAM and entry.name.lower() == name.lower():
                return Stream(self, entry)
        return None

    def names(self) -> set[str]:
        """The names of all storages and streams."""
        return {entry.name for entry in self.entries}

    def place(self, number: int) -> int:
        """Where in the file a sector begins."""
        return (number + 1) * self.sector

    def chain(self, first: int, table: Sequence[int]) -> list[int]:
        """The sectors of a chain in order; one that runs in a circle is damaged."""
        found: list[int] = []
        number = first
        while number < MARKS:
            if number >= len(table) or len(found) > len(table):
                raise WorkbookRefused("damaged", part="sector table")
            found.append(number)
            number = table[number]
        return found

    def _numbers(self, sectors: Iterable[int]) -> list[int]:
        numbers: list[int] = []
        for sector in sectors:
            place = self.place(sector)
            if place + self.sector > len(self.data):
                raise WorkbookRefused("torn")
            numbers.extend(struct.unpack_from(f"<{self.sector // 4}L", self.data, place))
        return numbers

    def _table_sectors(self) -> Iterator[int]:
        """The sectors that hold the allocation table: listed in the header, then in a chain."""
        yield from (number for number in IN_HEADER.unpack_from(self.data, 76) if number < MARKS)
        following, count = struct.unpack_from("<2L", self.data, 68)
        for _number in range(min(count, len(self.data) // self.sector)):
            if following >= MARKS:
                return
            *numbers, following = self._numbers([following])
            yield from (number for number in numbers if number < MARKS)

    def _check_whole(self) -> None:
        """Every sector in use must lie in the file, the last one at least with its first byte."""
        used = max((i for i, follows in enumerate(self.table) if follows != FREE), default=-1)
        if self.place(used) >= len(self.data):
            raise WorkbookRefused("torn")

    def _entries(self, first: int) -> Iterator[Entry]:
        for sector in self.chain(first, self.table):
            for place in range(self.place(sector), self.place(sector + 1), ENTRY_SIZE):
                raw = self.data[place : place + ENTRY_SIZE]
                if len(raw) < ENTRY_SIZE:
                    raise WorkbookRefused("torn")
                length, kind = struct.unpack_from("<HB", raw, 64)
                start, size = struct.unpack_from("<2L", raw, 116)
                name = raw[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
                yield Entry(name, kind, start, size)


class Stream:
    """The bytes of one stream, and where in the file each of them lies."""

    def __init__(self, box: Compound, entry: Entry) -> None:
        self.places, self.piece = stream_places(box, entry)
        pieces = [box.data[place : place + self.piece] for place in self.places]
        self.data = b"".join(pieces)[: entry.size]
        if len(self.data) < entry.size:
            raise WorkbookRefused("torn")

    def place(self, offset: int) -> int:
        """Where in the file the byte at this offset of the stream lies."""
        return self.places[offset // self.piece] + offset % self.piece


def stream_places(box: Compound, entry: Entry) -> tuple[list[int], int]:
    """Where the pieces of a stream begin, and their size; short streams lie in the root's."""
    if entry.size >= box.cutoff:
        return [box.place(number) for number in box.chain(entry.start, box.table)], box.sector
    root = next((found for found in box.entries if found.kind == ROOT), None)
    if root is None:
        raise WorkbookRefused("damaged", part="directory")
    sectors = box.chain(root.start, box.table)
    per_sector = box.sector // 64
    places = []
    for number in box.chain(entry.start, box.minis):
        if number // per_sector >= len(sectors):
            raise WorkbookRefused("damaged", part="directory")
        sector = sectors[number // per_sector]
        places.append(box.place(sector) + number % per_sector * 64)
    return places, 64
