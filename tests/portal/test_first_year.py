"""Which year a reader sees first: the last one of which there is something to see."""

import datetime as dt

import pytest
from django.utils import timezone

pytestmark = pytest.mark.django_db


def year_shown(client):
    return client.get("/").context["scope"].start.year


def test_a_year_that_has_hardly_begun_does_not_come_first(client, city, held):
    assert year_shown(client) == timezone.localdate().year  # nothing is on record yet
    for month in range(1, 12):
        for day in (3, 13):
            held(city, day=dt.date(2023, month, day))
    held(city, day=dt.date(2024, 1, 5))
    held(city, day=dt.date(2024, 1, 6))
    assert year_shown(client) == 2023
    held(city, day=dt.date(2024, 1, 7))
    assert year_shown(client) == 2024
    assert client.get("/?from=2020-01-01&to=2020-12-31").context["scope"].start.year == 2020
