"""The scope a command is asked about: options, and what they mean."""

from datetime import date, datetime

import click
from django.utils import timezone
from django.utils.translation import gettext as _

from xieshang.figures.scope import Scope
from xieshang.people.body import REGION
from xieshang.people.models import Committee

DAY = click.DateTime(["%Y-%m-%d"])


def committee_option(**more):
    """`--committee CODE`."""
    return click.option(
        "--committee",
        type=int,
        metavar="CODE",
        help=_("Code of the committee (GB/T 2260), such as 450200"),
        **more,
    )


def year_option(**more):
    """`--year Y`."""
    return click.option("--year", type=click.IntRange(1949, 2999), help=_("A whole year"), **more)


def scope_options(command):
    """The options that say of which committees and of which days."""
    for option in (
        click.option("--own", is_flag=True, help=_("Only the committee's own level")),
        click.option("--to", "end", type=DAY, metavar="DAY", help=_("Last day; today if not set")),
        click.option("--from", "start", type=DAY, metavar="DAY", help=_("First day")),
        year_option(),
        committee_option(default=REGION, show_default=True),
    ):
        command = option(command)
    return command


def committee_of(code: int, option: str = "--committee") -> Committee:
    """The committee of that code; a usage error when there is none."""
    found = Committee.objects.filter(pk=code).first()
    if found is None:
        raise click.BadParameter(
            _("There is no committee with the code %(code)s.") % {"code": code},
            param_hint=option,
        )
    return found


def scope_of(
    committee: int, year: int | None, start: datetime | None, end: datetime | None, own: bool
) -> Scope:
    """The scope that the options ask for: a year, or days, or else this year so far."""
    found = committee_of(committee)
    if year and (start or end):
        raise click.UsageError(_("Give a year or days, not both."))
    today = timezone.localdate()
    if not start and not end:
        return Scope.year(found, year or today.year, own)
    first = start.date() if start else date(1949, 1, 1)
    last = end.date() if end else max(today, first)
    if last < first:
        raise click.UsageError(_("The last day lies before the first."))
    return Scope(found, first, last, own)


def scope_facts(scope: Scope) -> dict:
    """The scope as JSON says it."""
    return {
        "committee": scope.committee.pk,
        "from": scope.start.isoformat(),
        "to": scope.end.isoformat(),
        "own": scope.own,
    }


def scope_words(scope: Scope) -> str:
    """The scope in one line for a person."""
    level = _("own level only") if scope.own else _("with all below it")
    return f"{scope.committee.title} · {level} · {scope.start} – {scope.end}"
