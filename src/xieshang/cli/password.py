"""`xieshang password`: a new password for an account."""

import click
from django.utils.translation import gettext as _

from xieshang.people.actions import reset_password, system
from xieshang.people.models import Person

from .terminal import Refused, say


@click.command(help=_("Give an account a new password, and print it once."))
@click.argument("user")
def password(user) -> None:
    """A new password for one account; the old one ends."""
    person = Person.objects.filter(username=user, is_active=True).first()
    if person is None:
        raise Refused(_("There is no account named %(user)s.") % {"user": user})
    say(reset_password(person, by=system()))
