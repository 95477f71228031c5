"""Proposals of a city: members, an office, units, and what each does with its page."""

import datetime as dt

import pytest
from django.urls import reverse

from xieshang.matters.actions import (
    Wishes,
    Words,
    begin_proposal,
    check,
    load_rules,
    sign,
    take,
)
from xieshang.matters.models import AnswerClass, Category
from xieshang.people.models import Person, Seat, Unit

WORDS = Words("加装路灯", "两盏路灯不亮", "线路老化", "更换线路和灯具")
TODAY = dt.date.today


@pytest.fixture
def rules(region, officer):
    load_rules(region, by=officer)


@pytest.fixture
def members(seated, city):
    """Six members of the city; the first writes."""
    return [seated(f"委员{n}", city, Seat.Post.MEMBER) for n in range(6)]


@pytest.fixture
def author(members):
    return members[0]


@pytest.fixture
def second(city):
    unit = Unit.objects.create(name="住建局", committee=city)
    unit.clerks.add(Person.objects.create(username="second-clerk", name="second-clerk"))
    return unit


@pytest.fixture
def draft_of(rules, city):
    """The draft of somebody, with what they wish."""

    def begin(author, title=WORDS.title, **wishes):
        words = Words(title, WORDS.situation, WORDS.analysis, WORDS.advice)
        return begin_proposal(words, Wishes(**wishes), by=author, committee=city)

    return begin


@pytest.fixture
def draft(draft_of, author):
    return draft_of(author)


@pytest.fixture
def submitted(draft, members, author):
    take(draft, "invite", by=author, people=members[1:3], due=TODAY() + dt.timedelta(days=7))
    sign(draft, agreed=True, by=members[1])
    take(draft, "submit", by=author)
    return draft


def file_it(matter, clerk):
    """Pass the three checks, and give it a number."""
    for aspect in ("qualification", "content", "form"):
        check(matter, aspect=aspect, passed=True, by=clerk)
    category = Category.objects.filter(use="reporting").of(matter.committee)[0]
    take(matter, "file", by=clerk, category=category, working=None, units=[])
    return matter


@pytest.fixture
def filed(submitted, clerk):
    return file_it(submitted, clerk)


@pytest.fixture
def filed_of(draft_of, clerk):
    """A filed proposal of somebody, signed by others."""

    def write(author, title, signers=()):
        matter = draft_of(author, title)
        if signers:
            due = TODAY() + dt.timedelta(days=7)
            take(matter, "invite", by=author, people=signers, due=due)
            for person in signers:
                sign(matter, agreed=True, by=person)
        take(matter, "submit", by=author)
        return file_it(matter, clerk)

    return write


@pytest.fixture
def answered():
    """Let the units answer; with a letter of the usual classes."""

    def answer(matter, clerk, letter="B"):
        (lead,) = matter.assignments.live().exclude(part="joint")
        who = lead.unit.clerks.get()
        if lead.status == "assigned":
            take(lead, "receive", by=who)
        classes = AnswerClass.objects.of(matter.committee)
        take(
            lead, "reply", by=who, answer_class=classes.get(letter=letter), number="柳函1号",
            text="已更换，联系电话0772-2834567", contact_name="经办人", telephone="0772-2834567",
        )  # fmt: skip
        take(lead, "pass", by=clerk)
        take(lead, "sign-off", by=who, leader="分管领导")
        matter.refresh_from_db()
        return matter

    return answer


@pytest.fixture
def replied(filed, clerk, unit, answered):
    take(filed, "assign", by=clerk, lead=unit, joint=[], separate=[])
    return answered(filed, clerk)


def page(matter, query=""):
    return reverse("desk:matter", args=[matter.pk]) + query


def to(name, thing):
    return reverse(f"desk:{name}", args=[thing.pk])


def parts_of(response):
    """The parts of a matter's page by their names, with what each shows."""
    return {part.name: part.own for side in ("main", "aside") for part in response.context[side]()}
