"""Numbers with a unit in running text, and those that are names, days or manners of speaking."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from xieshang.reading.numbers import CHINESE, read_number
from xieshang.reading.unreadable import Unreadable

from .vocabulary import PEOPLE, PLACES, SESSIONS, THINGS

ONE = rf"(?:[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]+)(?:\.[0-9]+)?|[{CHINESE}]{{1,9}}"
NUMBER = rf"(?:{ONE})(?:[万亿千百]{{1,2}}(?:(?:{ONE})[万千]?)?)?"
BEFORE = (
    "不少于|(?<!最)大约|至少|超过|突破|将近|接近|多达|(?<![节预契签集制违条合公])约"
    "|(?<![最附邻走亲靠临])近|(?<![高])超|逾|(?<![线以会网])上(?=[百千万])"
)
# A unit is none when it begins another word: 二期工程, 三人民主, 20个月.
UNITS = {
    "期": "间|限|待|望|刊|工程|项目|建设",
    "次": "要|序|日|级|长|生|数",
    "场": "所|地|景|馆|合",
    "人": "民|大|员|士|才|数|口|均|选|事|力|物|权|居",
    "个": "人|别|体[户系经]|性|月|小时|星期|工作日|百分点|方面|环节|阶段|层面|维度|字|年",
    "件": "数",
    "条": "件|例",
    "项": "目",
    "名": "单|称|额|义|誉",
    "位": "于|置|居",
    "家": "庭|长|园|具|属",
    "份": "额",
    "篇": "章",
    "讲": "话|解|述",
    "座": "谈",
    "处": "于|理|置",
    "所": "有|在",
    "起": "来|到|点",
    "集": "体|团|中|聚",
    "宗": "旨",
    "户": "籍|外",
    "部": "门|分|署|长|委|队|级",
}
LONG_UNITS = ("人次", "场次", "期次", "篇次", "件次", "条次", "课时", "亿元", "万元", "元", "%")
PLAIN_UNITS = ("间", "桩", "则", "辑", "块")
COUNTED = {*SESSIONS, *PEOPLE, *THINGS, *PLACES, *UNITS, *LONG_UNITS, *PLAIN_UNITS}

_UNIT = "|".join(
    [
        *LONG_UNITS,
        *PLAIN_UNITS,
        *(f"{unit}(?!{after})" for unit, after in UNITS.items()),
    ]
)
_QUANTITY = re.compile(
    rf"(?P<before>{BEFORE})?\s?(?P<percent>百分之)?(?P<low>{NUMBER})"
    rf"(?:\s?(?:-|—|–|~|～|至|到)\s?(?P<high>{NUMBER}))?"
    rf"\s?(?P<between>[余多来])?(?P<big>万亿|[万亿](?!元))?(?P<unit>{_UNIT})?(?P<after>以上|左右|上下)?"
)
_NAME_BEFORE = re.compile(r"[第届·•〔\[#A-Za-z\-./+]$")
_PERCENT_OF = re.compile(r"率|占|比例|覆盖面|比重")
# What is done each year, what is planned, and what is an average are no totals.
_NO_TOTAL = re.compile(
    r"(?:每(?:年|半年|季度?|月|周|名|个|位|次|人|户|场|期)|[人年户月场]均|平均|力争|预计|(?<![虚模])拟"
    r"|计划(?=开展|举办|召开|组织|引进|建设|新建|安排))[^，,；;。]*$"
)
_SPEECH = re.compile(r"[，。；！？]")  # what is said in quotation marks, and no name
_QUOTED = re.compile(
    r"“[^”\n]{0,60}”|「[^」\n]{0,60}」|《[^》\n]{0,60}》|‘[^’\n]{0,60}’|〔[^〕\n]{0,20}〕"
)
_THRESHOLD = re.compile(
    r"(?:\(含\))?(?:及以上|以上|以下|级)?的?(?:大|重大|产业|工业|招商|投资)*(?:项目|企业)"
)
_EACH = re.compile(  # 一支部一品牌, 1个专委1个品牌
    r"一[^，,；;。一0-9]{1,4}一(?=[一-龥])"
    r"|(?<![0-9])[一1](?P<unit>[个名项])[^，,；;。一0-9]{1,6}[一1](?P=unit)"
)
_STRUCTURE = re.compile("(?:设区|地级|县级)?(?:市|县|区|乡|镇|街道|村|社区|省|州|旗|级)")
SMALLEST = 10  # a written-out numeral up to this is a manner of speaking unless its noun is known
WHOLE_STEPS = frozenset("百千万亿")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number with its unit where it stands in the text."""

    start: int
    end: int
    value: Decimal
    unit: str
    approximation: str
    upper: Decimal | None
    spoken: bool  # written out, and small enough to be a manner of speaking: 三项


def quoted(text: str) -> list[re.Match]:
    """The names in quotation marks."""
    return list(_QUOTED.finditer(text))


def numerals(text: str, start: int = 0, end: int | None = None) -> Iterator[Numeral]:
    """Every number with a unit between two places of a text that can be a figure at all."""
    end = len(text) if end is None else end
    names = _names(text, start, end)
    starts = [first for first, _ in names]
    reach = list(accumulate((last for _, last in names), max))
    for match in _QUANTITY.finditer(text, start, end):
        before = bisect_right(starts, match.start("low"))
        named = before and match.start("low") < reach[before - 1]
        if not named and (numeral := _numeral(text, match)):
            yield numeral


def _names(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where a number is part of a name, in order: “百千万”工程, 一支部一品牌."""
    marked = _QUOTED.finditer(text, start, end)
    said = (match.span() for match in marked if not _SPEECH.search(match[0]))
    return sorted([*said, *(match.span() for match in _EACH.finditer(text, start, end))])


def _numeral(text: str, match: re.Match) -> Numeral | None:
    unit = "%" if match["percent"] else match["unit"]
    if not unit or unit not in COUNTED or _is_name(text, match, unit):
        return None
    scale = match["big"] or ""
    try:
        low = read_number(match["low"] + scale)
        high = read_number(match["high"] + scale) if match["high"] else None
    except Unreadable:
        return None
    if unit in ("亿元", "万元"):
        size, unit = (10**8 if unit == "亿元" else 10**4), "元"
        low, high = low * size, high and high * size
    written_out = match["low"][0] in CHINESE
    approximation = next((match[g] for g in ("before", "between", "after") if match[g]), "")
    if written_out and set(match["low"]) <= WHOLE_STEPS and not approximation:
        return None  # 百名委员, 千家万户
    if match["low"] == "一" and text[match.end() : match.end() + 1].isalpha():
        return None  # 一次活动: an article
    begin = match.start("before") if match["before"] else match.start("low")
    begin = match.start("percent") if match["percent"] and not match["before"] else begin
    spoken = written_out and low <= SMALLEST and not match["between"]
    upper = high and _plain(high)
    return Numeral(begin, match.end(), _plain(low), unit, approximation, upper, spoken)


def _plain(value: Decimal) -> Decimal:
    """A whole number without decimals: 3.2万 is 32000."""
    return value.to_integral_value() if value == value.to_integral_value() else value


def counts_places(text: str, numeral: Numeral) -> bool:
    """Whether the number tells how many places there are (14个设区市), not what was done."""
    return numeral.unit == "个" and bool(_STRUCTURE.match(text, numeral.end))


def _is_name(text: str, match: re.Match, unit: str) -> bool:
    """Whether the number is a name's, an ordinal, a threshold, an average or a bare percentage."""
    before = text[max(0, match.start() - 24) : match.start()]
    if _NAME_BEFORE.search(before[-1:]) or _NO_TOTAL.search(before):
        return True
    if unit == "%":
        return not _PERCENT_OF.search(before[-12:])
    if unit in ("元", "万元", "亿元"):
        return bool(_THRESHOLD.match(text, match.end() - len(match["after"] or "")))
    return False
