"""Names of persons in Chinese text: those that are known, and those a word beside them tells.

A name is starred behind its surname: 张三 is 张*, 欧阳娜娜 is 欧阳**, 阿卜杜拉·买买提 is 阿***·***.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator

from .characters import narrow
from .surnames import DOUBLE, NOT_NAMES, RARER, SINGLE

_HAN = "[\u3400-\u9fff\U00020000-\U0003134f]"
_GIVEN = f"(?![的了是在与及或等说们着过被把也都很还但者某]){_HAN}"
_TITLE = "(?:先生|女士|同志|老人|大爷|大妈|阿姨|奶奶|爷爷|师傅)"
_SHORT = f"(?:(?:{DOUBLE})|[{SINGLE}])(?!{_TITLE}){_GIVEN}{{1,2}}"
_ASKED = f"(?:(?:{DOUBLE})|[{SINGLE}{RARER}])(?!{_TITLE}){_GIVEN}{{1,2}}"
_DOTTED = f"{_HAN}{{1,8}}?·{_HAN}{{1,8}}"
_NAME = f"(?!{NOT_NAMES})(?:{_SHORT}?|{_DOTTED})"

_OFFICE = (
    "(?:(?:联系|经办|承办|签发|负责|投诉|反映|举报|申请|当事|来信|来访|报告|提案|附议|联名|收件|委托|受访)人"
    "|(?:分管|主要|承办)领导|法定代表人|法人代表|户主|姓名|署名|签名|作者)"
)
_FOLK = (
    "(?:[居村市]民|群众|业主|[住租]户|户主|家长|学生|老人|患者|司机|店主|商户|房东|老板|邻居|[职员]工"
    "|我叫|名叫|本人|联系人|负责人)"
)
_END = (  # what shows that a name is over
    f"(?=(?!{_HAN}|[·*])|反映|表示|告诉|投诉|介绍|来[电信访]|建议|诉说|认为|提出|家住|住在|家[中里的]"
    f"|[说称等的和及]|今年|现年|电话|手机|联系|负责|牵头|{_TITLE})"
)
CUED = tuple(
    re.compile(form)
    for form in (
        rf"{_OFFICE}[为是]? ?: ?(?P<name>{_ASKED}?|{_DOTTED}){_END}",
        rf"{_OFFICE}[为是]? ?: ?(?P<name>{_ASKED})(?![*])",  # where its end cannot be told
        rf"{_FOLK}(?P<name>{_NAME}){_END}",
        rf"(?<!{_HAN})(?P<name>{_NAME})(?={_TITLE})",
        rf"(?:[。!]|敬礼)\s*\n\s*(?P<name>{_NAME})(?=\s*\Z|\s+[0-9]{{4}} ?[年.])",  # signatures
    )
)
FURTHER = re.compile(f"[、/和及] ?(?P<name>{_NAME}){_END}")


def cued_names(text: str, form: re.Pattern) -> Iterator[tuple[int, int, str]]:
    """Names after 联系人： or 居民, before 女士, as a signature; and those written beside them."""
    for match in form.finditer(text):
        beside: re.Match | None = match
        while beside:
            yield beside.start("name"), beside.end("name"), starred(beside["name"])
            beside = FURTHER.match(text, beside.end("name"))


def known_names(text: str, names: Collection[str]) -> Iterator[tuple[int, int, str]]:
    """Wherever one of these names stands, the longest that fits; names of one sign are no names."""
    by_begin = defaultdict(list)
    for name in sorted({narrow(name.strip()) for name in names}, key=len, reverse=True):
        if len(name) > 1:
            by_begin[name[:2]].append(name)
    place = 0
    while by_begin and place < len(text) - 1:
        fits = (n for n in by_begin.get(text[place : place + 2], ()) if text.startswith(n, place))
        name = next(fits, "")
        if name:
            yield place, place + len(name), starred(name)
        place += len(name) or 1


def starred(name: str) -> str:
    """The name with its surname kept; the same length."""
    kept = 2 if len(name) > 2 and re.match(DOUBLE, name) else 1
    return name[:kept] + "".join("*" if sign.isalnum() else sign for sign in name[kept:])
