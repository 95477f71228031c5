"""`xieshang setup`: prepare the database and found the body."""

import click
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _

from xieshang.demo.people import Login, open_logins, open_operator
from xieshang.demo.prepare import Prepared, prepare_demo
from xieshang.people.actions import load_body

from .terminal import progress, say, show


@click.command(
    help=_(
        "Prepare the database and found the 126 committees; --demo adds sample accounts and a"
        " sample year. A second run changes nothing."
    )
)
@click.option("--demo", is_flag=True, help=_("With sample accounts and ledgers (示例)"))
def setup(demo) -> None:
    """A body that is ready to work with."""
    migrate()
    loaded = load_body()
    if loaded.anything:
        say(_("Committees founded: %(n)s.") % {"n": loaded.committees})
    logins = [open_operator()]
    if demo:
        with progress() as tell:
            prepared = prepare_demo(tell)
        logins += open_logins()
        tell_demo(prepared)
    tell_logins([each for each in logins if each.password])


def migrate() -> None:
    """Bring the tables to this version, saying so when there is something to do."""
    executor = MigrationExecutor(connection)
    steps = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if steps:
        say(_("Preparing the database: %(n)s steps.") % {"n": len(steps)})
        call_command("migrate", interactive=False, verbosity=0)


def tell_logins(new: list[Login]) -> None:
    """Names and passwords of the accounts opened just now: they are shown this once."""
    if not new:
        say(_("All accounts are there. For a new password: xieshang password USER"))
        return
    say(_("Accounts opened now. The passwords are kept nowhere: write them down."))
    show(
        [_("Account"), _("Password"), _("Who")],
        ([each.username, each.password, each.role] for each in new),
    )


def tell_demo(prepared: Prepared) -> None:
    """What the sample year came to, a line each."""
    for part in prepared.missing:
        say(_("Not prepared yet: %(part)s.") % {"part": part})
