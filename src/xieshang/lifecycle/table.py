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
    ASKED = "asked"  # whoever was asked to sign along, and has not answered
    COSIGNER = "cosigner"  # whoever signed along
    SIGNER = "signer"  # the author, and whoever signed along
    OFFICE = "office"
    UNIT = "unit"
    RULE = "rule"  # no person's choice: the move follows from another one


class BrokenTable(ValueError):
    """A lifecycle that cannot be walked from its first state to its last."""


@dataclass(frozen=True, slots=True)
class State:
    """Where a subject can stand: who has the next word, and how many working days for it.

    Nobody waits in a state without `waits`; one without `days` has no clock of its own.
    """

    name: str
    label: str
    days: int | None = None
    waits: Role | None = None
    public: bool = False
    final: bool = False


@dataclass(frozen=True, slots=True)
class Move:
    """One way from some states to another.

    `asks` names the form to fill in first, `needs` what must be true of the subject before;
    `outcome` is what the subject then came to, None where the move says nothing of it.
    """

    verb: str
    label: str
    came_from: tuple[str, ...]
    goes_to: str
    role: Role
    asks: str = ""
    needs: str = ""
    outcome: str | None = None


@dataclass(frozen=True, slots=True)
class Deed:
    """Something done to a subject which leaves it where it stands: a check, a rating, a contact.

    `asks` names the form to fill in, that of its own name where it says nothing; `needs` what
    must be true of the subject, and of whoever does it, before.
    """

    name: str
    label: str
    roles: tuple[Role, ...]
    states: tuple[str, ...]
    asks: str = ""
    needs: str = ""


@dataclass(frozen=True, slots=True)
class Lifecycle:
    """A whole life; raises BrokenTable when its states, moves and deeds contradict each other."""

    name: str
    label: str
    states: tuple[State, ...]
    moves: tuple[Move, ...]
    deeds: tuple[Deed, ...] = ()

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

    def deed(self, name: str, state: str) -> Deed | None:
        return next((d for d in self.deeds if d.name == name and state in d.states), None)

    def public_states(self) -> list[str]:
        return [s.name for s in self.states if s.public]

    def open_states(self) -> list[str]:
        """The states in which somebody has the next word."""
        return [s.name for s in self.states if s.waits]

    def faults(self) -> Iterator[str]:
        """Every way in which this table contradicts itself."""
        yield from self.unknown_names()
        reached = {self.first} | {m.goes_to for m in self.moves}
        for state in self.states:
            if state.name not in reached:
                yield f"{state.name} cannot be reached"
            yield from self.faults_at(state)

    def unknown_names(self) -> Iterator[str]:
        """Moves and deeds that speak of a state there is not."""
        names = {s.name for s in self.states}
        spoken = [(m.verb, {*m.came_from, m.goes_to}) for m in self.moves]
        spoken += [(d.name, {*d.states}) for d in self.deeds]
        for verb, said in spoken:
            for name in sorted(said - names):
                yield f"{verb} names an unknown state, {name}"

    def faults_at(self, state: State) -> Iterator[str]:
        """What is wrong with one state: its verbs, its end, its clock."""
        verbs = [m.verb for m in self.moves_from(state.name)]
        if len(verbs) != len(set(verbs)):
            yield f"{state.name} has two moves with one verb"
        if state.final == bool(verbs):
            yield f"{state.name} must be final or have a way out, and not both"
        if state.days and not state.waits:
            yield f"{state.name} has a clock, and nobody it waits for"
        if state.waits and not self.ways_on(state):
            yield f"{state.name} waits for the {state.waits}, who can do nothing there"

    def ways_on(self, state: State) -> list[Move]:
        """What the one it waits for can do there; a rule follows from what they do elsewhere."""
        return [m for m in self.moves_from(state.name) if m.role in (state.waits, Role.RULE)]
