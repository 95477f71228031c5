"""Committees as texts name them, and which of them a sentence is about."""

import re

from .claim import Place

LONGEST = 18  # characters before 政协 that can still be a name
_ENDS = "自治区|自治州|自治县|省|市|州|县|区|旗"
_BODY = re.compile(r"政协")
_FORMAL = re.compile(rf"政协([一-龥]{{2,12}}?(?:{_ENDS}))委员会")
_RUN = re.compile(r"[一-龥、()（）]*$")
_LEVELS = re.compile(  # 柳州市、县两级 · 全区各级 · 玉林市县(市、区)
    r"(?:系统|各级|上下|(?:[、和]市|[、和]?[县区乡]){0,4}[两三四]级|(?<=市)[、和]?[县区](?:[(（][市区、]+[)）])?)$"
)
_NAME = re.compile(rf"([一-龥]{{1,14}}(?:{_ENDS}))$")
_SHORT = re.compile(r"^[一-龥]{2,3}$")
_PLAIN = re.compile(
    r"(?:^|(?<=[。，,;；\n]))(?:其中[，,:]?)?((?:(?!政协|全)[一-龥]){2,7}?(?:市|县|区))"
    r"(?=[^一-龥]|举办|开展|组织|召开|建|引进|推动|解决|打造|累计|共|全年|今年|各)"
)
_WHOLE_REGION = ("全区", "全自治区", "全区各级")
_RELATIVE = re.compile(
    r"^(?:[全本我该各为以在]*(?:自治区|市|县|区|州|旗|省)|地方|全国|人民|基层|.*设区市|个.*)$"
)
# What stands before a committee's name without belonging to it …
_LEAD = re.compile(
    r"^.*(?:以来|年来|期间|其中|同时|近年|支持|依托|通过|推动|带动|号召|委托|组织|指导|联合|协同|会同|邀请"
    r"|携手|上报|报送|提交|争取|获|[、由与和及同向以对在为到给被让使经住驻])(?=[一-龥]{2})"
)
# … and after which of these the committee is a partner or an addressee, not the one who acts.
_TO = r"联合|协同|会同|邀请|携手|上报|报送|提交|争取|指导|委托|获|[与和及同向给被对经住驻]"
_OBJECT = re.compile(rf"(?:{_TO})[一-龥]{{0,9}}(?:、[一-龥]{{0,9}}){{0,4}}$")
_BEYOND = re.compile(  # 在自治区政协指导下, 自治区政协采用12篇
    "[^，,。；;]{0,6}(?:指导|领导|支持|关心|部署|要求|统筹)下|采[用纳编]|录用|刊发|转发|表彰|通报"
)


def actors(text: str, start: int, end: int) -> list[tuple[int, Place]]:
    """The committees that act in a stretch of text, in order: (where the name ends, place)."""
    found = [
        (match.end(), Place(f"{match[1]}政协")) for match in _FORMAL.finditer(text, start, end)
    ]
    for match in _BODY.finditer(text, start, end):
        run = _run(text[max(start, match.start() - LONGEST) : match.start()])
        place = _named(run)
        lead = run[: run.rfind(place.words.removesuffix("政协"))] if place else ""
        elsewhere = _OBJECT.search(lead) or _BEYOND.match(text, match.end(), end)
        if place and not elsewhere and not _in_quotes(text, start, match.start()):
            found.append((match.end(), place))
    for match in _PLAIN.finditer(text, start, end):
        found.append((match.end(), Place(f"{match[1]}政协", sure=False)))
    return sorted(found, key=lambda pair: pair[0])


def _in_quotes(text: str, start: int, place: int) -> bool:
    """Whether a place lies between quotation marks: “书香政协” is no committee."""
    return any(
        text.rfind(opening, start, place) > text.rfind(closing, start, place)
        for opening, closing in ("“”", "《》", "「」")
    )


def _run(before: str) -> str:
    """The unbroken characters that end a piece of text."""
    match = _RUN.search(before)
    return match[0] if match else ""


def _named(run: str) -> Place | None:
    """The committee whose name ends the run of characters before 政协, if any does."""
    own = run.endswith("本级")
    trimmed = _LEVELS.sub("", run.removesuffix("本级"))
    breadth = "own" if own else "whole" if len(trimmed) < len(run) else ""
    name = _LEAD.sub("", trimmed)
    if name in _WHOLE_REGION:
        return Place("自治区政协", "whole")
    if name == "自治区":
        return Place("自治区政协", breadth)
    if _RELATIVE.match(name):
        return None
    if match := _NAME.search(name):
        return Place(f"{match[1]}政协", breadth, run=trimmed)
    return Place(f"{name}政协", breadth, sure=False, run=trimmed) if _SHORT.match(name) else None
