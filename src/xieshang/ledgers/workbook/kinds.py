"""What a file is by its content; its name is never asked."""

import re

from xieshang.ledgers.workbook.refusals import WorkbookRefused

ZIP = b"PK\x03\x04"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")

# What offices send under a workbook's name, by its first bytes.
STRANGERS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"PK\x05\x06", "ZIP"),
    (b"PK\x07\x08", "ZIP"),
    (b"{\\rtf", "RTF"),
    (b"\x7fELF", "ELF"),
    (b"SQLite format 3\x00", "SQLite"),
    (b"\x09\x00\x04\x00", "Excel 2"),
    (b"\x09\x02\x06\x00", "Excel 3"),
    (b"\x09\x04\x06\x00", "Excel 4"),
)
WEB_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|table|script|meta)\b", re.IGNORECASE)
LOOKED_AT = 4096


def kind_of(data: bytes) -> str:
    """`zip`, `compound` or `text`; raises WorkbookRefused for what is known to be no workbook."""
    if not data:
        raise WorkbookRefused("empty")
    if data.startswith(ZIP):
        return "zip"
    if data.startswith(COMPOUND):
        return "compound"
    what = stranger(data)
    if what:
        raise WorkbookRefused("not-a-workbook", what=what)
    if b"\x00" in data and not data.startswith(WIDE_MARKS):
        raise WorkbookRefused("unknown-kind")
    return "text"


def stranger(data: bytes) -> str | None:
    """The name of a known kind of file that is no workbook, or None."""
    for mark, what in STRANGERS:
        if data.startswith(mark):
            return what
    head = data[:LOOKED_AT]
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WEBP"
    if head.startswith(WIDE_MARKS):
        head = head[2:].replace(b"\x00", b"")  # enough to know markup by
    head = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if WEB_PAGE.match(head):
        return "HTML"
    if head.startswith((b"<?xml", b"<svg")):
        return "HTML" if WEB_PAGE.search(head) else "XML"
    return "PDF" if b"%PDF-" in head[:1024] else None
