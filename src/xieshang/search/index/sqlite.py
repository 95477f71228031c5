"""The index in SQLite: an FTS5 table that keeps no text, only which cards have which gram.

Its rows are numbered by day first, so that walking them backwards is walking from the newest.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

from django.db import connection

from .card import Asked, Card

TABLE = "search_index"
CREATE = (
    f"CREATE VIRTUAL TABLE {TABLE} USING fts5(grams, content='', columnsize=0, detail=none,"
    " tokenize=\"ascii tokenchars '-'\")",
)
DROP = f"DROP TABLE {TABLE}"
KEY_BITS = 40
STRIDE = 400  # cards looked up at once


def add(cards: Iterable[Card]) -> None:
    """Keep new cards."""
    run(f"INSERT INTO {TABLE} (rowid, grams) VALUES (%s, %s)", map(row_of, cards))


def remove(cards: Iterable[Card]) -> None:
    """Take cards out; each must be the very one that was kept, for the table has no copy."""
    run(
        f"INSERT INTO {TABLE} ({TABLE}, rowid, grams) VALUES ('delete', %s, %s)", map(row_of, cards)
    )


def clear() -> None:
    """Take all cards out."""
    run(f"INSERT INTO {TABLE} ({TABLE}) VALUES ('delete-all')", [()])


def settle() -> None:
    """Put what was added in many pieces into one."""
    run(f"INSERT INTO {TABLE} ({TABLE}) VALUES ('optimize')", [()])


def run(statement: str, rows: Iterable[Sequence]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(statement, rows)


def walk(asked: Asked) -> Iterator[int]:
    """The documents whose cards have what is asked, the newest first."""
    terms = expression(asked)
    before, found = 1 << 62, [()] * STRIDE
    while len(found) == STRIDE:
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH %s AND rowid < %s"
                f" ORDER BY rowid DESC LIMIT {STRIDE}",
                [terms, before],
            )
            found = cursor.fetchall()
        for (before,) in found:
            yield before & ((1 << KEY_BITS) - 1)


def row_of(card: Card) -> tuple[int, str]:
    terms = (terms_of(card.body), terms_of(card.head, "h"), terms_of(card.marks, "m"))
    return card.day.toordinal() << KEY_BITS | card.key, "".join(terms)


def terms_of(numbers: Collection[int], prefix: str = "") -> str:
    """The numbers as terms; those of headings, and marks, have a letter before them."""
    return f" {prefix}".join(["", *map(str, numbers)])


def expression(asked: Asked) -> str:
    """In the language of FTS5; its terms are our own numbers, never what somebody typed."""
    needed = [all_of(asked.body), all_of(asked.head, "h")]
    chosen = [" OR ".join(f"({all_of(grams)})" for grams in choice) for choice in asked.choices]
    marked = [" OR ".join(quoted(group, "m")) for group in asked.marks]
    return " AND ".join(f"({part})" for part in (*needed, *chosen, *marked) if part)


def all_of(numbers: Collection[int], prefix: str = "") -> str:
    return " AND ".join(quoted(numbers, prefix))


def quoted(numbers: Collection[int], prefix: str = "") -> list[str]:
    return [f'"{prefix}{number}"' for number in numbers]
