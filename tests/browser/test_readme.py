"""The picture that the README shows is the home page of the sample year."""

import os
from pathlib import Path

import pytest

from xieshang.demo.people import open_logins
from xieshang.demo.prepare import prepare_demo
from xieshang.figures.metrics import METRICS
from xieshang.figures.scope import Scope
from xieshang.people.actions import load_body
from xieshang.people.models import Committee

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PICTURE = Path(__file__).resolve().parents[2] / "docs" / "images" / "home.png"


def test_the_readme_shows_the_home_page_of_the_sample_year(reader, tmp_path):
    load_body()
    open_logins()
    prepare_demo(lambda done, total, doing: None)
    page = reader("/?year=2023")
    held = METRICS["consultations-held"].value(Scope.year(Committee.objects.get(pk=450000), 2023))
    assert page.locator(".stat-card .figure").first.inner_text() == f"{held:,}"
    page.screenshot(path=tmp_path / "home.png")
    if os.environ.get("XIESHANG_PICTURE") == "1":
        PICTURE.parent.mkdir(exist_ok=True)
        PICTURE.write_bytes((tmp_path / "home.png").read_bytes())
    assert page.faults == []
