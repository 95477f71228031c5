"""Earlier matters whose texts are like one: an index built each night, and what is newer beside it.

The file lies with the database and holds the letters of all texts: it is asked here, where the
door of whoever asks is put before what comes out.
"""

from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.db.models import Max, OuterRef, QuerySet, Subquery
from django.db.models.functions import Concat

from xieshang.matching.build import Busy, build
from xieshang.matching.file import Unusable
from xieshang.matching.groups import Group, groups
from xieshang.matching.index import Index, Match

from .models import Matter, Text

NEWEST = 5_000  # matters held beside the index, at most: what a busy day brings
ASKED = 60  # likest texts, of which those remain that one may see
TOGETHER = 20_000  # open matters among which an office looks for near duplicates


def path() -> Path:
    """Where the index lies."""
    return settings.DATA / "alike.index"


def texts(rows: QuerySet) -> Iterator[tuple[int, str]]:
    """Each matter with its title and its newest text as written."""
    newest = Text.objects.filter(matter=OuterRef("pk"), edition=Text.Edition.ORIGINAL)
    said = Concat(*Text.PARTS)
    told = newest.order_by("-number").annotate(said=said).values("said")[:1]
    found = rows.order_by("pk").annotate(told=Subquery(told))
    for key, title, words in found.values_list("pk", "title", "told").iterator(2000):
        yield key, f"{title}\n{words or ''}"


def handed_in() -> QuerySet:
    """Matters that were handed in: drafts are their author's own."""
    return Matter.objects.handed_in()


def build_alike(_now: datetime | None = None) -> int:
    """Build the index anew; returns how many texts it holds, 0 where another builds it just now."""
    path().parent.mkdir(parents=True, exist_ok=True)
    try:
        return build(texts(handed_in()), path())
    except Busy:
        return 0


def known() -> Index:
    """The index with what was handed in since it was built."""
    built = path().stat().st_mtime_ns if path().exists() else 0
    newest = handed_in().aggregate(last=Max("pk"))["last"] or 0
    return read(path(), built, newest)


@lru_cache(maxsize=2)  # the one in use, and the one that takes its place
def read(place: Path, built: int, newest: int) -> Index:
    """The index as it was built at that time, and matters up to that key which it lacks."""
    try:
        index = Index.open(place) if built else Index.of(())
    except Unusable:
        index = Index.of(())  # until it is built again, what is newest is found all the same
    last = max((int(shard.keys[-1]) for shard in index.shards if len(shard.keys)), default=0)
    newer = handed_in().filter(pk__gt=last, pk__lte=newest).order_by("-pk")[:NEWEST]
    keys = list(newer.values_list("pk", flat=True))
    return index.with_newer(texts(Matter.objects.filter(pk__in=keys)))


def like_title(title: str, seen: QuerySet, most: int = 5) -> list[tuple[Matter, float]]:
    """Matters among `seen` that say what a title says, the likest first, with how much of it."""
    return among(known().about(title, ASKED), seen, most)


def like_text(text: str, seen: QuerySet, most: int = 5) -> list[tuple[Matter, float]]:
    """Matters among `seen` whose text is like a whole text, the likest first, with how much."""
    return among(known().similar(text, ASKED), seen, most)


def among(matches: list[Match], seen: QuerySet, most: int) -> list[tuple[Matter, float]]:
    found = seen.in_bulk([match.key for match in matches])
    return [(found[m.key], m.likeness) for m in matches if m.key in found][:most]


def near_duplicates(rows: QuerySet) -> list[Group]:
    """Groups of matters among `rows` that are nearly the same, the likest first."""
    keys = list(rows.order_by("-pk").values_list("pk", flat=True)[:TOGETHER])
    return groups(texts(Matter.objects.filter(pk__in=keys)))
