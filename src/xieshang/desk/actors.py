"""Who holds how much of an office's matters: offices, units and roles, never a person."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Count, Min, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from xieshang.lifecycle.table import Role
from xieshang.matters.models import Assignment, Matter

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


def actors(person, kept: Sequence[int], known) -> list[Actor]:
    """The office itself, the units, the proposers and the tiers above, as far as they hold any."""
    ours = Matter.objects.visible_to(person).filter(committee__in=kept)
    roles = list(by_role(ours, known))
    units = list(by_unit(person, kept, known))
    return [*roles[:1], *units, *roles[1:]]


def by_role(ours, known) -> Iterator[Actor]:
    """What the office holds, what lies with proposers, and what with a tier above."""
    late = ours.is_due(timezone.localdate())
    held = {name: ours.is_held(*roles) for name, roles in HELD.items()} | {"above": ours.is_above()}
    words = {
        "office": _("The office"), "proposer": _("Proposers"), "above": _("A tier above"),
    }  # fmt: skip
    sums: dict[str, object] = {}
    for name in words:
        sums[name] = Count("pk", filter=held[name])
        sums[f"{name}_late"] = Count("pk", filter=held[name] & late)
        sums[f"{name}_first"] = Min("due_on", filter=held[name])
    found: Mapping = ours.order_by().aggregate(**sums)
    for name, said in words.items():
        if found[name]:
            first = found[f"{name}_first"]
            query = {"holder": name, "ours": "on"}
            yield actor(said, (found[name], found[f"{name}_late"], first), "matters", query, known)


def by_unit(person, kept: Sequence[int], known) -> Iterator[Actor]:
    """The units with an assignment in their hands, the one that is due first on top."""
    rows = Assignment.objects.visible_to(person).filter(matter__committee__in=kept)
    late = Count("pk", filter=Q(due_on__lt=timezone.localdate()))
    sums = rows.held_by(Role.UNIT).order_by().values_list("unit__name")
    held = sums.annotate(n=Count("pk"), late=late, first=Min("due_on")).order_by("first")
    for name, *numbers in held[:UNITS]:
        query = {"unit": name, "holder": "unit", "ours": "on"}
        yield actor(name, tuple(numbers), "assignments", query, known)


def actor(who: str, numbers: tuple, name: str, query: dict[str, str], known) -> Actor:
    """One line of the table, with the lists that its numbers open."""
    count, late, first = numbers
    base = reverse(f"desk:{name}")
    opened = f"{base}?{urlencode(query)}"
    late_href = f"{base}?{urlencode(query | {'waiting': 'late'})}"
    return Actor(who, count, late, due_by(first, known) if first else None, opened, late_href)
