"""One page of a figure's rows, as quick at the millionth row as at the first.

A page is found by where the one before it ended, never by counting rows from the start.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import BooleanField, DateField, Expression, F, Func, Model, QuerySet, Value

SIZE = 50


class BadPlace(ValueError):
    """A mark that names no place in these rows."""


@dataclass(frozen=True, slots=True)
class Page:
    """Rows of one page, with the marks of the pages before and after it ("" at the ends)."""

    rows: list
    before: str
    after: str


def page(rows: QuerySet, *, after: str = "", before: str = "", size: int = SIZE) -> Page:
    """The page of ordered `rows` that follows the mark `after`, or precedes the mark `before`.

    `rows` must be ordered by paths that end in the key. Raises BadPlace.
    """
    order = list(rows.query.order_by)
    mark = after or before
    if mark:
        place = read_mark(mark, [kind_of(rows.model, path) for path in order])
        rows = rows.filter(beyond(order, place, " > " if after else " < "))
        rows = bounded(rows, **{f"{order[0]}__{'gte' if after else 'lte'}": place[0]})
    if before:
        rows = rows.order_by(*(f"-{path}" for path in order))
    found = list(rows[: size + 1])
    more, found = len(found) > size, found[:size]
    if before:
        found.reverse()
    first = mark_of(found[0], order) if found and (after or (before and more)) else ""
    last = mark_of(found[-1], order) if found and (before or more) else ""
    return Page(found, first, last)


def beyond(order: Sequence[str], place: Sequence, sign: str) -> Expression:
    """(a, b, c) > (x, y, z), as one comparison of rows that an index can answer."""
    here = Func(*map(F, order), template="(%(expressions)s)")
    there = Func(*map(Value, place), template="(%(expressions)s)")
    return Func(
        here, there, template="%(expressions)s", arg_joiner=sign, output_field=BooleanField()
    )


def bounded(rows: QuerySet, **bound) -> QuerySet:
    """`rows` with a bound of their first column that is said before all else.

    SQLite reads an index from the first bound that it finds, however loose that one is.
    """
    rows = rows.filter(**bound)
    conditions = rows.query.where.children
    conditions.insert(0, conditions.pop())
    return rows


def mark_of(row, order: Sequence[str]) -> str:
    """Where a row stands, as a short text for an address."""
    return json.dumps([plain(value_at(row, path)) for path in order], separators=(",", ":"))


def value_at(row, path: str):
    for name in path.split("__"):
        row = getattr(row, name)
    return row


def plain(value):
    return value.isoformat() if isinstance(value, date) else value


def kind_of(model: type[Model], path: str) -> type:
    """Whether the values at `path` are days or whole numbers."""
    *way, last = path.split("__")
    for name in way:
        model = model._meta.get_field(name).related_model
    field = model._meta.pk if last == "pk" else model._meta.get_field(last.removesuffix("_id"))
    return date if isinstance(field, DateField) else int


def read_mark(mark: str, kinds: Sequence[type]) -> list:
    """The values in a mark, of these kinds; raises BadPlace when somebody made it up."""
    try:
        place = json.loads(mark)
    except (ValueError, RecursionError) as fault:
        raise BadPlace(mark[:40]) from fault
    if not isinstance(place, list) or len(place) != len(kinds):
        raise BadPlace(mark[:40])
    return [READERS[kind](value) for value, kind in zip(place, kinds, strict=True)]


def whole_number(value) -> int:
    if type(value) is not int or not 0 <= value < 2**63:
        raise BadPlace(str(value)[:40])
    return value


def day(value) -> date:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError) as fault:
        raise BadPlace(str(value)[:40]) from fault


READERS = {int: whole_number, date: day}
