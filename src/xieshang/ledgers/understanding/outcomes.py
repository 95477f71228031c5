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


def solved(status: object) -> bool:
    """Whether the words of progress say that the problem is solved (办结, 已办结, 已解决)."""
    text = written(status or "")
    return bool(_SOLVED.search(text)) and not _NOT.search(text)


def adopted(outcome: object) -> bool:
    """Whether the words of an outcome say that it was adopted (采用, 被采用, 采纳, 获批示)."""
    text = written(outcome or "")
    return bool(_ADOPTED.search(text)) and not _NOT.search(text)


def matter_kind(type_: object) -> str:
    """The kind of matter a suggestion is: by its type, "suggestion" where none is known."""
    text = written(type_ or "")
    return next((kind for kind, words in _TYPES if words.search(text)), "suggestion")
