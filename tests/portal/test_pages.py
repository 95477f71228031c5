"""Every page of the portal: it answers, it says the same as the records, it costs little."""

import gzip
import json

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from xieshang.audit.models import Entry
from xieshang.evidence.actions import keep_file
from xieshang.evidence.models import Evidence
from xieshang.figures.metrics import METRICS

MOST_QUERIES = 15
YEAR = "from=2023-01-01&to=2023-12-31"
PAGES = (
    "/",
    "/committees/",
    "/committees/450200/",
    "/figures/",
    "/figures/consultations-held/",
    "/figures/consultations-held/rows/",
    "/figures/problems-solved/",
    "/figures/problems-solved/rows/",
    "/figures/sectors-covered/rows/",
    "/reports/",
    "/prove/",
)


@pytest.mark.parametrize("address", PAGES)
def test_a_page_answers_before_there_is_anything_on_record(client, city, address):
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("address", ["/", "/committees/"])
def test_a_site_without_a_body_says_what_to_do_first(client, db, address):
    answer = client.get(address)
    assert answer.status_code == 200
    assert "还没有建立机构" in answer.content.decode()


@pytest.mark.parametrize("address", PAGES)
def test_a_page_costs_few_queries(client, year_of_work, address):
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(address).status_code == 200
    assert len(asked) <= MOST_QUERIES


def test_odd_days_at_the_ends_cost_a_few_queries_more(client, year_of_work):
    """Whole months come from sums kept beside the rows; the days at either end are counted."""
    with CaptureQueriesContext(connection) as asked:
        client.get("/figures/consultations-held/?from=2023-01-10&to=2023-11-20")
    assert len(asked) <= MOST_QUERIES + 2 * 4


@pytest.mark.parametrize("name", METRICS)
def test_every_figure_has_a_page_a_panel_and_its_rows(client, year_of_work, name):
    for address in (f"/figures/{name}/", f"/figures/{name}/rows/", f"/figures/{name}/?own=on"):
        assert client.get(address).status_code == 200
    panel = client.get(f"/figures/{name}/", headers={"HX-Request": "true"}).content.decode()
    assert panel.strip().startswith("<h2>")


@pytest.mark.parametrize("address", [page for page in PAGES if page != "/prove/"])
def test_a_page_is_only_read(client, city, address):
    assert client.post(address).status_code == 405


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/figures/nonsense/", 404),
        ("/figures/venues/?programme=99999", 422),
        ("/figures/brands/?form=x", 404),
        ("/figures/brands/?programme=%00", 400),
        ("/figures/venues/?committee=999999", 422),
        ("/figures/venues/?committee=450200%00", 400),
        ("/figures/venues/?committee=４５０２００", 422),
        ("/figures/venues/?from=2023-02-31&to=2023-12-31", 422),
        ("/figures/venues/?from=2023-12-31&to=2023-01-01", 422),
        ("/figures/venues/?from=0001-01-01&to=9999-12-31", 422),
        ("/figures/venues/?from=2023-01-01", 422),
        ("/figures/venues/rows/?after=x", 404),
        ("/figures/venues/rows/?after=[1,2,3,4]", 404),
        ("/figures/venues/rows/?after=" + "[" * 5000, 404),
        ("/figures/venues/rows/?export=exe", 404),
        ("/figures/?committee=x", 422),
        ("/?from=x", 422),
        ("/?figure=%00", 400),
        ("/committees/1/", 404),
        ("/committees/" + "9" * 40 + "/", 404),
        ("/committees/450200/?from=x", 422),
        ("/f/zzzzzzzz", 404),
        ("/evidence/" + "9" * 40 + "/", 404),
        ("/log/99999/", 404),
        ("/reports/99999/", 404),
        ("/reports/99999/exe/", 404),
        ("/reports/?after=x&committee=x", 200),
    ],
)
def test_an_address_that_makes_no_sense_is_never_a_failure(client, year_of_work, address, status):
    assert client.get(address).status_code == status


def test_evidence_shows_the_cell_and_hides_telephones(page, year_of_work):
    evidence = page(f"/evidence/{year_of_work.pk}/?figure=consultation-attendances")
    assert '<td class="cell-marked">12余人次</td>' in evidence
    assert evidence.count("cell-marked") == 1
    assert "13877212345" not in evidence
    assert "<td>活动名称</td>" in evidence, "the headings above the row are shown"
    assert year_of_work.file.sha256 in evidence


def test_the_headings_over_a_row_are_read_from_the_file_itself(page, city, clerk):
    sheet = "序号,活动名称,人次\n1,示例学习,54\n"
    file, _new = keep_file([sheet.encode()], "示例.csv", committee=city, by=clerk)
    cited = Evidence.objects.create(
        file=file, sheet="示例", row=2, header=1, cells=["1", "示例学习", "54"]
    )
    evidence = page(f"/evidence/{cited.pk}/")
    assert '<th scope="row">1</th><td>序号</td><td>活动名称</td><td>人次</td>' in evidence


def test_evidence_of_a_counted_row_marks_its_title(page, year_of_work):
    evidence = page(f"/evidence/{year_of_work.pk}/?figure=consultations-held")
    assert '<td class="cell-marked">示例协商</td>' in evidence


@pytest.mark.parametrize("address", ["/evidence/{}/", "/figures/problems-registered/rows/"])
def test_who_raised_a_matter_is_not_told(page, year_of_work, address):
    written = Evidence.objects.get(sheet="问题")
    text = page(address.format(written.pk))
    assert "示例问题" in text
    assert "示例作者" not in text


def test_a_link_of_the_log_tells_what_and_when_but_not_who(page, year_of_work):
    entry = Entry.objects.get(verb="keep")
    text = page(f"/log/{entry.pk}/")
    assert entry.digest in text
    assert year_of_work.file.sha256 in text
    assert entry.actor.username not in text


def test_the_first_page_is_light(client, year_of_work):
    manifest = json.loads((settings.FRONTEND / "manifest.json").read_text())
    main = manifest["src/main.js"]
    parts = [(settings.FRONTEND / name).read_bytes() for name in (main["file"], *main["css"])]
    page = client.get("/").content
    assert b"charts" not in page, "the first page draws without the chart library"
    assert sum(len(gzip.compress(part)) for part in (page, *parts)) <= 150_000


def test_the_year_before_and_after_are_one_step_away(page, year_of_work):
    home = page("/?" + YEAR)
    assert [year for year in ("2022", "2023", "2024") if f">{year}</a>" in home] == [
        "2022",
        "2023",
        "2024",
    ]
