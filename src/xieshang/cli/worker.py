"""`xieshang worker`: does what pages hand over, such as taking over a large ledger."""

import click
from django.core.management import call_command
from django.utils.translation import gettext as _

from .sweep import at_work, sweep
from .terminal import say


@click.command(help=_("Do the tasks that pages hand over; tasks of lost workers are done again."))
@click.option("--once", is_flag=True, help=_("Stop when nothing is left to do"))
def worker(once) -> None:
    """One worker process. Any number may run, on any number of machines."""
    with at_work() as name:
        again, given_up = sweep()
        if again or given_up:
            say(
                _("Tasks of lost workers: %(again)s will be done again, %(up)s given up.")
                % {"again": again, "up": given_up}
            )
        call_command("db_worker", worker_id=name, interval=1, batch=once, reload=False)
