"""What a bench prints: one row a figure, with its goal and the plain way beside it."""

import resource
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Row:
    """One measured figure: seconds (or another unit), its goal, and the plain way's measure."""

    name: str
    ours: float
    goal: float | None = None
    plain: float | None = None
    unit: str = "s"
    least: bool = False  # whether the goal is a least, not a most

    @property
    def reached(self) -> bool:
        if self.goal is None:
            return True
        return self.ours >= self.goal if self.least else self.ours <= self.goal

    def line(self) -> str:
        """One row of the printed table, in Markdown."""
        goal = (
            "" if self.goal is None else f"{'≥' if self.least else '≤'} {self.goal:g} {self.unit}"
        )
        plain = "" if self.plain is None else f"{self.plain:.3g} {self.unit}"
        ratio = "" if self.plain is None else f"{self.ratio():.3g} ×"
        mark = "yes" if self.reached else "**no**"
        return (
            f"| {self.name} | {self.ours:.3g} {self.unit} | {goal} | {mark} | {plain} | {ratio} |"
        )

    def ratio(self) -> float:
        """How many times better than the plain way."""
        if self.plain is None:
            raise ValueError(f"{self.name} has no plain way beside it")
        better, worse = (self.plain, self.ours) if self.least else (self.ours, self.plain)
        return worse / better if better else float("inf")


HEAD = "| what | measured | goal | reached | plain way | ratio |\n|---|---|---|---|---|---|"


def best_of(times: int, work: Callable[[], T]) -> tuple[float, T]:
    """The least wall time of `times` runs, in seconds, and what the last one gave."""
    least = float("inf")
    for _run in range(times):
        start = time.perf_counter()
        given = work()
        least = min(least, time.perf_counter() - start)
    return least, given


def peak_mib(who: int = resource.RUSAGE_SELF) -> float:
    """The most memory this process (or its children) held so far, in MiB."""
    return resource.getrusage(who).ru_maxrss / 1024


def show(rows: Iterable[Row]) -> bool:
    """Print rows as they are measured; whether all reached their goals."""
    reached = True
    for row in rows:
        print(row.line(), flush=True)  # noqa: T201 a bench prints
        reached = reached and row.reached
    return reached
