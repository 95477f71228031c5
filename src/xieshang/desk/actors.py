"""Who holds how much of an office's matters: offices, units and roles, never a person."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from xieshang.lifecycle.table import Role

from .caseload import FAR, Caseload
from .clock import Due, due_by
from .matter_filters import HELD

UNITS = 20  # units in the table; the list of assignments has all


@dataclass(frozen=True, slots=True)
class Actor:
    """One that has the next word: in how many, how many of them late, the first due day."""

    who: str
    count: int
    late: int
    first: Due | None
    href: str
    late_href: str


def actors(held: Caseload, known) -> list[Actor]:
    """The office itself, the units, the proposers and the tiers above, as far as they hold any."""
    ours = held.ours()
    office, proposers = (held.held_by(*HELD[name]) & ours for name in ("office", "proposer"))
    found = [
        by_role(_("The office"), "office", office, held, known),
        *by_unit(held, known),
        by_role(_("Proposers"), "proposer", proposers, held, known),
        by_role(_("A tier above"), "above", set(held.above), held, known),
    ]
    return [actor for actor in found if actor.count]


def by_role(who: str, name: str, keys: Collection[int], held: Caseload, known) -> Actor:
    """What one role holds; the list of matters has the same ones."""
    first = min(map(held.due, keys), default=FAR)
    late = len(held.late(keys))
    return actor(who, (len(keys), late, first), "matters", {"holder": name, "ours": "on"}, known)


def by_unit(held: Caseload, known) -> Iterator[Actor]:
    """The units with an assignment in their hands, the one that is due first on top."""
    days: dict[str, list[date]] = defaultdict(list)
    for part in (part for parts in held.parts.values() for part in parts):
        if part.state.waits is Role.UNIT:
            days[part.unit.name].append(part.due_on or FAR)
    today = timezone.localdate()
    for name, due in sorted(days.items(), key=lambda item: (min(item[1]), item[0]))[:UNITS]:
        numbers = (len(due), sum(day < today for day in due), min(due))
        query = {"unit": name, "holder": "unit", "ours": "on"}
        yield actor(name, numbers, "assignments", query, known)


def actor(who: str, numbers: tuple, name: str, query: dict[str, str], known) -> Actor:
    """One line of the table, with the lists that its numbers open."""
    count, late, first = numbers
    base = reverse(f"desk:{name}")
    opened = f"{base}?{urlencode(query)}"
    late_href = f"{base}?{urlencode(query | {'waiting': 'late'})}"
    due = due_by(first, known) if first != FAR else None
    return Actor(who, count, late, due, opened, late_href)
