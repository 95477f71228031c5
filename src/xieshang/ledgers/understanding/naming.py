"""What kind of ledger a sheet is: by its names, its headings and the words of its values."""

import math
from collections.abc import Sequence

from xieshang.reading.characters import written

from .headings import bare
from .kinds import KINDS, Kind
from .matching import Column, match, strength
from .samples import Sample

NAMED = 3.0  # what the name of a sheet weighs, against 1 for a heading well understood
SHOWN = 2.0  # what titles that are of a kind, all of them, weigh
MISSING = 1.0  # taken off for a required column that is not there


def named_kind(text: object) -> dict[str, float]:
    """How much a name speaks for each kind, 0 to 1: in 协商阵地台账 the last word weighs most."""
    name = written(text or "")
    found = {kind.name: _said(kind, name) for kind in KINDS.values()}
    most = max(found.values(), default=0.0)
    return {kind: share if share == most else share / 3 for kind, share in found.items()}


def _said(kind: Kind, name: str) -> float:
    """0 where no word of a kind stands; up to 1 the nearer its last word is to the end."""
    ends = [name.rfind(word) + len(word) for word in kind.words if word in name]
    return 0.6 + 0.4 * max(ends) / len(name) if ends else 0.0


def find_kind(
    names: Sequence[str], headings: Sequence[str], samples: Sequence[Sample]
) -> tuple[Kind, float]:
    """The likeliest kind and how sure, 0 to 1; `names` are weighed in falling order."""
    points = {
        kind.name: _points(kind, match(kind, headings, samples), samples) for kind in KINDS.values()
    }
    weight = NAMED
    for name in names:
        spoken = named_kind(name)
        for kind, share in spoken.items():
            points[kind] += weight * share
        weight = weight / 2 if any(spoken.values()) else weight
    best = max(points, key=points.__getitem__)
    whole = sum(math.exp(score - points[best]) for score in points.values())
    return KINDS[best], round(1 / whole, 3)


def _points(kind: Kind, columns: Sequence[Column], samples: Sequence[Sample]) -> float:
    sure = {column.field: samples[column.index] for column in columns if column.sure}
    signs = [sure[name].share_of(kind.signs) for name in ("title", "form", "type") if name in sure]
    missing = sum(name not in sure for name in kind.required)
    return strength(columns) + SHOWN * max(signs, default=0.0) - MISSING * missing


def default_type(names: Sequence[str]) -> str:
    """The type of suggestion that a ledger's own name states, where it has no such column."""
    for name in names:
        for word, type_ in (("提案", "提案"), ("社情民意", "社情民意信息"), ("发言", "大会发言")):
            if word in bare(name):
                return type_
    return ""
