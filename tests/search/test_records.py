"""Records are findable from the moment they are written: activities, files, reports."""

import datetime as dt

import pytest

from xieshang.activities.actions import (
    Draft,
    correct,
    documents,
    hold,
    record,
    take_back,
)
from xieshang.activities.models import Activity, Programme
from xieshang.evidence.actions import entrust, forget_file, keep_file
from xieshang.evidence.models import File
from xieshang.reports.actions.drafting import keep_report
from xieshang.reports.document.blank import blank
from xieshang.reports.models import Report
from xieshang.search.actions import catch_up
from xieshang.search.finding import find
from xieshang.search.models import Document

DAY = dt.date(2023, 3, 5)


def keys(question, kind, rows, **more):
    return [hit.key for hit in find(question, {kind: rows.objects.all()}, **more)]


@pytest.fixture
def draft(city, county):
    def make(title, **facts):
        facts = {"kind": "consultation", "day": DAY, "attendances": 10} | facts
        return Draft(Activity(title=title, **facts), city.pk, [county.pk])

    return make


def test_an_activity_is_found_by_all_that_is_said_of_it(draft, city, clerk):
    programme = Programme.objects.create(committee=city, name="协商在一线", since=DAY)
    facts = {"programme": programme, "place": "鱼峰山议事室", "form": "基层协商"}
    held = hold(draft("路灯维修协商会", **facts), by=clerk)
    for question in ("路灯", "一线", "鱼峰山", "基层", held.short, "2023-03-05", "路灯 鱼峰山"):
        assert keys(question, "activity", Activity) == [held.pk]
    assert Document.objects.get().circles == ["450000", "450200", "450202"]


def test_a_corrected_activity_is_found_by_its_new_words_and_one_taken_back_not_at_all(draft, clerk):
    held = hold(draft("路灯"), by=clerk)
    held.title = "井盖"
    correct(Draft(held, 450200), by=clerk)
    assert (keys("路灯", "activity", Activity), keys("井盖", "activity", Activity)) == (
        [],
        [held.pk],
    )
    take_back(held, by=clerk)
    assert not Document.objects.exists()


def test_the_many_rows_of_a_ledger_are_found_when_there_is_time(draft, region):
    record([draft(f"路灯 {n}") for n in range(150)])
    assert keys("路灯", "activity", Activity) == []
    assert catch_up({"activity": documents}) == 150
    assert len(keys("路灯", "activity", Activity, most=200)) == 150


def test_a_file_is_found_by_its_name_in_the_office_it_belongs_to(city, sister, clerk):
    file, _new = keep_file([b"1"], "450200柳州市2023年台账.xlsx", committee=city, by=clerk)
    for question in ("台账", "柳州市2023年台账.xlsx", "XLSX"):
        assert keys(question, "file", File, circles=["450200"]) == [file.pk]
    entrust(file, sister, by=clerk)
    assert keys("台账", "file", File, circles=["450200"]) == []
    assert keys("台账", "file", File, circles=[f"person {clerk.pk}"]) == [file.pk]
    assert forget_file(file)
    assert not Document.objects.exists()


def test_a_report_is_found_by_what_it_says(city, clerk, tmp_path):
    document = blank()
    document.add_paragraph("全市解决路灯问题。")
    document.save(tmp_path / "report.docx")
    days = {"start": DAY, "end": DAY, "drawn_on": DAY}
    report = Report(committee=city, title="柳州市政协2023年工作报告", **days)
    written = (tmp_path / "report.docx").read_bytes()
    report = keep_report(report, written, b"%PDF-1.7", [], by=clerk)
    for question in ("解决路灯", "工作报告", report.short):
        assert keys(question, "report", Report) == [report.pk]
