"""Who was asked to sign a proposal along, and what each answered: person by answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from xieshang.lifecycle.table import Role
from xieshang.matters.models import Signature

from ..seen import Seen

Answer = Signature.Answer
INSIDE = {Role.AUTHOR, Role.OFFICE}  # who else was asked, and declined, is not for everybody


@dataclass(frozen=True, slots=True)
class Line:
    """One person of the matrix: the day they were asked, and the day in one of its columns."""

    who: str
    sector: str
    asked: date
    closes: date
    answer: str
    day: date | None
    note: str

    @property
    def late(self) -> bool:
        return self.answer == Answer.ASKED and self.closes < timezone.localdate()


def signatures(seen: Seen) -> Mapping[str, object] | None:
    """The matrix, and how many of each answer; outsiders see who signed."""
    if not seen.matter.has_signatures:
        return None
    rows = list(seen.matter.signatures.with_sector())
    inside = bool(seen.roles & INSIDE)
    shown = [row for row in rows if inside or row.answer == Answer.AGREED or mine(row, seen)]
    if not shown:
        return None
    counts = {answer: sum(row.answer == answer for row in rows) for answer in Answer.values}
    return {
        "lines": [line_of(row) for row in shown],
        "inside": inside,
        "counts": counts,
        "total": len(rows),
    }


def mine(row: Signature, seen: Seen) -> bool:
    return row.person_id == seen.person.pk


def line_of(row) -> Line:
    return Line(
        who=str(row.person),
        sector=row.sector or "",
        asked=timezone.localdate(row.asked_at),
        closes=row.closes_on,
        answer=row.answer,
        day=timezone.localdate(row.answered_at) if row.answered_at else None,
        note=row.note,
    )
