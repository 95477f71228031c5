"""What the values of a column look like, without its heading."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from xieshang.reading.amounts import read_amount
from xieshang.reading.characters import written
from xieshang.reading.dates import read_day
from xieshang.reading.numbers import read_count
from xieshang.reading.unreadable import Unreadable

from .cells import raw
from .kinds import Field, Reads

LOOKED_AT = 40  # values of a column, spread over its length
NEUTRAL = 0.75  # the fit of a column in which nothing is written
LEAP_YEAR = 2000  # completes 2月29日; the year does not matter here

_ORDINAL = re.compile(r"^第?[0-9零〇一二三四五六七八九十百]+(?:期|讲|场|次|辑|届)?$")
_MONEY = re.compile(r"[万亿元]")


@dataclass(frozen=True)
class Sample:
    """Shares, 0 to 1, of a column's values that read as a day, a count, an amount, a text."""

    values: tuple[object, ...]
    texts: tuple[str, ...]
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
        if field.reads in _STRICT:
            return _STRICT[field.reads](self)
        if field.name == "number":
            return 0.2 if self.day > 0.9 and self.count < 0.9 else 0.9
        if field.words is None:
            return self.text
        return min(self.text, 0.45) + 0.55 * self.share_of(field.words)

    def share_of(self, words: re.Pattern) -> float:
        """The share of the values in which one of the words stands."""
        return _share(self.texts, words)


_STRICT = {
    Reads.DAY: lambda seen: seen.day,
    Reads.COUNT: lambda seen: seen.count,
    Reads.AMOUNT: lambda seen: max(seen.amount, seen.count),
    Reads.ORDINAL: lambda seen: seen.share_of(_ORDINAL),
}


def sample(values: Sequence[object]) -> Sample:
    """Look at some of the values of a column; blank ones are passed over."""
    filled = [value for value in values if value is not None and value != ""]
    some = filled[:: max(1, len(filled) // LOOKED_AT)][:LOOKED_AT]
    days = [_reads(read_day, value, year=LEAP_YEAR) for value in some if _may_be_day(value)]
    share = 1 / len(some) if some else 0.0
    return Sample(
        tuple(some),
        tuple(written(raw(value)) for value in some),
        day=sum(days) * share,
        count=sum(_reads(read_count, value) for value in some) * share,
        amount=sum(_reads(read_amount, value) for value in some) * share,
    )


@lru_cache(maxsize=2_000)
def _share(texts: tuple[str, ...], words: re.Pattern) -> float:
    return sum(1 for text in texts if words.search(text)) / len(texts) if texts else 0.0


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
