"""A list as a file: the same rows, no formula, and what was asked written inside."""

import csv
import datetime as dt
import io
from decimal import Decimal

import openpyxl
import pytest
from django.http import Http404

from xieshang.site.exports import export, harmless
from xieshang.site.listing import Column


def at_midnight(day: int) -> dt.datetime:
    """A day as a workbook gives it back."""
    return dt.datetime.combine(dt.date(2023, 3, day), dt.time())


COLUMNS = (Column("day", "日期", "day"), Column("title", "名称"), Column("n", "人次", "number"))
ROWS = [
    (dt.date(2023, 3, 5), "委员讲堂", 120),
    (dt.date(2023, 3, 9), '=HYPERLINK("http://x")', None),
    (dt.date(2023, 3, 9), "名称,有逗号\n和换行", Decimal("3.5")),
]
TOLD = [("范围", "柳州市"), ("时间", "2023")]


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "\nx"])
def test_a_text_that_would_run_is_made_harmless(start):
    assert harmless(start) == f"'{start}"


@pytest.mark.parametrize(
    "value", [-5, 3.5, Decimal("-1.5"), None, True, dt.date(2023, 1, 1), "a=b"]
)
def test_what_does_not_run_is_left_as_it_is(value):
    assert harmless(value) == value


def test_a_csv_has_the_rows_then_what_was_asked():
    answer = export("csv", "活动", COLUMNS, ROWS, TOLD)
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''")
    assert answer.content.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"), newline=""))) == [
        ["日期", "名称", "人次"],
        ["2023-03-05", "委员讲堂", "120"],
        ["2023-03-09", '\'=HYPERLINK("http://x")', ""],
        ["2023-03-09", "名称,有逗号\n和换行", "3.5"],
        [],
        ["范围：柳州市"],
        ["时间：2023"],
    ]


def test_a_workbook_has_the_rows_and_a_sheet_of_what_was_asked():
    book = openpyxl.load_workbook(io.BytesIO(export("xlsx", "x", COLUMNS, ROWS, TOLD).content))
    rows, about = book.worksheets
    assert [[cell.value for cell in row] for row in rows] == [
        ["日期", "名称", "人次"],
        [at_midnight(5), "委员讲堂", 120],
        [at_midnight(9), '\'=HYPERLINK("http://x")', None],
        [at_midnight(9), "名称,有逗号\n和换行", 3.5],
    ]
    assert {cell.data_type for row in rows for cell in row} <= {"s", "n", "d"}
    assert [[cell.value for cell in row] for row in about] == [["范围：柳州市"], ["时间：2023"]]


def test_a_file_of_a_kind_nobody_writes_is_not_found():
    with pytest.raises(Http404):
        export("exe", "x", COLUMNS, ROWS)
