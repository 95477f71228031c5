"""Sample people: one for each part that somebody can play."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from xieshang.people.actions import (
    appoint,
    found_unit,
    open_account,
    open_sample_terms,
    represent,
    system,
)
from xieshang.people.body import REGION, REGION_TERM, sector_names
from xieshang.people.models import Committee, Person, Seat, Sector, Term

CITY = 450200
NOT_TICKED = {"台盟", "宗教界", "特邀香港人士", "特邀澳门人士", "特别邀请人士"}


@dataclass(frozen=True, slots=True)
class Login:
    """An account, what it is for, and its password if it was opened just now."""

    username: str
    role: str
    password: str | None


@dataclass(frozen=True, slots=True)
class Part:
    """A part to be played in the sample: whose seat, on which committee."""

    username: str
    name: str
    post: str
    committee: int
    sector: str = ""


PARTS = (
    Part("region-clerk", "示例干部（自治区）", Seat.Post.CLERK, REGION),
    Part("region-officer", "示例审核（自治区）", Seat.Post.OFFICER, REGION),
    Part("leader", "示例领导（自治区）", Seat.Post.LEADER, REGION),
    Part("city-clerk", "示例干部（柳州市）", Seat.Post.CLERK, CITY),
    Part("member", "示例委员（柳州市）", Seat.Post.MEMBER, CITY, "教育界"),
)


def open_operator() -> Login:
    """The account of whoever looks after the machine."""
    _person, password = open_account("operator", _("Operator"), by=system(), operator=True)
    return Login("operator", _("Operator"), password)


def open_logins() -> list[Login]:
    """A sample account for each part, and one for a handling unit."""
    return [*map(play, PARTS), answer_for_a_unit()]


def play(part: Part) -> Login:
    """Open the account of one part and give it its seat."""
    person, password = open_account(part.username, part.name, by=system())
    committee = Committee.objects.get(pk=part.committee)
    sector = Sector.objects.filter(name=part.sector).first()
    appoint(person, committee, part.post, by=system(), sector=sector)
    return Login(part.username, part.name, password)


def officer() -> Person:
    """Who confirms and publishes what the region shows; the sample accounts must be open."""
    return Person.objects.get(username="region-officer")


def answer_for_a_unit() -> Login:
    """Open the account of somebody who answers for a handling unit."""
    name = "示例经办人（柳州市示例局）"
    person, password = open_account("unit-clerk", name, by=system())
    found_unit("柳州市示例局", Committee.objects.get(pk=CITY), person, by=system())
    return Login("unit-clerk", name, password)


def tick_sectors(by: Person) -> None:
    """29 sectors for the region, and a term for every committee: both stand for unknowns (示例).

    The real list of the region's sectors is its own to tick. A sample term bears the region's
    number and first day.
    """
    open_sample_terms(*REGION_TERM, by=by)
    names = [name for name in sector_names() if name not in NOT_TICKED]
    represent(Term.objects.get(committee=REGION), names, by=by)
