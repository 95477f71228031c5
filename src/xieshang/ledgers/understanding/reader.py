"""One row of data in, one record or refusal out."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import lru_cache, partial
from typing import Any

from xieshang.reading.amounts import read_amount
from xieshang.reading.dates import read_day, read_day_after
from xieshang.reading.numbers import read_count, read_number
from xieshang.reading.unreadable import SHOWN, Unreadable

from .cells import letter, raw, says_nothing
from .kinds import Field, Kind, Reads
from .matching import Column
from .outcomes import adopted, advice_move, matter_kind, problem_move, solved
from .proposals import FILED, moves_of, number_of
from .record import Record, Refusal, Remark, remark_of

REFUSED = ("negative", "too-large")  # of any cell: a slip of the hand, not another way to say it
LATER = ("due_on", "solved_on", "adopted_on", "replied_on")  # days that follow the row's own
LARGEST_AMOUNT = 10**12  # 万元: beyond any project on earth
REMEMBERED = 16_384  # cells of one column that are not read twice
_NUMBERED = re.compile(r"第\s*([0-9零〇一二三四五六七八九十百两]{1,6})\s*([期讲场辑次])")
_NOT_HELD = (
    r"(?:本次|活动|会议|因故|因疫情|因天气|临时|已|被)*取消(?:举办|召开|举行|开展)?"
    r"|未(?:如期)?(?:举办|召开|举行|开展)"
)
_CANCELLED = re.compile(rf"(?:{_NOT_HELD})[。.]?")
_CROSSED_OUT = re.compile(rf"[(（](?:{_NOT_HELD})[)）]$")
_QUOTED = re.compile(r"[《“\"「]([^》”\"」]{1,40})[》”\"」][^第]{0,4}第")


@dataclass(frozen=True)
class Setting:
    """What the cells of a sheet leave unsaid: its year, its epoch, its unit of money, its type."""

    year: int | None = None
    epoch: int = 1900
    unit: str = "万元"
    type: str = ""


@dataclass
class _Row:
    """A row while it is being read."""

    fields: dict = field(default_factory=dict)
    approximations: list = field(default_factory=list)
    warnings: list = field(default_factory=list)
    reasons: list = field(default_factory=list)


class Reader:
    """Reads the rows of one sheet by its columns."""

    def __init__(self, kind: Kind, columns: Sequence[Column], setting: Setting):
        self.setting = setting
        places = {column.field: column.index for column in columns if column.sure}
        self.at = [(each, places.get(each.name)) for each in kind.fields]
        self.places = places
        self.reads: dict[str, Callable] = {
            each.name: lru_cache(REMEMBERED)(partial(_READS[each.reads], setting))
            for each in kind.fields
        }

    def __call__(self, number: int, row: Sequence[object]) -> Record | Refusal:
        """The record of row `number` (from 1), or its refusal."""
        state, width = _Row(), len(row)
        for each, index in self.at:
            cell = row[index] if index is not None and index < width else None
            self._read(each, cell, state)
        self._refuse_cancelled(state)
        cells = tuple(raw(cell) for cell in row)
        if not state.reasons and "progress" in state.fields:
            self._carry(state)
        if state.reasons:
            return Refusal(number, cells, tuple(state.reasons))
        self._complete(state)
        return Record(
            number, cells, state.fields, tuple(state.approximations), tuple(state.warnings)
        )

    def _read(self, each: Field, cell: object, state: _Row) -> None:
        name = each.name
        value: Any
        state.fields[name] = "" if each.reads in _TEXTS else None
        if says_nothing(cell):
            if each.required:
                state.reasons.append(Remark("missing", name, self._letter(name), {"cell": ""}))
            return
        try:
            if name in LATER:
                value, approximation = self._later(cell, state), ""
            else:
                value, approximation = self.reads[name](cell)
        except Unreadable as unreadable:
            self._unread(each, cell, unreadable, state)
            return
        if each.reads in _TEXTS and len(value) > each.longest:
            values = {"cell": value[:SHOWN], "other": str(each.longest)}
            state.warnings.append(Remark("shortened", name, self._letter(name), values))
            value = value[: each.longest - 1] + "…"
        state.fields[name] = value
        if approximation:
            state.approximations.append(name)

    def _refuse_cancelled(self, state: _Row) -> None:
        """A meeting that its remark or the end of its title says was not held."""
        for name, said in (("remark", _CANCELLED.fullmatch), ("title", _CROSSED_OUT.search)):
            text = state.fields.get(name) or ""
            if "remark" in state.fields and said(text):
                values = {"cell": text[:SHOWN]}
                state.reasons.append(Remark("cancelled", name, self._letter(name), values))

    def _unread(self, each: Field, cell: object, unreadable: Unreadable, state: _Row) -> None:
        """A count or a day that the row needs refuses it; any other cell is left blank."""
        column = self._letter(each.name)
        if each.required or each.reads is Reads.COUNT or unreadable.reason in REFUSED:
            state.reasons.append(remark_of(unreadable, each.name, column, cell))
        else:
            values = {"cell": raw(cell).strip()[:SHOWN]}
            state.warnings.append(Remark("left-blank", each.name, column, values))

    def _later(self, cell: object, state: _Row) -> date:
        first = state.fields.get("raised_on")
        if first is None:  # the row is refused already
            return read_day(cell, year=self.setting.year, epoch=self.setting.epoch)
        return read_day_after(cell, first, epoch=self.setting.epoch)

    def _complete(self, state: _Row) -> None:
        """What follows from the row as a whole."""
        fields = state.fields
        if "session" in fields:
            _number(fields)
        if "attendances" in fields:
            self._weigh_members(fields, state)
        if "status" in fields:
            fields["solved"] = solved(fields["status"])
            fields["move"] = problem_move(fields["status"])
        if "outcome" in fields:
            fields["type"] = fields["type"] or self.setting.type
            fields["adopted"] = adopted(fields["outcome"])
            fields["move"] = advice_move(fields["outcome"])
            fields["matter_kind"] = matter_kind(fields["type"])
        self._order_days(fields, state)

    def _carry(self, state: _Row) -> None:
        """How far a proposal has come, and the number it bears; what is filed needs one."""
        fields, said = state.fields, state.fields["progress"]
        fields["moves"] = moves_of(said) or ("submit",)
        fields["borne"] = number_of(fields["number"], fields["raised_on"].year)
        column, values = self._letter("progress"), {"cell": said[:SHOWN]}
        if not moves_of(said):
            state.warnings.append(Remark("state-unknown", "progress", column, values))
        if fields["moves"][:2] != FILED:
            fields["borne"] = None
        elif fields["borne"] is None:
            state.reasons.append(Remark("no-number", "progress", column, values))

    def _weigh_members(self, fields: Mapping, state: _Row) -> None:
        all_, members = fields["attendances"], fields["member_attendances"]
        if all_ is not None and members is not None and members > all_:
            self._warn(state, "members-above-attendances", "member_attendances", members, all_)

    def _order_days(self, fields: Mapping, state: _Row) -> None:
        first = fields.get("raised_on") or fields.get("day")
        year = self.setting.year
        if first and year and abs(first.year - year) > 1:
            self._warn(state, "far-year", self._day_field, first, year)
        for name in LATER:
            if fields.get(name) and first and fields[name] < first:
                self._warn(state, "before-raised", name, fields[name], first)

    @property
    def _day_field(self) -> str:
        return "raised_on" if "raised_on" in self.places else "day"

    def _warn(self, state: _Row, slug: str, name: str, cell: object, other: object) -> None:
        values = {"cell": str(cell), "other": str(other)}
        state.warnings.append(Remark(slug, name, self._letter(name), values))

    def _letter(self, name: str) -> str:
        return letter(self.places[name]) if name in self.places else ""


def _number(fields: dict) -> None:
    """A session number, and the series it is of, that only the title states."""
    title = fields["title"]
    if fields["session"] is None and "第" in title and (found := _NUMBERED.search(title)):
        series = fields["programme"]
        if found[2] != "次" or (series and series in title[: found.start()]):
            fields["session"] = int(read_number(found[1]))
    if not fields["programme"] and fields["session"] and (quoted := _QUOTED.search(title)):
        fields["programme"] = quoted[1]


def _text(_setting: Setting, cell: object) -> tuple[str, str]:
    return " ".join(raw(cell).split()), ""


def _day(setting: Setting, cell: object) -> tuple[date, str]:
    return read_day(cell, year=setting.year, epoch=setting.epoch), ""


def _count(_setting: Setting, cell: object) -> tuple[int, str]:
    count = read_count(cell)
    return count.value, count.approximation


def _amount(setting: Setting, cell: object) -> tuple[Decimal, str]:
    amount = read_amount(cell, setting.unit)
    if amount >= LARGEST_AMOUNT:
        raise Unreadable("too-large", cell)
    return round(amount, 4), ""


def _ordinal(_setting: Setting, cell: object) -> tuple[int, str]:
    """第3期, 3期 and 3 are the third."""
    text = raw(cell)
    return read_count(text.strip().removeprefix("第")).value, ""


_TEXTS = (Reads.TEXT, Reads.CHOICE)
_READS = {
    Reads.TEXT: _text,
    Reads.CHOICE: _text,
    Reads.DAY: _day,
    Reads.COUNT: _count,
    Reads.AMOUNT: _amount,
    Reads.ORDINAL: _ordinal,
}
