"""Numbers and quantities as offices write them: １６２, 1,200, 一百二十, 1.2万, 5400余人次."""

import math
import re
from dataclasses import dataclass
from decimal import Decimal

from .characters import written
from .unreadable import Unreadable

LONGEST = 64  # characters; every value an office writes is shorter
LARGEST = Decimal(10) ** 15
LARGEST_COUNT = 2**31 - 1  # people, jobs and sessions are kept as 32-bit integers

_DIGITS = dict(zip("零〇一二三四五六七八九", (0, 0, *range(1, 10)), strict=True))
_DIGITS |= dict(zip("两壹贰叁肆伍陆柒捌玖", (2, *range(1, 10)), strict=True))
_STEPS = {"千": 1000, "仟": 1000, "百": 100, "佰": 100, "十": 10, "拾": 10}
_BIG = (("亿", 10**8), ("万", 10**4))
_AFTER_WORD = {"万亿": 10**12, **dict(_BIG)}  # in 5400余万 the big unit follows the word
CHINESE = "".join(_DIGITS) + "".join(_STEPS)
NUMBER = rf"[0-9{CHINESE}][0-9,.{CHINESE}万亿]*"  # which of these are numbers, _whole() knows
BEFORE = ("超过", "大约", "不少于", "至少", "将近", "接近", "约", "近", "超", "逾", "上", "达")
BETWEEN = ("余", "多", "来")
AFTER = ("以上", "左右", "上下")
UNITS = (
    ("人次", "场次", "件次", "期次", "元", "人", "名", "位", "个", "家")
    + ("次", "场", "期", "件", "条", "篇", "项", "份", "部", "户", "届", "批", "处", "间", "所")
    + ("册", "本", "字", "节", "课时", "小时", "天", "年", "月", "日", "%", "‰", "亩", "公里")
)
COUNTED = ("就业岗位", "岗位", "委员", "群众", "代表", "干部", "问题", "项目", "活动")

_ARABIC = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")
_SIGNED = re.compile(rf"([-+]?)({NUMBER})")
_QUANTITY = re.compile(
    rf"(?P<before>{'|'.join(BEFORE)})?\s*(?P<number>-?{NUMBER})\s*(?P<between>[{''.join(BETWEEN)}])?"
    rf"(?P<big>万亿|[万亿])?\s*(?P<unit>{'|'.join(UNITS)})?(?:{'|'.join(COUNTED)})?"
    rf"(?P<after>{'|'.join(AFTER)})?"
)


@dataclass(frozen=True)
class Quantity:
    """A number with the unit and the approximation word written beside it ("" when none)."""

    value: Decimal
    unit: str = ""
    approximation: str = ""


@dataclass(frozen=True)
class Count:
    """A whole number of people, jobs or sessions, and its approximation word ("" when none)."""

    value: int
    approximation: str = ""


def read_number(cell: object) -> Decimal:
    """The number in a cell, digits or numerals, with 万 and 亿 worked in; raises Unreadable."""
    if _is_number(cell):
        return _number_of(cell)
    text = _line(cell)
    match = _SIGNED.fullmatch(text)
    if not match:
        raise Unreadable("not-a-number", cell)
    value = _whole(match[2], cell)
    return _bounded(-value if match[1] == "-" else value, cell)


def read_quantity(cell: object) -> Quantity:
    """The number, unit and approximation word of a cell such as 5400余人次; raises Unreadable."""
    if _is_number(cell):
        return Quantity(_number_of(cell))
    match = _QUANTITY.fullmatch(_line(cell))
    if not match:
        raise Unreadable("not-a-quantity", cell)
    value = read_number(match["number"]) * _AFTER_WORD.get(match["big"], 1)
    words = [word for word in (match["before"], match["between"], match["after"]) if word]
    approximation = next((word for word in words if word != "达"), "")
    return Quantity(_bounded(value, cell), match["unit"] or "", approximation)


def read_count(cell: object) -> Count:
    """A whole number, zero or more, of people, jobs or sessions; raises Unreadable."""
    quantity = read_quantity(cell)
    if quantity.value < 0:
        raise Unreadable("negative", cell)
    if quantity.value != quantity.value.to_integral_value():
        raise Unreadable("not-whole", cell)
    if quantity.value > LARGEST_COUNT:
        raise Unreadable("too-large", cell)
    return Count(int(quantity.value), quantity.approximation)


def _line(cell: object) -> str:
    if cell is None:
        raise Unreadable("empty")
    if not isinstance(cell, str):
        raise Unreadable("not-a-number", cell)
    text = written(cell)
    if not text:
        raise Unreadable("empty")
    if len(text) > LONGEST:
        raise Unreadable("too-long", cell)
    return text


def _is_number(cell: object) -> bool:
    return isinstance(cell, int | float | Decimal) and not isinstance(cell, bool)


def _number_of(cell) -> Decimal:
    """A spreadsheet's own number, as it prints: 0.1 is 0.1, not the float beneath it."""
    if isinstance(cell, int):
        if abs(cell) > LARGEST:
            raise Unreadable("too-large", cell)
        return Decimal(cell)
    if not math.isfinite(cell):
        raise Unreadable("not-a-number", cell)
    return _bounded(Decimal(repr(cell)) if isinstance(cell, float) else cell, cell)


def _bounded(value: Decimal, cell: object) -> Decimal:
    if abs(value) > LARGEST:
        raise Unreadable("too-large", cell)
    return value


def _whole(text: str, cell: object) -> Decimal:
    """A number with 亿 and 万 in falling order: 1亿2000万, 1.2万亿, 36,400万, 三万五."""
    for unit, size in _BIG:
        left, found, rest = text.partition(unit)
        if found:
            return _whole(left, cell) * size + _rest(left, rest, size, cell)
    return _section(text, cell)


def _rest(left: str, rest: str, size: int, cell: object) -> Decimal:
    """What follows a big unit: always less than that unit; 五 in 三万五 is five thousand."""
    if not rest:
        return Decimal(0)
    if _DIGITS.get(rest):
        return Decimal(_DIGITS[rest] * size // 10)
    value = _whole(rest[1:] if rest[0] in "零〇" else rest, cell)
    if value >= size or "." in left or len(rest) == 1:  # 1.2万3 and 3万5 are nobody's numbers
        raise Unreadable("not-a-number", cell)
    return value


def _section(text: str, cell: object) -> Decimal:
    """A part without 万 or 亿: 36,400 · 3千 · 一千二百三十 · 二〇二三."""
    if _ARABIC.fullmatch(text):
        return Decimal(text.replace(",", ""))
    if _ARABIC.fullmatch(text[:-1]) and text[-1] in _STEPS:
        return Decimal(text[:-1].replace(",", "")) * _STEPS[text[-1]]
    if not text or any(sign not in CHINESE for sign in text):
        raise Unreadable("not-a-number", cell)
    if all(sign in _DIGITS for sign in text):
        return Decimal("".join(str(_DIGITS[sign]) for sign in text))
    return Decimal(_stepped(text, cell))


def _stepped(text: str, cell: object) -> int:
    """A numeral below ten thousand, in falling steps: 一千零五, 十二, 百余's 百, 两百五 (250)."""
    total, digit, last_step, after_zero = 0, None, 10_000, False
    for sign in text:
        step = _STEPS.get(sign)
        if step and step < last_step:
            total, last_step = total + (1 if digit is None else digit) * step, step
            digit, after_zero = None, False
        elif step or digit is not None or (after_zero or not total) and not _DIGITS[sign]:
            raise Unreadable("not-a-number", cell)
        elif _DIGITS[sign] == 0:
            after_zero = True
        else:
            digit = _DIGITS[sign]
    if digit is None and after_zero:
        raise Unreadable("not-a-number", cell)
    return total + (digit or 0) * (1 if after_zero or last_step <= 10 else last_step // 10)
