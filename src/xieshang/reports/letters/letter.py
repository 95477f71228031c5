"""What a letter says, as plain values; where it stands on the page is not its business."""

import re
from dataclasses import dataclass
from datetime import date

HEADINGS = (
    re.compile(r"[一二三四五六七八九十]{1,3}、"),
    re.compile(r"[(（][一二三四五六七八九十]{1,3}[)）]"),
    re.compile(r"\d{1,2}[.．](?!\d)"),
)
LONGEST_HEADING = 60  # signs; whatever begins like a heading and goes on is text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some text on one line; `level` 1 to 3 for 一、（一）1., 0 for no heading."""

    text: str
    level: int = 0

    @property
    def heading(self) -> str:
        """The part that is dressed as a heading: all of it, or up to its first full stop."""
        return self.text[: self.text.find("。") + 1] or self.text if self.level else ""


@dataclass(frozen=True, slots=True)
class Letter:
    """An official letter (函): an answer, or an opinion to whoever answers.

    What is empty is left out, with the line it would stand on.
    """

    title: str
    to: str  # 主送, without its colon
    paragraphs: tuple[Paragraph, ...]
    signature: str  # the unit, under whose seal it goes out
    day: date
    number: str = ""  # 桂水函〔2026〕5号
    class_letter: str = ""  # A, for the top right of the first page
    urgency: str = ""  # 特急, 加急
    openness: str = ""  # 此件公开发布
    leader: str = ""  # who signed it off (签发人)
    contact: str = ""
    telephone: str = ""
    copies: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()


def paragraphs_of(text: str) -> tuple[Paragraph, ...]:
    """A text as it was typed, a paragraph a line, with the headings told by their numbers."""
    lines = (one_line(line) for line in text.splitlines())
    return tuple(Paragraph(line, level_of(line)) for line in lines if line)


def level_of(line: str) -> int:
    """1 to 3 for a line that begins with 一、（一）or 1. and is as short as a heading, else 0."""
    level = next((n for n, sign in enumerate(HEADINGS, 1) if sign.match(line)), 0)
    return level if len(Paragraph(line, level).heading) <= LONGEST_HEADING else 0


def one_line(text: str) -> str:
    """The text without breaks, tabs and unprintable signs, nor blanks that stand before it."""
    words = ("".join(filter(str.isprintable, word)) for word in text.split())
    return " ".join(filter(None, words))
