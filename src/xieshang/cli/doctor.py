"""`xieshang doctor`: is this machine fit to serve?"""

import click
from django.utils.translation import gettext as _

from .checks import CHECKS
from .terminal import as_json, dump, say


@click.command(
    help=_("Look at everything the site needs, and say what is amiss and what to do about it.")
)
@as_json
@click.pass_context
def doctor(ctx, plain) -> None:
    """Ends with 1 when anything is amiss."""
    found = {check.__name__: check() for check in CHECKS}
    if plain:
        dump({"checks": [{"name": name, **each.facts()} for name, each in found.items()]})
    for each in () if plain else found.values():
        say(f"{'✓' if each.well else '✗'} {each.what}: {each.found}")
        if not each.well:
            say(f"  → {each.remedy}")
    ctx.exit(0 if all(each.well for each in found.values()) else 1)
