"""Activities as a source: rows are their organisers, sums come from the tallies kept beside."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from django.db.models import Prefetch, Q, QuerySet, Sum
from django.utils.translation import gettext_lazy as _

from xieshang.activities.models import Activity, Organiser, Tally

from .scope import Months, Scope, months_of
from .source import NOTHING, Source, Sums, UnknownKey, parts_of, plus, sums_in

if TYPE_CHECKING:
    from .metric import Metric


@dataclass(frozen=True, slots=True)
class HeldSource(Source):
    """Adds up whole months from the tallies and only the days at the edges from the rows."""

    KEPT = {
        "kind": "kind",
        "form": "form",
        "programme": "programme",
        "together": "together",
        "attendances": "attendances",
        "member_attendances": "member_attendances",
        "public_attendances": "public_attendances",
    }

    def measured(self, metrics: Sequence["Metric"], scope: Scope, narrow) -> dict[str, Sums]:
        months = months_of(scope)
        asked = {}
        for place, metric in enumerate(metrics):
            asked |= self.kept_sums(metric, f"m{place}", narrow)
        found = self.kept(scope, months).aggregate(**asked)
        total = {m.name: kept_in(found, f"m{place}") for place, m in enumerate(metrics)}
        if months.edges:
            odd = self.rows(scope).filter(days_in(months))
            for name, sums in self.summed(metrics, odd, narrow).items():
                total[name] = plus(total[name], sums)
        return total

    def kept(self, scope: Scope, months: Months) -> QuerySet:
        return Tally.objects.over(scope, months.first, months.last).order_by()

    def kept_sums(self, metric: "Metric", name: str, narrow) -> dict:
        """The aggregates over tallies that measure one metric."""
        where = Q()
        for lookup, value in (*metric.where, *dict(narrow).items()):
            where &= self.kept_where(lookup, value)
        measure = self.KEPT[metric.measure] if metric.measure else "sessions"
        return {
            f"{name}_value": Sum(measure, filter=where),
            f"{name}_rows": Sum("sessions", filter=where),
        }

    def kept_where(self, lookup: str, value) -> Q:
        """A condition on facets as one on tallies; raises UnknownKey."""
        facet, _sep, rest = lookup.partition("__")
        if (facet, rest) == ("session", "isnull"):
            return Q(numbered=not value)
        if facet not in self.KEPT:
            raise UnknownKey(f"{self.name} has no {facet}")
        if facet == "programme":
            value = getattr(value, "pk", value) or 0
        return Q(**{"__".join(filter(None, (self.KEPT[facet], rest))): value})

    def grouped(self, metric: "Metric", key: str, scope: Scope, narrow) -> list[tuple]:
        if key == "committee":
            return self.by_committee(metric, scope, narrow)
        months, total = months_of(scope), defaultdict(lambda: NOTHING)
        field = {"kind": "form", "month": "month", "programme": "programme"}.get(key)
        if field is None:
            raise UnknownKey(f"nothing can be told apart by {key}")
        sums = self.kept_sums(metric, "m", narrow)
        for row in self.kept(scope, months).values(field).annotate(**sums):
            group = row[field] or None if key == "programme" else row[field]
            total[group] = plus(total[group], kept_in(row, "m"))
        if months.edges:
            odd = self.rows(scope).filter(days_in(months))
            for group, found in self.told_apart(metric, key, odd, narrow):
                total[group] = plus(total[group], found)
        some = [(group, sums) for group, sums in total.items() if sums[1]]
        return sorted(some, key=lambda pair: (pair[0] is None, pair[0]))

    def by_committee(self, metric: "Metric", scope: Scope, narrow) -> list[tuple]:
        """Each part on its own, for a joint activity stands once in each."""
        months, parts, total = months_of(scope), parts_of(scope), defaultdict(lambda: NOTHING)
        kept = Tally.objects.over_each(parts, months.first, months.last).order_by()
        for row in kept.values("committee").annotate(**self.kept_sums(metric, "m", narrow)):
            total[row["committee"]] = kept_in(row, "m")
        low, high = parts[-1][0].span if len(parts) > 1 else scope.committee.span
        if months.edges:
            rows = Organiser.objects.within_each(scope, high - low + 1).filter(days_in(months))
            rows = rows.filter(self.narrowed(metric.where, narrow)).order_by()
            for row in rows.values("part").annotate(**self.sums(metric, "m")):
                total[row["part"]] = plus(total[row["part"]], sums_in(metric, "m", row))
        return [(part, total[part.pk]) for part, _own in parts if total[part.pk][1]]


def days_in(months: Months) -> Q:
    """The days that make no whole month."""
    return reduce(or_, (Q(day__range=edge) for edge in months.edges))


def kept_in(found, name: str) -> Sums:
    return int(found[f"{name}_value"] or 0), int(found[f"{name}_rows"] or 0), None


HELD = HeldSource(
    name="activities",
    # fetched in turn, not joined: a join would tempt the database to sort what an index has sorted
    rows=lambda scope: Organiser.objects.within(scope).prefetch_related(
        Prefetch("activity", Activity.objects.select_related("programme")), "committee"
    ),
    facets={
        "kind": "kind",
        "committee": "committee",
        "day": "day",
        "form": "activity__form",
        "programme": "activity__programme",
        "together": "activity__together",
        "session": "activity__session",
        "attendances": "activity__attendances",
        "member_attendances": "activity__member_attendances",
        "public_attendances": "activity__public_attendances",
    },
    columns=(
        ("committee__title", _("Committee")),
        ("day", _("Day")),
        ("activity__title", _("Title")),
        ("activity__form", _("Form")),
        ("activity__programme__name", _("Brand or series")),
        ("activity__session", _("Session")),
        ("activity__attendances", _("Attendances")),
        ("activity__member_attendances", _("Of these, members")),
    ),
    order=("committee_id", "day", "pk"),
    record="activity",
)
