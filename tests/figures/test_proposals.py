"""Figures of the working lives: they count what was done, by the acts themselves."""

import datetime as dt
from collections import Counter

import pytest
from django.utils import timezone

from xieshang.figures.metrics import METRICS
from xieshang.figures.middle import middle_of
from xieshang.figures.scope import Scope
from xieshang.matters.actions import rate
from xieshang.matters.actions.signing import send_forms
from xieshang.matters.models import Matter, MatterStep

DAY = dt.date(2023, 3, 6)


@pytest.fixture
def this_year(region):
    return Scope.year(region, timezone.localdate().year)


@pytest.fixture
def proposal(city, seated):
    """A proposal of the city that stands where the test wants it."""
    author = seated("proposer", city, "member")

    def write(status, number=None, outcome="", day=DAY):
        matter = Matter.objects.create(
            kind="proposal",
            life="proposal",
            title="加装电梯",
            committee=city,
            raised_on=day,
            raised_by=author,
            status=status,
            number=number,
            series="13-2" if number else "",
            outcome=outcome,
        )
        MatterStep.objects.create(
            subject=matter, verb="answered", went_to=status, outcome=outcome, day=day, by=author
        )
        return matter

    return write


def measured(name, scope):
    found = METRICS[name].measured(scope)
    return (found.value, found.rows, found.base)


def test_merged_ones_are_inside_or_outside_and_every_share_prints_its_base(proposal, year, region):
    for number, (status, outcome) in enumerate(
        [("filed", ""), ("merged", ""), ("replied", "planned"), ("archived", "done")], 1
    ):
        proposal(status, number, outcome)
    proposal("submitted")
    proposal("not-filed")
    proposal("draft")  # nobody has handed it in
    scope = year(region)
    assert {name: measured(name, scope) for name in EXPECTED} == EXPECTED


EXPECTED = {
    "proposals-submitted": (6, 6, None),
    "proposals-filed": (4, 4, None),
    "proposals-filed-merged-outside": (3, 3, None),
    "proposals-merged": (1, 1, None),
    "proposals-filing-share": (4, 6, 6),
    "proposals-replied-share": (2, 3, 3),
    "proposals-answered-solved": (1, 2, 2),
    "proposals-answered-planned": (1, 2, 2),
    "proposals-answered-not-now": (0, 2, 2),
}


def test_satisfaction_counts_on_the_forms_that_came_back(proposal, seated, city, this_year):
    matter = proposal("replied", 1, "done")
    for name in ("one", "two"):
        signer = seated(name, city, "member")
        matter.signatures.create(
            person=signer, closes_on=DAY, answer="agreed", answered_at=matter.steps.get().at
        )
    send_forms(matter)
    rate(matter, by=matter.raised_by, process="satisfied", result="mostly", contact="visited")
    found = {name: measured(name, this_year) for name in ("rating-forms-returned", *SATISFIED)}
    assert found == {
        "rating-forms-returned": (1, 3, 3),
        "satisfied-with-handling": (1, 1, 1),
        "satisfied-with-result": (0, 1, 1),
    }


SATISFIED = ("satisfied-with-handling", "satisfied-with-result")


def test_the_middle_is_of_working_days_and_adds_up_over_committees(proposal, city, region):
    answered_on = (dt.date(2023, 3, 7), dt.date(2023, 3, 13), dt.date(2023, 4, 6))
    for number, day in enumerate(answered_on, 1):
        matter = proposal("replied", number, "done")
        matter.steps.update(day=day)
    scope = Scope.year(region, 2023)
    metric = METRICS["proposal-working-days"]
    assert measured("proposal-working-days", scope) == (5, 3, None)
    assert [(place, each.value) for place, each in metric.by("committee", scope)] == [(city, 5)]
    months = [(month.month, each.value) for month, each in metric.by("month", scope)]
    assert months == [(3, 5), (4, 23)]  # 清明 is off when the calendar knows it; here it is not


@pytest.mark.parametrize(
    ("spans", "middle"),
    [({}, 0), ({3: 1}, 3), ({1: 1, 9: 1}, 9), ({1: 2, 9: 1}, 1), ({0: 5, 1: 4, 7: 1}, 1)],
)
def test_the_middle_of_two_is_the_longer(spans, middle):
    assert middle_of(Counter(spans)) == middle
