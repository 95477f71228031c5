"""A city with its rules, and everybody a matter can meet."""

import datetime as dt

import pytest

from xieshang.matters.actions import Words, attach, draft, load_rules, open_matter
from xieshang.matters.models import AnswerClass, Category, Ground, Matter
from xieshang.people.models import Person, Seat, Unit

TODAY = dt.date.today  # the machine's own day: limits count from it


@pytest.fixture
def rules(region, officer):
    """The usual rules, which every place below follows."""
    load_rules(region, by=officer)
    return region


@pytest.fixture
def second_unit(city):
    unit = Unit.objects.create(name="住建局", committee=city)
    unit.clerks.add(Person.objects.create(username="second-clerk", name="second-clerk"))
    return unit


@pytest.fixture
def third_unit(city):
    unit = Unit.objects.create(name="城管局", committee=city)
    unit.clerks.add(Person.objects.create(username="third-clerk", name="third-clerk"))
    return unit


@pytest.fixture
def author(seated, city):
    return seated("author", city, Seat.Post.MEMBER)


@pytest.fixture
def cosigner(seated, city):
    return seated("cosigner", city, Seat.Post.MEMBER)


@pytest.fixture
def cast(author, cosigner, clerk, officer, stranger, unit, second_unit, third_unit):
    """Everybody by the part they play; the officer keeps the region's records."""
    return {
        "author": author,
        "cosigner": cosigner,
        "clerk": clerk,
        "officer": officer,
        "unit": unit.clerks.get(),
        "second": second_unit.clerks.get(),
        "third": third_unit.clerks.get(),
        "stranger": stranger,
    }


WORDS = Words("加装路灯", "两盏路灯不亮", "线路老化", "更换线路和灯具")


@pytest.fixture
def begun(rules, author, city):
    """A matter of a kind, at the first state of its life; its author is a member of the city."""

    def begin(kind: str) -> Matter:
        if kind in ("proposal", "opinion-report"):
            return draft(kind, WORDS, by=author, committee=city)
        return open_matter(kind, by=author, committee=city, title=WORDS.title, day=TODAY())

    return begin


@pytest.fixture
def answers(city, cosigner, unit, second_unit, third_unit):
    """What a form is answered with, by its name: enough to pass it."""

    def of(asks: str, subject) -> dict:
        today = TODAY()
        matter = getattr(subject, "matter", subject)
        taken = set(matter.assignments.live().values_list("unit", flat=True))
        free = [u for u in (unit, second_unit, third_unit) if u.pk not in taken]
        table = {
            "": {},
            "reason": {"note": "理由"},
            "nudge": {},
            "send-up": {},
            "send-further": {},
            "more-time": {"note": "复杂", "due": today + dt.timedelta(days=30)},
            "closing": {"note": "已答复", "outcome": "partly"},
            "proof": {"note": "见照片"},
            "invitation": {"people": [cosigner.pk], "due": today + dt.timedelta(days=7)},
            "sign": {"agreed": "yes"},
            "unsign": {},
            "rate": {"process": "satisfied", "result": "mostly", "contact": "visited"},
            "check": {"aspect": "content", "passed": "yes"},
            "filing": {"category": Category.objects.filter(use="reporting").of(city)[0].pk},
            "ground": {"note": "空泛", "ground": Ground.objects.of(city)[0].pk},
            "assignment": {"lead": unit.pk, "joint": [second_unit.pk]},
            "other-unit": {"unit": free[0].pk if free else None},
            "assign-more": {"unit": free[0].pk if free else None, "part": "joint"},
            "dispute": {"note": "不属本单位职责", "unit": free[0].pk if free else ""},
            "note-contact": {"way": "visit", "on": today, "note": "上门听取意见"},
            "opinion": {"opinion": "同意"},
            "reply": {
                "answer_class": AnswerClass.objects.of(city)[0].pk,
                "number": "柳水函〔2026〕5号",
                "text": "已更换",
                "contact_name": "经办人",
                "telephone": "0772-2345678",
            },
            "signature": {"leader": "分管领导"},
            "look-back": {"found": "done", "words": "灯已亮"},
            "declaration": {"declared": "on"},
            "adoption": {
                "mode": "single",
                "bulletin": "社情民意",
                "number": matter.pk,
                "adopted_on": today,
            },
            "instruct": {"level": "city", "post": "分管领导", "given_on": today},
            "consent": {"side": "office", "agreed": "yes"},
            "publish": {"title": matter.title, "text": "正文"},
            "unpublish": {"why": "更正"},
            "distinguish": {"kind": "key", "why": "事关民生"},
        }  # fmt: skip
        return table[asks]

    return of


@pytest.fixture
def proven(city, clerk):
    """Put a paper beside a problem that shows it solved."""

    def prove(matter: Matter) -> None:
        attach(matter, [b"%PDF-1.7 proof"], "照片.pdf", by=clerk, use="proof")

    return prove
