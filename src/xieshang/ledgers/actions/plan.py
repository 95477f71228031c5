"""What a file is to an office: its sheets, its rows as facts, the take-over it may correct."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b

from xieshang.people.models import Committee
from xieshang.reading.unreadable import gettext_noop

from ..models import Habit, TakenRow, TakeOver
from ..understanding.book import Book, understand_book
from ..understanding.headings import bare
from ..understanding.kinds import KINDS
from ..understanding.places import Place, Places
from ..understanding.record import Record, Refusal, Remark
from ..understanding.understand import Answers, Understanding, read_rows
from ..workbook import Workbook
from .choice import Back, Choice, NotTaken
from .facts import Facts, Teller
from .standing import batches

HALF = 0.5  # of the rows of the longer of two files, for one to correct the other
COMPARED = 5_000  # rows that are compared at most
ORDER = ("brand", *(kind for kind in KINDS if kind != "brand"))  # activities name their brands


@dataclass(frozen=True)
class Plan:
    """A workbook as it will be taken over: understood, for an office, with a teller of facts."""

    workbook: Workbook
    book: Book
    office: Committee
    teller: Teller

    @property
    def year(self) -> int | None:
        return self.book.year

    def sheets(self) -> list[Understanding]:
        """The sheets whose rows can be taken over, brands first."""
        ready = [sheet for sheet in self.book.sheets if sheet.ready]
        return sorted(ready, key=lambda sheet: ORDER.index(sheet.kind.name))

    def rows(self, understood: Understanding) -> Iterator:
        """The records, refusals and notices of a sheet."""
        sheet = next(each for each in self.workbook.sheets if each.name == understood.sheet)
        return read_rows(sheet, understood)

    def length(self) -> int:
        """How many rows there are to look at."""
        names = {sheet.sheet for sheet in self.sheets()}
        return sum(len(sheet.rows) for sheet in self.workbook.sheets if sheet.name in names)

    def columns(self) -> Mapping[str, Mapping[str, str]]:
        """Sheet → heading → field, as they will be read."""
        return {
            sheet.sheet: {c.heading.replace("\n", "/"): c.field for c in sheet.columns if c.sure}
            for sheet in self.book.sheets
        }

    def not_ready(self) -> list[Back]:
        """The sheets that come back whole, each with the first thing that has to be answered."""
        return [
            Back(sheet.sheet, 0, (_wanting(sheet),))
            for sheet in self.book.sheets
            if not sheet.ready
        ]


def _wanting(sheet: Understanding) -> Remark:
    """What a sheet that is not ready lacks first."""
    needed = [q for q in sheet.questions if q.slug == "kind" or q.field in sheet.kind.required]
    question = needed[0]
    label = sheet.kind.field(question.field).label if question.field else ""
    return Remark(f"sheet-{question.slug}", question.field, question.column, {"field": label})


def plan(workbook, choice: Choice) -> Plan:
    """Understand a workbook for an office; raises NotTaken where no office is known."""
    places = known_places()
    book = understand_book(
        workbook, places, office=choice.office, year=choice.year, answers=choice.answers
    )
    office = Committee.objects.inside().filter(pk=book.office).first() if book.office else None
    if office is None:
        raise NotTaken("office", WHOSE)
    habits = habits_of(office)
    if habits:
        answers = {
            sheet.name: replace(choice.answers.get(sheet.name, Answers()), habits=habits)
            for sheet in workbook.sheets
        }
        book = understand_book(
            workbook, places, office=office.pk, year=choice.year, answers=answers
        )
    return Plan(workbook, book, office, Teller(places, office.pk, book.year))


WHOSE = gettext_noop("The file does not say whose ledger it is.")


def known_places() -> Places:
    """The committees of the body and its partners, by their names."""
    known = Committee.objects.values_list("code", "name", "tier")
    return Places(Place(*each) for each in known)


def habits_of(office: Committee) -> dict[str, dict[str, str]]:
    """Kind → heading → field, as the office answered before."""
    habits: dict[str, dict[str, str]] = {}
    for habit in Habit.objects.filter(office=office):
        habits.setdefault(habit.kind, {})[habit.heading] = habit.field
    return habits


def key_of(kind: str, facts: Facts) -> str:
    """What names a row within its office: its kind, its title without signs, its day."""
    title = bare(facts.get("title") or facts.get("name"))
    day = facts.get("day") or facts.get("raised_on") or ""
    return blake2b(f"{kind}|{title}|{day}".encode(), digest_size=16).hexdigest()


def backs_of(sheet: str, refusal: Refusal) -> Back:
    """A refused row with its reasons."""
    return Back(sheet, refusal.number, refusal.reasons)


def corrected(plan_: Plan, name: str) -> TakeOver | None:
    """The standing take-over of this office that the file corrects: of the same name and year,
    or with at least half of the rows."""
    kinds = {sheet.kind.name for sheet in plan_.sheets()}
    standing = TakeOver.objects.standing().filter(office=plan_.office).select_related("file")
    rivals = [each for each in standing if kinds & set(each.counts)]
    if not rivals:
        return None
    for rival in rivals:
        if rival.file.name == name and rival.year == plan_.year:
            return rival
    keys = _keys(plan_)
    share, best = max(((_share(rival, keys), rival.pk) for rival in rivals), default=(0, 0))
    return next(rival for rival in rivals if rival.pk == best) if share >= HALF else None


def _keys(plan_: Plan) -> set[str]:
    keys: set[str] = set()
    for sheet in plan_.sheets():
        for row in plan_.rows(sheet):
            if isinstance(row, Record):
                keys.add(key_of(sheet.kind.name, plan_.teller(sheet.kind.name, row)))
            if len(keys) >= COMPARED:
                return keys
    return keys


def _share(rival: TakeOver, keys: set[str]) -> float:
    mine = TakenRow.objects.filter(take_over=rival, live=True)
    met = sum(mine.filter(key__in=some).values("key").distinct().count() for some in batches(keys))
    return met / max(len(keys), min(rival.rows_taken, COMPARED), 1)
