"""Matters under way between an office and its units."""

import pytest

from tests.matters.conftest import (  # noqa: F401 the cast of all matters
    answers,
    author,
    begun,
    cast,
    cosigner,
    rules,
    second_unit,
    third_unit,
)
from xieshang.matters.actions import check, take
from xieshang.matters.models import AnswerClass, Category

ASPECTS = ("qualification", "content", "form")


@pytest.fixture
def filed(begun, author, clerk, city, unit):  # noqa: F811
    """A proposal on file, for which a unit was thought of."""

    def file(title="加装路灯"):
        matter = begun("proposal")
        type(matter).objects.filter(pk=matter.pk).update(title=title)
        matter.refresh_from_db()
        take(matter, "submit", by=author)
        for aspect in ASPECTS:
            check(matter, aspect=aspect, passed=True, by=clerk)
        category = Category.objects.filter(use="reporting").of(city)[0]
        take(matter, "file", by=clerk, category=category, units=[unit])
        return matter

    return file


@pytest.fixture
def given(filed, clerk, unit, second_unit):  # noqa: F811
    """A proposal with a lead and a joint unit: its two assignments."""

    def give(title="加装路灯", *, joint=True):
        matter = filed(title)
        take(matter, "assign", by=clerk, lead=unit, joint=[second_unit] if joint else [])
        return list(matter.assignments.order_by("pk"))

    return give


@pytest.fixture
def said(city, rules):  # noqa: F811
    """What a reply says."""
    return {
        "answer_class": AnswerClass.objects.of(city)[0].pk,
        "number": "柳水函〔2026〕5号",
        "text": "一、关于“更换线路和灯具”的建议\n已经更换。",
        "contact_name": "经办人",
        "telephone": "0772-2345678",
    }
