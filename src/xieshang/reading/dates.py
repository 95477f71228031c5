"""Days as offices write them: 2023年3月5日, 3.5 under a sheet that has the year, Excel serials."""

import re
from datetime import date, datetime, timedelta
from decimal import Decimal

from .characters import written
from .numbers import CHINESE, LONGEST, read_number
from .unreadable import Unreadable

FIRST_YEAR, LAST_YEAR = 1900, 2199  # a ledger of this work knows no others
FALSE_LEAP_DAY = 60  # 29 February 1900, which Excel counts and the calendar does not
SERIALS_IN_TEXT = re.compile(r"[2-7][0-9]{4}")  # 1954 to 2119, as a CSV keeps them

_N = rf"[0-9{CHINESE}]"
_YEAR = "(?:[0-9]{4}|[零〇一二三四五六七八九]{4})"
_TAIL = (  # what may follow a day: a weekday, a part of the day, a time, the end of a meeting
    r"(?:\s*\(?(?:周|星期)[一二三四五六日天]\)?)?(?:\s*[上下]午|\s*晚上?)?"
    r"(?:[\sT]*[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?Z?)?"
    r"(?:\s*[-—–~至到]{1,2}\s*[0-9年月日号./-]{1,11})?"
)
_FORMS = tuple(
    re.compile(form + _TAIL)
    for form in (
        rf"(?P<y>{_YEAR})\s*年\s*(?P<m>{_N}{{1,2}})\s*月\s*(?P<d>{_N}{{1,3}})\s*[日号]",
        r"(?P<y>[0-9]{4})\s*(?P<sep>[-./])\s*(?P<m>[0-9]{1,2})\s*(?P=sep)\s*(?P<d>[0-9]{1,2})",
        r"(?P<y>[0-9]{4})(?P<m>[0-9]{2})(?P<d>[0-9]{2})",
        rf"(?P<m>{_N}{{1,2}})\s*月\s*(?P<d>{_N}{{1,3}})\s*[日号]",
        r"(?P<m>[0-9]{1,2})[-./](?P<d>[0-9]{1,2})",
    )
)
_NAMED_YEAR = re.compile(rf"(?<![0-9零〇一二三四五六七八九])({_YEAR})\s*年")
_BARE_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])")


def read_day(cell: object, *, year: int | None = None, epoch: int = 1900) -> date:
    """The day in a cell; `year` completes 3月5日, `epoch` (1900 or 1904) is the workbook's.

    Of a meeting of several days, the first. Never today's clock. Raises Unreadable.
    """
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, int | float | Decimal) and not isinstance(cell, bool):
        return _day_of_number(cell, epoch)
    text = _line(cell)
    if SERIALS_IN_TEXT.fullmatch(text):
        return _day_of_serial(int(text), epoch)
    match = next((match for form in _FORMS if (match := form.fullmatch(text))), None)
    if not match:
        raise Unreadable("not-a-day", cell)
    return _calendar(
        _year(match, year, cell), _part(match["m"], cell), _part(match["d"], cell), cell
    )


def read_day_after(cell: object, first_day: date, *, epoch: int = 1900) -> date:
    """A day that cannot be before `first_day`: 1月6日 after a row raised in 12月 is next year's.

    A day written with its year is returned as written. Raises Unreadable.
    """
    try:
        day = read_day(cell, year=first_day.year, epoch=epoch)
    except Unreadable as unreadable:
        if unreadable.reason != "no-such-day":
            raise
        return read_day(cell, year=first_day.year + 1, epoch=epoch)  # 2月29日
    if day >= first_day:
        return day
    return read_day(cell, year=first_day.year + 1, epoch=epoch)


def year_in(text: object) -> int | None:
    """The year a title, file name or date line is about: the first 年, else the only number."""
    line = written(text)
    named = [int(read_number(year)) for year in _NAMED_YEAR.findall(line)]
    named = [year for year in named if FIRST_YEAR <= year <= LAST_YEAR]
    if named:
        return named[0]
    bare = set(_BARE_YEAR.findall(line))
    return int(bare.pop()) if len(bare) == 1 else None


def _line(cell: object) -> str:
    if cell is None or isinstance(cell, str) and not written(cell):
        raise Unreadable("empty")
    if not isinstance(cell, str):
        raise Unreadable("not-a-day", cell)
    if len(cell) > LONGEST:
        raise Unreadable("too-long", cell)
    return written(cell)


def _year(match: re.Match, year: int | None, cell: object) -> int:
    """The year a day was written with, else the one that is known; raises Unreadable."""
    if written_year := match.groupdict().get("y"):
        return _part(written_year, cell)
    if year is None:
        raise Unreadable("no-year", cell)
    return year


def _part(text: str, cell: object) -> int:
    try:
        return int(read_number(text))
    except Unreadable:
        raise Unreadable("no-such-day", cell) from None


def _day_of_number(cell, epoch: int) -> date:
    if cell != cell or abs(cell) > 99_999_999:
        raise Unreadable("not-a-day", cell)
    if cell >= 10_000_000:
        return read_day(str(int(cell)))
    if 1 <= cell < 13 and cell != int(cell):
        raise Unreadable("month-point-day", cell)
    return _day_of_serial(int(cell), epoch)


def _day_of_serial(serial: int, epoch: int) -> date:
    if epoch == 1900 and serial == FALSE_LEAP_DAY:
        raise Unreadable("no-such-day", serial)
    if serial < (1 if epoch == 1900 else 0):
        raise Unreadable("not-a-day", serial)
    if epoch == 1904:
        start = date(1904, 1, 1)
    else:  # after its false leap day Excel is one day ahead of the calendar
        start = date(1899, 12, 31 if serial < FALSE_LEAP_DAY else 30)
    if serial > (date(LAST_YEAR, 12, 31) - start).days:
        raise Unreadable("no-such-day", serial)
    return start + timedelta(days=serial)


def _calendar(year: int, month: int, day: int, cell: object) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Unreadable("no-such-day", cell)
    try:
        return date(year, month, day)
    except ValueError:
        raise Unreadable("no-such-day", cell) from None
