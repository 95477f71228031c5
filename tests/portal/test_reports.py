"""Published reports: every number in them opens; unpublished ones are not there."""

import re

import pytest

from xieshang.reports.actions import draft_report, take

from .conftest import SPRING


@pytest.fixture
def report(year_of_work, city, officer):
    return draft_report(city, SPRING.year, by=officer)


@pytest.fixture
def published(report, officer):
    for verb in ("confirm", "publish"):
        take(report, verb, by=officer)
    return report


def test_a_draft_is_nowhere(client, report):
    assert report.title not in client.get("/reports/").content.decode()
    for address in (f"/reports/{report.pk}/", f"/reports/{report.pk}/pdf/"):
        assert client.get(address).status_code == 404


def test_every_number_of_a_report_opens_as_it_was_taken(client, published):
    text = client.get(f"/reports/{published.pk}/").content.decode()
    codes = set(re.findall(r'data-panel href="/f/([a-z0-9]+)"', text))
    assert codes == set(published.figures.values_list("code", flat=True))
    for code in codes:
        panel = client.get(f"/f/{code}", headers={"HX-Request": "true"}).content.decode()
        assert "明细与取数时一致" in panel


@pytest.mark.parametrize(("kind", "start"), [("pdf", b"%PDF"), ("docx", b"PK")])
def test_a_report_can_be_taken_home(client, published, kind, start):
    answer = client.get(f"/reports/{published.pk}/{kind}/")
    assert b"".join(answer.streaming_content).startswith(start)


def test_reports_of_one_committee_can_be_listed(client, published):
    assert published.title in client.get("/reports/?committee=450200").content.decode()
    assert published.title not in client.get("/reports/?committee=451100").content.decode()
