"""What comes of a row: a record, or a refusal with its reasons; and what is worth a look."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from xieshang.reading.unreadable import REASONS, SHOWN, Unreadable
from xieshang.reading.unreadable import gettext_noop as _

from .cells import raw

SENTENCES = REASONS | {
    "missing": _("Nothing is written here, and the row needs it."),
    "members-above-attendances": _(
        "%(cell)s members are more than the attendances of the row, %(other)s."
    ),
    "cancelled": _("“%(cell)s” says that this was not held."),
    "unit-inferred": _("The amounts have no unit of their own and were read as %(cell)s."),
    "before-raised": _("“%(cell)s” lies before the day of the row, %(other)s."),
    "far-year": _("“%(cell)s” lies more than a year away from the year of the ledger, %(other)s."),
    "left-blank": _("“%(cell)s” could not be read and was left blank."),
    "shortened": _("“%(cell)s…” is longer than %(other)s characters and was cut; all is kept."),
    "sheet-kind": _("It is not sure what kind of ledger this sheet is."),
    "sheet-missing": _("No column was found for “%(field)s”."),
    "sheet-unsure": _("It is not sure which column means “%(field)s”."),
    "passed-hidden": _("The sheet is hidden and was passed over."),
    "passed-empty": _("The sheet is empty."),
    "passed-no-header": _("No headings of a ledger were found on this sheet; it was passed over."),
    "deduced": _(
        "The column “%(cell)s” was taken for “%(field)s”: no other column of the sheet can be it."
    ),
    "total-differs": _("The total says %(cell)s; the rows above it sum to %(other)s."),
    "same-row": _("The row says the same as row %(other)s."),
    "state-unknown": _(
        "“%(cell)s” is no state of a proposal that is known; it was taken as under review."
    ),
    "no-number": _("“%(cell)s” says that it is filed, and no number is written."),
    "number-taken": _("The number %(cell)s is borne by another proposal already: %(other)s."),
    "held-already": _("An activity of this title and day is here already: %(other)s."),
    "entered-already": _("It was entered here by hand already: %(other)s."),
    "already-here": _("A proposal of this title and day is here already: %(other)s."),
}


@dataclass(frozen=True, slots=True)
class Remark:
    """One sentence about one cell; `slug` is its key in SENTENCES, `column` a letter."""

    slug: str
    about: str = ""
    column: str = ""
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def msgid(self) -> str:
        return SENTENCES[self.slug]

    @property
    def raw(self) -> str:
        return str(self.values.get("cell", ""))

    def __str__(self):
        return self.msgid % self.values


@dataclass(frozen=True, slots=True)
class Record:
    """A row that was read: `number` from 1, its cells as kept, its fields."""

    number: int
    cells: tuple[str, ...]
    fields: Mapping[str, Any]
    approximations: tuple[str, ...] = ()
    warnings: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that nobody may count, and why."""

    number: int
    cells: tuple[str, ...]
    reasons: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """A remark about a row that is no data, such as a total."""

    number: int
    remark: Remark


def remark_of(unreadable: Unreadable, name: str, column: str, cell: object) -> Remark:
    """The reason a cell was not read."""
    return Remark(unreadable.reason, name, column, {"cell": raw(cell).strip()[:SHOWN]})
