"""What the guard learned of a file that may be parsed."""

from dataclasses import dataclass, field

from xieshang.ledgers.workbook.extent import cell_name
from xieshang.ledgers.workbook.model import Area, Notice
from xieshang.ledgers.workbook.refusals import notice

Errors = dict[str, dict[tuple[int, int], str]]


@dataclass
class Findings:
    """The kind and epoch of a file, remarks on it, and what the parser does not tell.

    `data` is what may be parsed. `errors` are error values by sheet and (row, column), `merged`
    areas by sheet, both 1-based. `stored` counts rows and cells as stored, empty ones included.
    """

    kind: str
    data: bytes
    date_epoch: int = 1900
    notices: list[Notice] = field(default_factory=list)
    errors: Errors = field(default_factory=dict)
    merged: dict[str, list[Area]] = field(default_factory=dict)
    stored: int = 0

    def keep_errors(self, errors: Errors) -> None:
        """Error values found, remarked on with the first cell; sheets without any are left out."""
        self.errors = {sheet: cells for sheet, cells in errors.items() if cells}
        if not self.errors:
            return
        sheet, cells = next(iter(self.errors.items()))
        count = sum(map(len, self.errors.values()))
        first = cell_name(*next(iter(cells)))
        self.notices.append(notice("error-cells", count=count, cell=first, sheet=sheet))
