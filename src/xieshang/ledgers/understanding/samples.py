"""What the values of a column look like, without its heading."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from xieshang.reading.amounts import read_amount
from xieshang.reading.characters import written
from xieshang.reading.dates import read_day
from xieshang.reading.numbers import read_count
from xieshang.reading.unreadable import Unreadable

from .kinds import Field, Reads

LOOKED_AT = 60  # values of a column, spread over its length
NEUTRAL = 0.75  # the fit of a column in which nothing is written
LEAP_YEAR = 2000  # completes 2月29日; the year does not matter here

_MONEY = re.compile(r"[万亿元]")


@dataclass(frozen=True)
class Sample:
    """Shares, 0 to 1, of a column's values that read as a day, a count, an amount, a text."""

    values: tuple[object, ...]
    day: float
    count: float
    amount: float

    @property
    def text(self) -> float:
        return max(0.0, 1.0 - max(self.day, self.count, self.amount))

    def fit(self, field: Field) -> float:
        """How well the values suit a field."""
        if not self.values:
            return NEUTRAL
        if field.reads is Reads.DAY:
            return self.day
        if field.reads in (Reads.COUNT, Reads.ORDINAL):
            return self.count
        if field.reads is Reads.AMOUNT:
            return max(self.amount, self.count)
        if field.name == "number":
            return 0.2 if self.day > 0.9 and self.count < 0.9 else 0.9
        return (
            self.text
            if field.words is None
            else min(self.text, 0.45) + 0.55 * self.share_of(field.words)
        )

    def share_of(self, words: re.Pattern) -> float:
        """The share of the values in which one of the words stands."""
        found = sum(1 for value in self.values if words.search(written(value)))
        return found / len(self.values) if self.values else 0.0


def sample(values: Sequence[object]) -> Sample:
    """Look at some of the values of a column; blank ones are passed over."""
    filled = [value for value in values if value is not None and written(value)]
    some = filled[:: max(1, len(filled) // LOOKED_AT)][:LOOKED_AT]
    days = [_reads(read_day, value, year=LEAP_YEAR) for value in some if _may_be_day(value)]
    share = 1 / len(some) if some else 0.0
    return Sample(
        tuple(some),
        day=sum(days) * share,
        count=sum(_reads(read_count, value) for value in some) * share,
        amount=sum(_reads(read_amount, value) for value in some) * share,
    )


def is_bare(value: object) -> bool:
    """Whether an amount has no unit of its own."""
    return not (isinstance(value, str) and _MONEY.search(written(value)))


def _may_be_day(value: object) -> bool:
    """A bare number is rather a count than the serial of a day."""
    return not isinstance(value, int | float)


def _reads(read, value: object, **more) -> bool:
    try:
        read(value, **more)
    except Unreadable:
        return False
    return True
