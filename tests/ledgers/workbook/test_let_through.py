"""What only looks odd is let through, and remarked on where an office should know."""

import struct

import pytest
import xlwt

from tests.ledgers import hostile
from xieshang.ledgers.workbook import open_workbook
from xieshang.ledgers.workbook.guard import inspect


def test_results_that_are_empty_texts_are_results():
    row = '<row r="1"><c r="A1" t="str"><f>IF(1,"","")</f><v></v></c></row>'
    assert inspect(hostile.xlsx(hostile.sheet(row))).notices == []


def test_a_far_cell_that_is_only_styled_is_no_content(tmp_path):
    row = hostile.cell("A1", 1)
    far = hostile.sheet(f'<row r="1">{row}</row><row r="1048576"><c r="XFD1048576" s="0"/></row>')
    place = tmp_path / "styled.xlsx"
    place.write_bytes(hostile.xlsx(far))
    assert open_workbook(place).sheets[0].rows == [[1]]


def test_an_old_workbook_that_states_far_dimensions_is_read_by_its_cells(tmp_path):
    stream = bytearray(hostile.records([["件", 1]]))
    place = stream.find(struct.pack("<2H", 0x200, 14))
    struct.pack_into("<2L2H", stream, place + 4, 0, 0xFFFFFF00, 0, 0xFFFF)
    file = tmp_path / "far.xls"
    file.write_bytes(hostile.compound({"Workbook": bytes(stream)}))
    assert open_workbook(file).sheets[0].rows == [["件", 1]]


@pytest.mark.parametrize("beginning", [b"\xff\xfeH\x00P\x00", b"\x00\x01", b"GIF89a<"])
def test_a_part_that_is_no_markup_is_left_alone(beginning):
    part = beginning + bytes(range(256)) * 4
    assert inspect(hostile.with_part("xl/printerSettings/p.bin", part)).notices == []


def test_links_and_embedded_objects_are_remarked_on():
    parts = [
        *hostile.book_parts(),
        hostile.Part.honest("xl/externalLinks/externalLink1.xml", "<x/>"),
        hostile.Part.honest("xl/embeddings/oleObject1.bin", hostile.compound({"x": b"x"})),
    ]
    noticed = [notice.reason for notice in inspect(hostile.zipped(parts)).notices]
    assert noticed == ["external-links", "embedded-objects"]


def test_formulas_of_an_old_workbook_that_all_give_nothing_are_remarked_on(tmp_path):
    file = tmp_path / "f.xls"
    file.write_bytes(
        hostile.xls([["合计"]], lambda book: book.get_sheet(0).write(1, 0, xlwt.Formula("1+1")))
    )
    warnings = [(notice.reason, notice.values) for notice in open_workbook(file).warnings]
    assert warnings == [("formulas-blank", {"count": 1})]
