"""What a text claims: a number, what it counts, whose it is, and for which days."""

from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Period:
    """The days that words name, as far as they name them.

    `kind`: "" (no words) · "days" (first to last as written) · "since" (first to the end of the
    year in question) · "this-year" · "last-year" · "so-far" (from the first record) ·
    "years" (the last `count` years) · "term" (from the beginning of the term).
    `first` and `last` are (year, month); a year of 0 is the year in question.
    """

    kind: str = ""
    words: str = ""
    first: tuple[int, int] = (0, 1)
    last: tuple[int, int] = (0, 12)
    count: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """A committee as a text names it; `breadth` is "" (as named), "whole" or "own".

    Words that are not `sure` are only perhaps a name (柳州政协, 发挥政协): one that no committee
    bears is passed over, while a sure one that none bears belongs to somebody else. `run` is all
    that stands unbroken before 政协, for who knows the names to find the true one at its end.
    """

    words: str
    breadth: str = ""
    sure: bool = True
    run: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Claim:
    """One figure of a text; `start` and `end` are its place in the text as it came.

    `upper` is the higher end of a range (30至40场), `share` says that the claim is of a part of
    a whole (全覆盖: value 100, unit %). `metric` is empty where no figure of ours measures this.
    `forms` are the office's words for a part of the figure (基层协商), `programmes` the names in
    quotation marks that may be a brand or series and `places` the committees that may be the
    one who acts, the likeliest first.
    """

    sentence: str
    start: int
    end: int
    subject: str
    value: Decimal
    unit: str
    approximation: str = ""
    upper: Decimal | None = None
    share: bool = False
    metric: str = ""
    forms: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    period: Period = field(default_factory=Period)
