"""What somebody chooses before a file is taken over, and what comes of it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field

from django.utils.translation import gettext as _

from ..models import TakeOver
from ..understanding.record import Remark
from ..understanding.understand import Answers

Progress = Callable[[int, int, str], None]


class NotTaken(Exception):
    """A file that is not taken over as it is: `slug` says why."""

    def __init__(self, slug: str, message: str):
        self.slug = slug
        super().__init__(message)


def no_progress(done: int, total: int, what: str) -> None:
    """Nobody is watching."""


@dataclass(frozen=True)
class Choice:
    """The office and year where the file does not say them, answers by sheet, and the manner.

    `strict` takes all rows or none; `progress(done, total, what)` is told of every batch.
    """

    office: int | None = None
    year: int | None = None
    answers: Mapping[str, Answers] = field(default_factory=dict)
    strict: bool = False
    progress: Progress = no_progress


AS_IT_SAYS = Choice()


@dataclass(frozen=True)
class Back:
    """A row, or with row 0 a whole sheet, that came back, and why."""

    sheet: str
    row: int
    remarks: tuple[Remark, ...]

    @property
    def reason(self) -> str:
        """All reasons in the reader's language."""
        return " ".join(said(remark) for remark in self.remarks)

    def kept(self) -> dict[str, object]:
        """As a take-over keeps it."""
        return {"sheet": self.sheet, "row": self.row, "remarks": [kept(r) for r in self.remarks]}


def said(remark: Remark) -> str:
    """A remark in the reader's language."""
    values = {name: _(v) if name == "field" else v for name, v in remark.values.items()}
    return _(remark.msgid) % values


def kept(remark: Remark) -> dict[str, object]:
    """A remark as a take-over keeps it: `Remark(**kept(remark))` is the remark again."""
    return asdict(remark)


@dataclass(frozen=True)
class Outcome:
    """What became of one file. `take_over` is None where nothing was taken."""

    file: str
    take_over: TakeOver | None
    taken: int = 0
    refused: tuple[Back, ...] = ()
    joined: int = 0
    to_decide: int = 0
    unchanged: bool = False
    corrects: TakeOver | None = None


def summary(outcomes: Iterable[Outcome]) -> dict[str, object]:
    """All outcomes as the command line prints them in JSON."""
    outcomes = list(outcomes)
    return {
        "files": len(outcomes),
        "rows_taken": sum(outcome.taken for outcome in outcomes),
        "rows_refused": [
            {"file": o.file, "sheet": back.sheet, "row": back.row, "reason": back.reason}
            for o in outcomes
            for back in o.refused
        ],
        "joined": sum(outcome.joined for outcome in outcomes),
        "to_decide": sum(outcome.to_decide for outcome in outcomes),
    }
