"""`xieshang reconcile`: published figures held against each other."""

import csv
from pathlib import Path

import click
from django.utils.translation import gettext as _

from xieshang.figures.reconcile.check import reconcile_rows
from xieshang.figures.reconcile.facts import BadTable

from .terminal import Refused, as_json, dump, say, show
from .texts import text_of


@click.command(
    help=_(
        "Hold the figures of published texts against each other: parts and totals, rates and"
        " bases. Ends with 1 when a text contradicts itself."
    )
)
@click.argument(
    "table", metavar="CSV", type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@as_json
@click.pass_context
def reconcile(ctx, table, plain) -> None:
    """A table with the columns place, period, metric_kind, value and unit."""
    try:
        found = reconcile_rows(csv.DictReader(text_of(table).splitlines()))
    except BadTable as bad:
        raise Refused(f"{table.name}: {bad}") from bad
    if plain:
        dump({"contradictions": [each.as_json() for each in found]})
    elif found:
        heads = [_("Place"), _("Period"), _("Rule"), _("Stated"), _("Computed"), _("Arithmetic")]
        rows = ([c.place, c.period, c.rule, c.stated, c.computed, c.sum] for c in found)
        show(heads, rows, right=(3, 4))
    else:
        say(_("No text contradicts itself."))
    ctx.exit(1 if found else 0)
