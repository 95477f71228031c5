"""The best twenty among a million texts that somebody may see, against ranking every hit."""

import datetime as dt
import random
import time
from collections.abc import Callable, Collection, Iterator
from itertools import islice
from statistics import quantiles

from django.db import connection, transaction

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
ASKED, ASKED_PLAINLY = 400, 40  # questions of each length
MOST = 20
REGION, COUNTY = 450000, 450202
BATCH = 2_000
MIB = 2**20


def rows(count: int) -> Iterator[Row]:
    """Seconds to build, MiB of the index, and milliseconds of an answer, p95."""
    fill(count)
    plainly, took_plainly = PLAIN[connection.vendor], timed(lambda: build_plainly(count))
    took = timed(lambda: rebuild([documents(count)]))
    yield Row(f"search: {count:,} texts made findable", took, plain=took_plainly)
    sizes = size_of("search_index"), size_of("plain_index")
    yield Row("search: the index beside them", sizes[0], plain=sizes[1], unit="MiB")
    for length in LENGTHS:
        asked = questions(length)
        plain = p95(plainly, asked[:ASKED_PLAINLY])
        for place, code in (("the region", REGION), ("a county", COUNTY)):
            ours = p95(asker(code), asked)
            name = f"search: p95 of {length} characters, for {place}"
            yield Row(name, ours, 50, plain, unit="ms")


def documents(count: int) -> Iterator[Document]:
    """A text for each activity of `fill`; the days in about the order in which they come."""
    codes = list(Committee.objects.inside().order_by("code").values_list("code", flat=True))
    for number, text in enumerate(texts(count), 1):
        title, _end, body = text.partition("\n")
        code = codes[number * 13 % len(codes)]
        yield Document(
            kind="activity",
            key=number,
            day=FIRST + dt.timedelta(number * DAYS // count + number * 7 % 30),
            title=title,
            text=body,
            numbers=[f"A{number}"],
            circles=[str(up) for up in {code, code // 100 * 100, REGION}],
        )


def questions(length: int) -> list[str]:
    """Pieces of the texts, from anywhere in them: what is usual is asked for usually."""
    choose, last = random.Random(length), Document.objects.count()
    found = []
    for _number in range(ASKED):
        text = comparable(Document.objects.get(key=choose.randint(1, last)).text)
        start = choose.randrange(len(text) - length)
        found.append(text[start : start + length])
    return found


def asker(code: int) -> Callable[[str], object]:
    """Asks as the clerk of a committee does."""
    person, _new = Person.objects.get_or_create(username=f"bench-{code}", name="示例")
    Seat.objects.get_or_create(person=person, committee_id=code, post="clerk", since=FIRST)
    doors = {"activity": Activity.objects.visible_to(person)}
    return lambda question: find(question, doors, MOST, circles=[str(code)])


def build_plainly(count: int) -> None:
    """The index of an afternoon: the pairs of characters of each text, as words."""
    with connection.cursor() as cursor:
        for statement in TABLES[connection.vendor][0]:
            cursor.execute(statement)
        numbered = enumerate(texts(count), 1)
        while some := list(islice(numbered, BATCH)):
            with transaction.atomic():
                said = ((number, " ".join(pairs(comparable(text)))) for number, text in some)
                cursor.executemany(TABLES[connection.vendor][1], said)
        for statement in TABLES[connection.vendor][2]:
            cursor.execute(statement)


def pairs(text: str) -> Collection[str]:
    return [a + b for a, b in zip(text, text[1:], strict=False)]


TABLES = {  # what makes the table, what writes a text, what is done at the end
    "sqlite": (
        ["CREATE VIRTUAL TABLE plain_index USING fts5(pairs, content='', tokenize='ascii')"],
        "INSERT INTO plain_index (rowid, pairs) VALUES (%s, %s)",
        [],
    ),
    "postgresql": (
        ["CREATE TABLE plain_index (id bigint PRIMARY KEY, pairs tsvector)"],
        "INSERT INTO plain_index VALUES (%s, array_to_tsvector(string_to_array(%s, ' ')))",
        [
            "CREATE INDEX ON plain_index USING gin (pairs)",
            "ANALYZE plain_index",
        ],
    ),
}


def by_bm25(question: str) -> list:
    """Every text with all pairs, ranked by SQLite."""
    wanted = " AND ".join(f'"{pair}"' for pair in pairs(question))
    return fetched(
        "SELECT rowid FROM plain_index WHERE plain_index MATCH %s"
        f" ORDER BY bm25(plain_index) LIMIT {MOST}",
        [wanted],
    )


def by_ts_rank(question: str) -> list:
    """Every text with all pairs, ranked by PostgreSQL."""
    wanted = " & ".join(f"'{pair}'" for pair in pairs(question))
    return fetched(
        "SELECT id FROM plain_index, CAST(%s AS tsquery) AS wanted WHERE pairs @@ wanted"
        f" ORDER BY ts_rank(pairs, wanted) DESC LIMIT {MOST}",
        [wanted],
    )


PLAIN = {"sqlite": by_bm25, "postgresql": by_ts_rank}


def fetched(statement: str, values: list) -> list:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()


def size_of(index: str) -> float:
    """MiB that a table of the index takes with all that belongs to it."""
    if connection.vendor == "postgresql":
        return fetched("SELECT pg_total_relation_size(%s)", [index])[0][0] / MIB
    return fetched(f"SELECT sum(length(block)) FROM {index}_data", [])[0][0] / MIB


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def p95(answer: Callable[[str], object], asked: Collection[str]) -> float:
    """Milliseconds below which 95 of 100 answers came."""
    took = [timed(lambda question=question: answer(question)) for question in asked]
    return quantiles(took, n=20)[-1] * 1000
