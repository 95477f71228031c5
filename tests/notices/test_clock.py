"""The clock: every duty in its turn, once, whatever ends, fails or runs beside it."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from click.testing import CliRunner
from django.db import connection
from django.utils.module_loading import import_string

from xieshang.cli import clock as module
from xieshang.cli import serve
from xieshang.cli.clock import DUTIES, Duty, clock, tick
from xieshang.notices.actions.jobs import LEASE, end_turn, take_turn
from xieshang.notices.models import Job

from .conftest import MIDNIGHT

pytestmark = pytest.mark.django_db
HOUR, MINUTE = dt.timedelta(hours=1), dt.timedelta(minutes=1)


@pytest.fixture
def ran(monkeypatch):
    """When the duties of this test were done: `good` every hour, `bad` every hour and in vain."""
    log = []

    def good(now):
        log.append(now)

    def bad(now):
        raise ValueError("no\nway")

    monkeypatch.setattr(module, "close_old_connections", lambda: None)  # in the test's transaction
    places = {"good": good, "bad": bad}
    monkeypatch.setattr(module, "import_string", places.__getitem__)
    monkeypatch.setattr(module, "DUTIES", (Duty("bad", HOUR, "bad"), Duty("good", HOUR, "good")))
    return log


def test_each_duty_is_a_function_there_is():
    assert [duty.name for duty in DUTIES if not callable(import_string(duty.does))] == []
    assert len({duty.name for duty in DUTIES}) == len(DUTIES)


def test_a_duty_is_done_when_it_falls_due_and_a_bad_one_stops_no_other(ran):
    done = [tick(MIDNIGHT + minute * MINUTE) for minute in range(0, 150, 15)]
    both = [("bad", "ValueError: no\nway"), ("good", "")]
    assert done == [both if minute % 60 == 0 else [] for minute in range(0, 150, 15)]
    assert ran == [MIDNIGHT + hour * HOUR for hour in range(3)]
    told = Job.objects.values_list("name", "done_at", "fault")
    assert list(told) == [
        ("bad", MIDNIGHT + 2 * HOUR, "ValueError: no way"),
        ("good", MIDNIGHT + 2 * HOUR, ""),
    ]


def test_a_clock_that_stood_still_does_a_duty_once_when_it_goes_again(ran):
    for moment in (MIDNIGHT, MIDNIGHT + 50 * HOUR, MIDNIGHT + 50 * HOUR + MINUTE):
        tick(moment)
    assert ran == [MIDNIGHT, MIDNIGHT + 50 * HOUR]


def test_a_duty_that_was_killed_half_way_is_done_again_after_its_lease():
    assert take_turn("x", HOUR, MIDNIGHT)
    looks = [MIDNIGHT + MINUTE, MIDNIGHT + LEASE - MINUTE, MIDNIGHT + LEASE]
    assert [take_turn("x", HOUR, now) for now in looks] == [False, False, True]
    end_turn("x", looks[-1])
    assert not take_turn("x", HOUR, looks[-1] + HOUR - MINUTE)
    assert take_turn("x", HOUR, looks[-1] + HOUR)


def test_a_run_that_outlived_its_lease_undoes_no_later_one():
    later = MIDNIGHT + HOUR
    assert take_turn("x", HOUR, MIDNIGHT)
    assert take_turn("x", HOUR, later)
    end_turn("x", MIDNIGHT)
    assert not take_turn("x", HOUR, later + MINUTE)
    end_turn("x", later)
    end_turn("x", MIDNIGHT)
    assert Job.objects.get().done_at == later


@pytest.mark.parametrize(("bad", "code"), [(True, 1), (False, 0)])
def test_the_command_does_what_is_due_and_says_what_failed(bad, code, ran, monkeypatch):
    if not bad:
        monkeypatch.setattr(module, "DUTIES", (Duty("good", HOUR, "good"),))
    result = CliRunner().invoke(clock, ["--once"])
    assert (result.exit_code, len(ran), "no" in result.output) == (code, 1, bad)


def test_the_clock_looks_again_and_again_until_it_is_stopped(ran, monkeypatch):
    waits = []

    class Event:
        def set(self):
            pass

        def wait(self, seconds):
            waits.append(seconds)
            return len(waits) == 3

    monkeypatch.setattr(module.threading, "Event", Event)
    monkeypatch.setattr(module.signal, "signal", lambda *_handler: None)
    result = CliRunner().invoke(clock)
    assert (result.exit_code, waits, len(ran)) == (0, [module.PAUSE] * 3, 1)


def test_the_server_starts_a_worker_and_the_clock_and_ends_both(monkeypatch):
    told = []

    class Beside:
        def __init__(self, command):
            self.command = command
            told.append(("starts", command))

        def stop(self):
            told.append(("ends", self.command))

    class Server:
        def __init__(self, *_place, **_settings):
            pass

        def serve(self):
            told.append(("serves", "pages"))

    monkeypatch.setattr(serve, "Beside", Beside)
    monkeypatch.setattr(serve, "Granian", Server)
    monkeypatch.setattr(serve, "gather", lambda: 0)
    monkeypatch.setattr(serve, "must_be_free", lambda *_place: None)
    assert CliRunner().invoke(serve.serve).exit_code == 0
    assert told == [
        ("starts", "worker"), ("starts", "clock"), ("starts", "maps"), ("serves", "pages"),
        ("ends", "worker"), ("ends", "clock"), ("ends", "maps"),
    ]  # fmt: skip


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_of_four_clocks_one_does_each_turn():
    if connection.vendor != "postgresql":
        pytest.skip("only PostgreSQL lets two write at once")
    turns, start = 100, Barrier(4)

    def run(_clock):
        try:
            start.wait()
            took = []
            for turn in range(turns):
                now = MIDNIGHT + turn * HOUR
                if take_turn("x", HOUR, now):
                    took.append(turn)
                    end_turn("x", now)
            return took
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as clocks:
        took = [turn for some in clocks.map(run, range(4)) for turn in some]
    assert len(took) == len(set(took))
    assert max(took) == turns - 1
