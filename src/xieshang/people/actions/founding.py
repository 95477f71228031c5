"""Founding the body: its committees, their terms and sectors, its calendar."""

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction

from xieshang.audit.actions import seal

from .. import body
from ..models import Committee, Person, Representation, Sector, Term, Tier
from .accounts import system
from .calendar import load_holidays


@dataclass(frozen=True, slots=True)
class Loaded:
    """How much of the body was new; partners are the committees of other regions."""

    committees: int
    partners: int
    sectors: int
    terms: int
    days: int

    @property
    def anything(self) -> bool:
        return any((self.committees, self.partners, self.sectors, self.terms, self.days))


@transaction.atomic
def load_body(*, by: Person | None = None) -> Loaded:
    """Found what is not there yet: committees, sectors, the region's term, the days off."""
    there = set(Committee.objects.values_list("code", flat=True))
    new = [each for each in body.committees() if each.code not in there]
    Committee.objects.bulk_create(new)
    known = set(Sector.objects.values_list("name", flat=True))
    sectors = [Sector(name=name) for name in body.sector_names() if name not in known]
    Sector.objects.bulk_create(sectors)
    number, since = body.REGION_TERM
    term = open_terms([body.REGION], number, since)
    partners = sum(each.tier == Tier.OUTSIDE for each in new)
    loaded = Loaded(len(new) - partners, partners, len(sectors), term, load_holidays())
    if loaded.anything:
        region = Committee.objects.get(pk=body.REGION)
        seal(by or system(), "load", region, **asdict(loaded))
    return loaded


@transaction.atomic
def found_national(*, by: Person) -> Committee:
    """The National Committee, written down when something is first sent to it."""
    code, name, title = body.NATIONAL
    facts = {"name": name, "title": title, "tier": Tier.OUTSIDE}
    national, new = Committee.objects.get_or_create(code=code, defaults=facts)
    if new:
        seal(by, "found-national", national)
    return national


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
