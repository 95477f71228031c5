"""What a template asks for, found in the records: each number is taken as a figure."""

import io
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property

from django.conf import settings
from django.utils import translation

from xieshang.activities.models import Programme
from xieshang.figures.actions import take_figure
from xieshang.figures.metric import Measured, Metric, measure
from xieshang.figures.metrics import METRICS
from xieshang.figures.models import Figure, narrowed
from xieshang.figures.scope import Scope
from xieshang.people.models import Committee, Person, Tier

from .document.grammar import REGION, Number
from .document.quote import Place, Quote, period_of
from .document.roundup import roundup
from .reading import FIGURE

DIGITS_OF_DIGEST = 12
LANGUAGE = "zh-hans"  # an official document is written in Chinese, whoever draws it up


def place_of(committee: Committee, programme: str = "") -> Place:
    """A committee as a report speaks of it."""
    every = {Tier.REGION: "全区各级政协", Tier.CITY: "全市各级政协"}
    wide = every.get(Tier(committee.tier), committee.title)
    return Place(committee.name, committee.title, wide, committee, programme)


class Words:
    """The names a template may use: of figures, of committees."""

    @cached_property
    def labels(self) -> dict[str, Metric]:
        """Each figure by its name and by its Chinese label."""
        with translation.override(LANGUAGE):
            return {str(m.label): m for m in METRICS.values()} | METRICS

    @cached_property
    def places(self) -> dict[str, Committee]:
        """Each committee by its title and its code; by its name where no other has it."""
        inside = list(Committee.objects.inside())
        names = [committee.name for committee in inside]
        return (
            {c.name: c for c in inside if names.count(c.name) == 1}
            | {c.title: c for c in inside}
            | {str(c.pk): c for c in inside}
        )

    def metric(self, name: str) -> Metric | None:
        return self.labels.get(name)

    def place(self, name: str) -> Committee | None:
        return self.places.get(name)

    def narrows(self, asked: Number) -> bool:
        """Whether that figure has a brand, a form or a base as it is asked to."""
        metric = self.labels[asked.metric]
        facets = {"programme": asked.programme, "form": asked.form}
        known = all(facet in metric.source.facets for facet, given in facets.items() if given)
        return known and (metric.share is not None or not asked.share)


def editable(tier: str) -> bytes:
    """The template of a tier for an office to edit in Word, its figures by their Chinese labels."""
    with translation.override(LANGUAGE):
        document = roundup(tier, lambda name: str(METRICS[name].label))
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


class Quoting(Words):
    """Answers the questions of a template for one scope; takes what it quotes, as `by`."""

    def __init__(self, scope: Scope, by: Person) -> None:
        self.scope, self.by = scope, by
        self.taken: dict[tuple, Figure] = {}
        self.sums: dict[Scope, dict[str, Measured]] = {}

    def below(self, place: Place, tier: str) -> list[Place]:
        """The committees of that tier under this one, or its own brands and series."""
        committee = place.key
        if tier == "programme":
            names = Programme.objects.filter(committee=committee).values_list("name", flat=True)
            return [place_of(committee, name) for name in names]
        inside = Committee.objects.inside().filter(pk__range=committee.span, tier=tier)
        return [place_of(each) for each in inside.exclude(pk=committee.pk)]

    def quote(self, asked: Number, place: Place) -> Quote | None:
        """The figure, taken; None where there are no records, or a nought not to be said."""
        metric = self.labels[asked.metric]
        scope = self.scope_of(asked, place)
        name = asked.programme or ("" if asked.place else place.programme)
        programme = self.programmes.get((scope.committee.pk, name)) if name else None
        if name and programme is None:
            return None
        found = self.measured(metric, scope, narrowed(programme and programme.pk, asked.form))
        if not (found.base if asked.share else found.value or asked.zero):
            return None
        return quote_of(self.take(metric.name, scope, programme, asked.form), asked.share)

    def scope_of(self, asked: Number, place: Place) -> Scope:
        start, end = self.scope.start, self.scope.end
        if asked.year:
            start, end = date(asked.year, 1, 1), date(asked.year, 12, 31)
        elif asked.since:
            start = date(asked.since, 1, 1)
        return Scope(self.committee_of(asked, place), start, end, asked.own)

    def committee_of(self, asked: Number, place: Place) -> Committee:
        if asked.place == REGION:
            return self.places[str(place.key.line()[-1])]
        return self.places[asked.place] if asked.place else place.key

    @cached_property
    def programmes(self) -> dict[tuple[int, str], Programme]:
        return {(p.committee_id, p.name): p for p in Programme.objects.all()}

    def measured(self, metric: Metric, scope: Scope, narrow: dict) -> Measured:
        """What stands in the records; all figures of a scope are read at once."""
        if narrow:
            return metric.measured(scope, narrow)
        if scope not in self.sums:
            self.sums[scope] = measure(METRICS.values(), scope)
        return self.sums[scope][metric.name]

    def take(self, name: str, scope: Scope, programme: Programme | None, form: str) -> Figure:
        key = (name, scope, programme, form)
        if key not in self.taken:
            narrow = {"programme": programme, "form": form}
            self.taken[key] = take_figure(name, scope, by=self.by, **narrow)
        return self.taken[key]


def quote_of(figure: Figure, share: bool = False) -> Quote:
    """A figure as it stands in a text and in the list."""
    metric = figure.definition
    return Quote(
        text=per_cent(figure) if share else str(figure.value),
        code=figure.code,
        address=f"{settings.ADDRESS}{FIGURE}{figure.code}",
        label=str(metric.label),
        definition=str(metric.definition),
        base=f"{figure.rows}条记录" if figure.base is None else f"基数{figure.base}{metric.unit}",
        scope=scope_words(figure),
        period=period_of(figure.start, figure.end),
        digest=figure.digest[:DIGITS_OF_DIGEST],
    )


def scope_words(figure: Figure) -> str:
    """柳州市政协（含下级）, 柳州市政协（本级）; a county has nobody below."""
    level = (
        "" if figure.committee.tier == Tier.COUNTY else ("（本级）" if figure.own else "（含下级）")
    )
    narrow = [figure.programme.name if figure.programme else "", figure.form]
    return figure.committee.title + level + "".join(f"，{each}" for each in narrow if each)


def per_cent(figure: Figure) -> str:
    """A share with one decimal, halves up: 82.9%."""
    share = Decimal(figure.value) * 100 / Decimal(figure.base or 1)
    return f"{share.quantize(Decimal('0.1'), ROUND_HALF_UP)}%"
