"""Records that can be found: sectors stand for records of any kind."""

import datetime as dt

import pytest

from xieshang.people.models import Sector
from xieshang.search.actions import put
from xieshang.search.finding import find

DAY = dt.date(2023, 3, 5)


@pytest.fixture
def written(db):
    """Write a record down, findable: `written("title", text="…", day=…, numbers=[…])`."""

    def write(title, *, kind="paper", day=DAY, **words):
        sector = Sector.objects.create(name=f"{kind} {Sector.objects.count()}")
        put(kind, sector.pk, title=title, day=day, **words)
        return sector.pk

    return write


@pytest.fixture
def found():
    """The keys of what is found by somebody who may see every record, best first."""

    def search(question, **more):
        doors = {"paper": Sector.objects.all(), "note": Sector.objects.all()}
        return [hit.key for hit in find(question, doors, **more)]

    return search
