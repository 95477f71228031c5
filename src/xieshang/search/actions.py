"""Every write to what can be found.

They seal nothing: each is part of the write of the record it speaks of, which seals itself.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import islice

from django.db import transaction

from .index import index
from .index.card import card_of
from .models import Document, Due

BATCH = 2_000
AT_ONCE = 100  # records looked up while somebody waits
LONGEST = 100_000  # characters of a text; what stands behind them is not found
Source = Callable[[Collection[int] | None], Iterable[Document]]  # None: of all records
WORDS = ("day", "title", "text", "numbers", "circles")


def put(kind: str, key: int, **words) -> None:
    """Make one record findable by its words (those of a Document), or by new ones."""
    put_many([Document(kind=kind, key=key, **words)])


@transaction.atomic
def put_many(documents: Iterable[Document]) -> None:
    """Make many records findable, or findable by new words. No record may come twice."""
    rest = iter(documents)
    while some := sorted(islice(rest, BATCH), key=lambda each: (each.kind, each.key)):
        for each in some:
            each.title, each.text = storable(each.title), storable(each.text[:LONGEST])
            each.numbers = [storable(number) for number in each.numbers]
        drop_cards(some)
        Document.objects.bulk_create(
            some, update_conflicts=True, unique_fields=["kind", "key"], update_fields=WORDS
        )
        index().add(map(card_of, some))


def storable(text: str) -> str:
    """A text without what no database keeps: NUL, and halves of surrogate pairs."""
    return text.replace("\0", "").encode(errors="ignore").decode()


def drop_cards(documents: Collection[Document]) -> None:
    """Take the cards of the records out of the index, as far as they have any."""
    for kind in {each.kind for each in documents}:
        keys = [each.key for each in documents if each.kind == kind]
        index().remove(map(card_of, Document.objects.filter(kind=kind, key__in=keys)))


@transaction.atomic
def forget(kind: str, keys: Iterable[int]) -> None:
    """Let records of one kind be found no more."""
    rest = iter(keys)
    while some := list(islice(rest, BATCH)):
        found = Document.objects.filter(kind=kind, key__in=some)
        index().remove(map(card_of, found))
        found.delete()


@transaction.atomic
def changed(kind: str, keys: Collection[int], source: Source) -> None:
    """Take note that records are new, have new words, or are gone.

    The source gives the documents of some keys; those of which it gives none are forgotten. Few
    are asked for at once, many when `catch_up` has the time.
    """
    if len(keys) <= AT_ONCE:
        renew(kind, set(keys), source)
    else:
        Due.objects.bulk_create([Due(kind=kind, key=key) for key in keys], BATCH)


def catch_up(sources: Mapping[str, Source]) -> int:
    """Ask the sources, by kind, for what was put off; returns how many records were.

    To be run again and again, by whoever has the time, and as many as have.
    """
    done = 0
    while due := list(Due.objects.filter(kind__in=sources).order_by("pk")[:BATCH]):
        for kind in {each.kind for each in due}:
            keys = {each.key for each in due if each.kind == kind}
            renew(kind, keys, sources[kind])
            done += len(keys)
        Due.objects.filter(pk__in=[each.pk for each in due]).delete()
    return done


@transaction.atomic
def renew(kind: str, keys: set[int], source: Source) -> None:
    """Put the documents that the source gives, and forget the others of these keys."""
    documents = list(source(keys))
    forget(kind, sorted(keys - {each.key for each in documents}))
    put_many(documents)


def rebuild(
    sources: Iterable[Iterable[Document]], progress: Callable[[int], None] = lambda _done: None
) -> int:
    """Forget everything, and make all that the sources give findable; returns how many.

    Every batch stands when it is written, so meanwhile less is found, and slowly; `progress` is
    told how many are done. Broken off, it is to be run again.
    """
    clear()
    done = 0
    for source in sources:
        rest = iter(source)
        while some := list(islice(rest, BATCH)):
            put_many(some)
            done += len(some)
            progress(done)
    index().settle()
    return done


@transaction.atomic
def clear() -> None:
    """Forget everything."""
    index().clear()
    Document.objects.all().delete()
