"""Matters as they are found by their words: whole for those concerned, and as published for all."""

from collections.abc import Collection, Iterator

from django.db.models import Prefetch, QuerySet

from xieshang.people.models import line_of
from xieshang.search.actions import changed
from xieshang.search.models import Document

from ..models import Matter, Publication, Reply, Text

KIND, PUBLISHED = "matter", "published-matter"
SAID = ("author", "organisation", "source", "area", "unit", "sent_to")


def words_changed(*keys: int) -> None:
    """Let these matters be found by the words they have now."""
    changed(KIND, keys, documents)
    changed(PUBLISHED, keys, published)


def documents(keys: Collection[int] | None = None) -> Iterator[Document]:
    """All words of the matters of these keys, or of all."""
    signed = Reply.objects.filter(signed_on__isnull=False)
    rows = of_keys(keys).prefetch_related(
        Prefetch("texts", Text.objects.order_by("number")),
        Prefetch("assignments__replies", signed, to_attr="signed"),
    )
    for matter in rows.iterator(1000):
        newest = {text.edition: text.whole for text in matter.texts.all()}
        replies = [reply.text for part in matter.assignments.all() for reply in part.signed]
        said = (getattr(matter, name) for name in SAID)
        yield document(matter, KIND, matter.title, (*newest.values(), *replies, *said))


def published(keys: Collection[int] | None = None) -> Iterator[Document]:
    """What anybody may read of the matters of these keys, or of all: as it was masked."""
    standing = Prefetch("publications", Publication.objects.standing(), to_attr="shown")
    rows = of_keys(keys).filter(published_on__isnull=False).prefetch_related(standing)
    for matter in rows.iterator(1000):
        shown = matter.shown[0] if matter.shown else None
        title = shown.title if shown else matter.title
        yield document(matter, PUBLISHED, title, (shown.text, shown.reply) if shown else ())


def of_keys(keys: Collection[int] | None) -> QuerySet:
    rows = Matter.objects.order_by("pk")
    return rows if keys is None else rows.filter(pk__in=keys)


def document(matter: Matter, kind: str, title: str, said) -> Document:
    """A document with the numbers a matter is called by, and whom it is likely to concern."""
    circles = [*map(str, line_of(matter.committee_id)), f"person {matter.raised_by_id}"]
    return Document(
        kind=kind,
        key=matter.pk,
        day=matter.raised_on,
        title=title,
        text="\n".join(filter(None, said)),
        numbers=[n for n in (matter.short, matter.filed_as, matter.ledger_number) if n],
        circles=circles if kind == KIND else [],
    )
