"""The demo's pages under eight readers at once, served as `xieshang serve` serves them."""

import gzip
import http.client
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from statistics import quantiles
from urllib.parse import urljoin

from .table import Row

PAGES = (
    "/",
    "/committees/",
    "/committees/450200/",
    "/figures/",
    "/figures/consultations-held/?committee=450000&from=2022-01-01&to=2023-12-31",
    "/figures/problems-solved/rows/?committee=450400&from=2023-01-01&to=2023-12-31",
    "/reports/",
    "/prove/",
)
READERS, REQUESTS = 8, 400
LOADED = re.compile(
    rb'<(?:script|link rel="(?:stylesheet|modulepreload)")[^>]*(?:src|href)="([^"]+)"'
)


def rows(_count: int) -> Iterator[Row]:
    """p95 of each page in seconds, and what the home page weighs on the wire."""
    command = [sys.executable, "-m", "xieshang.cli.main"]
    subprocess.run([*command, "setup", "--demo"], check=True, stdout=subprocess.DEVNULL)
    port = free_port()
    with subprocess.Popen(
        [*command, "serve", "--port", str(port), "--no-worker"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"XIESHANG_ADDRESS": f"http://127.0.0.1:{port}"},
    ) as server:
        try:
            wait_for(port)
            for page in PAGES:
                yield Row(f"pages: p95 of {page}, {READERS} readers", p95(port, page), 0.1)
            weight = weight_of(port, "/")
            yield Row("pages: the home page with all it loads", weight / 1024, 150, unit="KiB")
        finally:
            server.terminate()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port: int, seconds: int = 60) -> None:
    """Until the server answers; raises TimeoutError."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if get(port, "/")[0] == 200:
                return
        except OSError:
            time.sleep(0.1)  # the pace of asking, not a condition
    raise TimeoutError("the server does not answer")


def get(port: int, path: str, **headers: str) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("GET", path, headers=headers)
        reply = connection.getresponse()
        return reply.status, reply.read()
    finally:
        connection.close()


def p95(port: int, page: str) -> float:
    """Seconds below which 95 of 100 answers came, with all readers asking at once."""

    def ask(_number: int) -> float:
        start = time.perf_counter()
        status, _body = get(port, page)
        if status != 200:
            raise RuntimeError(f"{page} answered {status}")
        return time.perf_counter() - start

    with ThreadPoolExecutor(READERS) as readers:
        took = list(readers.map(ask, range(REQUESTS)))
    return quantiles(islice(took, READERS, None), n=20)[-1]


def weight_of(port: int, page: str) -> int:
    """Bytes on the wire of a page and of the styles and scripts that it names, compressed."""
    _status, body = get(port, page)
    found = LOADED.findall(body)
    total = len(gzip.compress(body))
    for address in {urljoin(page, each.decode()) for each in found}:
        _status, asset = get(port, address, **{"Accept-Encoding": "br, gzip"})
        total += len(asset)
    return total
