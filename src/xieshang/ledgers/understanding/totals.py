"""Checks the totals an office wrote below its rows against the rows."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from xieshang.reading.amounts import read_amount
from xieshang.reading.numbers import read_count
from xieshang.reading.unreadable import Unreadable

from .cells import letter
from .kinds import Kind, Reads
from .matching import Column
from .record import Notice, Record, Remark

ROUNDING = Decimal("0.5")  # 万元: a total of amounts may be rounded


class Totals:
    """Sums of one sheet's counts and amounts, and what its totals rows say instead."""

    def __init__(self, kind: Kind, columns: Sequence[Column], unit: str):
        self.unit = unit
        self.summed = {
            column.field: (column.index, kind.field(column.field).reads)
            for column in columns
            if column.sure and kind.field(column.field).reads in (Reads.COUNT, Reads.AMOUNT)
        }
        self.all = dict.fromkeys(self.summed, Decimal(0))
        self.since = dict(self.all)

    def add(self, record: Record) -> None:
        """Count a row in."""
        for name in self.summed:
            value = record.fields[name]
            if value:
                self.all[name] += value
                self.since[name] += value

    def check(self, number: int, row: Sequence[object]) -> list[Notice]:
        """A notice for every column whose total is not the sum of the rows above it."""
        notices = [
            Notice(number, Remark("total-differs", name, letter(index), values))
            for name, (index, reads) in self.summed.items()
            if (values := self._differs(name, row[index] if index < len(row) else None, reads))
        ]
        self.since = dict.fromkeys(self.summed, Decimal(0))
        return notices

    def _differs(self, name: str, cell: object, reads: Reads) -> Mapping[str, str] | None:
        try:
            stated = self._stated(cell, reads)
        except Unreadable:
            return None
        sums = (self.all[name], self.since[name])
        near = ROUNDING if reads is Reads.AMOUNT else 0
        if any(abs(stated - each) <= near for each in sums):
            return None
        return {"cell": f"{stated:f}", "other": f"{self.all[name]:f}"}

    def _stated(self, cell: object, reads: Reads) -> Decimal:
        if reads is Reads.AMOUNT:
            return read_amount(cell, self.unit)
        return Decimal(read_count(cell).value)
