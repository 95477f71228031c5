"""An .xlsx looked through before it is parsed."""

import re
from collections.abc import Iterator
from posixpath import join, normpath
from xml.parsers import expat

from xieshang.ledgers.workbook.archive import Archive, Part
from xieshang.ledgers.workbook.bounds import MEBIBYTE
from xieshang.ledgers.workbook.extent import Total
from xieshang.ledgers.workbook.findings import Findings
from xieshang.ledgers.workbook.kinds import COMPOUND, ZIP
from xieshang.ledgers.workbook.markup import LocalNames, vetted, walk
from xieshang.ledgers.workbook.refusals import WorkbookRefused, notice
from xieshang.ledgers.workbook.sheet_xml import SheetWalk

BOOK = "xl/workbook.xml"
LINKS = "xl/_rels/workbook.xml.rels"
TYPES = "[content_types].xml"
SMALL = 4 * MEBIBYTE
MACRO_TYPES = re.compile(rb"vbaProject|macroEnabled|macrosheet", re.IGNORECASE)
MACRO_PLACES = ("xl/macrosheets/", "basic/", "scripts/")
VBA_STORAGE = "_VBA_PROJECT".encode("utf-16-le")
PACKED = (ZIP, b"Rar!", b"7z\xbc\xaf\x27\x1c")
TRUE = ("1", "true", "on")


def look_through(archive: Archive) -> Findings:
    """Unpack every part once and walk every sheet; raises WorkbookRefused."""
    check_macros(archive)
    findings = Findings("xlsx", archive.data)
    sheets = sheet_parts(archive, findings)
    total = Total()
    walks = []
    for key, part in archive.parts.items():
        if key in sheets:
            walk_of = SheetWalk(sheets[key], archive.bounds, total)
            walk(vetted(archive.chunks(part), part.name), walk_of.parser, part.name)
            walk_of.close()
            walks.append(walk_of)
        else:
            check_part(archive, part)
    record(walks, findings)
    if any(key.startswith("xl/externallinks/") for key in archive.parts):
        findings.notices.append(notice("external-links"))
    if any(key.startswith("xl/embeddings/") for key in archive.parts):
        findings.notices.append(notice("embedded-objects"))
    return findings


def check_macros(archive: Archive) -> None:
    """Refuse a package whose names or declared types speak of macros."""
    for key, part in archive.parts.items():
        if key.endswith("vbaproject.bin") or key.startswith(MACRO_PLACES):
            raise WorkbookRefused("macros", part=part.name)
    found = MACRO_TYPES.search(archive.read(TYPES, SMALL) or b"")
    if found:
        raise WorkbookRefused("macros", part=found[0].decode())


def check_part(archive: Archive, part: Part) -> None:
    """Unpack a part that is no sheet: count it, vet it, refuse what hides in it."""
    pieces: Iterator[bytes] = vetted(archive.chunks(part), part.name)
    head = next(pieces, b"")
    if head.startswith(PACKED):
        raise WorkbookRefused("nested-archive", part=part.name)
    compound = head.startswith(COMPOUND)
    tail = head
    for piece in pieces:
        if compound and VBA_STORAGE in tail + piece:
            break
        tail = piece
    if compound and VBA_STORAGE in tail:
        raise WorkbookRefused("macros", part=part.name)


def sheet_parts(archive: Archive, findings: Findings) -> dict[str, str]:
    """The names of the worksheets by the part they lie in; notes the date epoch on the way."""
    targets = {
        attributes.get("Id"): attributes.get("Target", "")
        for name, attributes in elements(archive, LINKS)
        if name == "Relationship"
    }
    sheets = {key: key for key in archive.parts if key.startswith("xl/worksheets/sheet")}
    for name, attributes in elements(archive, BOOK):
        if name == "workbookPr" and attributes.get("date1904", "").lower() in TRUE:
            findings.date_epoch = 1904
        if name == "sheet":
            identity = next((v for k, v in attributes.items() if k.endswith(":id")), None)
            for key in places(targets.get(identity, "")):
                sheets[key] = attributes.get("name", "")
    return {key: name for key, name in sheets.items() if key in archive.parts}


def places(target: str) -> tuple[str, str]:
    """Where a part the workbook refers to may lie: beside the workbook, or from the root."""
    beside = normpath(join("xl", target)).removeprefix("/")
    return beside.lower(), target.removeprefix("/").lower()


def elements(archive: Archive, key: str) -> list[tuple[str, dict[str, str]]]:
    """The elements of a small part in order: local name and attributes."""
    content = archive.read(key, SMALL)
    if content is None:
        raise WorkbookRefused("damaged", part=key)
    local = LocalNames()
    found: list[tuple[str, dict[str, str]]] = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda name, attributes: found.append((local[name], attributes))
    walk(vetted([content], key), parser, key)
    return found


def record(walks: list[SheetWalk], findings: Findings) -> None:
    """Formulas without a result refuse the file; error values are kept and remarked on."""
    for walked in walks:
        findings.stored += walked.stored_rows + walked.stored_cells + walked.merged_cells
        if walked.not_computed:
            raise WorkbookRefused(
                "formulas-not-computed",
                sheet=walked.sheet,
                cell=walked.first_not_computed,
                count=walked.not_computed,
            )
    findings.keep_errors({walked.sheet: walked.errors for walked in walks})
