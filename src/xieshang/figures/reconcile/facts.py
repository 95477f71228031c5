"""The figures of one text: what each counts (in dotted words), and how exactly it was printed."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from xieshang.reading.numbers import read_quantity
from xieshang.reading.unreadable import Unreadable

NEEDED = ("place", "period", "metric_kind", "value")
COLUMNS = (*NEEDED, "subject_zh", "unit")
_APPROXIMATE = re.compile(
    r"原文[:：]|[（(](?:余|多|来|近|约|超|超过|逾|左右|以上|上|至少|不少于)[)）]"
)
Sum = tuple[str, ...]  # kinds that are added up; one that begins with - is taken away


class BadTable(ValueError):
    """A table without the columns that reconciling needs; `missing` names them."""

    def __init__(self, missing: Iterable[str]):
        self.missing = tuple(missing)
        super().__init__(f"missing columns: {', '.join(self.missing)}")


@dataclass(frozen=True, slots=True)
class Fact:
    """One printed figure: how many decimals it had, and the text's own name for it."""

    kind: str
    value: Decimal
    unit: str = ""
    places: int = 0
    subject: str = ""

    @property
    def name(self) -> str:
        """What people call it."""
        return self.subject or self.kind

    @property
    def half(self) -> Decimal:
        """How far the true number may lie from the printed one."""
        return Decimal(5).scaleb(-self.places - 1)

    def rounds(self, true: Decimal) -> bool:
        """Whether the true number, rounded to the digits printed, is this one."""
        return abs(self.value - true) <= self.half


@dataclass(slots=True)
class Text:
    """The figures of one text by kind; those that bear no arithmetic are only named as `unsure`."""

    place: str
    period: str
    facts: dict[str, Fact] = field(default_factory=dict)
    unsure: set[str] = field(default_factory=set)  # approximate, or printed twice differently

    def add(self, fact: Fact, approximate: bool = False) -> None:
        """Take in one figure."""
        known = self.facts.get(fact.kind)
        if approximate or (known and known.value != fact.value):
            self.unsure.add(fact.kind)
            self.facts.pop(fact.kind, None)
        elif fact.kind not in self.unsure:
            self.facts[fact.kind] = fact

    def total(self, kinds: Sum) -> Decimal | None:
        """A sum of figures, or None where one of them is not given exactly."""
        facts = [self.facts.get(kind.lstrip("-")) for kind in kinds]
        if not all(facts):
            return None
        signs = (-1 if kind.startswith("-") else 1 for kind in kinds)
        return sum((sign * fact.value for sign, fact in zip(signs, facts, strict=True) if fact), _0)

    def totals(self, sums: Iterable[Sum]) -> list[Decimal]:
        """Every one of several sums that can be made."""
        return [total for kinds in sums if (total := self.total(kinds)) is not None]

    def under(self, stem: str) -> list[Fact]:
        """The figures one step below a kind: proposal.filed → proposal.filed.member, …"""
        depth = stem.count(".") + 1
        below = [fact for kind, fact in self.facts.items() if kind.startswith(f"{stem}.")]
        return [fact for fact in below if fact.kind.count(".") == depth]

    def doubtful(self, stem: str) -> bool:
        """Whether a figure below a kind is there, but not exactly."""
        return any(kind.startswith(f"{stem}.") for kind in self.unsure)


_0 = Decimal(0)


def texts_of(rows: Iterable[Mapping[str, str | None]]) -> list[Text]:
    """The rows of a table as texts, by place and period; raises BadTable.

    A row whose value is no number bears no arithmetic and is left out.
    """
    texts: dict[tuple[str, str], Text] = {}
    for row in rows:
        if missing := [name for name in NEEDED if name not in row]:
            raise BadTable(missing)
        place, period, kind, value, subject, unit = (
            (row.get(name) or "").strip() for name in COLUMNS
        )
        text = texts.setdefault((place, period), Text(place, period))
        try:
            quantity = read_quantity(value)
        except Unreadable:
            continue
        approximate = bool(quantity.approximation or _APPROXIMATE.search(subject))
        text.add(printed(kind, quantity.value, unit, subject), approximate)
    return list(texts.values())


def printed(kind: str, value: Decimal, unit: str = "", subject: str = "") -> Fact:
    """A figure as it was printed, its decimals counted."""
    return Fact(kind, value, unit, max(0, -int(value.as_tuple().exponent)), subject)
