"""The part of the body, and the days, which a figure speaks of."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from xieshang.people.models import Committee


@dataclass(frozen=True, slots=True)
class Scope:
    """A committee with everything below it, or alone (`own`), from a day to a day, both in."""

    committee: Committee
    start: date
    end: date
    own: bool = False

    @property
    def span(self) -> tuple[int, int]:
        """The range of committee codes inside."""
        return (self.committee.code, self.committee.code) if self.own else self.committee.span

    def between(self, start: date, end: date) -> "Scope":
        """The same committees on other days."""
        return replace(self, start=start, end=end)

    def of(self, committee: Committee, own: bool = False) -> "Scope":
        """Another committee on the same days."""
        return replace(self, committee=committee, own=own)

    @classmethod
    def year(cls, committee: Committee, year: int, own: bool = False) -> "Scope":
        """A whole year."""
        return cls(committee, date(year, 1, 1), date(year, 12, 31), own)


@dataclass(frozen=True, slots=True)
class Months:
    """The whole months inside a scope's days, by their first days, and the days left over."""

    first: date
    last: date
    edges: tuple[tuple[date, date], ...]


def months_of(scope: Scope) -> Months:
    """Cut a scope's days into whole months and at most two edges, each from a day to a day."""
    first = scope.start if scope.start.day == 1 else next_month(scope.start)
    after = next_month(scope.end)
    whole_end = scope.end.replace(day=1) - ONE if after - ONE != scope.end else scope.end
    if first > whole_end:
        edges = [(scope.start, scope.end)]
        return Months(date.max, date.min, tuple(edges if scope.start <= scope.end else ()))
    edges = [(scope.start, first - ONE), (whole_end + ONE, scope.end)]
    some = tuple((start, end) for start, end in edges if start <= end)
    return Months(first, whole_end.replace(day=1), some)


def next_month(day: date) -> date:
    """The first day of the month after `day`."""
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


ONE = timedelta(days=1)
