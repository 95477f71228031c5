"""Handing proposals in: eight clients at once, each with drafts of its own."""

import time
from collections.abc import Iterator, Sequence
from itertools import islice
from multiprocessing import get_context

from django.db import connection

from .table import Row
from .texts import texts

CLIENTS = 8


def rows(count: int) -> Iterator[Row]:
    """Proposals handed in each second, and how many the same client alone hands in."""
    from xieshang.matters.actions import Words, draft  # noqa: PLC0415 only after set-up

    from .body import founded  # noqa: PLC0415

    city, members = founded(CLIENTS)
    drafts: list[list[int]] = [[] for _each in members]
    for number, text in enumerate(islice(texts(count * 2), count * 2)):
        words = Words(f"示例提案{number}", text, "", "请有关部门研究办理。")
        author = members[number % CLIENTS]
        drafts[number % CLIENTS].append(draft("proposal", words, by=author, committee=city).pk)
    half = len(drafts[0]) // 2
    alone = each_second([keys[:half] for keys in drafts], together=False)
    goal = 200 if connection.vendor == "postgresql" else None
    at_once = each_second([keys[half:] for keys in drafts], together=True)
    name = f"submitting: proposals handed in by {CLIENTS} clients"
    yield Row(name, at_once, goal, alone, "/s", least=True)


def each_second(shares: Sequence[Sequence[int]], *, together: bool) -> float:
    """How many are handed in each second of wall time."""
    connection.close()
    start = time.perf_counter()
    if together:
        with get_context("fork").Pool(len(shares)) as clients:
            clients.map(hand_in, shares)
    else:
        for share in shares:
            hand_in(share)
    return sum(map(len, shares)) / (time.perf_counter() - start)


def hand_in(keys: Sequence[int]) -> None:
    """Submit these drafts, one after the other, as their author."""
    from xieshang.matters.actions import take  # noqa: PLC0415
    from xieshang.matters.models import Matter  # noqa: PLC0415

    for key in keys:
        matter = Matter.objects.select_related("raised_by").get(pk=key)
        take(matter, "submit", by=matter.raised_by)
    connection.close()
