"""What one text asks of the records, each question asked once."""

from functools import cached_property

from xieshang.activities.models import Programme
from xieshang.people.models import Committee

from ..metric import Measured, Metric
from ..scope import Scope
from .claim import Place
from .committees import Gazetteer

Narrow = tuple[tuple[str, object], ...]


class Records:
    """Committees, programmes and figures, remembered for as long as a text is being read."""

    def __init__(self) -> None:
        self.gazetteer = Gazetteer()
        self._measured: dict[tuple, Measured] = {}
        self._programmes: dict[int, dict[str, Programme]] = {}

    def measured(self, metric: Metric, scope: Scope, narrow: Narrow) -> Measured:
        """A figure of a scope."""
        asked = (metric.name, scope, narrow)
        if asked not in self._measured:
            self._measured[asked] = metric.measured(scope, dict(narrow))
        return self._measured[asked]

    def committee(self, places: tuple[Place, ...]) -> tuple[Committee | None, str]:
        """Who is meant, and how far: a text that names nobody speaks of the whole body."""
        committee, place = self.gazetteer.meant(places)
        return (committee, place.breadth) if place else (self.top, "whole")

    @cached_property
    def top(self) -> Committee | None:
        """The committee above all others."""
        return Committee.objects.inside().filter(parent=None).first()

    def programmes(self, committee: Committee, names: tuple[str, ...]) -> list[Programme]:
        """The programmes of a committee and those below it that bear one of the names."""
        if committee.pk not in self._programmes:
            found = Programme.objects.filter(committee__code__range=committee.span)
            self._programmes[committee.pk] = {bare(each.name): each for each in found}
        known = self._programmes[committee.pk]
        return [known[bare(name)] for name in names if bare(name) in known]


def bare(name: str) -> str:
    """A name without quotation marks, points and spaces."""
    return "".join(sign for sign in name if sign.isalnum())
