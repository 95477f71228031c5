"""What an opened workbook is: sheets of rows, as the file gives them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

Value = str | float | int | bool | date | None  # a datetime is a date
Row = list[Value]
Area = tuple[int, int, int, int]  # top, left, bottom, right; 1-based, all four inside


@dataclass(frozen=True)
class Notice:
    """Something an office should know of a workbook that was read all the same."""

    reason: str
    message: str  # an English msgid with named places
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.message % self.values


@dataclass(frozen=True)
class Sheet:
    """One sheet: `rows[r - 1][c - 1]` is the value of row r, column c; every row is as wide.

    Leading empty rows are there, trailing ones are not; an empty cell is None.
    """

    name: str
    rows: list[Row]
    merged: tuple[Area, ...] = ()
    first_row: int = 1
    hidden: bool = False

    @property
    def width(self) -> int:
        """How many columns every row has."""
        return len(self.rows[0]) if self.rows else 0


@dataclass(frozen=True)
class Workbook:
    """A file read whole: `kind` is xlsx, xls, ods or csv; `date_epoch` is 1900 or 1904."""

    name: str
    sha256: str
    kind: str
    date_epoch: int
    sheets: tuple[Sheet, ...]
    warnings: tuple[Notice, ...] = ()
    encoding: str | None = None  # of a text file: how its bytes were read
    delimiter: str | None = None  # of a text file: what stands between its cells
