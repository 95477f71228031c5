"""Files and their rows: as received, to those whose office keeps them."""

import hashlib

import pytest
from django.urls import reverse

from xieshang.evidence.actions import keep_file
from xieshang.evidence.models import Evidence

pytestmark = pytest.mark.django_db
NAME = '"><svg onload=x>\r\n台账.html'


@pytest.fixture
def file(clerk, city):
    return keep_file([b"<script>1</script>"], NAME, committee=city, by=clerk)[0]


def test_a_file_comes_back_byte_for_byte_and_never_runs(at_desk, clerk, file):
    answer = at_desk(clerk).get(reverse("desk:file_bytes", args=[file.pk]))
    content = b"".join(answer.streaming_content)
    assert hashlib.sha256(content).hexdigest() == file.sha256
    headers = answer.headers
    assert headers["Content-Type"] == "application/octet-stream"
    assert headers["Content-Disposition"].startswith("attachment; filename*=utf-8''%22%3E%3Csvg")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"].startswith("sandbox")
    assert "no-store" in headers["Cache-Control"]


def test_a_name_is_shown_as_text(at_desk, clerk, file):
    page = at_desk(clerk).get(reverse("desk:file", args=[file.pk])).content.decode()
    assert "<svg onload" not in page
    assert "&quot;&gt;&lt;svg onload=x&gt;" in page


def test_right_to_a_file_ends_with_the_seat(at_desk, seated, city, clerk, file):
    other = seated("colleague", city, "clerk")
    browser, address = at_desk(other), reverse("desk:file_bytes", args=[file.pk])
    answer = browser.get(address)
    assert b"".join(answer.streaming_content) == b"<script>1</script>"
    other.seats.all().delete()
    assert browser.get(address).status_code == 404


def test_a_row_is_shown_among_its_neighbours(at_desk, clerk, paper, held, city):
    for row in (2, 4, 9):
        Evidence.objects.create(
            file=paper.file, sheet=paper.sheet, row=row, header=2, cells=[str(row)]
        )
    activity = held(city, evidence=[paper])
    page = at_desk(clerk).get(reverse("desk:evidence", args=[paper.pk]))
    sheet = page.context["sheet"]
    assert [(line.number, line.cited) for line in sheet.lines] == [
        (2, False),
        (3, True),
        (4, False),
    ]
    assert [cell.text for cell in sheet.lines[0].cells] == ["2", ""]
    assert page.context["records"] == [
        ("活动", f"{activity.short} 读书分享会", f"/desk/activities/{activity.pk}/")
    ]
