"""What the document needs to know of a figure, and where it asks for it."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from .grammar import Number


@dataclass(frozen=True, slots=True)
class Quote:
    """A figure as it stands in a text, with all that its line in the list says."""

    text: str  # 5423, 83.5%
    code: str
    address: str  # what the number links to
    label: str
    definition: str  # what the label means, in a sentence
    base: str
    scope: str
    period: str
    digest: str  # first twelve hexadecimal digits


@dataclass(frozen=True, slots=True)
class Place:
    """A committee as a document speaks of it."""

    name: str  # 柳州市
    title: str  # 柳州市政协
    every: str  # 全市各级政协: itself and all below
    key: Any = None
    programme: str = ""  # the brand or series spoken of, in a block of brands


class Ledger(Protocol):
    """Who answers the questions of a template."""

    def quote(self, asked: Number, place: Place) -> Quote | None:
        """The figure, or None where there are no records, or a nought which may not be said."""

    def below(self, place: Place, tier: str) -> list[Place]:
        """The committees of that tier under this one, or the brands of this one, in order."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a report is about, beside its figures."""

    place: Place
    start: date
    end: date
    day: date  # the day it is drawn up
    site: str  # where the short addresses begin

    @property
    def year(self) -> str:
        return str(self.start.year)

    @property
    def period(self) -> str:
        """Its days in words."""
        return period_of(self.start, self.end)


def period_of(first: date, last: date) -> str:
    """2023年, 2022—2023年, or both days in full."""
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first.year}年" if first.year == last.year else f"{first.year}—{last.year}年"
    return f"{in_full(first)}至{in_full(last)}"


def in_full(day: date) -> str:
    """2024年1月5日: Arabic figures, no leading noughts (GB/T 9704-2012, 7.3.5.4)."""
    return f"{day.year}年{day.month}月{day.day}日"
