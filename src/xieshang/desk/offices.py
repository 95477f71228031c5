"""The offices below one: which have handed their ledgers in for a year, and how the year looks."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from xieshang.figures.metrics import METRICS
from xieshang.figures.scope import Scope
from xieshang.ledgers.models import TakeOver
from xieshang.people.models import Committee
from xieshang.site.tiles import PLACES, TileMap, tile_map

FEWEST = 4  # committees of which a map of tiles says more than a list
SHOWN_IN_TILES = "consultations-held"


@dataclass(frozen=True, slots=True)
class Office:
    """One office below: what it and those under it have handed in."""

    committee: Committee
    files: int
    rows: int
    back: int
    last: datetime | None


def handed_in(person, top: Committee, year: int, standing: Sequence[TakeOver]) -> list[Office]:
    """The offices directly below, those that have handed nothing in first."""
    below = Committee.objects.visible_to(person).filter(parent=top)
    facts = defaultdict(list)
    for each in standing:
        if each.year == year:
            facts[each.office_id].append((each.rows_taken, len(each.refused), each.at))
    offices = [office_of(each, facts) for each in below]
    return sorted(offices, key=lambda office: (office.files > 0, office.committee.pk))


def office_of(committee: Committee, facts: dict[int, list]) -> Office:
    """One office with the sums of what it and those below it handed in."""
    mine = [fact for code, some in facts.items() if committee.holds(code) for fact in some]
    return Office(
        committee,
        len(mine),
        sum(rows for rows, _back, _at in mine),
        sum(back for _rows, back, _at in mine),
        max((at for _rows, _back, at in mine), default=None),
    )


def tiles_of(person, place: Committee, year: int) -> TileMap | None:
    """The year of the cities below as a grid of tiles, where there are cities below."""
    below = Committee.objects.visible_to(person).filter(parent=place, pk__in=PLACES)
    names = {each.pk: each.name for each in below}
    if len(names) < FEWEST:
        return None
    parts = METRICS[SHOWN_IN_TILES].by("committee", Scope.year(place, year))
    values = {each.pk: measured.value for each, measured in parts if each.pk in names}
    hrefs = {code: reverse("desk:committee", args=[code]) for code in names}
    return tile_map(values, names, hrefs, unit=_("consultations"))
