"""What the words of an office come to: solved or not, adopted or not, which kind of matter."""

import re

from xieshang.reading.characters import written

_NOT = re.compile(
    r"未|不|没|无法|暂|待|正在|尚|拟|计划|否|部分解决|部分办结|基本解决|推进中|办理中|解决中|^×$"
)
_SOLVED = re.compile(r"办结|解决|办毕|办完|完成|落实|销号|^[是√]$|^已办")
_ADOPTED = re.compile(r"采用|采纳|批示|录用|选用|^[是√]$")
_TYPES = (
    ("proposal", re.compile(r"提案")),
    ("opinion-report", re.compile(r"社情民意|信息|专报")),
    ("speech", re.compile(r"发言")),
    ("research", re.compile(r"调研|考察|视察|报告")),
)
_PROGRESS = (
    ("defer", re.compile(r"条件|无法|搁置|暂缓|不具备|不能")),
    ("plan", re.compile(r"计划|规划|列入|纳入")),
    ("handle", re.compile(r"办理|协调|推进|解决|落实|正在|整改|交办|跟踪")),
)
_OUTCOMES = (
    ("refuse", re.compile(r"未|不|否|^×$")),
    ("pass-on", re.compile(r"转")),
    ("keep", re.compile(r"留存|存档|参考|留阅")),
)


def solved(status: object) -> bool:
    """Whether the words of progress say that the problem is solved (办结, 已办结, 已解决)."""
    text = written(status or "")
    return bool(_SOLVED.search(text)) and not _NOT.search(text)


def adopted(outcome: object) -> bool:
    """Whether the words of an outcome say that it was adopted (采用, 被采用, 采纳, 获批示)."""
    text = written(outcome or "")
    return bool(_ADOPTED.search(text)) and not _NOT.search(text)


def problem_move(status: object) -> str:
    """The verb, in a problem's lifecycle, that the words of progress tell of; "" for none."""
    return "solve" if solved(status) else _first(_PROGRESS, status)


def advice_move(outcome: object) -> str:
    """The verb, in the lifecycle of advice, that the words of an outcome tell of; "" for none."""
    return "adopt" if adopted(outcome) else _first(_OUTCOMES, outcome)


def matter_kind(type_: object) -> str:
    """The kind of matter a suggestion is: by its type, "suggestion" where none is known."""
    return _first(_TYPES, type_) or "suggestion"


def _first(table, words: object) -> str:
    text = written(words or "")
    return next((name for name, pattern in table if pattern.search(text)), "")
