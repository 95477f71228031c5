"""Every hostile file is refused for its own reason, in words, and for nothing else."""

import string
import struct
from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest

from tests.ledgers import hostile
from xieshang.ledgers.workbook import NOTICES, REFUSALS, WorkbookRefused, open_workbook
from xieshang.ledgers.workbook.bounds import BOUNDS
from xieshang.ledgers.workbook.child import tell
from xieshang.ledgers.workbook.guard import inspect


def computed_by_nobody(tmp_path):
    """A workbook as a program writes it that knows no results of its formulas."""
    book = openpyxl.Workbook()
    book.active.title = "合计"
    book.active.append(["件数", 12])
    book.active["B2"] = "=SUM(B1:B1)"
    book.save(tmp_path / "formulas.xlsx")
    return (tmp_path / "formulas.xlsx").read_bytes()


def far_cell(reference):
    row = reference.lstrip(string.ascii_uppercase)
    return hostile.xlsx(hostile.sheet(f'<row r="{row}">{hostile.cell(reference, 1)}</row>'))


def many_columns(count):
    cells = "".join(f"<c><v>{number}</v></c>" for number in range(count))
    return hostile.xlsx(hostile.sheet(f"<row>{cells}</row>"))


def wide_ods(rows, columns):
    row = f'<table:table-row table:number-rows-repeated="{rows}">'
    return hostile.ods(
        hostile.ods_table(row + hostile.ods_cell("x", columns) + "</table:table-row>")
    )


def far_xls_cell(row, column):
    """An .xls whose number lies outside what the format can show."""
    stream = bytearray(hostile.records([[1.5]]))
    place = stream.find(struct.pack("<2H", 0x27E, 10))
    struct.pack_into("<2H", stream, place + 4, row, column)
    return hostile.compound({"Workbook": bytes(stream)})


def macro_sheet():
    stream = bytearray(hostile.records())
    place = stream.find(struct.pack("<H", 0x85))
    stream[place + 9] = 1
    return hostile.compound({"Workbook": bytes(stream)})


OWN_XLSX = hostile.xlsx()
OWN_XLS = hostile.xls()
TWO_ROWS = hostile.ods_table("<table:table-row>" + hostile.ods_cell("甲") + "</table:table-row>")

HOSTILE = {
    "nothing at all": (lambda: b"", "empty"),
    "a PDF": (lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "not-a-workbook"),
    "a photograph": (lambda: b"\xff\xd8\xff\xe0\x00\x10JFIF", "not-a-workbook"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n", "not-a-workbook"),
    "a web page": (lambda: b"\xef\xbb\xbf <TABLE><tr><td>1</td></tr></TABLE>", "not-a-workbook"),
    "a web page in UTF-16": (lambda: "<html><table>".encode("utf-16"), "not-a-workbook"),
    "a web page that calls itself XML": (
        lambda: b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">',
        "not-a-workbook",
    ),
    "bytes without a form": (lambda: bytes(range(256)), "unknown-kind"),
    "a letter": (
        lambda: hostile.zipped([hostile.Part.honest("word/document.xml", "<w/>")]),
        "not-a-workbook",
    ),
    "an old letter": (lambda: hostile.compound({"WordDocument": b"x"}), "not-a-workbook"),
    "a binary workbook": (
        lambda: hostile.zipped([hostile.Part.honest("xl/workbook.bin", "x")]),
        "not-a-workbook",
    ),
    "3 million empty rows": (lambda: hostile.rows_alike("<row></row>", 3_000_000), "too-many-rows"),
    "400 MB of shared strings": (lambda: hostile.shared_strings(400), "unpacks-too-large"),
    "400 MB that say they are 100 bytes": (lambda: hostile.lying_size(400), "sizes-lie"),
    "parts that overlap": (hostile.overlapping, "overlapping-parts"),
    "3,000 parts": (lambda: hostile.many_parts(3_000), "too-many-parts"),
    "a zip in the zip": (lambda: hostile.with_part("xl/media/a.png", OWN_XLSX), "nested-archive"),
    "a cell at XFD1048576": (lambda: far_cell("XFD1048576"), "out-of-bounds"),
    "a cell beyond every sheet": (lambda: far_cell("ZZZZ9"), "out-of-bounds"),
    "10,000 columns": (lambda: many_columns(10_000), "out-of-bounds"),
    "a million rows of ODS in one": (lambda: wide_ods(1_000_000, 1), "out-of-bounds"),
    "a rectangle too large": (lambda: wide_ods(200_000, 300), "too-many-cells"),
    "a number far to the right in an old workbook": (
        lambda: far_xls_cell(5, 9_999),
        "out-of-bounds",
    ),
    "a merged area over the whole sheet": (
        lambda: hostile.xlsx(
            hostile.sheet("", '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')
        ),
        "too-many-cells",
    ),
    "entities": (hostile.doctype, "dtd"),
    "entities in UTF-16": (lambda: hostile.doctype("utf-16"), "dtd"),
    "entities in big-endian UTF-16": (lambda: hostile.doctype("utf-16-be"), "dtd"),
    "entities in UTF-32": (lambda: hostile.doctype("utf-32-be"), "dtd"),
    "entities in a drawing": (
        lambda: hostile.with_part("xl/drawings/d.bin", ' <!DOCTYPE x [<!ENTITY a "b">]><x/>'),
        "dtd",
    ),
    "a sheet in UTF-16": (
        lambda: hostile.xlsx(
            f'<?xml version="1.0" encoding="UTF-16"?>{hostile.ONE_ROW}'.encode("utf-16")
        ),
        "xml-encoding",
    ),
    "a password": (
        lambda: hostile.compound({"EncryptedPackage": b"x", "EncryptionInfo": b"x"}),
        "password",
    ),
    "a password on an old workbook": (hostile.locked_xls, "password"),
    "a password on the zip": (
        lambda: hostile.zipped([hostile.Part("xl/workbook.xml", b"x", 0, 1, flags=1)]),
        "password",
    ),
    "a password on an ODS": (
        lambda: hostile.ods(TWO_ROWS, manifest="<encryption-data/>"),
        "password",
    ),
    "macros": (lambda: hostile.with_part("xl/vbaProject.bin", "x"), "macros"),
    "macros by another name": (
        lambda: hostile.with_part(
            "xl/printerSettings/p.bin", hostile.compound({"x": b"x"}, ["_VBA_PROJECT"])
        ),
        "macros",
    ),
    "a sheet of macros": (lambda: hostile.with_part("xl/macrosheets/sheet1.xml", "<x/>"), "macros"),
    "macros in an old workbook": (
        lambda: hostile.compound({"Workbook": hostile.records()}, ["_VBA_PROJECT_CUR"]),
        "macros",
    ),
    "a sheet of macros in an old workbook": (macro_sheet, "macros"),
    "macros in an ODS": (
        lambda: hostile.zipped(
            [
                hostile.Part.honest("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
                hostile.Part.honest("Basic/Standard/Module1.xml", "<x/>"),
                hostile.Part.honest("content.xml", "<x/>"),
            ]
        ),
        "macros",
    ),
    "a torn upload": (lambda: OWN_XLSX[: len(OWN_XLSX) // 2], "torn"),
    "a torn old workbook": (lambda: OWN_XLS[: len(OWN_XLS) // 2], "torn"),
    "a torn text": (lambda: "序号,名称\r\n1,委员讲堂".encode("gb18030")[:-1], "torn"),
    "a sheet that breaks off inside a whole zip": (
        lambda: hostile.xlsx(hostile.ONE_ROW[:-20]),
        "damaged",
    ),
    "a part that is not what it was": (
        lambda: hostile.zipped(
            [*hostile.book_parts(), replace(hostile.book_parts()[0], name="a.xml", crc=1)]
        ),
        "damaged",
    ),
    "a text in no encoding": (
        lambda: "序号,名称\n1,委员讲堂\n".encode() + b"2,\xff\xff\xff\n" + "3,讲堂\n".encode(),
        "unreadable-text",
    ),
    "a text of one endless line": (lambda: b"x" * 200_000, "too-much-text"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_file_is_refused_for_its_own_reason(case, tmp_path):
    make, reason = HOSTILE[case]
    place = tmp_path / "台账.xlsx"
    place.write_bytes(make())
    with pytest.raises(WorkbookRefused) as refused:
        tell(place, place.name, BOUNDS, BytesIO())
    assert refused.value.reason == reason


@pytest.mark.parametrize("case", ["a PDF", "400 MB of shared strings", "a torn text", "entities"])
def test_the_child_passes_its_refusal_on(case, tmp_path):
    make, reason = HOSTILE[case]
    place = tmp_path / "台账.xlsx"
    place.write_bytes(make())
    with pytest.raises(WorkbookRefused) as here:
        tell(place, place.name, BOUNDS, BytesIO())
    with pytest.raises(WorkbookRefused) as passed_on:
        open_workbook(place)
    assert (passed_on.value.reason, str(passed_on.value)) == (reason, str(here.value))


def test_formulas_without_results_are_refused_with_their_cell(tmp_path):
    place = tmp_path / "f.xlsx"
    place.write_bytes(computed_by_nobody(tmp_path))
    with pytest.raises(WorkbookRefused) as refused:
        open_workbook(place)
    assert (refused.value.reason, refused.value.values) == (
        "formulas-not-computed",
        {"sheet": "合计", "cell": "B2", "count": 1},
    )


def test_a_formula_without_a_result_is_refused_in_ods_too():
    with pytest.raises(WorkbookRefused) as refused:
        inspect(
            hostile.ods(
                hostile.ods_table(
                    '<table:table-row><table:table-cell/><table:table-cell table:formula="of:=1"/>'
                    "</table:table-row>"
                )
            )
        )
    assert refused.value.values == {"sheet": "台账", "cell": "B1", "count": 1}


@pytest.mark.parametrize("words", [REFUSALS, NOTICES], ids=["refusals", "notices"])
def test_every_reason_has_words_of_its_own(words):
    assert len(set(words.values())) == len(words)
    assert [message for message in words.values() if not message.endswith(".")] == []


def test_every_reason_is_met_by_a_hostile_file_or_by_a_limit():
    met = {reason for _make, reason in HOSTILE.values()} | {"formulas-not-computed"}
    limits = {"too-big", "out-of-memory", "too-slow"}  # in test_confinement
    assert met | limits == set(REFUSALS)
