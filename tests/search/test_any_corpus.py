"""The index against a plain reading of every document, over texts drawn at random."""

import datetime as dt
import random

import pytest

from xieshang.people.models import Sector
from xieshang.search.actions import forget, put_many
from xieshang.search.finding import find
from xieshang.search.index import postgres, sqlite
from xieshang.search.models import Document
from xieshang.search.words import comparable, cuts, day_word, words_of

LETTERS = "路灯维修水a1𠮷"
RECORDS = 60
KINDS = ("paper", "note")


def text(chance, longest):
    """Letters of a small alphabet, so that everything comes again and again."""
    return "".join(chance.choices(LETTERS + "，", k=chance.randint(0, longest)))


def document(chance, key):
    return Document(
        kind=chance.choice(KINDS),
        key=key,
        title=text(chance, 6),
        text=text(chance, 25),
        numbers=[f"M{key}"],
        circles=chance.choice(([], ["a"], ["b"], ["a", "b"])),
        day=dt.date(2023, 12, 20) + dt.timedelta(chance.choice((0, 1, 2, 30, 400, 9000))),
    )


def rank_of(each, question):
    """How well a document answers, by reading it; None where it does not."""
    words = words_of(question)
    if not words:
        return None
    heading = [comparable(each.title), *map(comparable, each.numbers)]
    texts = [*heading, comparable(each.text), day_word(each.day)]

    def holds(these, among, ways=lambda word: [(word,)]):
        return all(
            any(all(any(piece in one for one in among) for piece in way) for way in ways(word))
            for word in these
        )

    long = any(len(word.encode("utf-16")) > 4 for word in words)  # one letter alone: headings only
    ranked = (
        comparable(question) in heading[1:],
        holds(words, heading),
        long and holds(words, texts),
        long and holds(words, texts, lambda word: [(word,), *cuts(word)]),
    )
    return next((rank for rank, true in enumerate(ranked, 1) if true), None)


def plainly(question, kinds, circles):
    """What is to be found, best first."""
    ranked = [
        (rank_of(each, question), -each.day.toordinal(), -each.pk, each.key)
        for each in Document.objects.filter(kind__in=kinds)
        if not circles or not each.circles or set(each.circles) & set(circles)
    ]
    return [row[-1] for row in sorted(row for row in ranked if row[0])]


@pytest.fixture(params=["as it runs", "in small steps"])
def steps(request, monkeypatch):
    """With windows and batches of a size that this corpus fills, too."""
    if request.param == "in small steps":
        monkeypatch.setattr(postgres, "LADDER", (2, 9, 30))
        monkeypatch.setattr(postgres, "MOST_MARKS", 3)
        monkeypatch.setattr(postgres, "STRIDE", 3)
        monkeypatch.setattr(sqlite, "STRIDE", 3)
    postgres.steps.cache_clear()
    yield
    postgres.steps.cache_clear()


@pytest.mark.parametrize("seed", range(8))
def test_all_that_is_to_be_found_is_found_in_order(db, steps, seed):
    chance = random.Random(seed)
    Sector.objects.bulk_create(Sector(pk=n, name=str(n)) for n in range(1, RECORDS + 1))
    put_many(document(chance, key) for key in range(1, RECORDS + 1))
    again = chance.sample(range(1, RECORDS + 1), 20)
    for kind in KINDS:
        forget(kind, again[:10])
    kept = {each.key: each.kind for each in Document.objects.all()}
    rewritten = [document(chance, key) for key in again]
    for each in rewritten:
        each.kind = kept.get(each.key, each.kind)
    put_many(rewritten)
    for _turn in range(40):
        question = " ".join(text(chance, 7) for _word in range(chance.randint(1, 2)))
        question = chance.choice((question, f"M{chance.randint(1, RECORDS)}", "2023-12"))
        kinds = chance.choice((KINDS, KINDS[:1]))
        circles = chance.choice(((), ("a",), ("a", "b"), ("c",)))
        doors = {kind: Sector.objects.all() for kind in kinds}
        hits = find(question, doors, RECORDS, circles=circles)
        assert [hit.key for hit in hits] == plainly(question, kinds, circles), question
