"""A sheet understood: its kind, its header, its columns, its year, and what has to be asked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from xieshang.reading.amounts import GUESS, STATED, infer_amount_unit
from xieshang.reading.characters import written

from .cells import letter
from .deducing import deduce
from .header import Header, find_header
from .kinds import KINDS, Kind, Reads
from .matching import Column, match
from .merged import completed, said_above
from .naming import default_type, find_kind
from .reader import Reader, Setting
from .record import Notice, Record, Refusal, Remark
from .rows import Row, Rows
from .samples import Sample, is_bare, sample
from .totals import Totals
from .years import filed_year, stated_year, written_year

KIND_SURE = 0.6
SAMPLED = 400  # rows below the header that are looked at, and as many at the end of the sheet


@dataclass(frozen=True)
class Answers:
    """What somebody has decided about a sheet: its kind, its columns by heading, its unit.

    `habits` (kind → heading → field) were decided for other sheets of the office, and yield.
    """

    kind: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    unit: str = ""
    habits: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Question:
    """What a sheet leaves open. `slug`: kind, missing, unsure, year or unit."""

    slug: str
    field: str = ""
    column: str = ""
    heading: str = ""
    confidence: float = 0.0


@dataclass(frozen=True)
class Understanding:
    """What a sheet says it is. `ready` when its rows may be read without an answer."""

    sheet: str
    kind: Kind
    confidence: float
    header: Header
    columns: tuple[Column, ...]
    setting: Setting
    questions: tuple[Question, ...]
    warnings: tuple[Remark, ...]

    @property
    def ready(self) -> bool:
        sure = {column.field for column in self.columns if column.sure}
        return self.confidence >= KIND_SURE and set(self.kind.required) <= sure

    def place_of(self, name: str) -> int | None:
        """The column of a field, from 0."""
        found = (column.index for column in self.columns if column.sure and column.field == name)
        return next(found, None)


NO_ANSWERS = Answers()


def understand(
    sheet,
    names: Sequence[str] = (),
    *,
    year: int | None = None,
    epoch: int = 1900,
    answers: Answers = NO_ANSWERS,
) -> Understanding | None:
    """What a sheet (`name`, `rows`) is; None where it has no ledger's header.

    `names` are those of its file, used after its own; `year` is an answer and wins.
    """
    header = find_header(sheet.rows)
    if header is None:
        return None
    above = _texts(sheet.rows[: header.top])
    titles = [sheet.name, *above, *names]
    seen = _samples(sheet.rows, header)
    kind, confidence = find_kind(_for_kind(sheet, above, names), header.headings, seen)
    if answers.kind:
        kind, confidence = KINDS[answers.kind], 1.0
    decided = {**answers.habits.get(kind.name, {}), **answers.columns}
    columns, deduced = deduce(kind, match(kind, header.headings, seen, decided), seen)
    known = {column.field: column for column in columns if column.sure}
    days = [seen[column.index] for name, column in known.items() if _reads(kind, name, Reads.DAY)]
    unit, sure_of_unit = _unit(kind, known, seen, above, answers)
    year = year or _year(titles, above, days)
    setting = Setting(year, epoch, unit, default_type(titles))
    return Understanding(
        sheet.name,
        kind,
        confidence,
        header,
        columns,
        setting,
        tuple(_questions(kind, confidence, columns, sure_of_unit)),
        (*deduced, *_inferred(known, unit, sure_of_unit)),
    )


def read_rows(sheet, understood: Understanding) -> Iterator[Record | Refusal | Notice]:
    """Every row of data as a record or a refusal, in order; notices where a total disagrees."""
    tell = Rows(understood.header, understood.place_of("title"))
    read = Reader(understood.kind, understood.columns, understood.setting)
    totals = Totals(understood.kind, understood.columns, understood.setting.unit)
    said = said_above(sheet, understood)
    for index in range(understood.header.first_row_of_data, len(sheet.rows)):
        row, number = sheet.rows[index], index + sheet.first_row
        what = tell(row)
        if what is Row.DATA:
            result = read(number, completed(row, said[index]) if index in said else row)
            if isinstance(result, Record):
                totals.add(result)
            yield result
        elif what in (Row.TOTAL, Row.SUBTOTAL):
            yield from totals.check(number, row)


def above_header(sheet, understood: Understanding) -> list[str]:
    """The titles and lines above the header."""
    return _texts(sheet.rows[: understood.header.top])


def _texts(rows: Sequence[Sequence[object]]) -> list[str]:
    return [written(cell) for row in rows for cell in row if isinstance(cell, str) and cell.strip()]


def _for_kind(sheet, above: Sequence[str], names: Sequence[str]) -> list[str]:
    """The names that tell the kind, without the lines that say who filled the sheet in."""
    return [name for name in (sheet.name, *above, *names) if ":" not in name]


def _samples(rows: Sequence[Sequence[object]], header: Header) -> list[Sample]:
    first = header.first_row_of_data
    some = [*rows[first : first + SAMPLED], *rows[max(first + SAMPLED, len(rows) - SAMPLED) :]]
    tell = Rows(header, None)
    data = [row for row in some if tell(row) is Row.DATA]
    return [
        sample([row[index] if index < len(row) else None for row in data])
        for index in range(len(header.headings))
    ]


def _reads(kind: Kind, name: str, reads: Reads) -> bool:
    return kind.field(name).reads is reads


def _year(titles: Sequence[str], above: Sequence[str], days: Sequence[Sample]) -> int | None:
    found = stated_year(titles) or written_year(day for seen in days for day in seen.values)
    return found or filed_year(above)


def _unit(kind, known, seen, above, answers) -> tuple[str, str]:
    column = next((known[name] for name in known if _reads(kind, name, Reads.AMOUNT)), None)
    if column is None or answers.unit:
        return answers.unit or "万元", STATED
    values = [value for value in seen[column.index].values if is_bare(value)]
    if not values and seen[column.index].values:
        return "万元", STATED  # every amount has a unit of its own
    note = next((text for text in above if text.startswith(("单位:", "金额单位"))), "")
    return infer_amount_unit(values, column.heading, note)


def _questions(kind, confidence, columns, sure_of_unit) -> Iterator[Question]:
    if confidence < KIND_SURE:
        yield Question("kind", confidence=confidence)
    for column in columns:
        if column.field and not column.sure:
            place = (letter(column.index), column.heading, column.confidence)
            yield Question("unsure", column.field, *place)
    met = {column.field for column in columns if column.field}
    for name in kind.required:
        if name not in met:
            yield Question("missing", name)
    if sure_of_unit == GUESS and any(_reads(kind, name, Reads.AMOUNT) for name in met):
        yield Question("unit", "amount")


def _inferred(known, unit: str, sure_of_unit: str) -> Iterator[Remark]:
    if sure_of_unit != STATED and "amount" in known:
        place = letter(known["amount"].index)
        yield Remark("unit-inferred", "amount", place, {"cell": unit})
