"""An activity stands once in every scope, and the sums beside it never lie."""

import datetime as dt
import random

import pytest

from xieshang.activities.actions import Draft, amend, withdraw
from xieshang.activities.models import Activity, Organiser, Tally
from xieshang.figures.metrics import METRICS
from xieshang.figures.scope import Scope

HELD = ("study-sessions", "study-attendances", "consultations-held", "joint-consultations")


def values(scope):
    """Each figure twice: from the sums, and from the rows."""
    sums = {name: METRICS[name].measured(scope) for name in HELD}
    assert sums == {name: METRICS[name].recounted(scope) for name in HELD}
    return {name: measured.value for name, measured in sums.items() if measured.value}


def test_a_joint_consultation_counts_once_in_every_scope(region, city, sister, outside, held, year):
    held(city, kind="consultation", partners=[sister, outside])
    once = {"consultations-held": 1, "joint-consultations": 1}
    assert values(year(region)) == values(year(city)) == values(year(sister)) == once
    assert values(year(region, own=True)) == {}


def test_with_a_committee_above_is_not_joint(region, city, held, year):
    activity = held(region, kind="consultation", partners=[city])
    assert activity.together == "line"
    assert values(year(region)) == values(year(city)) == {"consultations-held": 1}


def test_own_level_leaves_out_what_the_county_held(city, county, held, year):
    held(county, attendances=7)
    assert values(year(city)) == {"study-sessions": 1, "study-attendances": 7}
    assert values(year(city, own=True)) == {}


def test_an_amended_activity_leaves_the_month_it_was_counted_in(city, county, held, year):
    activity = held(city, attendances=7)
    activity.day, activity.attendances = dt.date(2024, 1, 9), 8
    amend([Draft(activity, county.pk)])
    assert values(year(city)) == {}
    assert values(Scope.year(city, 2024)) == {"study-sessions": 1, "study-attendances": 8}
    assert [o.committee_id for o in activity.organisers.all()] == [county.pk]


def test_what_is_withdrawn_leaves_nothing_but_its_evidence(city, held, year, paper):
    activity = held(city, evidence=[paper])
    withdraw([activity.pk])
    assert values(year(city)) == {}
    assert not Activity.objects.exists() and not Organiser.objects.exists()
    assert set(Tally.objects.values_list("sessions", flat=True)) == {0}
    paper.refresh_from_db()


@pytest.mark.parametrize("seed", range(5))
def test_sums_and_rows_agree_after_any_history(seed, region, city, sister, county, outside, held):
    dice = random.Random(seed)
    committees = [region, city, sister, county, outside]
    alive = []
    for _turn in range(30):
        lead, *partners = dice.sample(committees, dice.randint(1, 3))
        day = dt.date(2023, 1, 1) + dt.timedelta(days=dice.randrange(500))
        kind = dice.choice(("study", "consultation"))
        alive.append(
            held(lead, partners=partners, day=day, kind=kind, attendances=dice.randrange(99))
        )
        if dice.random() < 0.3:
            withdraw([alive.pop(dice.randrange(len(alive))).pk])
        elif dice.random() < 0.3:
            moved = dice.choice(alive)
            moved.day = day
            amend([Draft(moved, dice.choice(committees[:4]).pk)])
    for committee in (region, city, sister, county):
        for own in (False, True):
            first = dt.date(2023, 1, 1) + dt.timedelta(days=dice.randrange(200))
            values(Scope(committee, first, first + dt.timedelta(days=dice.randrange(400)), own))
