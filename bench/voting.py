"""Votes of many at once: written by 32 voices, and sent over HTTP to a site of two processes."""

import http.client
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from multiprocessing import get_context
from threading import Barrier
from urllib.parse import urlencode

from django.db import connection
from django.utils import timezone

from .table import Row

VOICES, STATEMENTS = 32, 100


def rows(count: int) -> Iterator[Row]:
    """Votes each second by 32 voices; over HTTP, the 95th of a hundred answers."""
    from xieshang.deliberation.actions import Opening, begin, joined, take  # noqa: PLC0415

    from .body import founded  # noqa: PLC0415 only after set-up

    city, members = founded(1)
    by = keeper(city)
    seeds = [f"示例说法{n}" for n in range(STATEMENTS)]
    closes = timezone.now() + timedelta(days=1)
    begun = begin(Opening(city, "示例", "示例？", closes, seeds=seeds), by=by)
    take(begun, "weigh", by=by)
    keys = list(begun.statements.values_list("pk", flat=True))
    voices = [joined(begun, token=f"bench-{n:020d}").pk for n in range(VOICES)]
    connection.close()
    shares = [(voice, keys, count // VOICES) for voice in voices]
    start = time.perf_counter()
    with get_context("fork").Pool(VOICES) as pool:
        pool.map(vote_on, shares)
    each_second = count // VOICES * VOICES / (time.perf_counter() - start)
    start = time.perf_counter()
    vote_on(shares[0])
    alone = count // VOICES / (time.perf_counter() - start)
    goal = 1000 if connection.vendor == "postgresql" else None
    yield Row("voting: votes written by 32 voices", each_second, goal, alone, "/s", least=True)
    yield from over_http(begun.pk, keys, max(count // 10, VOICES))


def keeper(city):
    from xieshang.people.models import Person, Seat  # noqa: PLC0415

    person = Person.objects.create(username="bench-keeper")
    Seat.objects.create(person=person, committee=city, post="clerk", since="2023-01-01")
    return person


def vote_on(share: tuple[int, Sequence[int], int]) -> None:
    """Vote on one statement after the other, as one voice."""
    from xieshang.deliberation.actions import vote  # noqa: PLC0415
    from xieshang.deliberation.models import Participant  # noqa: PLC0415

    voice, keys, many = share
    participant = Participant(pk=voice)
    for n in range(many):
        vote(participant, keys[n % len(keys)], n % 3 - 1)
    connection.close()


def over_http(deliberation: int, keys: Sequence[int], count: int) -> Iterator[Row]:
    """The same over HTTP: 32 browsers, each with its own token."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "xieshang.cli.main", "serve", "--no-worker", "--port"]
    site = subprocess.Popen([*command, str(port)], env=os.environ, stdout=subprocess.DEVNULL)
    try:
        wait_for(port)
        opened = Barrier(VOICES)
        with ThreadPoolExecutor(VOICES) as pool:
            told = list(pool.map(
                lambda _n: browse(port, deliberation, keys, count // VOICES, opened),
                range(VOICES),
            ))  # fmt: skip
        times = sorted(end - start for each in told for start, end in each)
        rate = len(times) / (max(each[-1][1] for each in told) - min(each[0][0] for each in told))
    finally:
        site.terminate()
        site.wait()
    p95 = times[int(len(times) * 0.95)] * 1000
    yield Row("voting: vote POST over HTTP, p95", p95, 60, times[len(times) // 2] * 1000, "ms")
    yield Row("voting: votes sent over HTTP by 32 browsers", rate, None, None, "/s", least=True)


def wait_for(port: int) -> None:
    """Until the site answers, at most half a minute."""
    until = time.monotonic() + 30
    while time.monotonic() < until:
        with socket.socket() as probe:
            probe.settimeout(0.2)
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError("the site does not answer")


def browse(
    port: int, deliberation: int, keys: Sequence[int], many: int, opened: Barrier
) -> list[tuple[float, float]]:
    """When each vote of one browser began and ended, once all have the page before them."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    place = f"/deliberations/D{deliberation}/"
    line.request("GET", place)
    page = line.getresponse()
    token = re.search(rb'name="csrfmiddlewaretoken" value="(\w+)"', page.read())[1].decode()
    cookies = {"csrftoken": page.headers["Set-Cookie"].partition("csrftoken=")[2].split(";")[0]}
    taken = []
    opened.wait(timeout=60)
    for n in range(many):
        said = {"csrfmiddlewaretoken": token, "statement": keys[n % len(keys)], "value": n % 3 - 1}
        cookie = "; ".join(f"{name}={value}" for name, value in cookies.items())
        heads = {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"}
        start = time.perf_counter()
        line.request("POST", f"{place}vote/", urlencode(said), heads)
        answer = line.getresponse()
        answer.read()
        taken.append((start, time.perf_counter()))
        if answer.status != 302:
            raise RuntimeError(f"{answer.status} for a vote")
        for each in answer.headers.get_all("Set-Cookie") or ():
            name, _same, value = each.split(";")[0].partition("=")
            cookies[name] = value
    line.close()
    return taken
