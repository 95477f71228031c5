"""A table which contradicts itself does not load; one that stands can be walked to its end."""

import pytest

from xieshang.lifecycle.manual import page
from xieshang.lifecycle.table import BrokenTable, Lifecycle, Move, Role, State
from xieshang.matters.lifecycles import LIFECYCLES

A, B = State("a", "A"), State("b", "B", final=True)
GO = Move("go", "Go", ("a",), "b", Role.OFFICE)


@pytest.mark.parametrize(
    ("states", "moves", "fault"),
    [
        ((A, B), (GO, Move("fly", "Fly", ("a",), "z", Role.OFFICE)), "unknown state, z"),
        ((A, B), (GO, GO), "two moves with one verb"),
        ((A, B, State("c", "C", final=True)), (GO,), "c cannot be reached"),
        ((A, State("b", "B")), (GO,), "b must be final or have a way out"),
        ((State("a", "A", final=True), B), (GO,), "a must be final or have a way out"),
    ],
)
def test_a_table_which_contradicts_itself_does_not_load(states, moves, fault):
    with pytest.raises(BrokenTable, match=fault):
        Lifecycle("x", "X", states, moves)


@pytest.mark.parametrize("cycle", LIFECYCLES.values(), ids=LIFECYCLES)
def test_every_state_is_reached_and_printed(cycle):
    reached = {cycle.first}
    for _round in cycle.states:
        reached |= {m.goes_to for m in cycle.moves if reached & set(m.came_from)}
    assert reached == {state.name for state in cycle.states}
    printed = page(cycle)
    assert [f"{m.came_from[0]} --> {m.goes_to}: {m.verb}" in printed for m in cycle.moves] == (
        [True] * len(cycle.moves)
    )
