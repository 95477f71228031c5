"""What a lifecycle is: states, the moves between them, and who may make each.

A lifecycle is data. Buttons, permissions, public pages, database constraints, the reference
manual with its diagrams and the tests are all read from it. Nothing here touches the database.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a person can be to a subject. Each subject answers `roles_of()`."""

    AUTHOR = "author"
    OFFICE = "office"
    UNIT = "unit"
    RULE = "rule"  # no person's choice: the move follows from another one


class BrokenTable(ValueError):
    """A lifecycle that cannot be walked from its first state to its last."""


@dataclass(frozen=True, slots=True)
class State:
    """Where a subject can stand; `days` is how many days it may rest there."""

    name: str
    label: str
    days: int | None = None
    public: bool = False
    final: bool = False


@dataclass(frozen=True, slots=True)
class Move:
    """One way from some states to another; `asks` names the form to fill in first."""

    verb: str
    label: str
    came_from: tuple[str, ...]
    goes_to: str
    role: Role
    asks: str = ""


@dataclass(frozen=True, slots=True)
class Lifecycle:
    """A whole life; raises BrokenTable when its states and moves contradict each other."""

    name: str
    label: str
    states: tuple[State, ...]
    moves: tuple[Move, ...]

    def __post_init__(self):
        for fault in self.faults():
            raise BrokenTable(f"{self.name}: {fault}")

    @property
    def first(self) -> str:
        return self.states[0].name

    def state(self, name: str) -> State:
        return next(s for s in self.states if s.name == name)

    def moves_from(self, state: str) -> list[Move]:
        return [m for m in self.moves if state in m.came_from]

    def move(self, verb: str, state: str) -> Move | None:
        return next((m for m in self.moves_from(state) if m.verb == verb), None)

    def public_states(self) -> list[str]:
        return [s.name for s in self.states if s.public]

    def faults(self) -> Iterator[str]:
        """Every way in which this table contradicts itself."""
        names = [s.name for s in self.states]
        reached = {self.first} | {m.goes_to for m in self.moves}
        for move in self.moves:
            for name in (*move.came_from, move.goes_to):
                if name not in names:
                    yield f"{move.verb} names an unknown state, {name}"
        for state in self.states:
            verbs = [m.verb for m in self.moves_from(state.name)]
            if len(verbs) != len(set(verbs)):
                yield f"{state.name} has two moves with one verb"
            if state.name not in reached:
                yield f"{state.name} cannot be reached"
            if state.final == bool(verbs):
                yield f"{state.name} must be final or have a way out, and not both"
