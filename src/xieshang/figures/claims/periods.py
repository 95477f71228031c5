"""The days that a text's words name, as declared data; which year is meant is decided later."""

import re
from dataclasses import dataclass

from xieshang.reading.numbers import read_number

from .claim import Period

_YEAR = "(?:19|20)[0-9]{2}|[一二][〇零○九][〇零○一二三四五六七八九]{2}"
_Y, _Z = rf"(?<![0-9])(?P<y>{_YEAR})\s?年", rf"(?P<z>{_YEAR})\s?年"
_N = "(?P<n>[0-9]{1,2}|[一二两三四五六七八九十]{1,3})"
_M, _E = "(?P<m>1[0-2]|[1-9])", "(?P<e>1[0-2]|[1-9])"
_TO = r"\s?(?:至|到|[-—–~～]{1,2})\s?"
_SINCE = "(?:[1-9][0-9]?日)?(?:\\s?以来|\\s?至今|起(?![草来]))"


@dataclass(frozen=True, slots=True)
class Wording:
    """One manner of naming a period, and the kind it gives."""

    pattern: re.Pattern
    kind: str
    months: tuple[int, int] = (1, 12)


def _wording(pattern: str, kind: str, months: tuple[int, int] = (1, 12)) -> Wording:
    return Wording(re.compile(pattern), kind, months)


# The first that fits a place in the text is meant; more particular ones stand first.
WORDINGS = (
    _wording(rf"{_Y}{_M}月份?{_SINCE}", "since"),
    _wording(rf"{_Y}[度初]?{_SINCE}", "since"),
    _wording(rf"(?<![0-9])(?P<y>{_YEAR})年?{_TO}{_Z}", "days"),
    _wording(rf"{_Y}{_M}月?{_TO}{_E}月", "days"),
    _wording(rf"截[至止](?:到)?{_Y}{_E}月", "so-far"),
    _wording(rf"截[至止](?:到)?{_Y}", "so-far"),
    _wording(rf"{_Y}上半年", "days", (1, 6)),
    _wording(rf"{_Y}下半年", "days", (7, 12)),
    _wording(rf"{_Y}第?[一1]季度", "days", (1, 3)),
    _wording(rf"{_Y}前三季度", "days", (1, 9)),
    _wording(rf"{_Y}{_M}月", "days"),
    _wording(_Y, "days"),
    _wording("第?[一1]季度", "days", (1, 3)),
    _wording("前三季度", "days", (1, 9)),
    _wording("上半年", "days", (1, 6)),
    _wording("下半年", "days", (7, 12)),
    _wording("今年|本年|年内|一年[来间]|全年", "this-year"),
    _wording("去年|上年|上一年", "last-year"),
    _wording(rf"(?:近|过去|最近|这){_N}年多?[来间]?", "years"),
    _wording(rf"(?<![0-9一二三四五六七八九十]){_N}年多?来", "years"),
    _wording(
        "换届以来|本届(?:政协)?(?:以来|任期)|届内|任期内|届(?:政协)?(?:.{1,3}次会议)?以来", "term"
    ),
    _wording("至今|迄今|截[至止]目前|目前|累计|历年|(?:成立|创办|开播|启动|建立)以来", "so-far"),
)


def period_in(text: str, start: int, place: int) -> Period:
    """The period that the words between `start` and `place` name; the nearest and surest wins."""
    found = [
        (wording, match)
        for wording in WORDINGS
        for match in wording.pattern.finditer(text, start, place)
    ]
    if not found:
        return Period()
    exact = [each for each in found if each[0].kind != "so-far" or "y" in each[1].groupdict()]
    exact = exact or found  # a year says more than 累计
    nearest = max(match.end() for _wording, match in exact)
    return _period(*next(each for each in exact if each[1].end() == nearest))


def _period(wording: Wording, match: re.Match) -> Period:
    said = {name: _number(words) for name, words in match.groupdict().items() if words}
    first, last = wording.months
    if wording.kind == "since":
        ending = (0, 12)
    else:
        ending = (said.get("z", said.get("y", 0)), said.get("e", said.get("m", last)))
    beginning = (said.get("y", 0), said.get("m", first))
    return Period(wording.kind, match[0], beginning, ending, said.get("n", 0))


def _number(words: str) -> int:
    return int(read_number(words.replace("○", "〇")))
