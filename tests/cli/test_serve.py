"""`xieshang serve` as a process: pages, a worker beside it, and an end of both."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request

import pytest

from xieshang.cli.sweep import workers

pytestmark = pytest.mark.long

PATIENCE = 60  # seconds


def eventually(question):
    """The first answer that is not empty, asked again and again."""
    end, pause = time.monotonic() + PATIENCE, threading.Event()
    while time.monotonic() < end:
        if answer := question():
            return answer
        pause.wait(0.1)
    raise AssertionError(f"{question.__name__}: still nothing after {PATIENCE} s")


@pytest.fixture
def machine(tmp_path):
    """A place of its own that is set up, and a port that is free."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = os.environ | {
        "XIESHANG_DATA": str(tmp_path / "data"),
        "XIESHANG_PORT": str(port),
        "DATABASE_URL": "",
    }
    command = [sys.executable, "-m", "xieshang.cli.main"]
    subprocess.run([*command, "setup"], env=environment, check=True, capture_output=True)
    return command, environment, port, tmp_path / "data"


def test_pages_are_served_with_a_worker_beside_and_both_end_together(machine, settings):
    command, environment, port, settings.DATA = machine
    server = subprocess.Popen([*command, "serve", "--workers", "1"], env=environment)

    def home():
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5) as page:
                return page.status
        except OSError:  # not yet
            return None

    def ended():
        return not workers()

    try:
        assert eventually(home) == 200
        assert len(eventually(workers)) == 1
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(timeout=PATIENCE)
    assert eventually(ended)
    assert not home()


def test_the_style_sheet_is_gathered_and_served(machine):
    command, environment, port, data = machine
    server = subprocess.Popen([*command, "serve", "--workers", "1", "--no-worker"], env=environment)

    def sheet():
        gathered = sorted((data / "static" / "assets").glob("main-*.css"))
        try:
            place = f"http://127.0.0.1:{port}/static/assets/{gathered[0].name}"
            with urllib.request.urlopen(place, timeout=5) as page:
                return page.headers["Content-Type"]
        except (IndexError, OSError):  # not yet
            return None

    try:
        assert eventually(sheet).startswith("text/css")
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(timeout=PATIENCE)
    assert not (data / "workers").exists()
