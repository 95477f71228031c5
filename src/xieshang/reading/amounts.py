"""Money as offices write it, always returned as a Decimal number of 万元."""

import re
from collections.abc import Iterable
from decimal import Decimal

from .characters import written
from .numbers import read_number, read_quantity
from .unreadable import Unreadable

IN_WAN = {"亿元": Decimal(10_000), "万元": Decimal(1), "元": Decimal("0.0001")}
STATED, LIKELY, GUESS = "stated", "likely", "guess"  # how sure infer_amount_unit() is

_OTHER = re.compile(r"[美港欧日]元|美金|欧|英镑|[$€£]|USD|HKD|EUR")
_SIGNS = re.compile(r"^(?:人民币|RMB|CNY|¥)\s*|\((?:人民币|RMB|CNY)\)$", re.I)
_WORDED = re.compile(r"[万亿元]")
_UNIT = re.compile(r"(亿|百万|千万|万)?元(?![一-龥])|(?<![一-龥])(亿|万)(?![一-龥])")


def read_amount(cell: object, unit: str = "万元") -> Decimal:
    """The amount in 万元; `unit` is the column's, used where the cell has none of its own.

    A word of approximation (约3亿元) is read and left to the evidence. Raises Unreadable.
    """
    if not isinstance(cell, str):
        return _zero_or_more(read_number(cell), cell) * IN_WAN[unit]
    text = written(cell)
    if _OTHER.search(text):
        raise Unreadable("other-currency", cell)
    quantity = read_quantity(_SIGNS.sub("", text))
    if quantity.unit not in ("", "元"):
        raise Unreadable("not-an-amount", cell)
    value = _zero_or_more(quantity.value, cell)
    return value * IN_WAN["元" if _WORDED.search(text) else unit]


def infer_amount_unit(
    values: Iterable[object], header: str = "", note: str = ""
) -> tuple[str, str]:
    """The unit of a column's bare numbers and how sure: stated in words, likely, or a guess."""
    for text in (header, note):
        if unit := unit_in(text):
            return unit, STATED
    bare = [number for value in values if (number := _bare(value)) is not None]
    if not bare:
        return "万元", GUESS
    fractions = any(number != number.to_integral_value() for number in bare)
    if fractions and max(bare) < 1000:
        return "亿元", LIKELY
    if min(bare) >= 1_000_000:
        return "元", LIKELY
    if min(bare) >= 100:
        return "万元", LIKELY
    return ("亿元" if max(bare) < 100 else "万元"), GUESS


def unit_in(text: str) -> str | None:
    """The unit of money a heading or a units line names: 投资额(万元), 单位:亿元."""
    match = _UNIT.search(written(text).replace("人民币", " "))
    if not match or match[1] in ("百万", "千万"):
        return None
    return f"{match[1] or match[2] or ''}元"


def _bare(value: object) -> Decimal | None:
    """A number without a unit of its own, or None for whatever else the cell holds."""
    if isinstance(value, str) and _WORDED.search(value):
        return None
    try:
        return read_number(value)
    except Unreadable:
        return None


def _zero_or_more(value: Decimal, cell: object) -> Decimal:
    if value < 0:
        raise Unreadable("negative", cell)
    return value
