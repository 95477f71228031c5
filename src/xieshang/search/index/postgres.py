"""The index in PostgreSQL: a table of arrays of numbers under one GIN index.

Days, months and years are marks like others. GIN reads long lists only where short ones send it,
so a gram asked for together with a few days costs what those days cost, however usual it is.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from time import monotonic

from django.db import connection, transaction

from ..models import Document
from .card import Asked, Card, mark

TABLE = "search_index"
INDEX = (
    f"CREATE INDEX {TABLE}_grams ON {TABLE} USING gin (head, body, marks)"
    " WITH (gin_pending_list_limit = 1024)"
)
CREATE = (
    f"CREATE TABLE {TABLE} (id bigint PRIMARY KEY, day date NOT NULL, head integer[] NOT NULL,"
    " body integer[] NOT NULL, marks integer[] NOT NULL)",
    # Without statistics no gram looks so usual that the planner would rather read the table.
    *(
        f"ALTER TABLE {TABLE} ALTER COLUMN {column} SET STATISTICS 0"
        for column in ("head", "body", "marks")
    ),
    INDEX,
)
DROP = f"DROP TABLE {TABLE}"
BODY, MARKS = "body @> %s::integer[]", "marks && %s::integer[]"
TYPES = ("int8", "date", "int4[]", "int4[]", "int4[]")
LADDER = (1_000, 8_000, 64_000)  # documents; the newest are asked for first, then more, then all
STRIDE = 400  # cards fetched at once
KEPT = 600  # seconds for which the days of the ladder stand
MOST_MARKS = 40  # days or months in one question


def add(cards: Iterable[Card]) -> None:
    """Keep new cards, in place of those that somebody else has just kept of the same documents."""
    cards = list(cards)
    remove(cards)
    with (
        connection.cursor() as cursor,
        cursor.copy(
            f"COPY {TABLE} (id, day, head, body, marks) FROM STDIN (FORMAT binary)"
        ) as copy,
    ):
        copy.set_types(TYPES)
        for card in cards:
            marks = [*card.marks, *map(mark, spans_of(card.day))]
            copy.write_row((card.key, card.day, list(card.head), list(card.body), marks))


def clear() -> None:
    """Take all cards out, and the index down until `settle`: to build it at the end is quicker."""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP INDEX IF EXISTS {TABLE}_grams")
        cursor.execute(f"TRUNCATE {TABLE}")


def settle() -> None:
    """Build the index where `clear` took it down."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL maintenance_work_mem = '512MB'")
        cursor.execute(INDEX.replace("INDEX", "INDEX IF NOT EXISTS", 1))


def remove(cards: Iterable[Card]) -> None:
    """Take cards out."""
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {TABLE} WHERE id = ANY(%s)", [[card.key for card in cards]])


def walk(asked: Asked) -> Iterator[int]:
    """The documents whose cards have what is asked, the newest first."""
    newest = Document.objects.order_by("-day").values_list("day", flat=True).first()
    if newest is None:
        return
    until = newest
    for since in (*steps(int(monotonic() // KEPT)), date.min):
        if since <= until:
            yield from between(asked, since, until)
            until = since - timedelta(1) if since > date.min else since


@lru_cache(maxsize=1)
def steps(_period: int) -> tuple[date, ...]:
    """From which days on there are as many documents as the ladder says; at times out of date."""
    days = Document.objects.order_by("-day").values_list("day", flat=True)
    found = (days[count : count + 1].first() for count in LADDER)
    return tuple(day for day in found if day)


def between(asked: Asked, since: date, until: date) -> Iterator[int]:
    """Those of the days from `since` to `until`, the newest first."""
    wanted = [*conditions(asked), ("day BETWEEN %s AND %s", [since, until])]
    if since > date.min:
        wanted.append((MARKS, [spanning(since, until)]))
    last, found = [], [()] * STRIDE
    while len(found) == STRIDE:
        terms = [*wanted, ("(day, id) < (%s, %s)", last)] if last else wanted
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT day, id FROM {TABLE} WHERE {' AND '.join(sql for sql, _value in terms)}"
                f" ORDER BY day DESC, id DESC LIMIT {STRIDE}",
                [value for _sql, values in terms for value in values],
            )
            found = cursor.fetchall()
        yield from (key for _day, key in found)
        last = list(found[-1]) if found else []


def conditions(asked: Asked) -> list[tuple[str, list]]:
    """What is asked, as SQL with its values. Empty arrays are left out: GIN would read it all."""
    grams = [(BODY, asked.body), ("head @> %s::integer[]", asked.head)]
    groups = [(MARKS, group) for group in asked.marks]
    plain = [(sql, [list(numbers)]) for sql, numbers in (*grams, *groups) if numbers]
    chosen = [
        (f"({' OR '.join([BODY] * len(choice))})", [list(numbers) for numbers in choice])
        for choice in asked.choices
    ]
    return plain + chosen


def spans_of(day: date) -> tuple[str, str, str]:
    """The marks of a day: it, its month, its year."""
    text = day.isoformat()
    return text, text[:7], text[:4]


def spanning(since: date, until: date) -> list[int]:
    """Marks one of which every day from `since` to `until` has, and few others have."""
    days, first = (until - since).days + 1, since.year * 12 + since.month - 1
    months = range(first, until.year * 12 + until.month)
    if days <= MOST_MARKS:
        texts = [(since + timedelta(n)).isoformat() for n in range(days)]
    elif len(months) <= MOST_MARKS:
        texts = [f"{n // 12:04}-{n % 12 + 1:02}" for n in months]
    else:
        texts = [f"{year:04}" for year in range(since.year, until.year + 1)]
    return [mark(text) for text in texts]
