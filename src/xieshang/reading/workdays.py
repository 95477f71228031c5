"""Working days: Monday to Friday, but for the days off and the weekends worked instead (调休)."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import accumulate

WEEK, WORKED = 7, 5  # date.toordinal() counts from a Monday, 1
NEVER = date.max.toordinal() + 1
_DAYS = (0, 1, 2, 3, 4, 5, 5)  # how many weekdays there were, Sunday to Saturday


@dataclass(frozen=True)
class Calendar:
    """Which days are worked. Raises ValueError for a day that is both off and worked.

    Whatever is not named follows the weekday, also in years whose notice is not among `years`.
    """

    off: frozenset[date] = frozenset()
    work: frozenset[date] = frozenset()
    years: frozenset[int] = frozenset()

    def __post_init__(self):
        if both := self.off & self.work:
            raise ValueError(f"both off and worked: {min(both)}")

    def ruled(self, off: Iterable[date], work: Iterable[date]) -> "Calendar":
        """This calendar with other days off and other days worked, whatever they were."""
        free, worked = frozenset(off), frozenset(work)
        return Calendar((self.off - worked) | free, (self.work - free) | worked, self.years)

    def knows(self, year: int) -> bool:
        """Whether the notice for this year is among what is counted with."""
        return year in self.years

    def unknown(self, first: date, last: date) -> list[int]:
        """The years from `first` to `last`, both included, of which only weekends are known."""
        return [year for year in range(first.year, last.year + 1) if year not in self.years]

    def is_working(self, day: date) -> bool:
        """Whether this day is worked."""
        return day in self.work or (day.weekday() < WORKED and day not in self.off)

    def add(self, day: date, n: int) -> date:
        """The n-th working day after `day`, which itself does not count; before it if n < 0.

        None away is the day itself, worked or not. Raises ValueError past the year 9999.
        """
        ordinal = day.toordinal()
        if n > 0:
            return self._nth(self._upto(ordinal) + n)
        return self._nth(self._upto(ordinal - 1) + n + 1) if n else day

    def between(self, first: date, last: date) -> int:
        """How many working days come after `first` up to `last`: what `add` would need.

        Negative when `last` comes before `first`.
        """
        return self._upto(last.toordinal()) - self._upto(first.toordinal())

    @cached_property
    def _turned(self) -> list[int]:
        """The days that differ from their weekday, as ordinals, and one after all days."""
        free = (day for day in self.off if day.weekday() < WORKED)
        worked = (day for day in self.work if day.weekday() >= WORKED)
        return [*sorted(day.toordinal() for day in (*free, *worked)), NEVER]

    @cached_property
    def _shifts(self) -> list[int]:
        """How many days more than weekdays were worked, after each number of turned days."""
        signs = (-1 if (each - 1) % WEEK < WORKED else 1 for each in self._turned[:-1])
        return list(accumulate(signs, initial=0))

    @cached_property
    def _counts(self) -> list[int]:
        """How many days were worked up to each turned day."""
        return [self._upto(each) for each in self._turned[:-1]]

    def _upto(self, ordinal: int) -> int:
        """How many days were worked since the first of all Mondays, this day included."""
        weekdays = ordinal // WEEK * WORKED + _DAYS[ordinal % WEEK]
        return weekdays + self._shifts[bisect_right(self._turned, ordinal)]

    def _nth(self, count: int) -> date:
        """The day on which that many had been worked: a weekday, or the turned day before it."""
        turned = bisect_left(self._counts, count)
        before = count - self._shifts[turned] - 1
        ordinal = before // WORKED * WEEK + before % WORKED + 1
        last = self._turned[turned]
        return date.fromordinal(ordinal if ordinal < last else last)
