"""Ledgers of fifteen offices come to what a careful reader finds in them, in any order."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from xieshang.ledgers.actions import import_file, summary, undo
from xieshang.ledgers.models import JoinProposal, TakeOver

from .conftest import figures, whole

pytestmark = pytest.mark.long

REGION = 450000
ASKED = {  # what expected.json says → the figure that says it
    ("study", "sessions"): "study-sessions",
    ("study", "attendances"): "study-attendances",
    ("study", "member_attendances"): "study-member-attendances",
    ("training", "sessions"): "training-sessions",
    ("training", "attendances"): "training-attendances",
    ("consultations", "held"): "consultations-held",
    ("consultations", "attendances"): "consultation-attendances",
    ("problems", "registered"): "problems-registered",
    ("problems", "solved"): "problems-solved",
    ("suggestions", "submitted"): "suggestions-submitted",
    ("suggestions", "adopted"): "suggestions-adopted",
    ("suggestions", "proposals"): "proposals-submitted",
    ("suggestions", "opinion_reports"): "opinion-reports-submitted",
    ("projects", "introduced"): "projects-introduced",
    ("projects", "at_least_1yi"): "projects-over-100m",
    ("projects", "jobs"): "jobs-created",
    ("venues", "total"): "venues",
    ("venues", "sector_studios"): "sector-studios",
    ("brands", "total"): "brands",
    ("brands", "complete_six"): "brands-six-complete",
}


@pytest.fixture
def expected(shared):
    return json.loads((shared / "data" / "ledgers-2023" / "expected.json").read_text())


def test_every_office_has_the_figures_a_careful_reader_finds(ledgers, expected, machine):
    outcomes = [import_file(path, by=machine) for path in ledgers]
    came_back = [row["file"][:6] for row in summary(outcomes)["rows_refused"]]
    everything = expected.pop("all")
    for code, facts in expected.items():
        since = facts["consultations"].get("since", 2023)
        found = figures(int(code), since, own=int(code) == REGION)
        wanted = {ASKED[a, b]: facts[a][b] for a, b in ASKED if b in facts.get(a, {})}
        assert {name: found[name] for name in wanted} == wanted, facts["name"]
        assert came_back.count(code) == facts.get("rejected_rows", 0), facts["name"]
    assert figures(REGION, 2022)["consultations-held"] == everything["consultations_distinct"]
    assert summary(outcomes)["joined"] == everything["written_down_twice"]
    assert figures(451100)["joint-consultations"] == expected["451100"]["joint"]
    assert not JoinProposal.objects.exists()


@pytest.fixture
def some(ledgers):
    """The region, two cities that held meetings with it, and a city that sends seven files."""
    return [path for path in ledgers if path.name[:6] in ("450000", "450100", "450700", "451100")]


def test_the_same_files_again_change_nothing(some, take):
    taken = [take(path) for path in some]
    before = whole()
    again = [take(path) for path in some]
    assert [(o.taken, o.unchanged, o.take_over) for o in again] == [
        (0, True, outcome.take_over) for outcome in taken
    ]
    assert whole() == before


@settings(max_examples=2, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chance=st.randoms(use_true_random=False))
def test_any_order_comes_to_the_same_and_undoing_all_leaves_nothing(chance, some, take):
    empty = whole()
    taken = [take(path).take_over for path in some]
    in_order = whole()
    for take_over in chance.sample(taken, len(taken)):
        undo(take_over, by=take_over.by)
    assert whole() == empty
    for path in chance.sample(some, len(some)):
        take(path)
    assert whole() == in_order
    for take_over in TakeOver.objects.standing():
        undo(take_over, by=take_over.by)
    assert whole() == empty
