"""The list of proposals goes out in the columns offices use, and comes back without a change."""

import csv
import datetime as dt
import io

import pytest
from openpyxl import load_workbook

from xieshang.ledgers.actions import Choice, preview
from xieshang.ledgers.workbook import open_workbook
from xieshang.matters.actions import open_matter
from xieshang.matters.models import Matter
from xieshang.people.actions import load_body

DAY = dt.date(2023, 3, 5)
HEADS = ["提案号", "案由", "提案人类别", "提案人", "界别", "专委会", "类别", "提交时间", "状态",
         "办理时间", "办理意见"]  # fmt: skip


@pytest.fixture
def three(clerk, city):
    """A filed proposal, one under review with a trap in its title, and a problem."""
    load_body()
    for kind, title, status, number in (
        ("proposal", "关于加装电梯的建议", "handling", 7),
        ("proposal", "=1+1 关于夜市的建议", "submitted", None),
        ("problem", "路灯不亮", "handling", None),
    ):
        made = open_matter(kind, by=clerk, committee=city, title=title, day=DAY, author="示例委员")
        Matter.objects.filter(pk=made.pk).update(status=status, number=number, series="2023")


@pytest.fixture
def exported(at_desk, clerk, three):
    """The bytes of an export with these words of the address beside those that ask for it."""
    asked = {"kind": "proposal", "layout": "office"}
    return lambda **more: at_desk(clerk).get("/desk/matters/", asked | more).content


def test_the_file_holds_what_the_address_narrows_to(exported):
    head, *rows = csv.reader(io.StringIO(exported(export="csv").decode("utf-8-sig")))
    told = rows.index([])
    assert head == HEADS
    assert [row[:2] + row[7:9] for row in rows[:told]] == [
        ["", "'=1+1 关于夜市的建议", "2023-03-05", "审查中"],
        ["7", "关于加装电梯的建议", "2023-03-05", "办理中"],
    ]
    narrowed = exported(export="csv", state="handling").decode("utf-8-sig")
    assert [row[:1] for row in csv.reader(io.StringIO(narrowed))][1:3] == [["7"], []]


def test_a_workbook_holds_the_same(exported):
    sheet = load_workbook(io.BytesIO(exported(export="xlsx"))).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    assert [list(rows[0]), [row[0] for row in rows[1:]]] == [HEADS, [None, 7]]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_an_exported_list_brings_nothing_new(exported, tmp_path, city, kind):
    file = tmp_path / f"柳州市政协2023年提案.{kind}"
    file.write_bytes(exported(export=kind))
    looked = preview(open_workbook(file), Choice(office=city.pk))
    assert [sheet.understood.kind.name for sheet in looked.sheets] == ["proposal"]
    assert (looked.count, [back.remarks[0].slug for back in looked.refused]) == (
        0,
        ["already-here", "already-here"],
    )
