"""`xieshang clock`: does what falls due by itself, such as sending notices."""

import logging
import signal
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

import click
from django.db import close_old_connections
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from xieshang.notices.actions.jobs import end_turn, take_turn

from .terminal import say

PAUSE = 15  # seconds between two looks at what is due
LOG = logging.getLogger(__name__)
MATTERS = "xieshang.matters.actions"


@dataclass(frozen=True, slots=True)
class Duty:
    """Something done every so often: `does` is the place of a function of the time it is.

    It must bear being run twice, late, or after a run that was killed half way.
    """

    name: str
    every: timedelta
    does: str


DUTIES = (
    Duty("send-notices", timedelta(seconds=PAUSE), "xieshang.notices.actions.sending.send_due"),
    Duty("keep-up", timedelta(seconds=PAUSE), "xieshang.cli.index.keep_up"),
    Duty("turn-phases", timedelta(seconds=PAUSE), "xieshang.deliberation.actions.turn_phases"),
    Duty("build-alike", timedelta(days=1), "xieshang.matters.alike.build_alike"),
    Duty("forget-addresses", timedelta(days=1), "xieshang.notices.actions.forget_old"),
    Duty("ask-if-solved", timedelta(hours=1), f"{MATTERS}.voicing_asking.ask_if_solved"),
    Duty("forget-pictures", timedelta(hours=1), f"{MATTERS}.voicing_photos.forget_held"),
    Duty("forget-strangers", timedelta(days=1), f"{MATTERS}.voicing_following.forget_unconfirmed"),
    Duty("forget-answers", timedelta(days=1), "xieshang.audit.once.forget_once"),
)


@click.command(help=_("Do what falls due by itself: send notices, ask, remind, tidy up."))
@click.option("--once", is_flag=True, help=_("Only what is due now"))
def clock(once) -> None:
    """One clock. Several may run, on any number of machines: each duty is done by one of them."""
    stop = threading.Event()
    for each in () if once else (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda *_signal: stop.set())  # what has begun is ended
    while True:
        failed = [name for name, fault in tick(timezone.now()) if fault]
        close_old_connections()
        if once:
            sys.exit(bool(failed))
        if stop.wait(PAUSE):
            return


def tick(now: datetime) -> list[tuple[str, str]]:
    """Do each duty that is due; which were done, with the fault of those that failed."""
    return list(done(now))


def done(now: datetime) -> Iterator[tuple[str, str]]:
    for duty in DUTIES:
        if take_turn(duty.name, duty.every, now):
            fault = fault_of(duty, now)
            end_turn(duty.name, now, fault)
            if fault:
                say(_("%(duty)s failed: %(why)s") % {"duty": duty.name, "why": fault})
            yield duty.name, fault


def fault_of(duty: Duty, now: datetime) -> str:
    """Run a duty; what went wrong, or nothing. One that fails does not keep the others waiting."""
    try:
        import_string(duty.does)(now)
    except Exception as fault:
        LOG.exception(duty.name)
        return f"{type(fault).__name__}: {fault}"
    return ""
