"""`xieshang worker`: does what pages hand over, such as taking over a large ledger."""

import threading

import click
from django.core.management import call_command
from django.db import connection
from django.utils.translation import gettext as _

from xieshang.reports.actions import resume_batches

from .sweep import at_work, sweep
from .terminal import say

EVERY = 60  # seconds


@click.command(help=_("Do the tasks that pages hand over; tasks of lost workers are done again."))
@click.option("--once", is_flag=True, help=_("Stop when nothing is left to do"))
def worker(once) -> None:
    """One worker process. Any number may run, on any number of machines."""
    with at_work() as name:
        take_up()
        if not once:
            threading.Thread(target=take_up_ever_again, daemon=True).start()
        call_command("db_worker", worker_id=name, interval=1, batch=once, reload=False)


def take_up() -> None:
    """Hand out anew what lost workers have left."""
    again, given_up = sweep()
    again += len(resume_batches())
    if again or given_up:
        say(
            _("Tasks of lost workers: %(again)s will be done again, %(up)s given up.")
            % {"again": again, "up": given_up}
        )


def take_up_ever_again() -> None:
    """The same every minute, in a thread of its own, as long as the worker lives."""
    stop = threading.Event()
    while not stop.wait(EVERY):
        take_up()
        connection.close()
