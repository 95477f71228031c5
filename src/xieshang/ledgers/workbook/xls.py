"""An .xls looked through before it is parsed."""

import struct

from xieshang.ledgers.workbook.biff import RecordWalk, records_of
from xieshang.ledgers.workbook.bounds import Bounds
from xieshang.ledgers.workbook.compound import Compound, Stream
from xieshang.ledgers.workbook.findings import Findings
from xieshang.ledgers.workbook.refusals import WorkbookRefused, notice

MACRO_STORAGES = frozenset(("_VBA_PROJECT_CUR", "_VBA_PROJECT", "VBA", "Macros"))
LOCKED = frozenset(("EncryptedPackage", "EncryptionInfo"))
OTHER_PROGRAMS = {
    "WordDocument": "Word",
    "PowerPoint Document": "PowerPoint",
    "VisioDocument": "Visio",
    "__properties_version1.0": "Outlook",
}


def look_through(data: bytes, bounds: Bounds) -> Findings:
    """Read the directory, then walk the records; raises WorkbookRefused."""
    box = Compound(data)
    stream = workbook_stream(box)
    records = RecordWalk(bounds)
    for number, offset, body in records_of(stream.data):
        records.take(number, offset, body)
    records.close()
    findings = Findings("xls", mended(data, stream, records.dimensions))
    findings.date_epoch = records.date_epoch
    findings.stored = records.stored
    if records.linked:
        findings.notices.append(notice("external-links"))
    if records.formulas and records.formulas == records.blank_formulas:
        findings.notices.append(notice("formulas-blank", count=records.formulas))
    findings.keep_errors(records.errors)
    return findings


def workbook_stream(box: Compound) -> Stream:
    """The stream the sheets are in; refuses macros, locks and the files of other programs."""
    names = box.names()
    if names & LOCKED:
        raise WorkbookRefused("password")
    for name, program in OTHER_PROGRAMS.items():
        if name in names:
            raise WorkbookRefused("not-a-workbook", what=program)
    if names & MACRO_STORAGES:
        raise WorkbookRefused("macros", part=min(names & MACRO_STORAGES))
    stream = box.stream("Workbook") or box.stream("Book")
    if stream is None:
        raise WorkbookRefused("not-a-workbook", what="OLE")
    return stream


def mended(data: bytes, stream: Stream, dimensions: list[tuple[int, tuple[int, int]]]) -> bytes:
    """The file with each sheet's stated dimensions replaced by the counted ones.

    Parsers reserve memory for what is stated; some programs state the whole sheet.
    """
    fixed = bytearray(data)
    for offset, (rows, columns) in dimensions:
        for index, byte in enumerate(struct.pack("<2L2H", 0, rows, 0, columns)):
            fixed[stream.place(offset + 4 + index)] = byte
    return bytes(fixed)
