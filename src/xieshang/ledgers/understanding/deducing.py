"""Required columns that no heading names, where only one column of the sheet can be it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from .kinds import Field, Kind, Reads
from .matching import SURE, Column
from .record import Remark
from .samples import Sample

CLEAR = 0.9  # the share of values that must read as the field is read
SIGNED = 0.6  # the share of titles in which a sign of the kind stands


def deduce(
    kind: Kind, columns: Sequence[Column], samples: Sequence[Sample]
) -> tuple[tuple[Column, ...], tuple[Remark, ...]]:
    """The columns, with the only one that can be a missing required field; and what to tell."""
    found = list(columns)
    remarks = []
    for field in _missing(kind, found):
        likely = [
            column
            for column in found
            if not column.sure and _can_be(field, kind, samples[column.index])
        ]
        if len(likely) != 1:
            continue
        found[likely[0].index] = replace(likely[0], field=field.name, confidence=SURE)
        values = {"cell": likely[0].heading, "field": field.label}
        remarks.append(Remark("deduced", field.name, "", values))
    return tuple(found), tuple(remarks)


def _missing(kind: Kind, columns: Sequence[Column]) -> Iterator[Field]:
    met = {column.field for column in columns if column.sure}
    return (kind.field(name) for name in kind.required if name not in met)


def _can_be(field: Field, kind: Kind, seen: Sample) -> bool:
    if field.reads is Reads.DAY:
        return bool(seen.values) and seen.day >= CLEAR
    return seen.text >= CLEAR and seen.share_of(kind.signs) >= SIGNED
