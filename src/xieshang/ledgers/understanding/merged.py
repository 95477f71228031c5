"""One cell that stands for several rows: a day or a host, said once for all of them."""

from collections.abc import Sequence

from .kinds import Reads

COUNTED = (Reads.COUNT, Reads.AMOUNT)  # a sum over several rows must not be counted in each


def said_above(sheet, understood) -> dict[int, dict[int, object]]:
    """Row → column → value (all from 0), for the rows a merged cell reaches down to."""
    kind, first = understood.kind, understood.header.first_row_of_data
    reads = {
        column.index: kind.field(column.field).reads for column in understood.columns if column.sure
    }
    said: dict[int, dict[int, object]] = {}
    for top, left, bottom, _right in sheet.merged:
        column = left - 1
        if bottom == top or top - 1 < first or reads.get(column, Reads.COUNT) in COUNTED:
            continue
        for row in range(top, min(bottom, len(sheet.rows))):
            said.setdefault(row, {})[column] = sheet.rows[top - 1][column]
    return said


def completed(row: Sequence[object], said: dict[int, object]) -> list[object]:
    """A row with what the merged cells above say for it."""
    return [
        said.get(index, cell) if cell is None or cell == "" else cell
        for index, cell in enumerate(row)
    ]
