"""What an index keeps of a document, and what it is asked for."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from zlib import crc32

from ..models import Document
from ..words import comparable, day_word, grams, singles

EVERYBODY = ""  # the circle of a document that names none


@dataclass(frozen=True, slots=True)
class Card:
    """The grams of a document: of what heads it, and of all of it; and its marks."""

    key: int
    day: date
    head: Collection[int]
    body: Collection[int]
    marks: Collection[int]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a card must have: all of these grams, of each choice one set of grams in its body,
    and of each group of marks one."""

    head: Collection[int] = ()
    body: Collection[int] = ()
    choices: Sequence[Sequence[Collection[int]]] = ()
    marks: Sequence[Collection[int]] = ()


def card_of(document: Document) -> Card:
    """The card of a saved document; the same as long as the document is."""
    heading = heading_of(document)
    head = set().union(*map(grams, heading))
    body = head.union(*map(grams, texts_of(document)))
    numbers = (f"#{number}" for number in heading[1:])
    own = f"{document.kind} {document.key}"  # the circle of those who know this one record
    circles = (f"@{circle}" for circle in [own, *(document.circles or [EVERYBODY])])
    marks = {mark(word) for word in (*numbers, *circles, f"={document.kind}")}
    return Card(document.pk, document.day, head.union(*map(singles, heading)), body, marks)


def heading_of(document: Document) -> list[str]:
    """The title and the numbers, comparable."""
    return [comparable(document.title), *map(comparable, document.numbers)]


def texts_of(document: Document) -> tuple[str, str]:
    """What stands below: the text, and the day as one writes it; comparable."""
    return comparable(document.text), day_word(document.day)


def mark(word: str) -> int:
    """A word as a number of 32 bits with its sign; that two words share one is no harm."""
    number = crc32(word.encode())
    return number - (number >> 31 << 32)
