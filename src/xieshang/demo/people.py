"""Sample people: one for each part that somebody can play."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from xieshang.matters.actions import invite_contributor
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

CITY, COUNTY = 450200, 450202
NOT_TICKED = {"台盟", "宗教界", "特邀香港人士", "特邀澳门人士", "特别邀请人士"}


@dataclass(frozen=True, slots=True)
class Login:
    """An account, what it is for, and its password if it was opened just now."""

    username: str
    role: str
    password: str | None


@dataclass(frozen=True, slots=True)
class Part:
    """A part to be played in the sample: whose seats, on which committee."""

    username: str
    name: str
    posts: tuple[str, ...]
    committee: int
    sector: str = ""


@dataclass(frozen=True, slots=True)
class Answerer:
    """Somebody who answers in the sample for some handling units of a committee."""

    username: str
    name: str
    units: tuple[str, ...]
    committee: int


Post = Seat.Post
CLERK, OFFICER, MEMBER = (Post.CLERK,), (Post.OFFICER,), (Post.MEMBER,)
PARTS = (
    Part("region-clerk", "示例干部（自治区）", CLERK, REGION),
    Part("region-officer", "示例审核（自治区）", OFFICER, REGION),
    Part("leader", "示例领导（自治区）", (Post.LEADER, Post.MEMBER), REGION, "中国共产党"),
    Part("region-member", "示例委员（自治区）", MEMBER, REGION, "社会科学界"),
    Part("city-clerk", "示例干部（柳州市）", CLERK, CITY),
    Part("member", "示例委员（柳州市）", MEMBER, CITY, "教育界"),
    Part("member-2", "示例委员二（柳州市）", MEMBER, CITY, "医药卫生界"),
    Part("member-3", "示例委员三（柳州市）", MEMBER, CITY, "农业界"),
    Part("county-clerk", "示例干部（城中区）", CLERK, COUNTY),
    Part("county-member", "示例委员（城中区）", MEMBER, COUNTY, "社会福利和社会保障界"),
)
ANSWERERS = (
    Answerer("region-unit-clerk", "示例经办人（示例厅）", ("自治区示例厅",), REGION),
    Answerer("unit-clerk", "示例经办人（示例局）", ("柳州市示例局",), CITY),
    Answerer(
        "unit-clerk-2",
        "示例经办人（二局、三局）",
        ("柳州市示例二局", "柳州市示例三局"),
        CITY,
    ),
)
CONTRIBUTOR = ("contributor", "示例信息员（柳州市）")


def open_operator() -> Login:
    """The account of whoever looks after the machine."""
    _person, password = open_account("operator", _("Operator"), by=system(), operator=True)
    return Login("operator", _("Operator"), password)


def open_logins() -> list[Login]:
    """A sample account for each part, for each clerk of handling units, and for an invited
    contributor."""
    return [*map(play, PARTS), *map(answer_for_units, ANSWERERS), contribute()]


def play(part: Part) -> Login:
    """Open the account of one part and give it its seats."""
    person, password = open_account(part.username, part.name, by=system())
    committee = Committee.objects.get(pk=part.committee)
    sector = Sector.objects.filter(name=part.sector).first()
    for post in part.posts:
        appoint(person, committee, post, by=system(), sector=sector)
    return Login(part.username, part.name, password)


def answer_for_units(answerer: Answerer) -> Login:
    """Open the account of somebody who answers for handling units, and found those."""
    person, password = open_account(answerer.username, answerer.name, by=system())
    committee = Committee.objects.get(pk=answerer.committee)
    for unit in answerer.units:
        found_unit(unit, committee, person, by=system())
    return Login(answerer.username, answerer.name, password)


def contribute() -> Login:
    """Open the account of somebody without a seat, whom the city's office invites to write."""
    username, name = CONTRIBUTOR
    person, password = open_account(username, name, by=system())
    clerk = Person.objects.get(username="city-clerk")
    invite_contributor(person, Committee.objects.get(pk=CITY), by=clerk)
    return Login(username, name, password)


def officer() -> Person:
    """Who confirms and publishes what the region shows; the sample accounts must be open."""
    return Person.objects.get(username="region-officer")


def tick_sectors(by: Person) -> None:
    """29 sectors for the region, and a term for every committee: both stand for unknowns (示例).

    The real list of the region's sectors is its own to tick. A sample term bears the region's
    number and first day.
    """
    open_sample_terms(*REGION_TERM, by=by)
    names = [name for name in sector_names() if name not in NOT_TICKED]
    represent(Term.objects.get(committee=REGION), names, by=by)
