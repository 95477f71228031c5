"""What a kept map says, in the order in which people read it: pure functions of what is kept."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

LETTERS = "ABCDE"
KNOWN = 5  # votes by which a statement is spoken of at all
DIVIDES = 0.3  # how far apart the groups' shares are where a statement is said to divide
UNSURE = 0.3  # the share of passes from which people are said to be unsure
MOST = 8


@dataclass(frozen=True, slots=True)
class Share:
    """How many of those who saw a statement said what."""

    agree: int
    disagree: int
    seen: int

    @property
    def passed(self) -> int:
        return self.seen - self.agree - self.disagree

    def of(self, many: int) -> int:
        """In whole per cent; 0 of nobody."""
        return round(100 * many / self.seen) if self.seen else 0

    @property
    def agrees(self) -> int:
        return self.of(self.agree)

    @property
    def disagrees(self) -> int:
        return self.of(self.disagree)

    @property
    def passes(self) -> int:
        return 100 - self.agrees - self.disagrees if self.seen else 0


@dataclass(frozen=True, slots=True)
class Line:
    """A statement with what all say of it, and each group by its letter."""

    statement: Any
    all: Share
    by_group: tuple[tuple[str, Share], ...]
    consensus: float
    division: float
    unsure: float
    said: int = 1  # what a group, or all, say of it: 1 agree, -1 disagree

    @property
    def number(self) -> int:
        return self.statement.number

    @property
    def is_shared(self) -> bool:
        """Whether more than half of every group agree, each group having seen it enough."""
        shares = [share for _letter, share in self.by_group]
        known = bool(shares) and all(share.seen >= KNOWN for share in shares)
        return known and all(2 * share.agree > share.seen for share in shares)


@dataclass(frozen=True, slots=True)
class Group:
    """People who think alike: a letter, how many, and what tells them from the others."""

    letter: str
    size: int
    lines: tuple[Line, ...]


class Result:
    """A kept map over the statements as they read now."""

    def __init__(self, kept, statements: Sequence):
        self.kept = kept
        self.told: Mapping[str, Any] = kept.told
        known = {str(each.pk): each for each in statements}
        self.lines = {
            key: self.line(known[key], each)
            for key, each in self.told["statements"].items()
            if key in known
        }

    def line(self, statement, each: Mapping[str, Any], said: int = 1) -> Line:
        groups = zip(LETTERS, each["groups"], strict=False)
        return Line(
            statement, Share(each["agree"], each["disagree"], each["seen"]),
            tuple((letter, Share(*told)) for letter, told in groups),
            each["consensus"], each["division"], each["unsure"], said,
        )  # fmt: skip

    def named(self, told: Sequence[Mapping[str, Any]]) -> Iterator[Line]:
        """The lines that an entry of the map names, with what is said of each."""
        for each in told:
            key = str(each["statement"])
            if key in self.lines:
                line = self.lines[key]
                yield self.line(line.statement, self.told["statements"][key], each["said"])

    @property
    def agreed(self) -> list[Line]:
        """What nearly all agree with, or disagree with, together."""
        return [*self.named(self.told["agreed"]), *self.named(self.told["disagreed"])]

    @property
    def shared(self) -> list[Line]:
        """What every group agrees with by more than half, the surest first."""
        enough = [line for line in self.lines.values() if line.is_shared]
        return sorted(enough, key=lambda line: (-line.consensus, line.number))[:MOST]

    @property
    def dividing(self) -> list[Line]:
        """What sets groups apart, the farthest apart first."""
        apart = [line for line in self.lines.values() if line.division >= DIVIDES]
        return sorted(apart, key=lambda line: (-line.division, line.number))[:MOST]

    @property
    def unsure(self) -> list[Line]:
        """Where many pass: people do not know yet, or the statement is unclear."""
        many = [
            line for line in self.lines.values()
            if line.unsure >= UNSURE and line.all.seen >= KNOWN
        ]  # fmt: skip
        return sorted(many, key=lambda line: (-line.unsure, line.number))[:MOST]

    @property
    def opinion_groups(self) -> list[Group]:
        """The groups by letter."""
        return [
            Group(letter, each["size"], tuple(self.named(each["statements"])))
            for letter, each in zip(LETTERS, self.told["groups"], strict=False)
        ]

    def sorted(self, order: str) -> list[Line]:
        """Every statement, in an order that `ORDERS` names."""
        return sorted(self.lines.values(), key=ORDERS.get(order, ORDERS["number"]))


ORDERS: Mapping[str, Any] = {
    "number": lambda line: line.number,
    "agree": lambda line: (-line.all.agrees, line.number),
    "disagree": lambda line: (-line.all.disagrees, line.number),
    "pass": lambda line: (-line.all.passes, line.number),
    "votes": lambda line: (-line.all.seen, line.number),
    "together": lambda line: (-line.consensus, line.number),
    "apart": lambda line: (-line.division, line.number),
}
