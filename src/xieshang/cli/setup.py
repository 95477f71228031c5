"""`xieshang setup`: prepare the database and found the body."""

import click
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _

from xieshang.demo.living import Lived, bring_to_life
from xieshang.demo.meeting import meet_samples
from xieshang.demo.people import Login, open_logins, open_operator
from xieshang.demo.planning import plan_samples
from xieshang.demo.prepare import Prepared, prepare_demo
from xieshang.demo.studying import study_samples
from xieshang.demo.supervising import supervise_sample
from xieshang.demo.weighing import weigh_samples
from xieshang.figures.claims.prove import DIFFERS, NO_RECORDS, PROVEN
from xieshang.matters.actions import load_rules
from xieshang.meetings.actions import load_forms
from xieshang.people.actions import load_body, system
from xieshang.people.body import REGION
from xieshang.people.models import Committee

from .terminal import progress, say, show


@click.command(
    help=_(
        "Prepare the database and found the 126 committees with their usual rules; --demo adds"
        " sample accounts, a sample year and a living body. A second run changes nothing."
    )
)
@click.option("--demo", is_flag=True, help=_("With sample accounts and ledgers (示例)"))
def setup(demo) -> None:
    """A body that is ready to work with."""
    migrate()
    loaded = load_body()
    if loaded.anything:
        say(
            _("Committees founded: %(n)s, and %(partners)s partners outside the region.")
            % {"n": loaded.committees, "partners": loaded.partners}
        )
    rules = load_rules(Committee.objects.get(pk=REGION), by=system())
    if rules:
        say(_("The usual rules stand: %(n)s rows. An office may set its own.") % {"n": rules})
    load_forms(Committee.objects.get(pk=REGION), by=system())
    logins = [open_operator(), *(open_logins() if demo else ())]
    try:
        if demo:
            with progress() as tell:
                prepared = prepare_demo(tell)
                lived = bring_to_life(tell)
                weighed = weigh_samples()
                meet_samples()
                plan_samples()
                study_samples()
                supervise_sample()
            tell_demo(prepared)
            if lived:
                tell_lived(lived)
            if weighed:
                say(_("Sample deliberations (示例): %(n)s") % {"n": weighed})
    finally:  # whatever failed: a password that nobody saw opens nothing
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
        [_("Account"), _("Password"), _("Role")],
        ([each.username, each.password, each.role] for each in new),
    )


def tell_demo(done: Prepared) -> None:
    """What the sample year came to, a line each."""
    say(
        _("Sample ledgers (示例): %(files)s files, %(taken)s rows taken, %(refused)s came back")
        % {"files": done.files, "taken": done.taken, "refused": len(done.refused)}
    )
    for line in done.refused:
        say(f"  {line}")
    for copy in done.copies:
        say(_("Copy with the reasons beside the rows: %(path)s") % {"path": copy})
    say(
        _("Meetings that two offices wrote down: %(joined)s found, %(open)s to be decided")
        % {"joined": done.joined, "open": done.to_decide}
    )
    say(
        _("Sample round-up (示例): %(proven)s figures proven, %(differs)s differ, %(none)s without")
        % {
            "proven": done.claims.get(PROVEN, 0),
            "differs": done.claims.get(DIFFERS, 0),
            "none": done.claims.get(NO_RECORDS, 0),
        }
    )
    say(_("Sample report (示例), published: %(path)s") % {"path": done.report})


def tell_lived(lived: Lived) -> None:
    """How many sample matters were made, and the receipts to try: their codes are shown this once.

    Only a digest of a code is kept.
    """
    say(
        _("Sample matters (示例) at three tiers, of every kind and in every state: %(n)s")
        % {"n": lived.matters}
    )
    say(_("Receipts of two of them (示例), to follow them without an account:"))
    show(
        [_("Number"), _("Secret code"), _("Title")],
        ([each.number, each.code, each.title] for each in lived.slips),
    )
