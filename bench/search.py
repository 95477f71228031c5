"""The best twenty among a million texts that somebody may see, against ranking every hit."""

import datetime as dt
import random
import time
from collections.abc import Callable, Iterator
from statistics import quantiles

from xieshang.activities.models import Activity
from xieshang.people.models import Committee, Person, Seat
from xieshang.search.actions import rebuild
from xieshang.search.finding import find
from xieshang.search.models import Document
from xieshang.search.words import comparable

from .figures import fill
from .table import Row
from .texts import texts

FIRST, DAYS = dt.date(2017, 1, 1), 3_285
LENGTHS = (2, 4, 8)
ASKED, PLAINLY = 300, 30  # questions of each length; of these, how many the plain way is asked too
MOST = 20


def documents(count: int) -> Iterator[Document]:
    """A text for each activity, the days in about the order in which they come."""
    codes = list(Committee.objects.inside().order_by("code").values_list("code", flat=True))
    for number, text in enumerate(texts(count), 1):
        title, _end, body = text.partition("\n")
        committee = codes[number * 13 % len(codes)]
        yield Document(
            kind="activity",
            key=number,
            day=FIRST + dt.timedelta(number * DAYS // count + number * 7 % 30),
            title=title,
            text=body,
            numbers=[f"A{number}"],
            circles=[str(code) for code in {committee, committee // 100 * 100, 450000}],
        )


def questions(length: int) -> list[str]:
    """Pieces of the texts, from anywhere in them: what is usual is asked for usually."""
    choose = random.Random(length)
    last = Document.objects.count()
    found: list[str] = []
    while len(found) < ASKED:
        text = comparable(Document.objects.get(key=choose.randint(1, last)).text)
        start = choose.randrange(len(text) - length)
        found.append(text[start : start + length])
    return found


def rows(count: int) -> Iterator[Row]:
    """Seconds to build, mebibytes of the index, and milliseconds of an answer (p95)."""
    fill(count)
    start = time.perf_counter()
    rebuild([documents(count)])
    yield Row(f"search: {count:,} texts made findable", time.perf_counter() - start)
    yield Row("search: the index", size(INDEX), unit="MiB")
    yield from answers()


def answers():
    region = Committee.objects.get(code=450000)
    asker = Person.objects.create(username="bench", name="bench")
    Seat.objects.create(person=asker, committee=region, post="clerk", since=FIRST)
    doors = {"activity": Activity.objects.visible_to(asker)}
    for length in LENGTHS:
        asked = questions(length)
        ours = p95(lambda question: find(question, doors, MOST), asked)
        yield Row(f"search: p95 of {length} characters", ours * 1000, 50, unit="ms")


def p95(answer: Callable[[str], object], asked: list[str]) -> float:
    """Seconds below which 95 of 100 answers came."""
    took = []
    for question in asked:
        start = time.perf_counter()
        answer(question)
        took.append(time.perf_counter() - start)
    return quantiles(took, n=20)[-1]
