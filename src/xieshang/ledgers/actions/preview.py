"""What a take-over would come to, without writing anything."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from xieshang.people.models import Committee

from ..models import TakeOver
from ..understanding.book import Passed
from ..understanding.record import Notice, Record, Refusal
from ..understanding.understand import Understanding
from .choice import AS_IT_SAYS, Back, Choice
from .held import Held
from .known import Known
from .plan import Plan, backs_of, corrected, plan

SHOWN = 20  # records of a sheet that are kept to be shown


@dataclass
class Looked:
    """One sheet as it would be taken over."""

    understood: Understanding
    records: list[Record] = field(default_factory=list)
    count: int = 0
    refused: list[Back] = field(default_factory=list)
    warned: list[Record] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)

    def add(self, result: Record | Refusal | Notice) -> None:
        """Look at one row."""
        if isinstance(result, Refusal):
            self.refused.append(backs_of(self.understood.sheet, result))
        elif isinstance(result, Notice):
            self.notices.append(result)
        else:
            self.count += 1
            if len(self.records) < SHOWN:
                self.records.append(result)
            if result.warnings:
                self.warned.append(result)


@dataclass(frozen=True)
class Preview:
    """What a file would bring: sheet by sheet, and the take-over it would correct."""

    office: Committee
    year: int | None
    sheets: Sequence[Looked]
    passed: Sequence[Passed]
    not_ready: Sequence[Back]
    standing: TakeOver | None
    corrects: TakeOver | None

    @property
    def count(self) -> int:
        """How many rows would be taken over."""
        return sum(sheet.count for sheet in self.sheets)

    @property
    def refused(self) -> list[Back]:
        """All that would come back."""
        return [*self.not_ready, *(back for sheet in self.sheets for back in sheet.refused)]


def preview(workbook, choice: Choice = AS_IT_SAYS) -> Preview:
    """Look a workbook through as a take-over would; raises NotTaken without an office."""
    plan_ = plan(workbook, choice)
    standing = TakeOver.objects.standing().filter(file__sha256=workbook.sha256).first()
    old = None if standing else corrected(plan_, workbook.name)
    sheets = [_looked(plan_, sheet, choice, standing or old) for sheet in plan_.sheets()]
    return Preview(
        plan_.office,
        plan_.year,
        sheets,
        plan_.book.passed,
        plan_.not_ready(),
        standing,
        old,
    )


def _looked(plan_: Plan, sheet: Understanding, choice: Choice, old: TakeOver | None) -> Looked:
    looked = Looked(sheet)
    rows = Held(sheet, plan_.office)(plan_.rows(sheet))
    for number, result in enumerate(Known(sheet, plan_.office, old)(rows)):
        if number % 5_000 == 0:
            choice.progress(number, plan_.length(), sheet.sheet)
        looked.add(result)
    return looked
