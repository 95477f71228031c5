"""A body with a year behind it: meetings, a matter with an author, projects, papers."""

import datetime as dt

import pytest

from xieshang.activities.models import Programme, Project, Venue
from xieshang.evidence.actions import keep_file
from xieshang.evidence.models import Evidence
from xieshang.lifecycle.actions import Told
from xieshang.matters.actions import record, told_matter
from xieshang.site.words import compile_words

SPRING, SUMMER = dt.date(2023, 3, 5), dt.date(2023, 7, 1)


@pytest.fixture(scope="session", autouse=True)
def chinese():
    compile_words()


@pytest.fixture
def ledger(city, clerk):
    """A received file, and a way to cite its rows."""
    file, _new = keep_file([b"a workbook"], "450200示例台账.xlsx", committee=city, by=clerk)

    def row(number, *cells, sheet="协商活动"):
        return Evidence.objects.create(
            file=file, sheet=sheet, row=number, header=2, cells=list(cells)
        )

    return row


@pytest.fixture
def year_of_work(held, region, city, sister, county, outside, clerk, ledger):
    """Three consultations (one joint), two studies, a problem solved, one of each register."""
    paper = ledger(3, "1", "示例协商", "3月5日", "12余人次", "电话13877212345")
    ledger(2, "序号", "活动名称", "时间", "人次", "备注")
    work = {"kind": "consultation", "form": "专题协商", "attendances": 12}
    held(city, title="示例协商", evidence=[paper], **work)
    held(county, day=SUMMER, **work)
    held(city, partners=[sister], **work)
    held(city, form="委员讲堂", attendances=30, member_attendances=20)
    held(region, day=SUMMER, attendances=15)
    written = ledger(5, "2", "示例问题", "示例作者", sheet="问题")
    problem = told_matter(
        "problem", title="示例问题", author="示例作者", committee_id=city.pk, raised_on=SPRING
    )
    record([(problem, [Told("solve", SUMMER, "已办结")], [written.pk])], by=clerk)
    Project.objects.create(committee=city, name="示例项目", day=SPRING, amount=12000, jobs=30)
    Venue.objects.create(committee=city, name="示例工作室", form="委员工作室", since=SPRING)
    Programme.objects.create(
        committee=city, name="示例品牌", kind=Programme.Kind.BRAND, goal="x", since=SPRING
    )
    return paper


@pytest.fixture
def page(client):
    """A page as text."""

    def read(address, **headers):
        return client.get(address, headers=headers).content.decode()

    return read
