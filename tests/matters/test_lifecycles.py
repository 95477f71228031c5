"""Every declared move is tried by every role. A new row in a table is a new test."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from xieshang.audit.actions import first_broken
from xieshang.audit.models import Entry
from xieshang.figures.metrics import METRICS
from xieshang.figures.scope import Scope
from xieshang.lifecycle.actions import NoSuchMove, Told, moves_open_to, open_move
from xieshang.lifecycle.table import Role
from xieshang.matters.actions import open_matter, record, take, withdraw
from xieshang.matters.forms import FORMS
from xieshang.matters.lifecycles import LIFECYCLES
from xieshang.matters.models import Matter, MatterStep

DAY = dt.date(2023, 3, 5)
MOVES = [(c, m, s) for c in LIFECYCLES.values() for m in c.moves for s in m.came_from]
IDS = [f"{cycle.name}: {state} {move.verb}" for cycle, move, state in MOVES]


@pytest.fixture
def raised(member, county):
    """A matter of any kind, standing where the test wants it."""

    def put(kind, status=None):
        matter = open_matter(kind, by=member, committee=county, title="议水", day=DAY)
        if status:
            Matter.objects.filter(pk=matter.pk).update(status=status)
            matter.refresh_from_db()
        return matter

    return put


@pytest.mark.parametrize(("cycle", "move", "state"), MOVES, ids=IDS)
def test_a_move_is_open_to_its_role_and_to_no_other(
    cycle, move, state, raised, member, clerk, stranger
):
    people = {Role.AUTHOR: member, Role.OFFICE: clerk, None: stranger}
    for role, person in people.items():
        matter = raised(cycle.name, state)
        if role is move.role:
            assert open_move(person, matter, move.verb) == move
            assert take(matter, move.verb, by=person).went_to == move.goes_to
        else:
            assert move not in moves_open_to(person, matter)
            with pytest.raises(PermissionDenied):
                take(matter, move.verb, by=person)
    assert first_broken() is None


@pytest.mark.parametrize("cycle", LIFECYCLES.values(), ids=LIFECYCLES)
def test_every_other_move_is_refused_by_the_table(cycle, raised, clerk):
    verbs = {move.verb for move in cycle.moves}
    for state in cycle.states:
        for verb in verbs - {move.verb for move in cycle.moves_from(state.name)}:
            with pytest.raises(NoSuchMove):
                take(raised(cycle.name, state.name), verb, by=clerk)


@pytest.mark.parametrize("asks", {move.asks for _cycle, move, _state in MOVES})
def test_a_move_asks_what_taking_it_takes(asks):
    assert list(FORMS[asks].base_fields) == ["note"]


def test_the_database_knows_no_state_outside_the_table(raised):
    matter = raised("problem")
    with pytest.raises(IntegrityError), transaction.atomic():
        Matter.objects.filter(pk=matter.pk).update(status="lost")


def test_a_ledger_tells_whole_lives(clerk, county, city, paper, year):
    told = Matter(kind="problem", title="路灯", committee=county, raised_on=DAY)
    solved = [Told("solve", dt.date(2023, 5, 1), "已办结")]
    silent = Matter(kind="proposal", title="议水", committee=city, raised_on=DAY)
    record([(told, solved, [paper.pk]), (silent, [], [])], by=clerk)
    assert (told.status, silent.status) == ("solved", "submitted")
    assert METRICS["problems-solved"].value(year(city)) == 1
    assert METRICS["proposals-submitted"].value(year(city)) == 1
    steps = MatterStep.objects.filter(subject=told).values_list("verb", "day", "note")
    assert list(steps) == [("open", DAY, ""), ("solve", dt.date(2023, 5, 1), "已办结")]
    withdraw([told.pk, silent.pk])
    assert not Matter.objects.exists() and not MatterStep.objects.exists()


def test_a_life_the_table_does_not_know_is_not_written(clerk, county):
    matter = Matter(kind="problem", title="路灯", committee=county, raised_on=DAY)
    with pytest.raises(NoSuchMove):
        record([(matter, [Told("adopt", DAY)], [])], by=clerk)
    assert not Matter.objects.exists()


def test_what_was_opened_again_is_not_counted_as_solved(raised, clerk, city):
    matter = raised("problem")
    scope = Scope.year(city, take(matter, "solve", by=clerk).day.year)
    assert METRICS["problems-solved"].value(scope) == 1
    take(matter, "reopen", by=clerk, note="又坏了")
    assert METRICS["problems-solved"].value(scope) == 0


def test_a_matter_is_overdue_after_its_day_or_when_it_rests_too_long(raised):
    matter = raised("problem")
    assert not Matter.objects.overdue(DAY + dt.timedelta(days=4)).exists()
    assert Matter.objects.overdue(DAY + dt.timedelta(days=6)).get() == matter
    Matter.objects.update(due_on=DAY)
    assert Matter.objects.overdue(DAY + dt.timedelta(days=1)).get() == matter


def test_each_step_leaves_one_entry(raised, clerk):
    take(raised("problem"), "handle", by=clerk)
    assert list(Entry.objects.values_list("verb", flat=True)) == ["open", "handle"]
