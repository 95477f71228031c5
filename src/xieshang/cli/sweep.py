"""Tasks whose worker is gone: whoever works holds a lock, which ends with the process."""

import fcntl
import os
import secrets
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

TRIES = 3
LOST = timedelta(hours=12)  # a task of another machine that has not ended by then is taken over


class WorkerLost(RuntimeError):
    """A task ended its worker as often as it may be tried."""


def folder() -> Path:
    """Where the locks of this machine's workers lie."""
    return settings.DATA / "workers"


def machine() -> str:
    """How the names of this machine's workers begin."""
    return f"{socket.gethostname()[:40]}:"


@contextmanager
def at_work() -> Iterator[str]:
    """Hold a worker's lock; gives the worker's name."""
    folder().mkdir(parents=True, exist_ok=True)
    name = f"{machine()}{secrets.token_hex(4)}"
    path = folder() / name
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        lock.write(f"{os.getpid()}\n")
        lock.flush()
        try:
            yield name
        finally:
            path.unlink(missing_ok=True)


def alive(name: str) -> bool:
    """Whether the worker of that name, on this machine, still holds its lock."""
    try:
        lock = (folder() / name).open()
    except FileNotFoundError:
        return False
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def tidy() -> None:
    """Remove the locks that killed workers left behind long ago."""
    for path in folder().glob(f"{machine()}*"):
        if time.time() - path.stat().st_mtime > LOST.total_seconds() and not alive(path.name):
            path.unlink(missing_ok=True)


def workers() -> list[str]:
    """The workers of this machine that are alive."""
    there = sorted(folder().glob(f"{machine()}*")) if folder().is_dir() else []
    return [path.name for path in there if alive(path.name)]


def abandoned(task: DBTaskResult) -> bool:
    """Whether nobody works on a running task any more."""
    worker = task.worker_ids[-1] if task.worker_ids else machine()
    if worker.startswith(machine()):
        return not alive(worker)
    return task.started_at is None or task.started_at < timezone.now() - LOST


def sweep() -> tuple[int, int]:
    """Put abandoned tasks back in the queue; returns how many, and how many were given up."""
    again = given_up = 0
    tidy()
    for task in DBTaskResult.objects.running():
        if not abandoned(task):
            continue
        if len(task.worker_ids) >= TRIES:
            task.set_failed(WorkerLost(f"{len(task.worker_ids)} workers were lost on this task"))
            given_up += 1
        else:
            again += DBTaskResult.objects.running().filter(pk=task.pk).update(status="READY")
    return again, given_up
