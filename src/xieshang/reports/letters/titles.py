"""Titles by rule, and where a title of several lines is broken."""

import math
from collections.abc import Callable

from ..document.fill import numeral

MOST = 19  # signs of 22 pt on a line of 156 mm
NOT_BEFORE = "）》〉〕】”’、，。；：？！的之号次届期条项案年月日人个"
NOT_AFTER = "（《〈〔【“‘第"
AFTER = ("的", "、", "》", "）", "会议", "政协", "委员会", "号", "关于")
OUT_OF_THE_WAY = 3  # signs: how far a better place to break a line may be


def session_of(committee: str, term: int, session: int | None) -> str:
    """自治区政协十三届三次会议; without the meeting where there is none."""
    held = f"{numeral(session)}次会议" if session else ""
    return f"{committee}{numeral(term)}届{held}"


def reply(committee: str, term: int, session: int | None, number: str) -> str:
    return f"关于{session_of(committee, term, session)}第{number}号提案的答复"


def opinion(committee: str, term: int, session: int | None, number: str) -> str:
    return f"关于{session_of(committee, term, session)}第{number}号提案的会办意见"


def information(committee: str, _term: int, _session: int | None, number: str) -> str:
    return f"关于{committee}第{number}号社情民意信息的答复"


TITLES: dict[str, Callable[[str, int, int | None, str], str]] = {
    "reply": reply,
    "opinion": opinion,
    "information": information,
}


def title_of(kind: str, committee: str, term: int, session: int | None, number: str) -> str:
    """The title by rule of a `reply`, a joint unit's `opinion`, an answer to an `information`.

    Raises KeyError for any other kind.
    """
    return TITLES[kind](committee, term, session, number)


def lines_of(title: str) -> list[str]:
    """The title in lines of about one length, broken where a reader would draw breath."""
    lines, begin, left = [], 0, width(title)
    while (count := math.ceil(left / MOST)) > 1:
        ahead = title[begin : begin + 2 * MOST]
        line = ahead[: best_break(ahead, left / count)]
        lines.append(line)
        begin, left = begin + len(line), left - width(line)
    return [*lines, title[begin:]]


def width(text: str) -> float:
    """In signs; a Latin letter or an Arabic digit is half of one."""
    return sum(0.5 if sign.isascii() else 1 for sign in text)


def best_break(title: str, ideal: float) -> int:
    """How many signs its first line takes, when it is to be about that wide."""
    fitting = [n for n in range(1, len(title)) if width(title[:n]) <= MOST]
    allowed = [n for n in fitting if may_break(title[n - 1], title[n])]
    return min(allowed or fitting[-1:], key=lambda n: off(title[:n], ideal))


def may_break(before: str, after: str) -> bool:
    if before.isascii() and after.isascii():
        return False
    return before not in NOT_AFTER and after not in NOT_BEFORE


def off(line: str, ideal: float) -> float:
    """How far a line is from what was wished for."""
    return abs(width(line) - ideal) + (0 if line.endswith(AFTER) else OUT_OF_THE_WAY)
