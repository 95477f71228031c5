"""Taking a file over: every good row becomes a record that cites its place in the file."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from xieshang.audit import merkle
from xieshang.audit.actions import seal
from xieshang.evidence.bulk import insert_objects
from xieshang.evidence.models import Evidence, File
from xieshang.evidence.proof import leaf_of
from xieshang.people.models import Committee

from ..models import TakenRow, TakeOver
from ..understanding.record import Record, Refusal, Remark
from ..understanding.understand import Understanding
from . import correcting, joining
from .choice import AS_IT_SAYS, Back, Choice, NotTaken, Outcome, kept
from .held import Held
from .known import Known
from .lookups import Lookups
from .plan import Plan, backs_of, corrected, key_of, plan
from .registers import MATTERS, REGISTERS
from .standing import cite, gone_on, restate, wait_for_others

BATCH = 5_000


class Run:
    """One take-over while it is being written."""

    def __init__(self, plan_: Plan, take_over: TakeOver, choice: Choice, by):
        self.plan, self.take_over, self.choice, self.by = plan_, take_over, choice, by
        self.lookups = Lookups()
        self.counts: Counter = Counter()
        self.leaves: list[bytes] = []
        self.refused: list[Back] = plan_.not_ready()
        self.remarks: list[dict] = [*_about_sheets(plan_)]
        self.joined, self.to_decide = 0, 0
        self.done, self.total = 0, plan_.length()
        rows = Evidence.objects.filter(file=take_over.file).values_list("sheet", "row", "pk")
        self.known = {(sheet, row): key for sheet, row, key in rows.iterator()}

    def take(self) -> None:
        """Write all rows of all sheets."""
        meetings = joining.Meetings(self.plan.office)
        for sheet in self.plan.sheets():
            for rows in self.read(sheet):
                citing = joining.repeated(rows, self.plan.office)
                citing |= meetings.same(rows, citing)
                self.write(rows, citing)
                self.joined += len(meetings.found)
                self.to_decide += meetings.propose(rows)

    def read(self, sheet: Understanding) -> Iterable[list[TakenRow]]:
        """The rows of a sheet in batches, not yet saved, each resting on its evidence."""
        rows = Held(sheet, self.plan.office)(self.plan.rows(sheet))
        results = Known(sheet, self.plan.office, self.take_over.corrects)(rows)
        while some := list(islice(results, BATCH)):
            self.choice.progress(self.done, self.total, sheet.sheet)
            records = [each for each in some if isinstance(each, Record)]
            for each in some:
                self._note(sheet, each)
            yield self._rows(sheet, records)
            self.done = min(self.total, self.done + len(some))

    def write(self, rows: Sequence[TakenRow], citing: dict[int, int]) -> None:
        """Save rows: those in `citing` (place in rows → key) cite a record that exists."""
        if not rows:
            return
        register = REGISTERS[rows[0].kind]
        fresh = [row for place, row in enumerate(rows) if place not in citing]
        register.add(fresh, self.lookups, self.by)
        for place, key in citing.items():
            setattr(rows[place], register.key, key)
        insert_objects(rows)
        if citing:
            keys = set(citing.values())
            still = gone_on(keys, self.take_over) if register is MATTERS else set()
            restate({register.name: keys - still}, self.lookups, self.by)
            cite([rows[place] for place, key in citing.items() if key in still])

    def _note(self, sheet: Understanding, result) -> None:
        """Keep what is to be told about a row."""
        if isinstance(result, Refusal):
            self.refused.append(backs_of(sheet.sheet, result))
            return
        remarks = result.warnings if isinstance(result, Record) else (result.remark,)
        for remark in remarks:
            self.remarks.append({"sheet": sheet.sheet, "row": result.number, **kept(remark)})

    def _rows(self, sheet: Understanding, records: Sequence[Record]) -> list[TakenRow]:
        kind, teller = sheet.kind.name, self.plan.teller
        keys = self._evidence(sheet, records)
        self.counts[kind] += len(records)
        self.leaves += [leaf_of(sheet.sheet, row.number, row.cells) for row in records]
        rows = []
        for record, evidence in zip(records, keys, strict=True):
            facts = teller(kind, record)
            rows.append(
                TakenRow(
                    take_over=self.take_over,
                    evidence=evidence,
                    kind=kind,
                    key=key_of(kind, facts),
                    fields=facts,
                )
            )
        return rows

    def _evidence(self, sheet: Understanding, records: Sequence[Record]) -> list[Evidence]:
        """The place of every record in the file; what was kept before is not kept twice."""
        header = sheet.header.top + 1
        made = [
            Evidence(
                pk=self.known.get((sheet.sheet, record.number)),
                file=self.take_over.file,
                sheet=sheet.sheet,
                row=record.number,
                header=header,
                cells=record.cells,
            )
            for record in records
        ]
        insert_objects([each for each in made if each.pk is None])
        return made

    def end(self) -> Outcome:
        """Write down what the take-over came to, and seal it."""
        take_over = self.take_over
        take_over.columns, take_over.counts = self.plan.columns(), dict(self.counts)
        take_over.refused = [back.kept() for back in self.refused]
        take_over.remarks, take_over.made = self.remarks, self.lookups.made
        take_over.questions = [
            {"sheet": sheet.sheet, "slug": q.slug, "field": q.field, "column": q.column}
            for sheet in self.plan.book.sheets
            for q in sheet.questions
        ]
        take_over.root = merkle.root(self.leaves).hex()
        take_over.joined, take_over.ended = self.joined, timezone.now()
        take_over.save()
        self.choice.progress(self.total, self.total, "")
        facts = {"file": take_over.file.sha256, "rows": len(self.leaves), "root": take_over.root}
        corrects = take_over.corrects_id
        seal(self.by, "take-over", take_over, **facts, refused=len(self.refused), corrects=corrects)
        return Outcome(
            take_over.file.name,
            take_over,
            len(self.leaves),
            tuple(self.refused),
            self.joined,
            self.to_decide,
            corrects=take_over.corrects,
        )


def take_over(file: File, workbook, *, by, choice: Choice = AS_IT_SAYS) -> Outcome:
    """Take a kept file over for its office, all or nothing where the choice is strict.

    The same file again changes nothing; a corrected file takes the place of the one it corrects.
    Raises NotTaken where the office is not known, or a strict choice meets a row that comes back.
    """
    return take_planned(file, plan(workbook, choice), by=by, choice=choice)


def take_planned(file: File, plan_: Plan, *, by, choice: Choice) -> Outcome:
    """Take a file over as it was understood; what `take_over` promises."""
    standing = TakeOver.objects.standing().filter(file=file).first()
    if standing:
        return Outcome(file.name, standing, unchanged=True)
    if not may_take(by, plan_.office):
        raise PermissionDenied(f"{by} does not keep the records of {plan_.office}")
    with transaction.atomic():
        wait_for_others(plan_.office)
        old = corrected(plan_, file.name)
        run = Run(plan_, _opened(file, plan_, old, by), choice, by)
        if old:
            correcting.correct(run, old)
        else:
            run.take()
        if choice.strict and run.refused:
            raise NotTaken("refused", run.refused[0].reason)
        return run.end()


def may_take(by, office: Committee) -> bool:
    """Whether this person may take ledgers over for an office: its keepers, and the machine."""
    return by.is_superuser or by.username == "system" or by.may_keep(office)


def _about_sheets(plan_: Plan) -> Iterable[dict]:
    """What is to be told of whole sheets: how they were read, or that they were passed over."""
    for sheet in plan_.sheets():
        for remark in sheet.warnings:
            yield {"sheet": sheet.sheet, "row": 0, **kept(remark)}
    for passed in plan_.book.passed:
        yield {"sheet": passed.sheet, "row": 0, **kept(Remark(f"passed-{passed.slug}"))}


def _opened(file: File, plan_: Plan, old: TakeOver | None, by) -> TakeOver:
    return TakeOver.objects.create(
        file=file, office=plan_.office, by=by, year=plan_.year, corrects=old
    )
