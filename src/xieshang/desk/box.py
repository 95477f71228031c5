"""A heap of the board, and a row of one."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from .clock import Due

SHOWN, COUNTED = 8, 500  # rows of a heap that are shown; above 500 its list tells the number


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that waits: its title, where it opens, what is said beside it.

    `who` has the next word until `due`; they were last reminded at `nudged`, by `by`, and can be
    reminded at `nudge`.
    """

    title: str
    href: str
    meta: Sequence[object]
    state: object = None
    who: str = ""
    due: Due | None = None
    nudged: datetime | None = None
    by: str = ""
    nudge: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A heap of the board; `count` may be more than the rows it shows, and `more` than counted.

    `above` of them stand in heaps above it; `mine`: whoever sits at the board has to act, and not
    somebody else.
    """

    title: str
    count: int
    rows: Sequence[Row] = field(default_factory=tuple)
    href: str = ""
    late: bool = False
    more: bool = False
    mine: bool = True
    above: int = 0
