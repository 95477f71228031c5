"""Tasks of workers that are gone are done again, not for ever, and never beside a living one."""

import os
import subprocess
import sys
from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from xieshang.cli.sweep import LOST, TRIES, at_work, machine, sweep, workers

pytestmark = pytest.mark.django_db


@pytest.fixture
def running():
    """A task that this worker has begun."""

    def begin(*workers, since=timedelta(0)):
        return DBTaskResult.objects.create(
            status="RUNNING",
            args_kwargs={"args": [], "kwargs": {}},
            task_path="xieshang.reports.actions.batches.draw_batch",
            backend_name="default",
            run_after=timezone.now(),
            started_at=timezone.now() - since,
            worker_ids=list(workers),
            exception_class_path="",
            traceback="",
        )

    return begin


def state(task):
    task.refresh_from_db()
    return task.status


def test_a_living_worker_keeps_its_task(running):
    with at_work() as name:
        task = running(name)
        assert (sweep(), state(task), workers()) == ((0, 0), "RUNNING", [name])
    assert workers() == []


def test_the_task_of_a_worker_that_ended_is_done_again(running):
    with at_work() as name:
        task = running(name)
    assert (sweep(), state(task)) == ((1, 0), "READY")


def test_a_killed_worker_is_known_by_its_lock(running, settings):
    """The lock file stays behind after SIGKILL; the lock itself does not."""
    code = (
        "import django; django.setup()\n"
        "from django.conf import settings; from pathlib import Path\n"
        f"settings.DATA = Path({str(settings.DATA)!r})\n"
        "from xieshang.cli.sweep import at_work\n"
        "with at_work() as name:\n"
        "    print(name, flush=True); input()\n"
    )
    command = [sys.executable, "-c", code]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        name = other.stdout.readline().strip()
        task = running(name)
        assert (sweep(), workers()) == ((0, 0), [name])
        other.kill()
    assert (settings.DATA / "workers" / name).exists()
    assert (sweep(), state(task), workers()) == ((1, 0), "READY", [])


def test_locks_that_were_left_behind_long_ago_are_removed(settings):
    old, new = (settings.DATA / "workers" / f"{machine()}{name}" for name in ("old", "new"))
    with at_work() as name:
        for path in (old, new):
            path.touch()
        os.utime(old, (0, 0))
        os.utime(settings.DATA / "workers" / name, (0, 0))
        sweep()
        assert sorted(path.name for path in old.parent.iterdir()) == sorted([new.name, name])


def test_a_task_that_ends_every_worker_is_given_up(running):
    task = running(*(f"{machine()}{n}" for n in range(TRIES)))
    assert (sweep(), state(task)) == ((0, 1), "FAILED")
    assert task.exception_class_path == "xieshang.cli.sweep.WorkerLost"


@pytest.mark.parametrize(
    ("since", "after"), [(LOST / 2, "RUNNING"), (LOST + timedelta(hours=1), "READY")]
)
def test_another_machines_task_is_left_alone_for_half_a_day(running, since, after):
    task = running("elsewhere:0001", since=since)
    sweep()
    assert state(task) == after
