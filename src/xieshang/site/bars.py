"""Bars drawn by the server: a trend a reader sees without a script, and that prints."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

Value = int | float | Decimal
TALL = 100


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar in a frame `TALL` units high, measured from its top."""

    label: str
    value: Value | None
    href: str
    top: int
    height: int


def bars(points: Iterable[tuple[str, Value | None, str]]) -> list[Bar]:
    """Bars in proportion to the largest; something, however small, is never drawn as nothing."""
    points = list(points)
    most = max((float(value or 0) for _, value, _ in points), default=0.0)
    heights = [max(round(TALL * float(value) / most), 1) if value else 0 for _, value, _ in points]
    return [
        Bar(label, value, href, TALL - height, height)
        for (label, value, href), height in zip(points, heights, strict=True)
    ]
