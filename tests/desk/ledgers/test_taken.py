"""What came of taking a ledger over: the copy that goes back, the board, and back again."""

import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from xieshang.activities.models import Activity
from xieshang.audit.models import Entry
from xieshang.evidence.models import File
from xieshang.matters.models import Matter

from .conftest import ALSO, BAD, GOOD

pytestmark = pytest.mark.django_db


def test_the_copy_that_goes_back_has_the_reasons_beside_the_rows(at_desk, clerk, take):
    found = take(GOOD, BAD)
    answer = at_desk(clerk).get(reverse("desk:annotated", args=[found.pk]))
    sheet = load_workbook(io.BytesIO(answer.content)).active
    assert [sheet.cell(2, 7).value, bool(sheet.cell(4, 7).value)] == ["退回原因", True]
    assert sheet.cell(3, 7).value is None


def test_a_take_over_is_undone_as_a_whole(at_desk, clerk, take):
    found, browser = take(GOOD, ALSO), at_desk(clerk)
    address = reverse("desk:undoing", args=[found.pk])
    assert "2 条记录" in browser.get(address).content.decode()
    assert browser.post(address).status_code == 302
    assert (Activity.objects.count(), File.objects.count()) == (0, 1)
    assert Entry.objects.last().verb == "undo-take-over"
    assert browser.post(address).status_code == 409


def test_what_somebody_has_moved_on_cannot_be_undone(at_desk, clerk, take):
    headings = ["序号", "发现日期", "问题", "问题来源", "承办单位", "办理状态"]
    row = (1, "2023-03-05", "路灯不亮", "委员走访", "市水利局", "办理中")
    found = take(row, title="问题台账", headings=headings)
    browser, matter = at_desk(clerk), Matter.objects.get()
    browser.post(
        reverse("desk:steps", args=[matter.pk]),
        {"verb": "close", "note": "已答复", "outcome": "partly"},
    )
    assert browser.post(reverse("desk:undoing", args=[found.pk])).status_code == 409
    assert Matter.objects.get().status == "closed"


def test_the_board_says_what_is_to_mend(at_desk, clerk, take, hand_in):
    take(GOOD, BAD)
    hand_in(ALSO)
    boxes = {box.title: box.count for box in at_desk(clerk).get("/desk/").context["boxes"]}
    assert boxes == {"待改的行": 1, "待导入的文件": 1}


def test_the_region_sees_who_has_handed_in(at_desk, officer, city, sister, take):
    take(GOOD, ALSO)
    offices = at_desk(officer).get("/desk/?year=2023").context["offices"]
    assert [(o.committee, o.files, o.rows) for o in offices] == [(sister, 0, 0), (city, 1, 2)]
