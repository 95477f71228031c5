"""`xieshang token`: give a program a key to act for a person, or take it away."""

import click
from django.utils.translation import gettext as _

from xieshang.people.actions import end_token, give_token, system
from xieshang.people.models import Person, Token

from .terminal import Refused, say


@click.command(
    help=_("Give a program a key to act for USER by the API, shown this once; it lasts a year.")
)
@click.argument("user")
@click.option("--name", default="api", show_default=True, help=_("What the key is for"))
@click.option("--end", is_flag=True, help=_("Take the key of that name away"))
def token(user: str, name: str, end: bool) -> None:
    person = Person.objects.filter(username=user, is_active=True).first()
    if person is None:
        raise Refused(_("There is no account named %(user)s.") % {"user": user})
    if not end:
        say(give_token(person, name[:40], by=system()))
        return
    known = Token.objects.filter(person=person, name=name).first()
    if known is None:
        raise Refused(_("There is no key %(name)s.") % {"name": name})
    end_token(known, by=system())
    say(_("The key %(name)s opens nothing any more.") % {"name": name})
