"""Where countable rows come from, and what can be asked of them."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, F, Q, QuerySet, Sum
from django.db.models.functions import TruncMonth

from xieshang.people.models import Committee, calendar

from .middle import Spans, middle_of, spans_of, together
from .scope import Scope

if TYPE_CHECKING:
    from .metric import Metric

Sums = tuple[int, int, int | None]  # value, rows, base


class UnknownKey(ValueError):
    """A figure is asked for by something that its rows do not have."""


@dataclass(frozen=True, slots=True)
class Source:
    """Rows of one table that figures are measured from.

    `facets` names what rows can be narrowed and summed by, each with its path from the row;
    `columns` are what the drill-down shows: (path, label); `order` is the order of the rows,
    total and indexed; `record` is the path from a row to what cites evidence ("" for itself);
    `words` names the facet that tells rows apart by kind, in the offices' own words.
    """

    name: str
    rows: Callable[[Scope], QuerySet]
    facets: Mapping[str, str]
    columns: tuple[tuple[str, str], ...]
    order: tuple[str, ...]
    record: str = ""
    words: str = "form"

    KEYS = ("programme", "kind", "committee", "month")

    def narrowed(self, *wheres) -> Q:
        """Conditions on facets as one condition on rows; raises UnknownKey."""
        wanted = Q()
        for where in wheres:
            pairs = where.items() if isinstance(where, Mapping) else where
            for lookup, value in pairs:
                wanted &= Q(**{self.path(lookup): value})
        return wanted

    def path(self, lookup: str) -> str:
        """`form__in` → `activity__form__in`; raises UnknownKey."""
        facet, _, rest = lookup.partition("__")
        if facet not in self.facets:
            raise UnknownKey(f"{self.name} has no {facet}")
        return "__".join(filter(None, (self.facets[facet], rest)))

    def measured(self, metrics: Sequence["Metric"], scope: Scope, narrow) -> dict[str, Sums]:
        """The sums of many metrics; a source that keeps tallies answers from them."""
        return self.summed(metrics, self.rows(scope), narrow)

    def summed(self, metrics: Sequence["Metric"], rows: QuerySet, narrow) -> dict[str, Sums]:
        """The sums of many metrics in one pass over rows of this source."""
        asked = {}
        added = [metric for metric in metrics if not metric.spans]
        for place, metric in enumerate(added):
            asked |= self.sums(metric, f"m{place}", narrow)
        found = rows.order_by().aggregate(**asked) if asked else {}
        sums = {m.name: sums_in(m, f"m{place}", found) for place, m in enumerate(added)}
        return sums | self.middle_of_each([m for m in metrics if m.spans], rows, narrow)

    def middle_of_each(self, metrics: Sequence["Metric"], rows: QuerySet, narrow) -> dict:
        """Name → sums of the metrics whose value is a middle; the calendar is read once."""
        known = calendar() if metrics else None
        found = {}
        for metric in metrics:
            chosen = rows.filter(self.narrowed(metric.where, narrow))
            spans = spans_of(metric, chosen, known=known)
            found[metric.name] = middle_sums(spans.get(None, Counter()))
        return found

    def sums(self, metric: "Metric", name: str, narrow=()) -> dict:
        """The aggregates that measure one metric: its value and the number of its rows."""
        where = self.narrowed(metric.where, narrow)
        counts = where if metric.share is None else where & metric.share
        value = (
            Sum(self.path(metric.measure), filter=counts)
            if metric.measure
            else Count("pk", filter=counts)
        )
        return {f"{name}_value": value, f"{name}_rows": Count("pk", filter=where)}

    def grouped(self, metric: "Metric", key: str, scope: Scope, narrow) -> list[tuple]:
        """(value of the key, sums) for each value of the key that has rows, in their order."""
        if key == "committee":
            return self.by_committee(metric, scope, narrow)
        return self.told_apart(metric, key, self.rows(scope), narrow)

    def told_apart(self, metric: "Metric", key: str, rows: QuerySet, narrow) -> list[tuple]:
        """The same for rows of this source, by anything but the committee."""
        rows = rows.filter(self.narrowed(metric.where, narrow)).order_by()
        if metric.spans:
            spans = spans_of(metric, rows.annotate(key_=self.key(key)), "key_")
            return sorted((value, middle_sums(each)) for value, each in spans.items())
        rows = rows.values(key_=self.key(key)).annotate(**self.sums(metric, "m"))
        found = [(row["key_"], sums_in(metric, "m", row)) for row in rows]
        return sorted(found, key=lambda pair: (pair[0] is None, pair[0]))

    def key(self, key: str):
        """The expression that groups rows by `key`; raises UnknownKey."""
        if key not in self.KEYS:
            raise UnknownKey(f"nothing can be told apart by {key}")
        if key == "month":
            return TruncMonth(self.path("day"))
        return F(self.path(self.words if key == "kind" else key))

    def by_committee(self, metric: "Metric", scope: Scope, narrow) -> list[tuple]:
        """Sums for the scope's committee alone and for each one directly below with all of its."""
        rows = self.rows(scope).filter(self.narrowed(metric.where, narrow)).order_by()
        parts = parts_of(scope)
        if metric.spans:
            return self.middles(metric, rows, parts)
        rows = rows.values(code_=F(self.path("committee"))).annotate(**self.sums(metric, "m"))
        total: dict[int, Sums] = defaultdict(lambda: NOTHING)
        for row in rows:
            place = part_of(row["code_"], parts)
            total[place] = plus(total[place], sums_in(metric, "m", row))
        return [(p, total[p.pk]) for p, _own in parts if p.pk in total]

    def middles(self, metric: "Metric", rows: QuerySet, parts) -> list[tuple]:
        """The middle of each part, from the spans of all its committees together."""
        spans: dict[int, list] = defaultdict(list)
        for code, each in spans_of(metric, rows, self.path("committee")).items():
            spans[part_of(code, parts)].append(each)
        return [(p, middle_sums(together(spans[p.pk]))) for p, _own in parts if p.pk in spans]


def middle_sums(spans: Spans) -> Sums:
    """The middle as a value, and the number of rows it is the middle of."""
    return middle_of(spans), spans.total(), None


def parts_of(scope: Scope) -> list[tuple[Committee, bool]]:
    """The committees a scope falls into, as (committee, own): itself alone, then those below."""
    below = [] if scope.own else list(scope.committee.below.all())
    return [(scope.committee, True), *((committee, False) for committee in below)]


def part_of(code: int, parts: list[tuple[Committee, bool]]) -> int:
    """The part that a committee's rows belong to."""
    return next(p.pk for p, own in parts if p.pk == code or (not own and p.holds(code)))


def sums_in(metric: "Metric", name: str, found: Mapping) -> Sums:
    """Value, rows and base out of one row of aggregates."""
    value, rows = found[f"{name}_value"] or 0, found[f"{name}_rows"] or 0
    return int(value), int(rows), None if metric.share is None else int(rows)


def plus(one: Sums, other: Sums) -> Sums:
    """The sums of two parts that do not overlap."""
    base = None if one[2] is other[2] is None else (one[2] or 0) + (other[2] or 0)
    return one[0] + other[0], one[1] + other[1], base


NOTHING: Sums = (0, 0, None)
