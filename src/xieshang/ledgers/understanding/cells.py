"""One cell: as it is kept, where it stands, and whether anything is written in it."""

import re
from datetime import date, datetime

from xieshang.reading.characters import written

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_NOTHING = {"", "/", "\\", "-", "--", "—", "——", "–", "无", "暂无", "N/A", "n/a", "空", "／"}


def raw(cell: object) -> str:
    """A cell as text: a whole number without its point, a day as 2023-03-05, as typed otherwise."""
    if isinstance(cell, str):
        return _CONTROL.sub("", cell) if not cell.isprintable() else cell
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, datetime) and not (cell.hour or cell.minute or cell.second):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def says_nothing(cell: object) -> bool:
    """Whether a cell is blank or holds only a sign for nothing, such as a dash."""
    if isinstance(cell, str):
        return cell in _NOTHING or written(raw(cell)) in _NOTHING
    return cell is None


def letter(index: int) -> str:
    """The name of a column, from 0: A … Z, AA …"""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
