"""Who hears of a move, and as what; and the people behind each side."""

from collections.abc import Iterable, Iterator

from django.db.models import QuerySet

from xieshang.notices.kinds import Kind
from xieshang.people.models import Committee, Person, Seat

from .. import notices
from ..models import Matter

# What those who signed are told of a move, and those to whom it is their own concern alone.
SIGNERS_HEAR = {
    "file": notices.FILED,
    "answered": notices.TO_RATE,
    "look-back": notices.LOOKED_BACK,
    "distinguish": notices.DISTINGUISHED,
    "publish": notices.PUBLISHED,
    "agree": notices.CONVERTED,
    "withdraw": notices.WITHDRAWN,
    "reopen": notices.OPENED_AGAIN,
}
AUTHOR_HEARS = {
    "return": notices.RETURNED,
    "refuse": notices.NOT_TAKEN,
    "offer": notices.OFFERED,
    "part": notices.PARTED,
}
OFFICE_HEARS = {
    "submit": notices.HANDED_IN,
    "withdraw": notices.WITHDRAWN_FROM,
    "agree": notices.OFFER_TAKEN,
    "keep": notices.OFFER_LEFT,
}
# Advice has few moves, and the names of some mean something else in other lives.
ADVISER_HEARS = {
    "adopt": notices.ADVICE_ADOPTED,
    "keep": notices.ADVICE_KEPT,
    "pass-on": notices.ADVICE_PASSED,
    "refuse": notices.ADVICE_NOT_ADOPTED,
}


def hearers(matter: Matter, verb: str) -> Iterator[tuple[Kind, Iterable[Person]]]:
    """Who hears of a move, and as what."""
    sides = ((SIGNERS_HEAR, signers), (AUTHOR_HEARS, authors), (OFFICE_HEARS, office))
    for table, people in ((ADVISER_HEARS, authors),) if matter.life == "advice" else sides:
        if kind := table.get(verb):
            yield kind, people(matter)


def authors(matter: Matter) -> list[Person]:
    return [matter.raised_by] if matter.raised_by else []


def signers(matter: Matter) -> QuerySet[Person]:
    """The author and all who signed along."""
    return Person.objects.filter(pk__in=matter.signers())


def office(matter: Matter) -> Iterable[Person]:
    return keepers(matter.committee_id)


def keepers(code: int) -> Iterable[Person]:
    """Those who keep the records of just the committee with this code today: as far as a notice
    asks, who they are and whether they may still sign in."""
    kept = Seat.objects.current().keeping().filter(committee=code)
    return Person.objects.filter(pk__in=kept.values("person")).only("is_active")


def between(matter: Matter, committee: Committee) -> list[Person]:
    """The offices of the tiers under `committee` which the report passed through."""
    tiers = [matter.committee, *(sent.committee for sent in matter.referrals.all())]
    return [p for tier in tiers if tier.pk > committee.pk for p in keepers(tier.pk)]


def along(matter: Matter) -> list[Person]:
    """The offices of every tier that has the report before it."""
    tiers = [matter.committee, *(sent.committee for sent in matter.referrals.all())]
    return [person for tier in tiers for person in keepers(tier.pk)]
