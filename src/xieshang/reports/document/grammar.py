"""What may stand between {{ and }} in a template, as a clerk types it in Word.

    {{ 数字：培训期数 ｜ 柳州市 ｜ 本级 }}     a figure: metric, then options in any order
    {{ 年份 }} {{ 期间 }} {{ 政协 }} …         a word the report knows
    {{ 名称：4·27 }}                           a date or an ordinal which is a name, no figure
    {{ 每个市 }} … {{ 完 }}                    paragraphs repeated for every city
    {{ 数字依据 }} {{ 口径 }}                  the list of all figures, of their definitions

Half-width and full-width signs are the same: people type with a Chinese keyboard.
"""

import re
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

WORDS = ("年份", "期间", "政协", "地名", "各级", "品牌", "日期", "序号", "网址")
BLOCKS = {"每个市": "city", "每个县": "county", "每个品牌": "programme"}
END, NUMBER, NAME = "完", "数字", "名称"
LISTS = {"数字依据": "figures", "口径": "definitions"}
REGION = "全区"
SWITCHES = {
    "本级": ("own", True),
    "含下级": ("own", False),
    "可为零": ("zero", True),
    "占比": ("share", True),
}

NAMES_WITH_DIGITS = re.compile(
    r"[“‘《]?(\d{1,2}·\d{1,2}"  # 4·27
    r"|第\d{1,3}[届次期号]\S{0,12}"  # 第14届
    r"|\d{4}年\d{1,2}月(\d{1,2}日)?"
    r"|\S{1,12}〔\d{4}〕\d{1,4}号)[”’》]?"
)


class Misspelt(ValueError):
    """A placeholder which the grammar does not know; the message says why."""


@dataclass(frozen=True, slots=True)
class Number:
    """A figure asked for: which metric, of whom, for when."""

    metric: str
    place: str = ""  # "": the committee the paragraph speaks of
    own: bool = False  # 本级: without the committees below
    programme: str = ""  # 品牌=…: of one brand or series alone
    form: str = ""  # 形式=…: of one form of activity, venue or project alone
    since: int | None = None  # 自2022年: from the first of January of that year
    year: int | None = None
    zero: bool = False  # 可为零: print a nought instead of dropping the sentence
    share: bool = False  # 占比: in per cent of its base, instead of the number


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the report: its year, its committee, a running number."""

    name: str


@dataclass(frozen=True, slots=True)
class Name:
    """Digits which are a name and no measure, such as 4·27."""

    text: str


@dataclass(frozen=True, slots=True)
class Each:
    """The first line of a block, repeated for every committee of a tier, or every brand."""

    tier: str


@dataclass(frozen=True, slots=True)
class End:
    """The last line of a block."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The place of the list of figures, or of the definitions they are measured by."""

    of: str


Placeholder = Number | Word | Name | Each | End | Listing


def parse(inside: str) -> Placeholder:
    """The placeholder written between the braces; raises Misspelt."""
    head, colon, rest = inside.strip().replace(":", "：", 1).partition("：")
    head, rest = head.strip(), rest.strip()
    if colon:
        return with_argument(head, rest)
    if head in WORDS:
        return Word(head)
    if head in BLOCKS:
        return Each(BLOCKS[head])
    if head == END:
        return End()
    if head in LISTS:
        return Listing(LISTS[head])
    known = "、".join((NUMBER, NAME, *WORDS, *BLOCKS, END, *LISTS))
    raise Misspelt(
        _("“%(word)s” is not known here; known are %(known)s") % {"word": head, "known": known}
    )


def with_argument(head: str, rest: str) -> Number | Name:
    if head == NUMBER:
        return number(rest)
    if head != NAME:
        raise Misspelt(_("“%(word)s” takes nothing after a colon") % {"word": head})
    if not NAMES_WITH_DIGITS.fullmatch(rest):
        raise Misspelt(
            _("“%(word)s” is no name: only a day, a term, an issue or a document number is")
            % {"word": rest}
        )
    return Name(rest)


def number(rest: str) -> Number:
    metric, *options = (part.strip() for part in rest.replace("|", "｜").split("｜"))
    if not metric:
        raise Misspelt(_("The figure has no name: write 数字：, then the name of a figure"))
    asked = Number(metric)
    given: set[str] = set()
    for text in options:
        option = read_option(text)
        if twice := given & option.keys():
            raise Misspelt(_("“%(word)s” is said twice") % {"word": text or "、".join(twice)})
        given |= option.keys()
        asked = replace(asked, **option)
    if asked.year and asked.since:
        raise Misspelt(_("A figure is for a year or since a year, not both"))
    return asked


def read_option(text: str) -> dict[str, Any]:
    """One option of a figure, as the field it sets."""
    if text in SWITCHES:
        return dict([SWITCHES[text]])
    if year := re.fullmatch(r"(自)?(\d{4})年?(?:以来)?", text):
        return {"since" if year[1] else "year": int(year[2])}
    if narrowed := re.fullmatch(r"(品牌|形式)\s*[=＝：:]\s*(.+)", text):
        return {"programme" if narrowed[1] == "品牌" else "form": narrowed[2].strip()}
    if not text:
        raise Misspelt(_("Nothing stands between two bars"))
    return {"place": text}
