"""Finding records by their words: the same answer on every database, and to each their own.

There are four ranks, and in each the newest day comes first, then the newest document:
1. the question as a whole is one of the record's numbers;
2. each word stands in its title or its numbers;
3. each word stands in its title, its numbers, its text or its day;
4. each word stands there, whole or cut once.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from django.db.models import QuerySet

from .extracts import Marked, extract_of, marked
from .index import index
from .index.card import EVERYBODY, Asked, heading_of, mark, texts_of
from .models import Document
from .words import asked_grams, comparable, cuts, singles, words_of

MOST_LOOKED_AT = 2_000  # candidates of a rank, the newest; older ones are not looked at
FEW, MANY = 32, 512  # candidates looked at together, at first and at most

Doors = Mapping[str, QuerySet]
Way = tuple[str, ...]  # the pieces in which a word may stand


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that was found: which, how well (1 is best), and where its words stand."""

    kind: str
    key: int
    day: date
    number: str
    title: Marked
    extract: Marked
    rank: int


@dataclass(frozen=True, slots=True)
class Rank:
    """What the index is asked for, and which words then really stand in a document: none where
    it does not belong here."""

    asked: Asked
    words_in: Callable[[Document], Sequence[str]]


def find(
    question: str, doors: Doors, most: int = 20, *, circles: Collection[str] = ()
) -> list[Hit]:
    """The `most` best records that have every word of a question; none for what has no word.

    `doors` gives for each kind the rows that the asker may see; nothing else is found. Where
    `circles` are given, only documents of one of these are looked through, and those of none.
    """
    words = words_of(question)
    if not words or not doors:
        return []
    found: dict[int, Hit] = {}
    near = nearness(doors, circles)
    for number, rank in enumerate(ranks(question, words), 1):
        asked = replace(rank.asked, marks=(*rank.asked.marks, *near))
        candidates = islice(index().walk(asked), MOST_LOOKED_AT)
        fresh = (key for key in candidates if key not in found)
        for document in admitted(fresh, doors):
            if these := rank.words_in(document):
                found[document.pk] = hit_of(document, these, number)
            if len(found) == most:
                return list(found.values())
    return list(found.values())


def nearness(doors: Doors, circles: Collection[str]) -> tuple[list[int], ...]:
    """The marks of what may be found: of a kind that has a door, and in a circle of the asker's."""
    kinds = [mark(f"={kind}") for kind in doors]
    near = [mark(f"@{circle}") for circle in (EVERYBODY, *circles)]
    return (kinds, near) if circles else (kinds,)


def ranks(question: str, words: Sequence[str]) -> Iterator[Rank]:
    """The ranks in which anything can be found, the best first."""
    name, grams = comparable(question), union(map(asked_grams, words))
    asked = Asked(marks=([mark(f"#{name}")],))
    yield Rank(asked, lambda doc: words if name in heading_of(doc)[1:] else ())
    whole = [[(word,)] for word in words]
    alone = union(singles(word) for word in words if not asked_grams(word))
    yield Rank(Asked(head=grams | alone), lambda doc: standing(whole, heading_of(doc)))
    if grams:
        yield Rank(Asked(body=grams), lambda doc: standing(whole, all_of(doc)))
    ways = [[(word,), *cuts(word)] for word in words]
    if ways != whole:
        yield Rank(asked_in_pieces(ways), lambda doc: standing(ways, all_of(doc)))


def asked_in_pieces(ways: Iterable[Sequence[Way]]) -> Asked:
    """What is asked for words each of which may stand in one of several ways."""
    needed, choices = set(), []
    for each in ways:
        grams = [union(map(asked_grams, way)) for way in each[1:] or each]
        shared = set.intersection(*grams)
        needed |= shared
        if shared not in grams:
            choices.append([some - shared for some in grams])
    return Asked(body=needed, choices=choices)


def standing(ways: Iterable[Sequence[Way]], texts: Sequence[str]) -> list[str]:
    """The pieces that stand in one of the texts, each word in the first way that does; none
    where one stands in no way."""
    found = []
    for each in ways:
        held = (way for way in each if all(any(piece in text for text in texts) for piece in way))
        pieces = next(held, None)
        if pieces is None:
            return []
        found += pieces
    return found


def union(sets: Iterable[set[int]]) -> set[int]:
    return set().union(*sets)


def all_of(document: Document) -> list[str]:
    return [*heading_of(document), *texts_of(document)]


def admitted(keys: Iterator[int], doors: Doors) -> Iterator[Document]:
    """The documents of these keys, in order, whose records the doors let see."""
    size = FEW
    while some := list(islice(keys, size)):
        size = min(2 * size, MANY)
        known = Document.objects.filter(pk__in=some).values_list("pk", "kind", "key")
        records = {pk: (kind, key) for pk, kind, key in known}
        seen = seen_through(doors, records.values())
        visible = [pk for pk in some if records.get(pk) in seen]
        documents = Document.objects.in_bulk(visible)
        yield from (documents[pk] for pk in visible if pk in documents)


def seen_through(doors: Doors, records: Collection[tuple[str, int]]) -> set[tuple[str, int]]:
    """Those of the records, each a kind and a key, that the doors let see."""
    seen = set()
    for kind in {kind for kind, _key in records} & doors.keys():
        keys = [key for each, key in records if each == kind]
        rows = doors[kind].order_by().filter(pk__in=keys).values_list("pk", flat=True)
        seen.update((kind, key) for key in rows)
    return seen


def hit_of(document: Document, words: Collection[str], rank: int) -> Hit:
    return Hit(
        document.kind,
        document.key,
        document.day,
        next(iter(document.numbers), ""),
        marked(document.title, words),
        extract_of(document.text, words),
        rank,
    )
