"""Which column means which field: one to one, and the best for the sheet as a whole."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .assignment import assign
from .headings import bare, likeness
from .kinds import Field, Kind, Reads
from .samples import Sample

SURE = 0.6  # a column is taken for a field from here on
ASKED = 0.35  # below this a column is not even proposed
CONTRARY = 0.2  # a fit below which the values deny the heading
TELLING = 5  # values that a column must have to deny its heading
READ_STRICTLY = (Reads.DAY, Reads.COUNT, Reads.AMOUNT, Reads.ORDINAL)
LEAVE = ""  # the answer "this column stays as it is"


@dataclass(frozen=True)
class Column:
    """A column of a sheet: where it is, its heading, the field it means ("" unknown), how sure."""

    index: int
    heading: str
    field: str = LEAVE
    confidence: float = 0.0

    @property
    def sure(self) -> bool:
        return bool(self.field) and self.confidence >= SURE


def match(
    kind: Kind,
    headings: Sequence[str],
    samples: Sequence[Sample],
    decided: Mapping[str, str] | None = None,
) -> tuple[Column, ...]:
    """The columns of a sheet under a kind; `decided` (heading → field) wins over likeness."""
    answers = {known_as(heading): field for heading, field in (decided or {}).items()}
    scores = [
        [
            _score(field, heading, seen, answers)
            for heading, seen in zip(headings, samples, strict=True)
        ]
        for field in kind.fields
    ]
    chosen = {column: row for row, column in assign(scores).items()}
    return tuple(
        Column(
            index,
            heading,
            kind.fields[chosen[index]].name if index in chosen else LEAVE,
            min(1.0, round(scores[chosen[index]][index], 3)) if index in chosen else 0.0,
        )
        for index, heading in enumerate(headings)
    )


def strength(columns: Sequence[Column]) -> float:
    """How much of a sheet is understood: the sum of the confidences that are sure."""
    return sum(column.confidence for column in columns if column.sure)


def known_as(heading: str) -> str:
    """What a heading is remembered by, whether its two rows are joined by a line end or a /."""
    return bare(heading.replace("\n", "/"))


def _score(field: Field, heading: str, seen: Sample, answers: Mapping[str, str]) -> float:
    answer = answers.get(known_as(heading))
    if answer is not None:
        return 2.0 * (answer == field.name)  # above every likeness: somebody has said so
    alike, fit = likeness(heading, field), seen.fit(field)
    if alike >= SURE:
        told = len(seen.values) >= TELLING and field.reads in READ_STRICTLY
        unlike = told and fit < CONTRARY
        return alike * (0.65 + 0.35 * fit) * (0.75 if unlike else 1.0)
    telling = field.words is not None or field.reads in (Reads.DAY, Reads.AMOUNT)
    guess = 0.45 * alike + (0.35 * fit if telling and seen.values else 0.0)
    return guess if guess >= ASKED else 0.0
