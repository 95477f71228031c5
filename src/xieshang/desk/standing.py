"""Figures of a report whose rows have changed since: what stood there, what stands there now."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from xieshang.figures.models import Figure
from xieshang.site.days import days_said


@dataclass(frozen=True, slots=True)
class Changed:
    """One figure: what it is of, the number then and now (the same where only rows differ)."""

    label: str
    whose: str
    then: int
    now: int
    unit: str
    href: str


def changed_of(figures: Iterable[Figure]) -> list[Changed]:
    """Each figure measured again, past every sum that is kept."""
    return [
        Changed(
            str(figure.definition.label),
            whose(figure),
            figure.value,
            figure.definition.recounted(figure.scope, figure.narrow).value,
            str(figure.definition.unit),
            reverse("portal:taken", args=[figure.code]),
        )
        for figure in figures
    ]


def whose(figure: Figure) -> str:
    """Of which committee, which level, which brand or form, which days."""
    level = _("%s, own level") if figure.own else _("%s and all below")
    narrowed = [figure.programme.name if figure.programme else "", figure.form]
    words = [level % figure.committee.title, *narrowed, days_said(figure.start, figure.end)]
    return " · ".join(filter(None, words))
