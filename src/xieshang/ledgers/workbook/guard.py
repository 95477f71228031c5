"""The look at a file before any parser sees it."""

from xieshang.ledgers.workbook import ooxml, opendocument, xls
from xieshang.ledgers.workbook.archive import Archive
from xieshang.ledgers.workbook.bounds import BOUNDS, Bounds
from xieshang.ledgers.workbook.findings import Findings
from xieshang.ledgers.workbook.kinds import kind_of
from xieshang.ledgers.workbook.refusals import WorkbookRefused

# What else comes packed as zip, by a part it has.
OTHER_PACKAGES = {
    "xl/workbook.bin": "xlsb",
    "word/document.xml": "Word",
    "ppt/presentation.xml": "PowerPoint",
}


def inspect(data: bytes, bounds: Bounds = BOUNDS) -> Findings:
    """What the file is and what to know of it before parsing; raises WorkbookRefused, only that.

    Everything is counted while it is unpacked, piece by piece, so memory stays bounded.
    """
    if len(data) > bounds.file_bytes:
        raise WorkbookRefused("too-big", size=len(data), limit=bounds.file_bytes)
    kind = kind_of(data)
    if kind == "compound":
        return xls.look_through(data, bounds)
    if kind == "zip":
        return look_through_package(Archive(data, bounds))
    return Findings("csv", data)


def look_through_package(archive: Archive) -> Findings:
    """A zip file is an .xlsx, an .ods or another thing; its parts say which."""
    if ooxml.BOOK in archive.parts:
        return ooxml.look_through(archive)
    if opendocument.CONTENT in archive.parts:
        return opendocument.look_through(archive)
    found = (what for part, what in OTHER_PACKAGES.items() if part in archive.parts)
    raise WorkbookRefused("not-a-workbook", what=next(found, "ZIP"))
