"""Makers of files that no office should send, and of small honest ones to spoil.

All are built from bytes when a test asks; none is kept.
"""

import struct
import zlib
from dataclasses import dataclass, replace

import xlwt

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DEFLATED = 8
LOCAL = struct.Struct("<4s5H3L2H")
ENTRY = struct.Struct("<4s6H3L5H2L")
END = struct.Struct("<4s4H2LH")


@dataclass(frozen=True)
class Part:
    """One part of a zip, with headers that may lie."""

    name: str
    packed: bytes
    crc: int
    declared: int
    flags: int = 0

    @classmethod
    def honest(cls, name, content):
        """A part whose headers tell the truth."""
        content = content.encode() if isinstance(content, str) else content
        return cls(name, deflated(content), zlib.crc32(content), len(content))


def deflated(content, level=6):
    """Raw deflate, as zip keeps it."""
    squeeze = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    return squeeze.compress(content) + squeeze.flush()


def swollen(name, head, block, times, foot=b""):
    """A part that unpacks to a block many times over, made without ever holding it unpacked.

    A block flushed in full can be repeated as packed bytes.
    """
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    start = squeeze.compress(head) + squeeze.flush(zlib.Z_FULL_FLUSH)
    repeated = squeeze.compress(block) + squeeze.flush(zlib.Z_FULL_FLUSH)
    end = squeeze.compress(foot) + squeeze.flush()
    crc = zlib.crc32(head)
    for _time in range(times):
        crc = zlib.crc32(block, crc)
    size = len(head) + times * len(block) + len(foot)
    return Part(name, start + repeated * times + end, zlib.crc32(foot, crc), size)


def zipped(parts, *, overlapping=False):
    """A zip of these parts; `overlapping` lets every entry point at the first part's bytes."""
    body, directory = b"", b""
    for part in parts:
        raw = part.name.encode()
        offset = 0 if overlapping else len(body)
        facts = (part.flags, DEFLATED, 0, 0, part.crc, len(part.packed), part.declared)
        if not overlapping or not body:
            body += LOCAL.pack(b"PK\x03\x04", 20, *facts, len(raw), 0) + raw + part.packed
        directory += ENTRY.pack(b"PK\x01\x02", 20, 20, *facts, len(raw), 0, 0, 0, 0, 0, offset)
        directory += raw
    count = len(parts)
    end = END.pack(b"PK\x05\x06", 0, 0, count, count, len(directory), len(body), 0)
    return body + directory + end


def sheet(rows, tail=""):
    """A worksheet part around the XML of its rows."""
    return f"<worksheet {MAIN}><sheetData>{rows}</sheetData>{tail}</worksheet>"


def cell(reference, value, kind="n"):
    """One cell."""
    return f'<c r="{reference}" t="{kind}"><v>{value}</v></c>'


ONE_ROW = sheet(f'<row r="1">{cell("A1", 1)}</row>')


def book_parts(sheet_xml=ONE_ROW, *, properties="", name="台账"):
    """The parts of a workbook of one sheet."""
    book = (
        f'<workbook {MAIN} xmlns:r="{OFFICE}">{properties}'
        f'<sheets><sheet name="{name}" sheetId="1" r:id="rId1"/></sheets></workbook>'
    )
    link = (
        f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1"'
        f' Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
    )
    start = (
        f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1"'
        f' Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    )
    contents = {
        "_rels/.rels": start,
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "xl/workbook.xml": book,
        "xl/_rels/workbook.xml.rels": link,
        "xl/worksheets/sheet1.xml": sheet_xml,
    }
    return [Part.honest(place, content) for place, content in contents.items()]


def xlsx(sheet_xml=ONE_ROW, *, properties=""):
    """A small .xlsx of one sheet."""
    return zipped(book_parts(sheet_xml, properties=properties))


def with_part(name, content):
    """A small .xlsx that carries one part more."""
    return zipped([*book_parts(), Part.honest(name, content)])


def rows_alike(row, count):
    """A workbook that stores the same row very often; its rows and cells bear no numbers."""
    head, foot = sheet("|").encode().split(b"|")
    block = row.encode() * 10_000
    bomb = swollen("xl/worksheets/sheet1.xml", head, block, count // 10_000, foot)
    return zipped([*book_parts()[:-1], bomb])


def shared_strings(megabytes):
    """A workbook whose shared strings unpack to so many MiB."""
    block = (b"<si><t>" + b"x" * 1001 + b"</t></si>") * 1024
    strings = swollen("xl/sharedStrings.xml", f"<sst {MAIN}>".encode(), block, megabytes, b"</sst>")
    return zipped([*book_parts(), strings])


def lying_size(megabytes):
    """The same, its header stating a hundred bytes."""
    block = b"x" * (1 << 20)
    strings = swollen("xl/sharedStrings.xml", b"<sst>", block, megabytes)
    return zipped([*book_parts(), replace(strings, declared=100)])


def overlapping():
    """Fifty entries that all unpack the same bytes."""
    kernel = Part.honest("xl/workbook.xml", "<workbook/>")
    parts = [replace(kernel, name=f"xl/workbook.{number:03}") for number in range(50)]
    return zipped(parts, overlapping=True)


def many_parts(count):
    """A zip of very many small parts."""
    return zipped([Part.honest(f"xl/media/{number}.txt", "") for number in range(count)])


def doctype(encoding="utf-8"):
    """A sheet that declares entities, one of them a file of the machine."""
    text = (
        f'<?xml version="1.0" encoding="{encoding}"?>'
        '<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        + sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>&x;</t></is></c></row>')
    )
    return xlsx(text.encode(encoding))


def ods(tables, mimetype="application/vnd.oasis.opendocument.spreadsheet", manifest=""):
    """A small .ods around the XML of its tables."""
    spaces = "".join(
        f' xmlns:{space}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
        for space in ("office", "table", "text")
    )
    content = (
        f"<office:document-content{spaces}><office:body><office:spreadsheet>{tables}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    parts = {"mimetype": mimetype, "META-INF/manifest.xml": f"<m>{manifest}</m>"}
    parts["content.xml"] = content
    return zipped([Part.honest(name, text) for name, text in parts.items()])


def ods_cell(value, repeated=1):
    """A text cell of an .ods."""
    return (
        f'<table:table-cell office:value-type="string" table:number-columns-repeated="{repeated}">'
        f"<text:p>{value}</text:p></table:table-cell>"
    )


def ods_table(rows, name="台账"):
    """A table of an .ods around the XML of its rows."""
    return f'<table:table table:name="{name}">{rows}</table:table>'


def records(rows=((1,),), spoil=None):
    """The records of an .xls of one sheet; `spoil` may change the book before."""
    book = xlwt.Workbook()
    page = book.add_sheet("台账")
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            page.write(number, column, value)
    if spoil:
        spoil(book)
    return book.get_biff_data()


def xls(rows=((1,),), spoil=None):
    """A small .xls."""
    return compound({"Workbook": records(rows, spoil)})


def compound(streams, storages=()):
    """A compound file of these streams (name → bytes) and empty storages, 512-byte sectors."""
    sector, free, last, of_table = 512, 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    contents = {name: data.ljust(4096, b"\x00") for name, data in streams.items()}
    names = ["Root Entry", *contents, *storages]
    directory_sectors = -(-len(names) // 4)
    table = [of_table, *range(2, directory_sectors + 1), last]
    entries, body = [], b""
    for name in names:
        kind = 5 if name == "Root Entry" else 2 if name in contents else 1
        start, data = last, contents.get(name, b"")
        if data:
            start, count = len(table), -(-len(data) // sector)
            table += [*range(start + 1, start + count), last]
            body += data.ljust(count * sector, b"\x00")
        raw = (name + "\x00").encode("utf-16-le")
        entries.append(
            raw.ljust(64, b"\x00")
            + struct.pack("<H2B3L", len(raw), kind, 1, free, free, free)
            + bytes(36)
            + struct.pack("<2LL", start, len(data), 0)
        )
    assert len(table) <= sector // 4, "one sector of the table is enough for a test"
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6) + bytes(10)
    head += struct.pack("<9L", 1, 1, 0, 4096, last, 0, last, 0, 0)
    head += struct.pack("<108L", *[free] * 108)
    table += [free] * (sector // 4 - len(table))
    packed = struct.pack(f"<{len(table)}L", *table)
    directory = b"".join(entries).ljust(directory_sectors * sector, b"\x00")
    return head + packed + directory + body


def locked_xls():
    """An .xls whose records are encrypted from the second on."""
    plain = records()
    first = 4 + struct.unpack_from("<H", plain, 2)[0]
    return compound({"Workbook": plain[:first] + struct.pack("<3H", 0x2F, 2, 0) + plain[first:]})
