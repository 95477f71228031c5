"""A text cut into sentences, each knowing what stands above it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .claim import Place
from .places import actors

STOPS = "，,；;：:。！？!?\n"
_SENTENCE = re.compile(r"[^。！？!?\n]+[。！？!?]?[”’」』）)]*")
_PARAGRAPH = re.compile(r"[^\n]+")
_BARE_NAME = re.compile(
    r"(?:[（(]?[一二三四五六七八九十0-9]{1,3}[)）、.．])?\s*([一-龥]{2,10}[市县区])[：:]?\s*"
)
_HEADING = 60  # characters; a longer line is a paragraph
_REMEMBERED = 4  # sentences of a paragraph whose committees may still be the ones acting


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence by its place in the text; `above` are the committees named before it, nearest
    first: in its paragraph, then in the heading, then in the title."""

    start: int
    end: int
    above: tuple[Place, ...]


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a text, in order."""
    title: tuple[Place, ...] = ()
    heading: tuple[Place, ...] = ()
    for paragraph in _PARAGRAPH.finditer(text):
        if _is_heading(paragraph[0]):
            heading = _named_in(text, paragraph) or _bare_name(paragraph[0]) or heading
            title = title or heading
        nearby: tuple[Place, ...] = ()
        for sentence in _SENTENCE.finditer(text, paragraph.start(), paragraph.end()):
            yield Sentence(sentence.start(), sentence.end(), (*nearby, *heading, *title))
            nearby = (*_named_in(text, sentence), *nearby)[:_REMEMBERED]


def last_stop(text: str, start: int, place: int, stops: str = STOPS) -> int:
    """Where the clause begins that `place` stands in, no further back than `start`."""
    return max([start, *(text.rfind(stop, start, place) + 1 for stop in stops)])


def next_stop(text: str, place: int, end: int, stops: str = STOPS) -> int:
    """Where the clause ends that `place` stands in, no further on than `end`."""
    found = (text.find(stop, place, end) for stop in stops)
    return min([end, *(stop for stop in found if stop >= 0)])


def _is_heading(line: str) -> bool:
    return len(line) <= _HEADING and not re.search(r"[。；;]", line)


def _named_in(text: str, match: re.Match) -> tuple[Place, ...]:
    return tuple(place for _end, place in actors(text, match.start(), match.end()))[:1]


def _bare_name(line: str) -> tuple[Place, ...]:
    """A heading that is only a name: 柳州市, 一、柳州市."""
    match = _BARE_NAME.fullmatch(line)
    return (Place(f"{match[1]}政协", sure=False),) if match else ()
