"""Every declared move is tried by every role. A new row in a table is a new test."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from xieshang.audit.actions import first_broken
from xieshang.audit.models import Entry
from xieshang.figures.metrics import METRICS
from xieshang.figures.scope import Scope
from xieshang.lifecycle.actions import (
    NoSuchMove,
    Told,
    follow_rule,
    moves_open_to,
    open_deed,
    open_move,
    take_step,
)
from xieshang.lifecycle.models import Subject
from xieshang.lifecycle.table import Role
from xieshang.matters.actions import open_matter, record, take, withdraw
from xieshang.matters.lifecycles import LIFECYCLES, LIVES, TOLD
from xieshang.matters.models import Matter, MatterStep, Signature

DAY = dt.date(2023, 3, 5)
MOVES = [(c, m, s) for c in LIFECYCLES.values() for m in c.moves for s in m.came_from]
IDS = [f"{cycle.name}: {state} {move.verb}" for cycle, move, state in MOVES]
DEEDS = [(c, d, s) for c in LIFECYCLES.values() for d in c.deeds for s in d.states]
DEED_IDS = [f"{cycle.name}: {state} {deed.name}" for cycle, deed, state in DEEDS]


@pytest.fixture
def unhindered(monkeypatch):
    """What must be true before a move is tried elsewhere."""
    monkeypatch.setattr(Subject, "hindrance", lambda _subject, _move: "")
    monkeypatch.setattr(Subject, "deed_hindrance", lambda _subject, _deed, _person: "")


@pytest.fixture
def put(begun):
    """A matter of a life, standing where the test wants it."""
    kinds = {cycle.name: kind for kind, cycle in LIVES.items()}

    def put(life, status=None):
        matter = begun(kinds[life])
        if status:
            Matter.objects.filter(pk=matter.pk).update(status=status)
            matter.refresh_from_db()
        return matter

    return put


@pytest.fixture
def who(cast):
    """One person for each role over a matter of the city, and one with none."""

    def who(matter):
        for name, answer in (("cosigner", "agreed"), ("officer", "asked")):
            Signature.objects.create(
                matter=matter,
                person=cast[name],
                closes_on=DAY,
                answer=answer,
                answered_at=None if answer == "asked" else matter.steps.get().at,
            )
        matter.assignments.create(
            unit=cast["unit"].units.get(),
            committee=matter.committee,
            part="single",
            status="assigned",
            given_on=DAY,
        )
        return {
            Role.AUTHOR: cast["author"],
            Role.SIGNER: cast["cosigner"],
            Role.OFFICE: cast["clerk"],
            Role.UNIT: cast["unit"],
            Role.ASKED: cast["officer"],
            None: cast["stranger"],
        }

    return who


def test_everybody_is_what_the_subject_says(put, who):
    matter = put("proposal", "handling")
    people = who(matter)
    held = {role: matter.roles_of(person) for role, person in people.items()}
    assert held == {
        Role.AUTHOR: {Role.AUTHOR, Role.SIGNER},
        Role.SIGNER: {Role.SIGNER, Role.COSIGNER},
        Role.OFFICE: {Role.OFFICE},
        Role.UNIT: {Role.UNIT},
        Role.ASKED: {Role.ASKED, Role.OFFICE},  # an officer of the region may be asked too
        None: set(),
    }


@pytest.mark.parametrize(("cycle", "move", "state"), MOVES, ids=IDS)
def test_a_move_is_open_to_its_role_and_to_no_other(cycle, move, state, put, who, unhindered):
    matter = put(cycle.name, state)
    for person in who(matter).values():
        Matter.objects.filter(pk=matter.pk).update(status=state)
        matter.refresh_from_db()
        if move.role in matter.roles_of(person):
            assert open_move(person, matter, move.verb) == move
            assert take_step(matter, move.verb, by=person).went_to == move.goes_to
        else:
            assert move not in moves_open_to(person, matter)
            with pytest.raises(PermissionDenied):
                take_step(matter, move.verb, by=person)
            if move.role is Role.RULE:
                assert follow_rule(matter, move.verb, by=person).went_to == move.goes_to
    assert first_broken() is None


@pytest.mark.parametrize(("cycle", "deed", "state"), DEEDS, ids=DEED_IDS)
def test_a_deed_is_open_to_its_roles_and_to_no_other(cycle, deed, state, put, who, unhindered):
    matter = put(cycle.name, state)
    for person in who(matter).values():
        if matter.roles_of(person) & {*deed.roles}:
            assert open_deed(person, matter, deed.name) == deed
        else:
            with pytest.raises(PermissionDenied):
                open_deed(person, matter, deed.name)


@pytest.mark.parametrize("cycle", LIFECYCLES.values(), ids=LIFECYCLES)
def test_every_other_move_is_refused_by_the_table(cycle, put, clerk):
    verbs, names = {move.verb for move in cycle.moves}, {deed.name for deed in cycle.deeds}
    matter = put(cycle.name)
    for state in cycle.states:
        Matter.objects.filter(pk=matter.pk).update(status=state.name)
        matter.refresh_from_db()
        for verb in verbs - {move.verb for move in cycle.moves_from(state.name)}:
            with pytest.raises(NoSuchMove):
                take(matter, verb, by=clerk)
        for name in names - {deed.name for deed in cycle.deeds if state.name in deed.states}:
            with pytest.raises(NoSuchMove):
                open_deed(clerk, matter, name)


def test_the_database_knows_no_state_outside_the_table(put):
    matter = put("problem")
    with pytest.raises(IntegrityError), transaction.atomic():
        Matter.objects.filter(pk=matter.pk).update(status="lost")


def told(kind, **facts):
    """A matter as a ledger tells of it: at once public."""
    return Matter(
        kind=kind, life=TOLD[kind].name, raised_on=DAY, published_on=DAY, title="议水", **facts
    )


def test_a_ledger_tells_whole_lives(clerk, county, city, paper, year):
    problem, silent = told("problem", committee=county), told("proposal", committee=city)
    solved = [Told("solve", dt.date(2023, 5, 1), "已办结")]
    record([(problem, solved, [paper.pk]), (silent, [], [])], by=clerk)
    assert (problem.status, problem.outcome, silent.status) == ("closed", "done", "submitted")
    assert METRICS["problems-solved"].value(year(city)) == 1
    assert METRICS["proposals-submitted"].value(year(city)) == 1
    steps = MatterStep.objects.filter(subject=problem).values_list("verb", "day", "note")
    assert list(steps) == [("open", DAY, ""), ("solve", dt.date(2023, 5, 1), "已办结")]
    withdraw([problem.pk, silent.pk])
    assert not Matter.objects.exists() and not MatterStep.objects.exists()


def test_a_life_the_table_does_not_know_is_not_written(clerk, county):
    with pytest.raises(NoSuchMove):
        record([(told("problem", committee=county), [Told("adopt", DAY)], [])], by=clerk)
    assert not Matter.objects.exists()


def test_what_was_opened_again_is_not_counted_as_solved(put, proven, clerk, city):
    matter = put("problem")
    proven(matter)
    scope = Scope.year(city, take(matter, "solve", by=clerk, note="见照片").day.year)
    assert METRICS["problems-solved"].value(scope) == 1
    take(matter, "reopen", by=clerk, note="又坏了")
    assert (METRICS["problems-solved"].value(scope), matter.outcome) == (0, "")


def test_a_matter_is_overdue_after_its_working_days_or_its_wanted_day(clerk, city):
    friday = dt.date(2023, 3, 3)
    matter = open_matter("problem", by=clerk, committee=city, title="路灯", day=friday)
    assert matter.due_on == dt.date(2023, 3, 10)  # five working days, over a weekend
    assert not Matter.objects.overdue(dt.date(2023, 3, 10)).exists()
    assert Matter.objects.overdue(dt.date(2023, 3, 11)).get() == matter
    wanted = open_matter(
        "problem", by=clerk, committee=city, title="水管", day=friday, wanted_on=DAY
    )
    assert wanted.due_on == DAY


def test_each_step_leaves_one_entry(put, clerk):
    take(put("problem"), "handle", by=clerk)
    assert list(Entry.objects.values_list("verb", flat=True))[-2:] == ["open", "handle"]
