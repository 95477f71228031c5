"""The days off and the weekends worked instead, as the State Council's notice tells them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

LONGEST = 20  # days that one holiday may have
ASIDE = re.compile(r"[（(][^（()）]*[)）]")
NAME = re.compile(r"^\s*(?:[一二三四五六七八九十]+、)?\s*([^，。：:\d]{2,12})[：:]")
DAY = r"(?:(?P<{y}>\d{{4}})年)?(?:(?P<{m}>\d{{1,2}})月)?(?P<{d}>\d{{1,2}})日"
UNTIL = r"(?:\s*(?:至|到|—|-|~)\s*{})?"
SPAN = re.compile(
    DAY.format(y="y", m="m", d="d") + UNTIL.format(DAY.format(y="y2", m="m2", d="d2"))
)


@dataclass(frozen=True, slots=True)
class Told:
    """One day of a notice: off, or worked although it is a weekend, and for which holiday."""

    day: date
    off: bool
    name: str


def read_notice(text: str, year: int) -> list[Told]:
    """The days that a notice for a year names, in their order; each day once, as last said.

    December in the first holiday of the year is that of the year before. What names no day is
    passed over.
    """
    found: dict[date, Told] = {}
    name = ""
    for line in text.splitlines():
        plain = ASIDE.sub("", line)
        named = NAME.match(plain)
        name = named[1].strip() if named else name
        for sentence in re.split(r"[，,。；;]", plain[named.end() :] if named else plain):
            for told in said(sentence, name, year):
                found[told.day] = told
    return [found[day] for day in sorted(found)]


def said(sentence: str, name: str, year: int) -> Iterator[Told]:
    """The days of one sentence, which is about days off or about days worked."""
    off = "放假" in sentence or "休息" in sentence
    if not off and "上班" not in sentence:
        return
    month = 0
    for match in SPAN.finditer(sentence):
        month = int(match["m"] or month)
        first = day_of(match["y"], month, match["d"], year)
        last = first
        if match["d2"]:
            month = int(match["m2"] or month)
            last = day_of(match["y2"] or (match["y"] if match["m2"] else None), month, match["d2"],
                          year)  # fmt: skip
        if first and last and first <= last < first + timedelta(LONGEST):
            for n in range((last - first).days + 1):
                yield Told(first + timedelta(n), off, name)


def day_of(said_year: str | None, month: int, day: str, year: int) -> date | None:
    """A day of the notice; None where the calendar has none."""
    try:
        return date(int(said_year) if said_year else year, month, int(day))
    except ValueError:
        return None
