"""Venues, projects and brands in the columns of the ledgers that offices keep of them."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from xieshang.ledgers.understanding.kinds import KINDS
from xieshang.ledgers.understanding.kinds.field import Field
from xieshang.site.listing import Column

from .activity_files import ABOUT, COLUMNS
from .listing import Layout, Shown

UNIT = {"amount": "{}（万元）"}  # amounts are kept so, and their heading says it
OWN: Mapping[str, Mapping[str, Callable[[Any], object]]] = {
    "project": {"jobs_poverty": lambda p: p.jobs_for_poor, "county": lambda p: ""},
    "venue": {
        "type": lambda v: v.form,
        "sector": lambda v: str(v.sector or ""),
        "place": lambda v: v.address,
    },
    "brand": {"owner": lambda b: b.committee.title},
}
EACH: Mapping[str, Callable[[Any], object]] = {
    "number": lambda row: row.short,
    "title": lambda row: row.name,
}


def cell(kind: str, field: str, row) -> object:
    """What a ledger of this kind has of a row under a heading."""
    read = OWN[kind].get(field) or EACH.get(field)
    value = read(row) if read else getattr(row, field)
    about = value is not None and field in getattr(row, "approximate", ())
    return ABOUT.format(value) if about else value


def shown(kind: str, field: Field) -> Shown:
    """A column under the heading by which this kind of ledger is known."""
    heading = UNIT.get(field.name, "{}").format(field.headings[0])
    column = Column(field.name, heading, COLUMNS.get(field.reads, "text"))
    return Shown(column, partial(cell, kind, field.name))


def layouts(kind: str, label: str) -> dict[str, Layout]:
    """The layout of one kind of ledger, as a list offers it."""
    columns = tuple(shown(kind, field) for field in KINDS[kind].fields)
    return {kind: Layout(label, columns, lambda rows: rows)}
