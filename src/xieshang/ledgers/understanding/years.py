"""The year a ledger is of: from what it says of itself, never from a clock."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from xieshang.reading.characters import written
from xieshang.reading.dates import read_day, year_in
from xieshang.reading.unreadable import Unreadable

_FILED = (
    "填报时间",
    "填报日期",
    "填表时间",
    "填表日期",
    "报送时间",
    "报送日期",
    "制表时间",
    "统计时间",
)


def stated_year(names: Sequence[object]) -> int | None:
    """The year of the first name that has one; a line saying when it was filled in is no name."""
    for name in names:
        if not _says_when_filed(name) and (year := year_in(name)):
            return year
    return None


def filed_year(lines: Sequence[object]) -> int | None:
    """The year a units line was filled in; one filled in in January or February is of the last."""
    for line in lines:
        if not _says_when_filed(line):
            continue
        text = written(line).rpartition(":")[2]
        try:
            filed = read_day(text)
        except Unreadable:
            if year := year_in(text):
                return year
            continue
        return filed.year - (filed.month <= 2)
    return None


def written_year(days: Iterable[object]) -> int | None:
    """The year most of a column's days are written with."""
    years = Counter(day.year for cell in days if (day := _full_day(cell)))
    return years.most_common(1)[0][0] if years else None


def _full_day(cell: object) -> date | None:
    try:
        return read_day(cell)
    except Unreadable:
        return None


def _says_when_filed(line: object) -> bool:
    return isinstance(line, str) and written(line).startswith(_FILED)
