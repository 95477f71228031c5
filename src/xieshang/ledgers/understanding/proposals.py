"""What an office writes of its proposals: how far one has come, and the number it bears."""

import re
from dataclasses import dataclass

from xieshang.reading.characters import written

FILED = ("submit", "file")
ANSWERED = (*FILED, "assign", "answered")
STATES: tuple[tuple[re.Pattern, tuple[str, ...]], ...] = (  # the first that is said counts
    (re.compile(r"撤"), ("submit", "withdraw")),
    (re.compile(r"(?:不|未)(?:予)?立案|不予受理"), ("submit", "refuse")),
    (re.compile(r"转.{0,4}(?:社情民意|信息)"), ("submit", "offer", "agree")),
    (re.compile(r"退回|补正"), ("submit", "return")),
    (re.compile(r"待审|审查中|审核中|未审|已提交|待立案|拟立案"), ("submit",)),
    (re.compile(r"(?:未|待|尚).{0,3}(?:办结|办复|答复|办理完)"), (*FILED, "assign")),
    (re.compile(r"跟踪|回头看"), (*ANSWERED, "track")),
    (re.compile(r"归档|结案|销号|办结"), (*ANSWERED, "archive")),
    (re.compile(r"答复|办复|已复|回复|已办"), ANSWERED),
    (re.compile(r"交办|办理|承办|在办|分办|督办"), (*FILED, "assign")),
    (re.compile(r"立案|并案"), FILED),
)
_SERIES = re.compile(r"(?P<series>.{0,30}?)[-—_/第〔〕\[\]()\s]*(?P<number>[0-9]{1,7})\s*[号)]?")
_EDGES = " -—_/第〔〕[]()提案字"


@dataclass(frozen=True, slots=True)
class Borne:
    """A number as a proposal bears it: in which series, and in how many digits."""

    series: str
    number: int
    width: int


def moves_of(progress: object) -> tuple[str, ...]:
    """The moves, in the life of a proposal, that led to where it stands; () for unknown words."""
    text = written(progress or "")
    return next((moves for words, moves in STATES if words.search(text)), ())


def number_of(said: object, year: int) -> Borne | None:
    """The number in a cell: 012, 第12号, 2023-012, 十三届二次第12号; None where none is in it.

    Without a series of its own it is numbered in the year.
    """
    match = _SERIES.fullmatch(written(said or ""))
    if not match or not int(match["number"]):
        return None
    digits = match["number"]
    series = match["series"].strip(_EDGES)[:20] or str(year)
    return Borne(series, int(digits), min(len(digits), 6) if digits[0] == "0" else 0)


def letter_of(answer: object) -> str:
    """The letter of the class at the head of an answer (A类, B 列入计划); "" for none."""
    match = re.match(r"([A-D])(?![A-Za-z])", written(answer or "").upper())
    return match[1] if match else ""
