"""Several files, or a large one: done by a worker, and watched by whoever began it."""

import pytest

from xieshang.evidence.models import File

from .conftest import ALSO, GOOD, RECEIVED

pytestmark = pytest.mark.django_db


def test_several_files_are_done_by_a_worker_and_watched(at_desk, clerk, hand_in, work):
    browser = at_desk(clerk)
    hand_in(GOOD)
    hand_in(ALSO)
    keys = [file.pk for file in browser.get(RECEIVED).context["files"]]
    watched = browser.post(RECEIVED, {"pick": keys}).headers["Location"]
    assert browser.get(watched).context["waiting"]
    fragment = browser.get(watched, headers={"HX-Request": "true"}).content.decode()
    assert fragment.strip().startswith('<div class="meter"')
    work()
    outcomes = browser.get(watched).context["outcomes"]
    assert [(each["taken"], each["back"]) for each in outcomes] == [(1, 0), (1, 0)]
    on = browser.get(watched, headers={"HX-Request": "true"})
    assert on.headers["HX-Redirect"] == watched


def test_a_large_file_is_looked_at_by_a_worker(at_desk, clerk, hand_in, work, monkeypatch):
    for module in ("handing", "looking"):
        monkeypatch.setattr(f"xieshang.desk.{module}.LARGE", 100)
    browser, watched = at_desk(clerk), hand_in(GOOD).headers["Location"]
    assert watched.startswith("/desk/ledgers/running/")
    work()
    page = browser.get(watched, follow=True)
    assert page.context["found"]["count"] == 1
    file = File.objects.get()
    assert browser.get(f"{RECEIVED}{file.pk}/").templates[0].name == "desk/large.html"


def test_a_task_is_watched_by_whoever_began_it(at_desk, clerk, officer, hand_in):
    hand_in(GOOD)
    hand_in(ALSO)
    keys = list(File.objects.values_list("pk", flat=True))
    watched = at_desk(clerk).post(RECEIVED, {"pick": keys}).headers["Location"]
    assert at_desk(officer).get(watched).status_code == 404
