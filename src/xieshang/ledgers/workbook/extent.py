"""How far the content of the sheets reaches, known before anything as large is allocated."""

from xieshang.ledgers.workbook.bounds import Bounds
from xieshang.ledgers.workbook.refusals import WorkbookRefused

NOWHERE = 10**6


def cell_name(row: int, column: int) -> str:
    """`C5` for row 5, column 3."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"


def column_number(letters: str) -> int:
    """3 for `C`; 0 for no letters, and a column beyond all bounds for what are none."""
    if letters and not (letters.isascii() and letters.isalpha() and len(letters) < 5):
        return NOWHERE
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


class Extent:
    """The rectangle from A1 around the content of one sheet."""

    def __init__(self, sheet: str, bounds: Bounds, total: "Total") -> None:
        self.sheet = sheet
        self.bounds = bounds
        self.total = total
        self.rows = 0
        self.columns = 0

    def reach(self, row: int, column: int) -> None:
        """There is content in this cell (1-based); refuses a cell beyond the bounds."""
        if row > self.rows:
            self.rows = row
            self._check(row, column)
        if column > self.columns:
            self.columns = column
            self._check(row, column)

    def _check(self, row: int, column: int) -> None:
        bounds = self.bounds
        if row > bounds.rows or column > bounds.columns:
            raise WorkbookRefused(
                "out-of-bounds",
                sheet=self.sheet,
                cell=cell_name(row, column),
                rows=bounds.rows,
                columns=bounds.columns,
            )

    def close(self) -> None:
        """The sheet has ended: its rectangle counts towards the workbook's."""
        self.total.add(self.sheet, self.rows * self.columns, self.bounds)


class Total:
    """The cells of the rectangles of all sheets together."""

    def __init__(self) -> None:
        self.cells = 0

    def add(self, sheet: str, cells: int, bounds: Bounds) -> None:
        """Count a sheet's rectangle; refuses the workbook when there are too many cells."""
        self.cells += cells
        if self.cells > bounds.cells:
            raise WorkbookRefused("too-many-cells", sheet=sheet, limit=bounds.cells)
