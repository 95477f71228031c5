"""Lists: what they show, cost, narrow, export, and keep."""

import csv
import datetime as dt
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from xieshang.activities.models import Programme, Project, Venue
from xieshang.audit.models import Entry
from xieshang.desk.views import LISTINGS
from xieshang.evidence.models import File
from xieshang.matters.actions import open_matter
from xieshang.people.models import SavedView

pytestmark = pytest.mark.django_db
DAY = dt.date(2023, 3, 5)
MOST_QUERIES = 15


@pytest.fixture
def one_more(clerk, city, sister, held):
    """Write one more row of every list: `one_more(7)`."""

    def write(number):
        held(city, title=f"读书会{number}", partners=[sister])
        open_matter("problem", by=clerk, committee=city, title=f"问题{number}", day=DAY)
        Programme.objects.create(committee=city, name=f"品牌{number}", kind="brand", since=DAY)
        Venue.objects.create(committee=city, name=f"阵地{number}", form="工作室", since=DAY)
        Project.objects.create(committee=city, name=f"项目{number}", day=DAY, amount=number)
        File.objects.create(
            sha256=f"{number:064d}", name=f"{number}.xlsx", size=1, committee=city, kept_by=clerk
        )

    return write


def queries_of(client, address):
    with CaptureQueriesContext(
        connection,
    ) as caught:
        assert client.get(address).status_code == 200
    return len(caught)


@pytest.mark.parametrize("name", LISTINGS)
def test_a_list_costs_the_same_with_one_row_and_with_three(name, at_desk, clerk, one_more):
    browser, address = at_desk(clerk), reverse(f"desk:{name}")
    one_more(1)
    browser.get(address)  # the content types and translations of a first request
    with_one = queries_of(browser, address)
    one_more(2)
    one_more(3)
    assert queries_of(browser, address) == with_one <= MOST_QUERIES


def test_pages_of_records_cost_little(at_desk, clerk, held, city, paper, programme, venue, project):
    activity, browser = held(city, evidence=[paper], programme=programme), at_desk(clerk)
    for name, key in (
        ("activity", activity.pk), ("programme", programme.pk),
        ("venue", venue.pk), ("project", project.pk), ("file", paper.file_id),
        ("evidence", paper.pk), ("committee", city.pk),
    ):  # fmt: skip
        assert queries_of(browser, reverse(f"desk:{name}", args=[key])) <= MOST_QUERIES, name


def titles(response):
    return [line.cells[0].value for line in response.context["lines"]]


def test_filters_live_in_the_address(at_desk, clerk, city, held):
    held(city, title="读书会", kind="study", form="委员讲堂")
    held(city, title="座谈会", kind="consultation", day=dt.date(2022, 3, 5))
    browser, address = at_desk(clerk), reverse("desk:activities")
    found = {
        query: titles(browser.get(f"{address}?{query}"))
        for query in ("kind=study", "kind=consultation", "q=座谈", "since=2023-01-01", "form=讲堂")
    }
    assert found == {
        "kind=study": ["读书会"],
        "kind=consultation": ["座谈会"],
        "q=座谈": ["座谈会"],
        "since=2023-01-01": ["读书会"],
        "form=讲堂": ["读书会"],
    }


def test_a_committee_means_all_below_unless_its_own_level_is_asked(
    at_desk, officer, region, city, county, held
):
    held(city, title="市")
    held(county, title="县")
    browser, address = at_desk(officer), reverse("desk:activities")
    assert sorted(titles(browser.get(f"{address}?committee={city.pk}"))) == ["县", "市"]
    assert titles(browser.get(f"{address}?committee={city.pk}&own=on")) == ["市"]


def test_a_filter_that_is_not_understood_is_named_and_left_out(at_desk, clerk, city, held):
    held(city)
    page = at_desk(clerk).get(reverse("desk:activities"), {"kind": "party", "since": "2023-02-30"})
    assert (page.status_code, titles(page)) == (200, ["读书分享会"])
    assert set(page.context["filters"].errors) == {"kind", "since"}


def test_sorting_turns_round(at_desk, clerk, city, held):
    for count in (20, 5, 30):
        held(city, title=str(count), attendances=count)
    browser, address = at_desk(clerk), reverse("desk:activities")
    assert titles(browser.get(f"{address}?sort=attendances")) == ["5", "20", "30"]
    assert titles(browser.get(f"{address}?sort=-attendances")) == ["30", "20", "5"]


def test_an_export_holds_what_is_shown_and_names_the_filter(at_desk, clerk, city, held):
    held(city, title="=1+1", kind="study")
    held(city, title="座谈会", kind="consultation")
    answer = at_desk(clerk).get(reverse("desk:activities"), {"kind": "study", "export": "csv"})
    text = answer.content.decode("utf-8-sig")
    head, row, _gap, *told = list(csv.reader(io.StringIO(text)))
    assert answer.content.startswith(b"\xef\xbb\xbf")
    assert (head[0], row[0], row[3]) == ("名称", "'=1+1", "学习")
    assert told[:3] == [["列表：活动"], ["类别：学习"], ["明细：1"]]


def test_a_workbook_holds_only_the_ticked_rows(at_desk, clerk, city, held):
    held(city, title="没有勾选")
    ticked = held(city, title="勾选")
    answer = at_desk(clerk).get(reverse("desk:activities"), {"export": "xlsx", "pick": ticked.pk})
    sheet, about = load_workbook(io.BytesIO(answer.content))
    assert [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)] == ["勾选"]
    assert "no-store" in answer.headers["Cache-Control"]
    assert about.cell(1, 1).value == "列表：活动"


def test_an_unknown_kind_of_file_is_not_written(at_desk, clerk):
    assert at_desk(clerk).get(reverse("desk:activities"), {"export": "exe"}).status_code == 404


def test_a_view_is_kept_found_again_and_forgotten(at_desk, clerk, stranger):
    browser = at_desk(clerk)
    said = {"list": "matters", "name": "迟了的", "query": "waiting=late&after=7&evil=1"}
    assert (
        browser.post(reverse("desk:views"), said).headers["Location"]
        == "/desk/matters/?waiting=late"
    )
    view = SavedView.objects.get()
    assert (view.person, view.list, view.query) == (clerk, "matters", "waiting=late")
    page = browser.get("/desk/matters/?waiting=late")
    assert page.context["here_view"] == view
    assert at_desk(stranger).post(reverse("desk:forgotten_view", args=[view.pk])).status_code == 404
    browser.post(reverse("desk:forgotten_view", args=[view.pk]))
    assert list(Entry.objects.values_list("verb", flat=True)) == ["save-view", "drop-view"]
    assert not SavedView.objects.exists()


def test_a_view_without_a_name_is_not_kept(at_desk, clerk):
    answer = at_desk(clerk).post(reverse("desk:views"), {"list": "matters", "name": " "})
    assert (answer.status_code, SavedView.objects.count()) == (422, 0)


def test_brands_stand_side_by_side(at_desk, clerk, city, sister, programme):
    bare = Programme.objects.create(committee=city, name="新品牌", kind="brand", since=DAY)
    theirs = Programme.objects.create(committee=sister, name="邻市品牌", kind="brand", since=DAY)
    said = {"pick": [programme.pk, bare.pk, theirs.pk, "x"]}
    page = at_desk(clerk).get(reverse("desk:beside"), said)
    assert page.context["programmes"] == [programme, bare]
    first = page.context["slots"][0]
    assert [(slot.label, slot.text) for slot in first] == [("有目标", "多读书"), ("有目标", "")]
