"""A map maker that is killed in the middle, as a process: the last good map stays."""

import os
import subprocess
import sys
import threading
import time

import pytest
from django.db import connection, transaction

from xieshang.audit.actions import first_broken
from xieshang.deliberation.actions import joined, vote
from xieshang.deliberation.models import KeptMap, Vote

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        "connection.vendor != 'postgresql'", reason="only PostgreSQL tells who waits for whom"
    ),
]
PATIENCE = 60  # seconds
WAITS = """
    SELECT count(*) FROM pg_locks
    WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))
"""
OTHERS = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
"""


def eventually(question):
    """Ask again and again until it is so."""
    end, pause = time.monotonic() + PATIENCE, threading.Event()
    while not question():
        assert time.monotonic() < end, f"{question.__name__}: not so after {PATIENCE} s"
        pause.wait(0.1)


def counted(question):
    with connection.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchone()[0]


def somebody_waits():
    """Whether somebody waits for what this transaction holds."""
    return counted(WAITS) > 0


def nobody_else():
    """Whether the server has let go of whoever was killed."""
    return counted(OTHERS) == 0


@pytest.fixture
def maker(camps, tmp_path):
    """`xieshang maps` at work on the map of this deliberation, on the database of the tests."""
    kept = connection.settings_dict
    place = f"{kept['HOST']}:{kept['PORT']}/{kept['NAME']}"
    url = f"postgres://{kept['USER']}:{kept['PASSWORD']}@{place}"
    environment = os.environ | {"DATABASE_URL": url, "XIESHANG_DATA": str(tmp_path)}
    command = [sys.executable, "-m", "xieshang.cli.main", "maps", "--only", str(camps.pk)]

    def begun():
        return subprocess.Popen(command, env=environment)

    return begun


def test_a_map_maker_killed_as_it_keeps_its_map_leaves_the_last_good_one(camps, maker):
    last = KeptMap.objects.get()
    vote(joined(camps, token="one-more"), camps.statements.first().pk, 0)
    with transaction.atomic():
        KeptMap.objects.select_for_update().get()
        process = maker()
        eventually(somebody_waits)  # its map is made, and it cannot keep it yet
        process.kill()
        process.wait(PATIENCE)
    eventually(nobody_else)
    still = KeptMap.objects.get()
    assert (still.digest, still.at, Vote.objects.count()) == (last.digest, last.at, 35 * 9 + 1)
    assert maker().wait(PATIENCE) == 0
    assert KeptMap.objects.get().digest != last.digest
    assert first_broken() is None
