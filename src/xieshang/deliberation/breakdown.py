"""What parts of those who took part agree with, never of fewer than five, nor by subtraction.

A part is told once the weighing has ended, so that no two dates can be compared; only where all
its classes, and those who said nothing of themselves, are five people and more for the statement,
so that none follows from the whole and the others.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from xieshang.people.models import Committee, Sector

from .models import Deliberation, Participant, Vote
from .results import Line, Result, Share

FEWEST = 5
KINDS = {"area": _("By city"), "sector": _("By sector"), "age": _("By age")}


@dataclass(frozen=True, slots=True)
class Part:
    """One way of parting people: the classes, and for each statement what each class says."""

    label: str
    classes: tuple[str, ...]
    lines: tuple[tuple[Line, tuple[Share, ...]], ...]


def parts_of(deliberation: Deliberation, result: Result) -> list[Part]:
    """The parts that may be told; none before all votes are in."""
    if not result.kept.final:
        return []
    found = (part_of(deliberation, result, kind) for kind in KINDS)
    return [part for part in found if part is not None]


def part_of(deliberation: Deliberation, result: Result, kind: str) -> Part | None:
    told = shares_by(deliberation, kind)
    safe = dict(safe_of(told))
    lines = [line for line in result.sorted("number") if line.statement.pk in safe]
    keys = sorted({key for shares in safe.values() for key in shares if key}, key=str)
    if not lines or len(keys) < 2:
        return None
    names = names_of(kind, keys)
    rows = ((line, tuple(safe[line.statement.pk][key] for key in keys)) for line in lines)
    return Part(str(KINDS[kind]), tuple(names[key] for key in keys), tuple(rows))


def shares_by(deliberation: Deliberation, kind: str) -> dict[int, dict[object, Share]]:
    """Statement → class ("" for who said nothing) → what they say."""
    counts = Vote.objects.filter(statement__deliberation=deliberation, statement__status="shown")
    rows = counts.values_list("statement", f"participant__{kind}").annotate(
        agree=Count("pk", Q(value=1)), disagree=Count("pk", Q(value=-1)), seen=Count("pk")
    )
    found: dict[int, dict[object, Share]] = defaultdict(dict)
    for statement, key, agree, disagree, seen in rows.order_by():
        found[statement][key or ""] = Share(agree, disagree, seen)
    return found


def safe_of(told: Mapping[int, Mapping[object, Share]]) -> Iterator[tuple[int, Mapping]]:
    """Those statements of which every class of the deliberation may be told.

    A class that is too small anywhere would follow from the whole less the others: then none is.
    """
    classes = {key for shares in told.values() for key in shares if key}
    for statement, shares in told.items():
        silent = shares.get("", Share(0, 0, 0)).seen
        each = [shares.get(key, Share(0, 0, 0)).seen for key in classes]
        if all(seen >= FEWEST for seen in each) and (silent == 0 or silent >= FEWEST):
            yield statement, shares


def names_of(kind: str, keys: list) -> dict[object, str]:
    """How each class is called."""
    if kind == "area":
        return {c.pk: c.name for c in Committee.objects.filter(pk__in=keys)}
    if kind == "sector":
        return {s.pk: s.name for s in Sector.objects.filter(pk__in=keys)}
    return {value: str(label) for value, label in Participant.Age.choices}
