"""The commands, each in a module of its own, read when it is asked for."""

import re

import click
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

COMMANDS = {
    "setup": "setup.setup",
    "serve": "serve.serve",
    "worker": "worker.worker",
    "clock": "clock.clock",
    "maps": "maps.maps",
    "deliberation": "deliberation.deliberation",
    "ledgers": "ledgers.ledgers",
    "figures": "figures.figures",
    "index": "index.index",
    "prove": "prove.prove",
    "reconcile": "reconcile.reconcile",
    "report": "report.report",
    "opinion": "opinion.opinion",
    "verify": "verify.verify",
    "doctor": "doctor.doctor",
    "seat": "seat.seat",
    "password": "password.password",
    "token": "token.token",
    "manual": "manual.manual",
}

END = re.compile(r"[.。;；]")  # of a sentence, or of as much as can stand alone


class Commands(click.Group):
    """A group that knows its commands by name and imports only the one that runs."""

    def list_commands(self, ctx):
        return list(COMMANDS)

    def format_commands(self, ctx, formatter):
        """Each command with the first sentence of its help, whole."""
        known = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section(_("Commands")):
            formatter.write_dl(
                [(name, END.split(each.help)[0]) for name, each in known if not each.hidden]
            )

    def get_command(self, ctx, cmd_name):
        place = COMMANDS.get(cmd_name)
        return place and import_string(f"xieshang.cli.{place}")


@click.group(
    cls=Commands,
    help=_("Xieshang runs the year of a consultative body, and proves every figure of it."),
)
@click.version_option(package_name="xieshang")
def xieshang() -> None:
    """Runs the year of a consultative body."""
