"""The sample year: taken over once, proven, reported, and the same the second time."""

import json

import pytest
from django.db import transaction
from django.test import override_settings
from openpyxl import load_workbook

from xieshang.activities.models import Activity
from xieshang.audit.models import Entry
from xieshang.demo.living import bring_to_life
from xieshang.demo.people import open_logins
from xieshang.demo.prepare import LEDGERS, prepare_demo
from xieshang.figures.metric import measure
from xieshang.figures.metrics import METRICS
from xieshang.figures.scope import Scope
from xieshang.ledgers.models import TakeOver
from xieshang.matters.actions import load_rules
from xieshang.people.actions import load_body, system
from xieshang.people.models import Committee, Person, Representation, Term
from xieshang.reports.models import Report

pytestmark = [pytest.mark.django_db, pytest.mark.long]  # each test takes back what it does

PROVEN = {"proven": 12}
# What a careful reader counts, beside what stands in each office's round-up.
NAMES = {
    "study": {
        "sessions": "study-sessions",
        "attendances": "study-attendances",
        "member_attendances": "study-member-attendances",
    },
    "training": {"sessions": "training-sessions", "attendances": "training-attendances"},
    "consultations": {"held": "consultations-held", "attendances": "consultation-attendances"},
    "problems": {"registered": "problems-registered", "solved": "problems-solved"},
    "suggestions": {
        "submitted": "suggestions-submitted",
        "adopted": "suggestions-adopted",
        "proposals": "proposals-submitted",
        "opinion_reports": "opinion-reports-submitted",
    },
    "projects": {
        "introduced": "projects-introduced",
        "at_least_1yi": "projects-over-100m",
        "jobs": "jobs-created",
    },
    "venues": {"total": "venues", "sector_studios": "sector-studios"},
    "brands": {"total": "brands", "complete_six": "brands-six-complete"},
}


class Told:
    """Keeps what somebody who watches is told."""

    def __init__(self):
        self.steps = []

    def __call__(self, done, total, doing):
        self.steps.append((done, total, doing))


@pytest.fixture(scope="module")
def year(django_db_setup, django_db_blocker, tmp_path_factory):
    """The sample year with the living body beside it, which changes none of its figures.

    Prepared once for all tests here: it takes some seconds.
    """
    folder, told = tmp_path_factory.mktemp("data"), Told()
    with django_db_blocker.unblock(), override_settings(DATA=folder), transaction.atomic():
        load_body()
        load_rules(Committee.objects.get(pk=450000), by=system())
        open_logins()
        done = prepare_demo(told)
        bring_to_life(lambda *told: None)
        yield done, told, folder
        transaction.set_rollback(True)


@pytest.fixture
def prepared(year, settings):
    done, told, settings.DATA = year
    return done, told


def expected_of(groups):
    """The figures that the list of a careful reader names, by our names."""
    return {
        ours: groups[group][theirs]
        for group, names in NAMES.items()
        for theirs, ours in names.items()
        if theirs in groups.get(group, {})
    }


def found_of(code, since, own, names):
    scope = Scope(Committee.objects.get(pk=code), since, Scope.year(None, 2023).end, own)
    measured = measure([METRICS[name] for name in names], scope)
    return {name: one.value for name, one in measured.items()}


def test_the_sample_year_is_prepared_with_all_that_was_promised(prepared):
    done, told = prepared
    assert done.files == len(list(LEDGERS.iterdir())) == TakeOver.objects.standing().count()
    assert (done.taken, len(done.refused), len(done.copies)) == (4242, 9, 3)
    assert (done.joined, done.to_decide) == (6, 0)
    assert done.claims == PROVEN
    assert done.report.stat().st_size > 10_000


def test_each_returned_copy_says_why_beside_the_row(prepared):
    done, _told = prepared
    copy = next(path for path in done.copies if path.suffix == ".xlsx")
    rows = [row for sheet in load_workbook(copy) for row in sheet.iter_rows(values_only=True)]
    assert len([row for row in rows if row and "-5" in str(row[-1])]) == 1


def test_who_watches_sees_every_file_and_an_end(prepared):
    done, told = prepared
    fractions = [one / total for one, total, _doing in told.steps]
    assert fractions == sorted(fractions)
    assert (fractions[0], fractions[-1]) == (0, 1)
    assert {path.name for path in LEDGERS.iterdir()} <= {
        doing.split(" ")[0] for _one, _total, doing in told.steps
    }


def test_a_second_time_nothing_changes_and_the_same_is_said(prepared):
    first, _told = prepared
    before = (Entry.objects.count(), Activity.objects.count(), TakeOver.objects.count())
    assert prepare_demo(Told()) == first
    assert (Entry.objects.count(), Activity.objects.count(), TakeOver.objects.count()) == before


def test_what_a_careful_reader_finds_is_what_the_records_say(prepared, shared):
    careful = json.loads((shared / "data/ledgers-2023/expected.json").read_text("utf-8"))
    held = careful.pop("all")["consultations_distinct"]
    for code, groups in careful.items():
        begins = groups["consultations"].get("since", 2023)
        wanted = expected_of(groups)
        since = Scope.year(None, begins).start
        assert (code, found_of(int(code), since, code == "450000", wanted)) == (code, wanted)
    everything = found_of(450000, Scope.year(None, 2022).start, False, ["consultations-held"])
    assert everything == {"consultations-held": held}


def test_the_report_of_the_region_is_published_by_an_officer_of_the_sample(prepared, client):
    (report,) = Report.objects.public()
    assert (report.committee_id, report.steps.last().by.username) == (450000, "region-officer")
    assert report.title in client.get("/reports/").content.decode()


def test_what_was_written_into_files_is_no_ledger_that_waits(prepared, client):
    client.force_login(Person.objects.get(username="region-clerk"))
    assert client.get("/desk/ledgers/received/").context["count"] == 0
    assert "待导入的文件" not in [box.title for box in client.get("/desk/").context["boxes"]]


@pytest.mark.parametrize("address", ["/", "/figures/", "/prove/", "/account/login/", "/desk/"])
def test_every_page_says_that_this_is_sample_data(prepared, client, address):
    if address.startswith("/desk/"):
        client.force_login(Person.objects.get(username="member"))
    page = client.get(address).content.decode()
    assert page.count('<span class="sample">示例数据</span>') == 1


def test_twenty_nine_sectors_are_ticked_for_the_region_and_terms_are_samples(prepared):
    assert Representation.objects.filter(committee=450000).count() == 29
    assert Term.objects.count() == 126
