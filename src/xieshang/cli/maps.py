"""`xieshang maps`: makes the maps of opinions that are due, the quickest first."""

import logging
import signal
import subprocess
import sys
import threading

import click
from django.db import close_old_connections
from django.utils.translation import gettext as _

from xieshang.deliberation.actions import make_map, maps_due
from xieshang.deliberation.actions.mapping import HEAVY, beat, note_fault, seconds_of
from xieshang.deliberation.models import Deliberation

from .terminal import say

PAUSE = 10  # seconds between two looks at what is due
LOG = logging.getLogger(__name__)


@click.command(help=_("Make the maps of opinions that are due; huge ones beside the others."))
@click.option("--once", is_flag=True, help=_("Only what is due now"))
@click.option("--only", type=int, help=_("Only the map of this deliberation"))
def maps(once, only) -> None:
    """One map maker for a machine."""
    if only is not None:
        made(Deliberation.objects.get(pk=only))
        return
    stop = threading.Event()
    for each in () if once else (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda *_signal: stop.set())
    beside = Beside()
    while True:
        look(beside, alone=once)
        close_old_connections()
        if once or stop.wait(PAUSE):
            beside.stop()
            return


class Beside:
    """The one huge map that is made in a process of its own, so that nobody waits for it."""

    def __init__(self) -> None:
        self.process: subprocess.Popen | None = None

    @property
    def busy(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def begin(self, deliberation: Deliberation) -> None:
        command = [sys.executable, "-m", "xieshang.cli.main", "maps", "--only"]
        self.process = subprocess.Popen([*command, str(deliberation.pk)])

    def stop(self) -> None:
        """End it half way; the last good map stays."""
        if self.busy and self.process is not None:
            self.process.terminate()
            self.process.wait()


def look(beside: Beside, *, alone: bool) -> list[str]:
    """Make what is due; returns the numbers of those whose map was made here."""
    beat()
    done = []
    for each in maps_due():
        if seconds_of(each) >= HEAVY and not alone:
            if not beside.busy:
                beside.begin(each)
            continue
        if made(each):
            done.append(each.short)
        beat()
    return done


def made(deliberation: Deliberation) -> bool:
    """Make one map; a fault is logged and said, and does not keep the others waiting."""
    try:
        kept = make_map(deliberation)
    except Exception as fault:
        LOG.exception("map of %s", deliberation.short)
        note_fault(deliberation, fault)
        told = {"number": deliberation.short, "fault": f"{type(fault).__name__}: {fault}"}
        say(_("%(number)s: no map could be made: %(fault)s") % told)
        return False
    if kept is None:
        return False
    numbers = {"number": deliberation.short, "votes": kept.votes, "seconds": f"{kept.seconds:.1f}"}
    say(_("%(number)s: map of %(votes)s votes in %(seconds)s s") % numbers)
    return True
