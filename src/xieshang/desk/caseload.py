"""All that is open with some offices, read once: heaps and the table of actors are made of it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from django.utils import timezone

from xieshang.lifecycle.table import Lifecycle, Role, State
from xieshang.matters.lifecycles import LIFECYCLES, PARTS, REFERRAL
from xieshang.matters.models import Assignment, Matter, Referral

TABLES = (*LIFECYCLES.values(), *PARTS.values(), REFERRAL)
STATES = {(table.name, state.name): state for table in TABLES for state in table.states}
FAR = date.max


@dataclass(frozen=True, slots=True)
class Named:
    """A unit by its `name`, or a committee by its `title`."""

    name: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Open:
    """What a board says of an open assignment or referral: thousands of them are read at once."""

    pk: int
    lifecycle: Lifecycle
    status: str
    due_on: date | None
    unit: Named = Named()
    committee: Named = Named()

    @property
    def state(self) -> State:
        return STATES[self.lifecycle.name, self.status]


@dataclass(frozen=True)
class Caseload:
    """Matters by their keys: where each stands and its day, its open parts, who has it above.

    `received` are matters of others that were sent up to these offices; `texts` tells what many
    sent word for word.
    """

    stands: dict[int, tuple[State, date | None]] = field(default_factory=dict)
    parts: dict[int, list[Open]] = field(default_factory=dict)
    above: dict[int, list[Open]] = field(default_factory=dict)
    received: dict[int, Open] = field(default_factory=dict)
    texts: dict[int, bytes] = field(default_factory=dict)

    def days(self, key: int) -> Iterable[date | None]:
        """Every day on which somebody must act in a matter."""
        if key in self.stands:
            yield self.stands[key][1]
        yield from (part.due_on for part in self.parts.get(key, ()))
        yield from (sent.due_on for sent in self.above.get(key, ()))
        if key in self.received:
            yield self.received[key].due_on

    @cached_property
    def first(self) -> dict[int, date]:
        """The first of them for each matter: asked again and again, to sort by."""
        return {key: min(filter(None, self.days(key)), default=FAR) for key in self.keys()}

    def due(self, key: int) -> date:
        return self.first[key]

    def keys(self) -> set[int]:
        return {*self.stands, *self.parts, *self.above, *self.received}

    def ours(self) -> set[int]:
        """The keys of these offices' own matters."""
        return {*self.stands, *self.parts, *self.above}

    def held_by(self, *roles: Role) -> set[int]:
        """The matters in which one of these roles has the next word."""
        own = {key for key, (state, _due) in self.stands.items() if state.waits in roles}
        given = {
            key for key, parts in self.parts.items()
            if any(part.state.waits in roles for part in parts)
        }  # fmt: skip
        return own | given

    def due_in(self, keys: Iterable[int], when: Callable[[date], bool]) -> list[int]:
        """Those of them that are due then, the most pressing first."""
        return sorted((key for key in keys if when(self.due(key))), key=self.order)

    def order(self, key: int) -> tuple[date, int]:
        return self.due(key), key

    def late(self, keys: Iterable[int]) -> list[int]:
        today = timezone.localdate()
        return self.due_in(keys, lambda day: day < today)

    def soon(self, keys: Iterable[int], within: timedelta) -> list[int]:
        today = timezone.localdate()
        return self.due_in(keys, lambda day: today <= day <= today + within)


def caseload(person, offices: Sequence[int]) -> Caseload:
    """What is open with these offices, as far as this person may see it: three queries.

    Whatever is open has a day, but for a draft and for what lies outside the body.
    """
    due = {"committee__in": offices, "due_on__isnull": False}
    own = Matter.objects.visible_to(person).handed_in().filter(**due).order_by()
    rows = list(own.values_list("pk", "life", "status", "due_on", "likeness"))
    stands = {key: (STATES[life, status], day) for key, life, status, day, _text in rows}
    texts = {key: bytes(text) for key, *_rest, text in rows if text is not None}
    parts: dict[int, list[Open]] = defaultdict(list)
    given = Assignment.objects.visible_to(person).filter(**due).order_by("pk")
    for matter, key, part, status, day, unit in given.values_list(
        "matter", "pk", "part", "status", "due_on", "unit__name"
    ):
        parts[matter].append(Open(key, PARTS[part], status, day, unit=Named(name=unit)))
    above: dict[int, list[Open]] = defaultdict(list)
    received: dict[int, Open] = {}
    for matter, whose, to, key, status, day, title in sent_with(person, offices):
        sent = Open(key, REFERRAL, status, day, committee=Named(title=title))
        if to in offices:
            received[matter] = sent
        elif whose in offices:
            above[matter].append(sent)
    return Caseload(stands, dict(parts), dict(above), received, texts)


def sent_with(person, offices: Sequence[int]) -> Iterable[tuple]:
    """The open referrals to these offices, and those of what they have sent up themselves.

    Each as: matter, its office, to which committee, key, status, day, title of the committee.
    """
    seen = Referral.objects.visible_to(person)
    ours = seen.filter(sender__in=offices).order_by().values("matter")
    to_us = seen.open().filter(committee__in=offices).order_by().values("pk")
    of_ours = seen.open().filter(matter__in=ours).order_by().values("pk")
    rows = seen.filter(pk__among=to_us.union(of_ours)).order_by("pk")
    return rows.values_list(
        "matter", "matter__committee", "committee", "pk", "status", "due_on", "committee__title"
    )
