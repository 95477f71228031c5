"""A zip archive taken at its bytes: every part is unpacked and counted before it is believed."""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from xieshang.ledgers.workbook.bounds import Bounds
from xieshang.ledgers.workbook.refusals import WorkbookRefused

END = struct.Struct("<4s4H2LH")  # end of central directory
END64_PLACE = struct.Struct("<4sLQL")
END64 = struct.Struct("<4sQ2H2L4Q")
ENTRY = struct.Struct("<4s6H3L5H2L")  # one entry of the central directory
LOCAL = struct.Struct("<4s5H3L2H")
STORED, DEFLATED = 0, 8
ENCRYPTED = 0x1
PIECE = 1 << 16
FULL16, FULL32 = 0xFFFF, 0xFFFFFFFF


@dataclass(frozen=True)
class Part:
    """One file of the archive, as the central directory describes it."""

    name: str
    flags: int
    method: int
    crc: int
    packed: int
    declared: int
    offset: int  # of its local header

    @property
    def key(self) -> str:
        """The name as spreadsheet readers look it up: case and kind of slash do not matter."""
        return self.name.replace("\\", "/").lower()


class Archive:
    """The parts of a zip file; raises WorkbookRefused for what no spreadsheet program writes."""

    def __init__(self, data: bytes, bounds: Bounds) -> None:
        self.data = data
        self.bounds = bounds
        self.unpacked = 0
        self.starts: dict[str, int] = {}
        self.directory = self._directory()
        self.parts = {part.key: part for part in self._listed()}
        self._check_places()

    def chunks(self, part: Part) -> Iterator[bytes]:
        """The real bytes of a part in pieces; every byte counts towards the archive's bound."""
        size, crc = 0, 0
        for piece in self._inflated(part):
            size += len(piece)
            crc = zlib.crc32(piece, crc)
            self._count(part, size, len(piece))
            yield piece
        if size != part.declared:
            raise WorkbookRefused("sizes-lie", part=part.name)
        if crc != part.crc:
            raise WorkbookRefused("damaged", part=part.name)

    def read(self, key: str, limit: int) -> bytes | None:
        """A small part whole, or None where there is none; larger than `limit` is refused."""
        part = self.parts.get(key)
        if part is None:
            return None
        if part.declared > limit:
            raise WorkbookRefused("unpacks-too-large", part=part.name, size=limit)
        return b"".join(self.chunks(part))

    def _count(self, part: Part, size: int, fresh: int) -> None:
        self.unpacked += fresh
        if size > part.declared:
            raise WorkbookRefused("sizes-lie", part=part.name)
        swollen = size > self.bounds.small_part_bytes and size > self.bounds.ratio * part.packed
        if swollen or self.unpacked > self.bounds.unpacked_bytes:
            raise WorkbookRefused("unpacks-too-large", part=part.name, size=self.unpacked)

    def _inflated(self, part: Part) -> Iterator[bytes]:
        start = self.starts[part.key]
        end = start + part.packed
        if part.method == STORED:
            for place in range(start, end, PIECE):
                yield self.data[place : min(place + PIECE, end)]
            return
        inflate = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            for place in range(start, end, PIECE):
                rest = self.data[place : min(place + PIECE, end)]
                while rest:
                    yield inflate.decompress(rest, 4 * PIECE)
                    rest = inflate.unconsumed_tail
            yield inflate.flush()
        except zlib.error as broken:
            raise WorkbookRefused("damaged", part=part.name) from broken

    def _listed(self) -> list[Part]:
        count, size, offset = self.directory
        if count > self.bounds.parts or size > self.bounds.directory_bytes:
            raise WorkbookRefused("too-many-parts", count=count, limit=self.bounds.parts)
        parts, place = [], offset
        for _number in range(count):
            if place + ENTRY.size > offset + size:
                raise WorkbookRefused("torn")
            part, place = self._entry(place)
            parts.append(part)
        if place != offset + size:
            raise WorkbookRefused("damaged", part="central directory")
        return parts

    def _directory(self) -> tuple[int, int, int]:
        """How many entries, how many bytes, from where; it must end where the file's end begins."""
        place = self.data.rfind(b"PK\x05\x06", max(0, len(self.data) - END.size - FULL16))
        if place < 0 or place + END.size > len(self.data):
            raise WorkbookRefused("torn")
        _mark, _disk, _first, _here, count, size, offset, comment = END.unpack_from(
            self.data, place
        )
        if place + END.size + comment != len(self.data):
            raise WorkbookRefused("torn")
        end = place
        if count == FULL16 or FULL32 in (size, offset):
            count, size, offset, end = self._directory64(place)
        if offset + size != end:
            raise WorkbookRefused("damaged", part="central directory")
        return count, size, offset

    def _directory64(self, end: int) -> tuple[int, int, int, int]:
        locator = end - END64_PLACE.size
        if locator < 0 or self.data[locator : locator + 4] != b"PK\x06\x07":
            raise WorkbookRefused("damaged", part="central directory")
        place = END64_PLACE.unpack_from(self.data, locator)[2]
        if place + END64.size > locator or self.data[place : place + 4] != b"PK\x06\x06":
            raise WorkbookRefused("damaged", part="central directory")
        count, size, offset = END64.unpack_from(self.data, place)[-3:]
        return count, size, offset, place

    def _entry(self, place: int) -> tuple[Part, int]:
        fields = ENTRY.unpack_from(self.data, place)
        mark, _made, _needs, flags, method, _time, _day, crc, packed, declared = fields[:10]
        name_size, extra_size, comment_size = fields[10:13]
        if mark != b"PK\x01\x02":
            raise WorkbookRefused("damaged", part="central directory")
        after_name = place + ENTRY.size + name_size
        raw = self.data[place + ENTRY.size : after_name]
        sizes = [declared, packed, fields[16]]
        if FULL32 in sizes:
            sizes = wide_sizes(sizes, self.data[after_name : after_name + extra_size])
        declared, packed, offset = sizes
        name = raw.decode("utf-8" if flags & 0x800 else "cp437", "replace")
        part = Part(name, flags, method, crc, packed, declared, offset)
        return part, after_name + extra_size + comment_size

    def _check_places(self) -> None:
        """Each part has its own name, method and bytes; none lies in another's."""
        count, _size, directory = self.directory
        if len(self.parts) != count:
            raise WorkbookRefused("overlapping-parts", part="central directory")
        free_from = 0
        for part in sorted(self.parts.values(), key=lambda part: part.offset):
            if part.flags & ENCRYPTED:
                raise WorkbookRefused("password")
            if part.method not in (STORED, DEFLATED):
                raise WorkbookRefused("damaged", part=part.name)
            if part.offset < free_from:
                raise WorkbookRefused("overlapping-parts", part=part.name)
            start = self._local_end(part, directory)
            free_from = start + part.packed
            if free_from > directory:
                raise WorkbookRefused("overlapping-parts", part=part.name)
            self.starts[part.key] = start

    def _local_end(self, part: Part, directory: int) -> int:
        if part.offset + LOCAL.size > directory:
            raise WorkbookRefused("damaged", part=part.name)
        fields = LOCAL.unpack_from(self.data, part.offset)
        if fields[0] != b"PK\x03\x04":
            raise WorkbookRefused("damaged", part=part.name)
        return part.offset + LOCAL.size + fields[9] + fields[10]


def wide_sizes(sizes: list[int], extra: bytes) -> list[int]:
    """Declared size, packed size and offset; where one is full, the zip64 field has it."""
    place = 0
    while place + 4 <= len(extra):
        tag, length = struct.unpack_from("<2H", extra, place)
        if tag == 1:
            body = extra[place + 4 : place + 4 + length]
            wide = iter(struct.unpack_from(f"<{len(body) // 8}Q", body))
            return [next(wide, size) if size == FULL32 else size for size in sizes]
        place += 4 + length
    return sizes
