"""Killing the server while programs hand matters in: what was acknowledged is there, once."""

import http.client
import json
import os
import random
import signal
import subprocess
import sys
import threading
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from .pages import free_port, wait_for
from .table import Row

CLIENTS, KILLS, PATIENCE = 8, 50, 120  # tries of one client for one matter


class Server:
    """`xieshang serve`, which can be killed with all it started, and starts again."""

    def __init__(self) -> None:
        self.port = free_port()
        self.start()

    def start(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "xieshang.cli.main", "serve", "--port", str(self.port),
             "--no-worker"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
            env=os.environ | {"XIESHANG_ADDRESS": f"http://127.0.0.1:{self.port}"},
        )  # fmt: skip
        wait_for(self.port)

    def kill(self) -> None:
        """At once, with its whole process group, as a power cut would."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


def rows(count: int) -> Iterator[Row]:
    """How many acknowledged matters are lost, and how many are there twice."""
    from xieshang.matters.models import Matter  # noqa: PLC0415 only after set-up
    from xieshang.people.actions import give_token  # noqa: PLC0415

    from .body import CITY, founded  # noqa: PLC0415

    _city, members = founded(1)
    secret = give_token(members[0], "kills", by=members[0])
    server, dice = Server(), random.Random(50)
    done = threading.Semaphore(0)
    body = {"kind": "problem", "committee": CITY, "situation": "路灯不亮"}

    def hand_in(number: int) -> str:
        title, key = f"示例{number}", uuid.uuid4().hex
        sent = json.dumps(body | {"title": title}).encode()
        for _try in range(PATIENCE):
            if acknowledged(server, secret, key, sent):
                done.release()
                return title
        raise TimeoutError(title)

    with ThreadPoolExecutor(CLIENTS) as clients:
        titles = clients.map(hand_in, range(count))
        for _kill in range(KILLS):
            for _each in range(dice.randint(1, max(1, count * 3 // (4 * KILLS)))):
                done.acquire()
            server.kill()
            server.start()
        told = list(titles)
    server.kill()
    there = list(Matter.objects.filter(title__startswith="示例").values_list("title", flat=True))
    yield Row(f"kills: lost of {len(told)}, {KILLS} kills", len(set(told) - set(there)), 0, unit="")
    yield Row("kills: there twice", len(there) - len(set(there)), 0, unit="")


def acknowledged(server: Server, secret: str, key: str, sent: bytes) -> bool:
    """Send once; whether the server said that it is written."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    head = {
        "Authorization": f"Bearer {secret}",
        "Idempotency-Key": key,
        "Content-Type": "application/json",
    }
    try:
        connection.request("POST", "/api/matters", sent, head)
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        wait_for(server.port)  # it was killed: ask again with the same key when it is back
        return False
    finally:
        connection.close()
