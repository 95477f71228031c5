"""An office gets its own workbook back, the reason beside each row that was not taken."""

import datetime as dt

import openpyxl
import pytest
import xlwt
from openpyxl.styles import Font, PatternFill

from tests.ledgers import hostile
from xieshang.ledgers import annotate
from xieshang.ledgers.annotate import RefusedRow, annotated_copy
from xieshang.ledgers.workbook import WorkbookRefused, open_workbook

HEADING = "未接收原因"
REASON = "日期无法读懂"
ROWS = [
    ["学习活动台账", None, None],
    ["序号", "名称", "日期"],
    [1, "委员讲堂", dt.date(2023, 3, 5)],
    [2, "=cmd|' /C calc'!A0", "某日"],
    [3, "＝1＋1", None],
]
MARKED = [
    ["学习活动台账", None, None, None],
    ["序号", "名称", "日期", HEADING],
    [1, "委员讲堂", dt.date(2023, 3, 5), None],
    [2, "=cmd|' /C calc'!A0", "某日", REASON],
    [3, "＝1＋1", None, None],
]
LIGHT = f"00{'FFF2CC'}"


def styled_book(place):
    """An office's own .xlsx: a merged title, widths, colours, a formula with its result."""
    book = openpyxl.Workbook()
    page = book.active
    page.title = "学习"
    for number, row in enumerate(ROWS, start=1):
        for column, value in enumerate(row, start=1):
            page.cell(number, column, value)
            if isinstance(value, str):
                page.cell(number, column).data_type = "s"
    page.merge_cells("A1:C1")
    page["A1"].font = Font(bold=True, size=18)
    page["B3"].fill = PatternFill("solid", fgColor="00FF00")
    page.column_dimensions["B"].width = 33
    book.create_sheet("说明")["A1"] = "无"
    book.save(place)


@pytest.fixture
def office_book(tmp_path):
    place = tmp_path / "台账.xlsx"
    styled_book(place)
    return place


ONE = [RefusedRow("学习", 4, REASON)]


def copied(path, out, refusals=ONE, **more):
    suffix = annotated_copy(path, refusals, out, heading=HEADING, **more)
    return suffix, openpyxl.load_workbook(out) if suffix == ".xlsx" else None


def test_a_workbook_keeps_its_looks_and_gains_a_column(office_book, tmp_path):
    suffix, book = copied(office_book, tmp_path / "copy.xlsx")
    page = book["学习"]
    assert (suffix, book.sheetnames) == (".xlsx", ["学习", "说明"])
    assert open_workbook(tmp_path / "copy.xlsx").sheets[0].rows == MARKED
    assert (page["A1"].font.sz, page["B3"].fill.fgColor.rgb) == (18, "0000FF00")
    assert (page.column_dimensions["B"].width, str(page.merged_cells)) == (33, "A1:C1")
    assert [cell.fill.fgColor.rgb for cell in page[4]] == [LIGHT] * 4
    assert LIGHT not in [cell.fill.fgColor.rgb for row in (3, 5) for cell in page[row]]


@pytest.mark.parametrize("reason", ["=1+1", "+1", "-1", "@x", "\tx", "＝1", "－1", "好\x07"])
def test_no_reason_becomes_a_formula(office_book, reason, tmp_path):
    _suffix, book = copied(office_book, tmp_path / "c.xlsx", [RefusedRow("学习", 4, reason)])
    cells = [cell for row in book["学习"].iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s", "n", "d"}
    assert book["学习"]["D4"].value == reason.replace("\x07", "")
    assert book["学习"]["D4"].quotePrefix is (reason[0] != "好")


def test_several_reasons_of_a_row_are_all_said(office_book, tmp_path):
    refusals = [RefusedRow("学习", 5, "缺日期"), RefusedRow("学习", 5, "缺人数")]
    _suffix, book = copied(office_book, tmp_path / "copy.xlsx", refusals)
    assert book["学习"]["D5"].value == "缺日期；缺人数"


def test_a_copy_that_comes_back_keeps_one_column_with_fresh_reasons(office_book, tmp_path):
    copied(office_book, tmp_path / "first.xlsx")
    again = [RefusedRow("学习", 5, "缺日期")]
    copied(tmp_path / "first.xlsx", tmp_path / "second.xlsx", again)
    rows = open_workbook(tmp_path / "second.xlsx").sheets[0].rows
    assert [row[3:] for row in rows] == [[None], [HEADING], [None], [None], ["缺日期"]]


def test_the_heading_row_can_be_said(office_book, tmp_path):
    _suffix, book = copied(office_book, tmp_path / "copy.xlsx", header_rows={"学习": 3})
    assert (book["学习"]["D2"].value, book["学习"]["D3"].value) == (None, HEADING)


def test_results_stand_where_formulas_stood(tmp_path):
    place = tmp_path / "f.xlsx"
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1+1</f><v>2</v></c></row>'
    place.write_bytes(hostile.xlsx(hostile.sheet(rows)))
    _suffix, book = copied(place, tmp_path / "copy.xlsx", [RefusedRow("台账", 1, REASON)])
    assert [cell.value for cell in book["台账"][1]][:2] == [1, 2]
    assert open_workbook(tmp_path / "copy.xlsx").warnings == ()


def test_a_merged_title_wider_than_the_rows_is_not_written_into(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "学习"
    book.active.append(["序号", "名称"])
    book.active.append([1, "讲堂"])
    book.active.merge_cells("B2:E2")
    book.save(tmp_path / "wide.xlsx")
    _suffix, copy = copied(
        tmp_path / "wide.xlsx", tmp_path / "c.xlsx", [RefusedRow("学习", 2, REASON)]
    )
    assert (copy["学习"]["F2"].value, copy["学习"]["F1"].value) == (REASON, HEADING)


def plain_marked(tmp_path, place):
    """The marked copy of a file that becomes a new .xlsx."""
    suffix, book = copied(place, tmp_path / "copy.xlsx")
    return suffix, book, open_workbook(tmp_path / "copy.xlsx").sheets


def test_an_old_workbook_comes_back_as_a_new_one(tmp_path):
    book = xlwt.Workbook()
    page = book.add_sheet("学习")
    date_style = xlwt.easyxf(num_format_str="yyyy-mm-dd")
    for number, row in enumerate(ROWS[1:], start=1):
        for column, value in enumerate(row):
            page.write(number, column, value, date_style if column == 2 else xlwt.easyxf())
    page.write_merge(0, 0, 0, 2, "学习活动台账")
    book.add_sheet("说明").write(0, 0, "无")
    book.save(str(tmp_path / "台账.xls"))
    suffix, new, sheets = plain_marked(tmp_path, tmp_path / "台账.xls")
    assert (suffix, [sheet.name for sheet in sheets]) == (".xlsx", ["学习", "说明"])
    assert (sheets[0].rows, sheets[0].merged) == (MARKED, ((1, 1, 1, 3),))
    assert {cell.data_type for row in new["学习"].iter_rows() for cell in row} == {"s", "n", "d"}
    assert [cell.fill.fgColor.rgb for cell in new["学习"][4]] == [LIGHT] * 4


def test_an_ods_comes_back_as_a_new_workbook_with_names_it_allows(tmp_path):
    rows = "<table:table-row>" + hostile.ods_cell("甲") + "</table:table-row>"
    names = ["学习[1]", "学" * 40, "学" * 41]
    place = tmp_path / "台账.ods"
    place.write_bytes(hostile.ods("".join(hostile.ods_table(rows, name) for name in names)))
    suffix, new = copied(place, tmp_path / "c.xlsx", [RefusedRow("学习[1]", 1, REASON)])
    assert (suffix, new.sheetnames) == (
        ".xlsx",
        ["学习_1_", "学" * 31, "学" * 27 + " (3)"],
    )
    assert [cell.value for cell in new["学习_1_"][1]] == ["甲", REASON]


@pytest.mark.parametrize(
    ("encoding", "read_as"),
    [
        ("gb18030", "gb18030"),
        ("utf-8", "utf-8-sig"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
    ],
)
@pytest.mark.parametrize("delimiter", [",", "\t"])
def test_a_text_file_keeps_encoding_and_delimiter(encoding, read_as, delimiter, tmp_path):
    lines = ["学习活动台账,,", "序号,名称,人数", "1,委员讲堂,-5", "2,'=1+1,+12.5%", "3,-讲堂,'x"]
    place = tmp_path / "台账-学习.csv"
    place.write_bytes("\r\n".join(lines).replace(",", delimiter).encode(encoding))
    suffix, _none = copied(place, tmp_path / "copy.csv", [RefusedRow("别名", 4, "=缺日期")])
    raw = (tmp_path / "copy.csv").read_bytes().decode(read_as)
    assert suffix == ".csv"
    assert raw.replace(delimiter, ",").splitlines() == [
        "学习活动台账,,,",
        f"序号,名称,人数,{HEADING}",
        "1,委员讲堂,-5,",
        "2,'=1+1,+12.5%,'=缺日期",
        "3,'-讲堂,'x,",
    ]
    back = open_workbook(tmp_path / "copy.csv", "台账-学习.csv")
    assert (back.encoding, back.delimiter) == (read_as, delimiter)
    assert [row[:3] for row in back.sheets[0].rows] == open_workbook(place).sheets[0].rows


def test_a_workbook_whose_looks_cannot_be_kept_still_comes_back(office_book, tmp_path, monkeypatch):
    monkeypatch.setattr(annotate, "STYLED", "xieshang.ledgers.workbook.no_such_module")
    suffix, book = copied(office_book, tmp_path / "copy.xlsx")
    assert suffix == ".xlsx"
    assert open_workbook(tmp_path / "copy.xlsx").sheets[0].rows == MARKED
    assert book["学习"]["B3"].fill.fgColor.rgb != "0000FF00"


def test_a_large_workbook_is_copied_without_its_looks(office_book, tmp_path, monkeypatch):
    monkeypatch.setattr(annotate, "STYLED_ROWS", 3)
    _suffix, book = copied(office_book, tmp_path / "copy.xlsx")
    assert open_workbook(tmp_path / "copy.xlsx").sheets[0].rows == MARKED
    assert book["学习"]["A1"].font.sz != 18


def test_a_hostile_file_is_not_copied(tmp_path):
    place = tmp_path / "bomb.xlsx"
    place.write_bytes(hostile.shared_strings(300))
    with pytest.raises(WorkbookRefused) as refused:
        copied(place, tmp_path / "copy.xlsx")
    assert (refused.value.reason, (tmp_path / "copy.xlsx").exists()) == (
        "unpacks-too-large",
        False,
    )


def test_a_ledger_of_each_kind_comes_back_with_all_its_cells(shared, tmp_path):
    ledgers = shared / "data" / "ledgers-2023"
    for kind in ("xlsx", "xls", "csv"):
        place = sorted(ledgers.glob(f"*台账*.{kind}"))[-1]
        before = open_workbook(place)
        sheet = next(sheet for sheet in before.sheets if len(sheet.rows) > 4)
        out = tmp_path / "copy"
        annotated_copy(place, [RefusedRow(sheet.name, 5, REASON)], out, heading=HEADING)
        after = open_workbook(out, place.name)
        assert [
            [row[: old.width] for row in new.rows]
            for old, new in zip(before.sheets, after.sheets, strict=True)
        ] == [old.rows for old in before.sheets], place.name
        marked = next(new for new in after.sheets if new.name == sheet.name)
        assert marked.rows[4][sheet.width] == REASON, place.name
