"""Rows written past the models are the rows the models would have written."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from xieshang.activities.models import Organiser, Project
from xieshang.evidence.bulk import insert, insert_objects, reserve
from xieshang.evidence.models import Evidence


def test_objects_are_as_saved_ones(city, paper):
    facts = {"committee": city, "name": "糖业项目", "day": dt.date(2023, 3, 5)}
    more = {"amount": Decimal("1.25"), "jobs": None, "approximate": ["jobs"]}
    saved = Project.objects.create(**facts, **more)
    made = Project(**facts, **more)
    insert_objects([made])
    assert made.pk != saved.pk and not made._state.adding
    names = [f.attname for f in Project._meta.concrete_fields if not f.primary_key]
    rows = Project.objects.order_by("pk").values_list(*names)
    assert rows[0] == rows[1]


def test_texts_of_every_script_come_back(paper):
    cells = ["读书\\n", 'a"b', "tab\tline\nend", "ཞ", "😀", ""]
    insert_objects([Evidence(file=paper.file, sheet="学\t习", row=9, cells=cells)])
    kept = Evidence.objects.get(row=9)
    assert (kept.sheet, kept.cells, kept.header) == ("学\t习", cells, None)


def test_an_object_that_has_a_key_keeps_it(paper):
    insert_objects([Evidence(pk=7_000, file=paper.file, sheet="学习", row=9, cells=[])])
    assert Evidence.objects.get(row=9).pk == 7_000


def test_keys_are_never_given_twice(paper):
    first = reserve(Evidence, 3)
    insert_objects([Evidence(file=paper.file, sheet="学习", row=n, cells=[]) for n in (7, 8)])
    later = Evidence.objects.create(file=paper.file, sheet="学习", row=9, cells=[])
    assert len(set(first)) == 3
    assert later.pk > max(Evidence.objects.exclude(pk=later.pk).values_list("pk", flat=True))


def test_plain_rows_stand_in_their_table(held, city, county):
    activity = held(city)
    names = ("activity_id", "committee_id", "lead", "joint", "kind", "day")
    insert(Organiser, names, [(activity.pk, county.pk, False, True, "study", activity.day)])
    assert list(activity.organisers.values_list("committee", "lead")) == [
        (city.pk, True),
        (county.pk, False),
    ]


def test_the_constraints_of_the_table_hold(paper):
    twice = [Evidence(file=paper.file, sheet="学习", row=paper.row, cells=[]) for _ in range(2)]
    with pytest.raises(IntegrityError), transaction.atomic():
        insert_objects(twice)
