"""A series of the city, a reading group of it, and its members."""

import datetime as dt

import pytest

from xieshang.activities.models import Programme
from xieshang.people.models import Seat
from xieshang.study.actions import open_group

DAY = dt.date(2023, 3, 5)


@pytest.fixture
def series(city):
    return Programme.objects.create(
        committee=city, name="（示例）同心讲座", kind="series", since=DAY
    )


@pytest.fixture
def group(city, clerk):
    facts = {"name": "（示例）读书群", "theme": "治水", "book": "《水经注》"}
    return open_group(city, by=clerk, since=DAY, **facts)


@pytest.fixture
def readers(seated, city):
    return [seated(f"reader-{n}", city, Seat.Post.MEMBER) for n in range(2)]
