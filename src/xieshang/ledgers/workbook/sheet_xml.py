"""A worksheet part of an .xlsx walked once: its extent, its errors, formulas without a result."""

from collections.abc import Callable
from dataclasses import dataclass, field
from xml.parsers import expat

from xieshang.ledgers.workbook.bounds import Bounds
from xieshang.ledgers.workbook.extent import Extent, Total, cell_name, column_number
from xieshang.ledgers.workbook.refusals import WorkbookRefused

DIGITS = "0123456789"


Act = Callable[[dict[str, str]], None]


class Acts(dict[str, Act | None]):
    """What to do at an element, by its name; a name with a prefix is remembered once it is met."""

    def __missing__(self, name: str) -> Act | None:
        act = self[name] = self.get(name.rpartition(":")[2])
        return act


@dataclass
class SheetWalk:
    """The handlers of one worksheet part; `errors` comes to map (row, column) to `#REF!`."""

    sheet: str
    bounds: Bounds
    total: Total
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    not_computed: int = 0
    first_not_computed: str = ""  # the cell's name

    def __post_init__(self) -> None:
        self.extent = Extent(self.sheet, self.bounds, self.total)
        self.letters: dict[str, int] = {}
        self.row = self.column = self.stored_rows = self.stored_cells = self.merged_cells = 0
        self.place: str | None = None  # the cell's reference as written
        self.typed: str | None = None
        self.digits = ""  # of the row the last reference named
        self.text = ""  # of a formula's result or an error
        self.counted = self.formula = False
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self.start
        self.acts = Acts(
            c=self.start_cell,
            v=self.start_value,
            t=self.start_value,
            f=self.start_formula,
            row=self.start_row,
            mergeCell=self.start_merge,
        )

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """One element begins."""
        act = self.acts[name]
        if act is not None:
            act(attributes)

    def start_row(self, attributes: dict[str, str]) -> None:
        """A row begins; rows without a number follow the one before."""
        self.end_cell()
        self.stored_rows += 1
        if self.stored_rows > self.bounds.stored_rows:
            raise WorkbookRefused("too-many-rows", sheet=self.sheet, limit=self.bounds.stored_rows)
        number = attributes.get("r")
        self.row = whole(number) if number else self.row + 1
        self.digits = number or ""
        self.column = 0

    def start_cell(self, attributes: dict[str, str]) -> None:
        """A cell begins, perhaps an empty one that is only styled."""
        if self.formula or self.typed == "e":
            self.end_cell()
        self.stored_cells += 1
        self.place = attributes.get("r")
        self.typed = attributes.get("t")
        self.counted = False
        if self.place is None:
            self.column += 1

    def start_value(self, _attributes: dict[str, str]) -> None:
        """The cell has content: a value, or a text kept in place."""
        if self.counted:
            return
        self.counted = True
        if self.place is not None:
            self.locate(self.place)
        self.extent.reach(self.row, self.column)
        if self.formula or self.typed == "e":
            self.parser.CharacterDataHandler = self.characters

    def start_formula(self, _attributes: dict[str, str]) -> None:
        """The cell has a formula; its result should follow."""
        self.formula = True

    def characters(self, text: str) -> None:
        """A piece of a formula's result or of an error's name."""
        self.text += text.strip()

    def end_cell(self) -> None:
        """The open cell is complete: a formula has its result now or never."""
        if self.typed == "e" and self.text:
            self.errors[self.row, self.column] = self.text
        # An empty text is a result too, and written as a typed nothing.
        if self.formula and not self.text and self.typed != "str":
            self.not_computed += 1
            here = self.place or cell_name(self.row, self.column)
            self.first_not_computed = self.first_not_computed or here
        self.formula, self.typed, self.text = False, None, ""
        self.parser.CharacterDataHandler = None

    def locate(self, place: str) -> None:
        """Row and column from a reference such as `C5`; the reference decides, not the row."""
        letters = place.rstrip(DIGITS)
        column = self.letters.get(letters)
        if column is None:
            column = self.letters[letters] = column_number(letters)
        self.column = column
        digits = place[len(letters) :]
        if digits != self.digits:
            self.digits = digits
            self.row = whole(digits) or self.row

    def start_merge(self, attributes: dict[str, str]) -> None:
        """A merged area; readers that write may lay out each of its cells."""
        self.end_cell()
        first, _colon, last = attributes.get("ref", "").partition(":")
        self.locate(first)
        top, left = self.row, self.column
        self.locate(last or first)
        self.merged_cells += (abs(self.row - top) + 1) * (abs(self.column - left) + 1)
        if self.merged_cells > self.bounds.merged_cells:
            raise WorkbookRefused(
                "too-many-cells", sheet=self.sheet, limit=self.bounds.merged_cells
            )

    def close(self) -> None:
        """The part has ended."""
        self.end_cell()
        self.extent.close()


def whole(digits: str) -> int:
    """A row number as written; absurdly long ones become one beyond all bounds."""
    if not digits.isdecimal():
        return 0
    return int(digits) if len(digits) < 10 else 10**10
