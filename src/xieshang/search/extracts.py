"""A piece of a text in which the words stand that were looked for, with their places."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from .words import comparable, traced

WIDTH, LEAD = 110, 24  # characters of an extract, and of these before the first word
CHUNK, OVERLAP = 2_000, 200  # a long text is looked through in pieces
NEAR = 40  # places compared with one another, the first ones
CUT = "…"

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Marked:
    """A text, and the places in it (from, until) that were found; they never cross."""

    text: str
    found: Sequence[Range] = ()

    def pieces(self) -> Iterator[tuple[str, bool]]:
        """The text in pieces, and of each whether it was found."""
        end = 0
        for start, until in self.found:
            yield self.text[end:start], False
            yield self.text[start:until], True
            end = until
        yield self.text[end:], False

    def __str__(self) -> str:
        return self.text


def marked(text: str, words: Collection[str]) -> Marked:
    """The whole text, with the words in it."""
    text = normalize("NFC", text)
    return Marked(text, merged(place for place, _word in places_of(text, words)))


def extract_of(text: str, words: Collection[str]) -> Marked:
    """The piece of a text where most of the words stand; its beginning where none does."""
    text = normalize("NFC", text)
    offset = richest(text, words)
    chunk = text[offset : offset + CHUNK + OVERLAP]
    places = places_of(chunk, words)
    start = min(start_of(places), max(0, len(chunk) - WIDTH))
    end = start + WIDTH
    before = CUT if offset + start else ""
    behind = CUT if offset + end < len(text) else ""
    inside = (place for place, _word in places if start <= place[0] and place[1] <= end)
    moved = ((a - start + len(before), b - start + len(before)) for a, b in inside)
    return Marked(before + chunk[start:end] + behind, merged(moved))


def richest(text: str, words: Collection[str]) -> int:
    """Where the chunk begins that has most of the words; the first such one."""
    starts = range(0, max(1, len(text) - OVERLAP), CHUNK)
    if len(starts) == 1:
        return 0
    return max(starts, key=lambda at: count_in(text[at : at + CHUNK + OVERLAP], words))


def count_in(text: str, words: Collection[str]) -> int:
    compared = comparable(text)
    return sum(word in compared for word in words)


def places_of(text: str, words: Collection[str]) -> list[tuple[Range, str]]:
    """Every place of each word in a composed text, in order."""
    compared, origin = traced(text)
    found = []
    for word in words:
        at = compared.find(word)
        while at >= 0:
            end = at + len(word)
            found.append(((origin[at], origin[end - 1] + 1), word))
            at = compared.find(word, end)
    return sorted(found)


def start_of(places: Sequence[tuple[Range, str]]) -> int:
    """Where an extract begins, so that it shows as many of the words as it can."""

    def words_from(number: int) -> int:
        end = places[number][0][0] + WIDTH - LEAD
        return len({word for place, word in places[number : number + NEAR] if place[1] <= end})

    best = max(range(min(len(places), NEAR)), key=words_from, default=None)
    return 0 if best is None else max(0, places[best][0][0] - LEAD)


def merged(places: Iterable[Range]) -> list[Range]:
    """Places in order, those that touch or cross made one."""
    found: list[Range] = []
    for start, end in sorted(places):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
