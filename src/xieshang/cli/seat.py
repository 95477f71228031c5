"""`xieshang seat`: who works for which committee."""

import click
from django.db import transaction
from django.utils.translation import gettext as _

from xieshang.people.actions import appoint, open_account, system, vacate
from xieshang.people.models import Committee, Person, Seat, Sector

from .asked import committee_of, committee_option
from .terminal import Refused, say


@click.command(
    help=_(
        "Give a person a seat on a committee, opening the account if there is none; with --end"
        " the seat ends today."
    )
)
@click.argument("user")
@committee_option(required=True)
@click.option("--post", required=True, type=click.Choice(Seat.Post.values), help=_("What for"))
@click.option("--name", help=_("The person's name, for a new account"))
@click.option("--sector", help=_("The sector a member sits for"))
@click.option("--end", is_flag=True, help=_("End this seat"))
def seat(user, name, sector, end, **asked) -> None:
    """One seat, given or ended."""
    committee = committee_of(asked["committee"])
    if end:
        leave(user, committee, asked["post"])
        return
    if not name and not Person.objects.filter(username=user).exists():
        raise click.BadParameter(_("A new account needs a name."), param_hint="--name")
    sits_for = Sector.objects.filter(name=sector).first() if sector else None
    if sector and not sits_for:
        raise click.BadParameter(
            _("There is no sector named %(name)s.") % {"name": sector}, param_hint="--sector"
        )
    with transaction.atomic():
        person, password = open_account(user, name or "", by=system())
        appoint(person, committee, asked["post"], by=system(), sector=sits_for)
    say(f"{person}: {committee}, {Seat.Post(asked['post']).label}")
    if password:
        say(_("Password, shown this once: %(password)s") % {"password": password})


def leave(user: str, committee: Committee, post: str) -> None:
    """End the seat; raises Refused where there is none today."""
    held = Seat.objects.current().filter(person__username=user, committee=committee, post=post)
    found = held.first()
    if not found:
        raise Refused(_("%(user)s has no such seat today.") % {"user": user})
    vacate(found, by=system())
    say(_("The seat has ended."))
