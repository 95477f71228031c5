"""Walking at random over matters and their assignments: whatever is done, nobody gets stuck."""

import random

import pytest

from xieshang.audit.actions import first_broken
from xieshang.lifecycle.actions import Hindered, deeds_open_to, moves_open_to
from xieshang.matters.actions import DOINGS, do, take
from xieshang.matters.forms import FORMS
from xieshang.matters.models import Referral

pytestmark = pytest.mark.long

STEPS = 36
ENDS = {
    "withdraw",
    "refuse",
    "agree",
    "offer",
    "recall",
    "return",
    "move",
    "dispute",
}  # seldom taken
KINDS = ("proposal", "opinion-report", "problem", "research")
LEAST = {"proposal": 12, "opinion-report": 6, "problem": 6, "research": 1}  # different deeds met
ONCE = {
    "propose-merger",
    "publish",
    "instruct",
    "unpublish",
    "hide-photo",
    "add",
    "unsign",
}  # told elsewhere


def subjects(matter):
    """A matter, and all that moves beside it."""
    matter.refresh_from_db()
    return [matter, *matter.assignments.live(), *matter.referrals.all()]


def ways(matter, people):
    """Everything that anybody may do now: (subject, name, form, person, how)."""
    for subject in subjects(matter):
        for person in people:
            for move in moves_open_to(person, subject):
                if not subject.hindrance(move):
                    yield subject, move.verb, move.asks, person, take
            for deed in deeds_open_to(person, subject):
                told = deed.name not in DOINGS or deed.name in ONCE
                if not told and not subject.deed_hindrance(deed, person):
                    yield subject, deed.name, deed.asks or deed.name, person, do


def chosen(open_ways, done, dice):
    """One way, rather one that was seldom taken, so that a walk goes far; at times any."""
    if dice.random() < 0.1:
        return dice.choice(open_ways)
    long = [way for way in open_ways if way[1] not in ENDS] or open_ways
    least = min(done.count(way[1]) for way in long)
    return dice.choice([way for way in long if done.count(way[1]) == least])


def walk(matter, people, answers, dice, proven):
    """Do one thing after the other; returns what was done. Fails where nobody can go on."""
    done = []
    for _step in range(STEPS):
        if (
            matter.life == "problem"
            and dice.random() < 0.1
            and matter.lifecycle.deed("attach", matter.status)
        ):
            proven(matter)
        open_ways = list(ways(matter, people))
        if any(each.state.waits for each in subjects(matter)):
            assert open_ways, (matter.status, [a.status for a in matter.assignments.all()], done)
        if not open_ways:
            return done
        subject, name, asks, person, how = chosen(open_ways, done, dice)
        said = answers(asks, subject)
        if name == "check":
            said |= {"aspect": dice.choice(["qualification", "content", "form"])}
        form = FORMS[asks](said, subject=subject, person=person)
        if not form.is_valid():
            continue  # nobody is left to give it to
        try:
            how(subject, name, by=person, **form.cleaned_data)
        except Hindered:
            continue
        done.append(name)
    return done


@pytest.mark.parametrize("kind", KINDS)
def test_no_walk_gets_stuck(kind, begun, cast, answers, proven):
    people, seen = list(cast.values()), set()
    for seed in range(2):
        dice = random.Random(f"{kind}{seed}")
        seen |= set(walk(begun(kind), people, answers, dice, proven))
    assert first_broken() is None
    assert LEAST[kind] <= len(seen)


def test_every_open_subject_waits_for_one_actor_with_a_day(begun, cast, answers, proven):
    people = list(cast.values())
    for kind in KINDS:
        matter = begun(kind)
        walk(matter, people, answers, random.Random(kind), proven)
        for each in subjects(matter):
            clock = bool(each.state.waits and each.days_allowed(each.state))
            assert (each.due_on is not None) == clock, (each, each.status)
    here = Referral.objects.exclude(committee__tier="outside")  # no clock of ours runs there
    assert here.filter(due_on=None, status="sent").count() == 0
