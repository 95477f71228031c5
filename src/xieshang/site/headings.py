"""The headings over a cited row, read from the received file itself."""

from functools import lru_cache
from pathlib import Path

from xieshang.evidence.models import Evidence
from xieshang.ledgers.workbook import WorkbookRefused, open_workbook

LOWEST = 30  # no office begins its table further down


def headings_of(cited: Evidence) -> tuple[str, ...]:
    """The cells of the heading row, as texts; none where the file cannot be read any more."""
    if not cited.header or cited.header > LOWEST:
        return ()
    tops = tops_of(cited.file.path, cited.file.name)
    rows = tops.get(cited.sheet, ())
    return rows[cited.header - 1] if len(rows) >= cited.header else ()


@lru_cache(maxsize=256)
def tops_of(path: Path, name: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The first rows of each sheet of a kept file, which never changes, so it is read once."""
    try:
        book = open_workbook(path, name)
    except (WorkbookRefused, OSError):
        return {}
    return {sheet.name: tuple(map(texts_of, sheet.rows[:LOWEST])) for sheet in book.sheets}


def texts_of(row) -> tuple[str, ...]:
    return tuple("" if cell is None else str(cell) for cell in row)
