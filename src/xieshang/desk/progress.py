"""How far a task is: a small file per task beside the data, for whoever watches."""

import json
import os
import time
from pathlib import Path

from django.conf import settings

EVERY = 0.5  # seconds between two writes


def path_of(task: str) -> Path:
    """Where the progress of a task lies."""
    return settings.DATA / "progress" / f"{task}.json"


class Progress:
    """Called as `progress(done, total, what)`; writes at most twice a second."""

    def __init__(self, task: str):
        self.path, self.last = path_of(task), 0.0
        self.path.parent.mkdir(parents=True, exist_ok=True)

    def __call__(self, done: int, total: int, what: str) -> None:
        now = time.monotonic()
        if now - self.last < EVERY:
            return
        self.last = now
        fresh = self.path.with_suffix(f".{os.getpid()}")
        fresh.write_text(json.dumps([done, total, what]))
        fresh.replace(self.path)

    def end(self) -> None:
        """Nobody need watch any longer."""
        self.path.unlink(missing_ok=True)


def progress_of(task: str) -> tuple[int, int, str]:
    """Done, total and what a task is at; zeros before it has said anything."""
    try:
        done, total, what = json.loads(path_of(task).read_text())
    except FileNotFoundError:
        return 0, 0, ""
    return done, total, what
