"""How far venues reach: sectors with a studio in use, townships with a venue in use."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from xieshang.people.models import Committee, Representation

from .models import Placing, Township, in_use


@dataclass(frozen=True, slots=True)
class Part:
    """One committee: its sectors and townships, each with whether a venue in use covers it."""

    committee: Committee
    sectors: tuple[tuple[str, bool], ...]
    townships: tuple[tuple[str, bool], ...]

    @property
    def sectors_covered(self) -> int:
        return sum(covered for _name, covered in self.sectors)

    @property
    def townships_covered(self) -> int:
        return sum(covered for _name, covered in self.townships)


class Coverage:
    """The coverage of some committees: four queries however many there are."""

    def __init__(self, committees: Iterable[Committee]):
        self.committees = list(committees)

    def parts(self) -> list[Part]:
        """Those that have sectors or townships listed, in the order given."""
        keys = [each.pk for each in self.committees]
        used = in_use().filter(committee__in=keys)
        studios = set(used.exclude(sector=None).values_list("committee", "sector"))
        placed = set(
            Placing.objects.filter(venue__in=used.values("pk")).values_list("township", flat=True)
        )
        sectors: dict[int, list[tuple[str, bool]]] = defaultdict(list)
        rows = Representation.objects.filter(committee__in=keys, listed=True, term__until=None)
        for each in rows.select_related("sector"):
            told = (each.sector.name, (each.committee_id, each.sector_id) in studios)
            sectors[each.committee_id].append(told)
        townships: dict[int, list[tuple[str, bool]]] = defaultdict(list)
        for place in Township.objects.filter(committee__in=keys):
            townships[place.committee_id].append((place.name, place.pk in placed))
        return [
            Part(each, tuple(sectors[each.pk]), tuple(townships[each.pk]))
            for each in self.committees
            if sectors[each.pk] or townships[each.pk]
        ]
