"""What a figure is: rows, and one way of measuring them.

A metric never returns a number of its own. It declares rows; the number is measured from the
rows; the drill-down is the rows. So they cannot disagree. A definition that changes gets a
new name.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from .scope import Scope
from .source import Source

Narrow = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured: the value, how many rows it rests on, and for a share its base."""

    value: int
    rows: int
    base: int | None = None


@dataclass(frozen=True, slots=True)
class Metric:
    """One declared figure.

    `where` narrows the source's rows by its facets; `measure` names the facet that is summed,
    or is empty when rows are counted; `spans` names two facets that are days, of which the middle
    span in working days is wanted; `share` says which of the rows count when a share is
    wanted: the value is then their number, the base is all rows.
    """

    name: str
    label: str
    definition: str
    unit: str
    source: Source
    where: tuple[tuple[str, object], ...] = ()
    measure: str = ""
    share: Q | None = None
    spans: tuple[str, str] | tuple[()] = ()

    def rows(self, scope: Scope, narrow: Narrow = {}) -> QuerySet:  # noqa: B006 never changed
        """The drill-down: exactly the rows the figure is measured from, in the source's order."""
        rows = self.source.rows(scope).filter(self.source.narrowed(self.where, narrow))
        if self.share is not None:
            rows = rows.annotate(counted=self.share)
        return rows.order_by(*self.source.order)

    def measured(self, scope: Scope, narrow: Narrow = {}) -> Measured:  # noqa: B006
        """Value, rows and base in one reading."""
        return measure([self], scope, narrow)[self.name]

    def value(self, scope: Scope, narrow: Narrow = {}) -> int:  # noqa: B006
        """The number alone."""
        return self.measured(scope, narrow).value

    def by(self, key: str, scope: Scope, narrow: Narrow = {}) -> list[tuple]:  # noqa: B006
        """The figure for each value of `key` (programme, kind, committee, month): (key, Measured).

        Raises UnknownKey where the source has no such key.
        """
        return [
            (value, Measured(*sums))
            for value, sums in self.source.grouped(self, key, scope, narrow)
        ]

    def recounted(self, scope: Scope, narrow: Narrow = {}) -> Measured:  # noqa: B006
        """The same, measured from the rows one by one, past every sum that is kept."""
        return Measured(*self.source.summed([self], self.source.rows(scope), narrow)[self.name])

    def digest(self, scope: Scope, narrow: Narrow = {}) -> str:  # noqa: B006
        """A seal over the rows: if one row changes, this changes. SHA-256 in hex."""
        facts = [path for path, _label in self.source.columns]
        if self.share is not None:
            facts.append("counted")
        rows = self.rows(scope, narrow).values_list("pk", *facts)
        return seal_of(rows.iterator(chunk_size=5000))


def seal_of(rows: Iterable[tuple]) -> str:
    """SHA-256 over rows, each written as its values with a tab between and a line end behind."""
    sha = hashlib.sha256()
    for row in rows:
        sha.update("\t".join(map(plain, row)).encode() + b"\n")
    return sha.hexdigest()


def plain(value: object) -> str:
    """A value as both databases write it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    return value.isoformat() if isinstance(value, date) else str(value)


def measure(metrics: Iterable[Metric], scope: Scope, narrow: Narrow = {}) -> dict[str, Measured]:  # noqa: B006
    """Many figures of one scope, reading each source once: name → Measured, in the given order."""
    metrics = list(metrics)
    found = {}
    for source in {id(m.source): m.source for m in metrics}.values():
        found.update(source.measured([m for m in metrics if m.source is source], scope, narrow))
    return {m.name: Measured(*found[m.name]) for m in metrics}
