"""Opening the body, and giving people their accounts and seats."""

import secrets
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from xieshang.audit.actions import fingerprint, seal
from xieshang.reading.characters import LEGIBLE

from . import body
from .models import Committee, Person, Representation, SavedView, Seat, Sector, Term, Tier, Unit


@dataclass(frozen=True, slots=True)
class Loaded:
    """How much of the body was new; partners are the committees of other regions."""

    committees: int
    partners: int
    sectors: int
    terms: int

    @property
    def anything(self) -> bool:
        return any((self.committees, self.partners, self.sectors, self.terms))


def system() -> Person:
    """Who acts where no person does: the machine itself. Nobody can sign in as it."""
    known = Person.objects.filter(username="system").first()
    if known:
        return known
    person = Person(username="system", name="系统", is_active=False)
    person.set_unusable_password()
    person.save()
    return person


@transaction.atomic
def load_body(*, by: Person | None = None) -> Loaded:
    """Found what is not there yet: every committee, the list of sectors, the region's term."""
    there = set(Committee.objects.values_list("code", flat=True))
    new = [each for each in body.committees() if each.code not in there]
    Committee.objects.bulk_create(new)
    known = set(Sector.objects.values_list("name", flat=True))
    sectors = [Sector(name=name) for name in body.sector_names() if name not in known]
    Sector.objects.bulk_create(sectors)
    number, since = body.REGION_TERM
    term = open_terms([body.REGION], number, since)
    partners = sum(each.tier == Tier.OUTSIDE for each in new)
    loaded = Loaded(len(new) - partners, partners, len(sectors), term)
    if loaded.anything:
        region = Committee.objects.get(pk=body.REGION)
        seal(by or system(), "load", region, **asdict(loaded))
    return loaded


def open_terms(codes: Collection[int], number: int, since: date) -> int:
    """Give each committee that has no term one; returns to how many. The caller seals."""
    there = set(Term.objects.filter(committee__in=codes).values_list("committee_id", flat=True))
    new = [Term(committee_id=c, number=number, since=since) for c in codes if c not in there]
    Term.objects.bulk_create(new)
    return len(new)


@transaction.atomic
def open_sample_terms(number: int, since: date, *, by: Person) -> int:
    """Give every committee of the body without a term one that stands for an unknown (示例)."""
    codes = Committee.objects.inside().values_list("code", flat=True)
    opened = open_terms(list(codes), number, since)
    if opened:
        region = Committee.objects.get(pk=body.REGION)
        seal(by, "open-sample-terms", region, number=number, committees=opened)
    return opened


@transaction.atomic
def note_sample_data(*, by: Person) -> None:
    """Write into the log, once, that sample data (示例) is loaded: every page says so from then."""
    region = Committee.objects.told_as_sample().get(pk=body.REGION)
    if not region.sample:
        seal(by, "load-sample", region)


@transaction.atomic
def represent(term: Term, names: Collection[str], *, by: Person) -> int:
    """Tick these sectors for a term, beside those ticked before; returns how many were new.

    What only records named makes way for the office's own list.
    """
    term.representations.filter(listed=False).delete()
    there = term.representations.values_list("sector__name", flat=True)
    sectors = Sector.objects.filter(name__in=names).exclude(name__in=there)
    new = [Representation(term=term, committee=term.committee, sector=s) for s in sectors]
    Representation.objects.bulk_create(new)
    if new:
        seal(by, "represent", term, sectors=[s.sector.name for s in new])
    return len(new)


@transaction.atomic
def note_sectors(named: Mapping[int, Collection[int]]) -> None:
    """Let the sectors that records name (committee → sectors, by key) stand for unticked lists.

    A term whose office has ticked its sectors is left as it is. The caller seals.
    """
    for term in Term.objects.filter(committee__in=named, until=None):
        if term.representations.filter(listed=True).exists():
            continue
        kept = named[term.committee_id]
        term.representations.exclude(sector__in=kept).delete()
        new = [
            Representation(term=term, committee_id=term.committee_id, sector_id=key, listed=False)
            for key in kept
        ]
        Representation.objects.bulk_create(new, ignore_conflicts=True)


@transaction.atomic
def open_account(
    username: str, name: str, *, by: Person, operator: bool = False
) -> tuple[Person, str | None]:
    """The account of that name; with a new password if it was opened just now, else None."""
    known = Person.objects.filter(username=username).first()
    if known:
        return known, None
    person = Person(username=username, name=name, is_staff=operator, is_superuser=operator)
    person.set_password(password := new_password())
    person.save()
    seal(by, "open-account", person, username=username, operator=operator)
    return person, password


@transaction.atomic
def reset_password(person: Person, *, by: Person) -> str:
    """Give an account a new password, and return it: it is kept nowhere in clear."""
    person.set_password(password := new_password())
    person.save(update_fields=["password"])
    seal(by, "reset-password", person)
    return password


def new_password() -> str:
    """Sixteen letters in groups of four, to be read aloud: 79 bits."""
    groups = ("".join(secrets.choice(LEGIBLE) for _letter in range(4)) for _group in range(4))
    return "-".join(groups)


@transaction.atomic
def appoint(
    person: Person, committee: Committee, post: str, *, by: Person, sector: Sector | None = None
) -> Seat:
    """Give a person a seat from today on; one who has it already keeps it."""
    known = person.seats.current().filter(committee=committee, post=post).first()
    if known:
        return known
    seat = Seat.objects.create(
        person=person, committee=committee, post=post, sector=sector, since=timezone.localdate()
    )
    seal(by, "appoint", seat, person=person.pk, committee=committee.pk, post=post)
    return seat


@transaction.atomic
def vacate(seat: Seat, *, by: Person) -> None:
    """End a seat today; one that was given only today was a mistake, and goes."""
    seal(by, "vacate", seat, person=seat.person_id, committee=seat.committee_id, post=seat.post)
    today = timezone.localdate()
    if seat.since >= today:
        seat.delete()
        return
    seat.until = today
    seat.save(update_fields=["until"])


@transaction.atomic
def found_unit(name: str, committee: Committee, clerk: Person, *, by: Person) -> Unit:
    """The handling unit of that name, with this person among those who answer for it."""
    unit, made = Unit.objects.get_or_create(name=name, committee=committee)
    if made or not unit.clerks.filter(pk=clerk.pk).exists():
        unit.clerks.add(clerk)
        seal(by, "found-unit", unit, name=name, committee=committee.pk, clerk=clerk.pk)
    return unit


@transaction.atomic
def save_view(list_: str, name: str, query: str, *, by) -> SavedView:
    """Keep a list under a name; the same name again takes the place of the first."""
    view, _made = SavedView.objects.update_or_create(
        person=by, list=list_, name=name, defaults={"query": query}
    )
    seal(by, "save-view", view, list=list_, name=fingerprint(name))
    return view


@transaction.atomic
def drop_view(view: SavedView, *, by) -> None:
    """Forget a view."""
    seal(by, "drop-view", view, list=view.list)
    view.delete()
