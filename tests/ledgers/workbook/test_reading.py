"""Workbooks come back as they were written: values, dates, places, in every kind of file."""

import csv
import datetime as dt
import io

import openpyxl
import pytest
import xlwt
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH

from tests.ledgers import hostile
from xieshang.ledgers.workbook import open_workbook
from xieshang.ledgers.workbook.bounds import BOUNDS
from xieshang.ledgers.workbook.delimited import read_rows
from xieshang.ledgers.workbook.encodings import decoded
from xieshang.ledgers.workbook.guard import inspect
from xieshang.ledgers.workbook.reading import sheets_of

DAY, MOMENT = dt.date(2023, 3, 5), dt.datetime(2023, 3, 5, 14, 30)  # noqa: DTZ001 — cells have no zone
DAY_FORMAT, MOMENT_FORMAT = "yyyy-mm-dd", "yyyy-mm-dd hh:mm:ss"


def written_xlsx(rows, epoch=WINDOWS_EPOCH):
    book = openpyxl.Workbook()
    book.epoch = epoch
    page = book.active
    page.title = "台账"
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            cell = page.cell(number, column, value)
            if isinstance(value, str):
                cell.data_type = "s"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def written_xls(rows, mac=False):
    book = xlwt.Workbook()
    book.dates_1904 = mac
    page = book.add_sheet("台账")
    styles = {
        dt.date: xlwt.easyxf(num_format_str=DAY_FORMAT),
        dt.datetime: xlwt.easyxf(num_format_str=MOMENT_FORMAT),
    }
    plain = xlwt.easyxf()
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if value is not None:
                page.write(number, column, value, styles.get(type(value), plain))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


WRITTEN = {"xlsx": written_xlsx, "xls": written_xls}
OTHER_EPOCH = {
    "xlsx": lambda rows: written_xlsx(rows, MAC_EPOCH),
    "xls": lambda rows: written_xls(rows, mac=True),
}
EVERY_VALUE = [
    [None, None, None],
    [None, "题目", None],
    [None, DAY, MOMENT],
    [True, 5, 5.25],
    [-3, 10**12, "=1+1"],
]


@pytest.mark.parametrize("kind", WRITTEN)
def test_every_value_keeps_its_kind_and_place(kind, tmp_path):
    place = tmp_path / "file"
    place.write_bytes(WRITTEN[kind](EVERY_VALUE))
    book = open_workbook(place, "台账.bin")
    (sheet,) = book.sheets
    assert (book.name, book.kind, book.date_epoch) == ("台账.bin", kind, 1900)
    assert (sheet.name, sheet.rows, sheet.width) == ("台账", EVERY_VALUE, 3)
    assert [type(value) for value in sheet.rows[3]] == [bool, int, float]


@pytest.mark.parametrize("kind", OTHER_EPOCH)
def test_days_counted_from_1904_are_the_same_days(kind, tmp_path):
    place = tmp_path / "file"
    place.write_bytes(OTHER_EPOCH[kind](EVERY_VALUE))
    book = open_workbook(place)
    assert (book.date_epoch, book.sheets[0].rows) == (1904, EVERY_VALUE)


@pytest.mark.parametrize(
    ("flag", "day"), [("1", dt.date(2027, 3, 16)), ("0", dt.date(2023, 3, 15))]
)
def test_the_number_45000_is_a_day_of_its_epoch(flag, day):
    styles = (
        f'<styleSheet {hostile.MAIN}><cellXfs count="1"><xf numFmtId="14"/></cellXfs></styleSheet>'
    )
    row = '<row r="1"><c r="A1" s="0"><v>45000</v></c></row>'
    parts = hostile.book_parts(hostile.sheet(row), properties=f'<workbookPr date1904="{flag}"/>')
    link = next(part for part in parts if part.name.endswith("workbook.xml.rels"))
    parts.remove(link)
    parts.append(
        hostile.Part.honest(
            link.name,
            f'<Relationships xmlns="{hostile.PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{hostile.OFFICE}/worksheet"'
            ' Target="worksheets/sheet1.xml"/>'
            f'<Relationship Id="rId2" Type="{hostile.OFFICE}/styles" Target="styles.xml"/>'
            "</Relationships>",
        )
    )
    parts.append(hostile.Part.honest("xl/styles.xml", styles))
    findings = inspect(hostile.zipped(parts))
    (sheet,) = sheets_of(findings)
    assert [row for block in sheet.blocks for row in block] == [[day]]


def test_error_values_are_kept_and_remarked_on(tmp_path):
    row = f'<row r="2">{hostile.cell("B2", "#REF!", "e")}{hostile.cell("C2", 1)}</row>'
    place = tmp_path / "errors.xlsx"
    place.write_bytes(hostile.xlsx(hostile.sheet(row)))
    book = open_workbook(place)
    assert book.sheets[0].rows == [[None, None, None], [None, "#REF!", 1]]
    assert [(warning.reason, warning.values) for warning in book.warnings] == [
        ("error-cells", {"count": 1, "cell": "B2", "sheet": "台账"})
    ]


@pytest.mark.parametrize("kind", WRITTEN)
def test_a_sheet_that_begins_far_from_its_corner_keeps_its_places(kind, tmp_path):
    rows = [[None] * 4, [None] * 4, [None, None, "题目", 5]]
    place = tmp_path / "file"
    place.write_bytes(WRITTEN[kind](rows))
    assert open_workbook(place).sheets[0].rows == rows


def test_merged_areas_hidden_sheets_and_charts(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "甲"
    book.active["A1"] = "题目"
    book.active.merge_cells("A1:C2")
    book.create_chartsheet("图")
    book.create_sheet("乙").sheet_state = "hidden"
    book.save(tmp_path / "book.xlsx")
    found = open_workbook(tmp_path / "book.xlsx")
    assert [(sheet.name, sheet.merged, sheet.hidden) for sheet in found.sheets] == [
        ("甲", ((1, 1, 2, 3),), False),
        ("乙", (), True),
    ]


def test_an_old_workbook_keeps_its_merged_areas(tmp_path):
    place = tmp_path / "book.xls"
    place.write_bytes(
        hostile.xls([["x"]], lambda book: book.get_sheet(0).write_merge(1, 2, 0, 3, "题目"))
    )
    assert open_workbook(place).sheets[0].merged == ((2, 1, 3, 4),)


def test_an_ods_is_read_with_its_repetitions_and_spans(tmp_path):
    blank = '<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>'
    spanned = (
        '<table:table-row><table:table-cell office:value-type="string"'
        ' table:number-columns-spanned="2" table:number-rows-spanned="1"><text:p>题目</text:p>'
        "</table:table-cell><table:covered-table-cell/></table:table-row>"
    )
    dated = (
        '<table:table-row><table:table-cell office:value-type="date"'
        ' office:date-value="2023-03-05"/><table:table-cell office:value-type="float"'
        ' office:value="12.5"/></table:table-row>'
    )
    twice = (
        '<table:table-row table:number-rows-repeated="2">'
        + hostile.ods_cell("同", repeated=2)
        + "</table:table-row>"
    )
    place = tmp_path / "台账.ods"
    place.write_bytes(hostile.ods(hostile.ods_table(blank + spanned + dated + twice + blank)))
    book = open_workbook(place)
    (sheet,) = book.sheets
    assert (book.kind, sheet.merged) == ("ods", ((3, 1, 3, 2),))
    assert sheet.rows == [
        [None, None],
        [None, None],
        ["题目", None],
        [DAY, 12.5],
        ["同", "同"],
        ["同", "同"],
    ]


def test_times_and_spans_of_time_are_texts(tmp_path):
    place = tmp_path / "times.xlsx"
    place.write_bytes(
        written_xlsx([[dt.time(14, 30), dt.time(14, 30, 5), dt.timedelta(hours=30, minutes=5)]])
    )
    assert open_workbook(place).sheets[0].rows == [["14:30", "14:30:05", "30:05"]]


LETTERS = st.sampled_from("政协委员讲堂𠮷余５４ abZ019,;\"'\t=+-@#、。（）")
TEXTS = st.text(LETTERS, min_size=1, max_size=12)
NUMBERS = st.integers(-(10**9), 10**9) | st.decimals(-(10**6), 10**6, places=4).map(float)
DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2099, 12, 31))


def tables(values):
    """Tables that end in content, so their size can be known."""
    cells = st.none() | values
    row = st.lists(cells, min_size=4, max_size=4)
    return st.lists(row, min_size=1, max_size=8).map(lambda rows: [*rows, ["止"] * 4])


def values_of(data):
    (sheet,) = sheets_of(inspect(data))
    return [row for block in sheet.blocks for row in block]


PROPERTY = settings(max_examples=40, suppress_health_check=list(HealthCheck))


@PROPERTY
@given(tables(TEXTS | NUMBERS | DAYS | st.booleans()))
def test_any_table_comes_back_from_xlsx(rows):
    assert values_of(written_xlsx(rows)) == rows


@PROPERTY
@given(tables(TEXTS | NUMBERS | DAYS | st.booleans()))
def test_any_table_comes_back_from_xls(rows):
    assert values_of(written_xls(rows)) == rows


@PROPERTY
@given(
    tables(TEXTS.filter(lambda text: not text.startswith("'"))),
    st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "gb18030")),
    st.sampled_from((",", ";", "\t")),
    st.sampled_from(("\r\n", "\n", "\r")),
)
@example([["a\nb", "c", None, "d"], ["止"] * 4], "gb18030", ",", "\r\n")
def test_any_table_comes_back_from_a_text_file(rows, encoding, delimiter, line_end):
    out = io.StringIO()
    titled = [["序号", "名称", "单位", "结果"]] * 3 + rows
    csv.writer(out, delimiter=delimiter, lineterminator=line_end).writerows(titled)
    found, torn, cut_by = read_rows(decoded(out.getvalue().encode(encoding)).text, BOUNDS)
    assert (found, torn, cut_by) == (titled, [], delimiter)
