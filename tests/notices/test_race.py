"""Several clocks at the same moment."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.utils import timezone

from xieshang.notices.actions.sending import send_due
from xieshang.notices.models import Notice, Rhythm
from xieshang.people.actions import system

from .conftest import MIDNIGHT


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_eight_clocks_at_once_send_each_message_once(
    monkeypatch, tell, wishing, city, sink, django_user_model
):
    if connection.vendor != "postgresql":
        pytest.skip("only PostgreSQL lets two write at once")
    noon = MIDNIGHT + dt.timedelta(hours=12)
    monkeypatch.setattr(timezone, "now", lambda: noon)
    system()  # there since the body was set up
    people = [django_user_model.objects.create(username=f"m{n}") for n in range(40)]
    for place, person in enumerate(people):
        wishing(person, rhythm=Rhythm.AT_ONCE if place % 2 else Rhythm.DAILY)
    tell(city, 1, people)
    morning, start = noon + dt.timedelta(days=1), Barrier(8)

    def run(_clock):
        try:
            start.wait()
            return send_due(morning)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as clocks:
        list(clocks.map(run, range(8)))
    assert sorted(address for _way, address, _letter in sink) == sorted(
        f"{person.username}@example.org" for person in people
    )
    assert Notice.objects.exclude(message__sent_at=None).count() == len(people)
