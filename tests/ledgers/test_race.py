"""Two offices hand in their ledgers at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from xieshang.activities.models import Activity
from xieshang.audit.actions import first_broken
from xieshang.ledgers.models import TakeOver

from .conftest import figures

HEADINGS = ["时间", "主题", "系列", "主办单位", "联办单位", "人次", "委员"]
TOLD = ["3月5日", "养老服务进社区专题协商", "同心", "自治区政协", "贺州市政协", 55, 24]
NAMES = ("450000自治区政协2023年台账.xlsx", "451100贺州市政协2023年台账.xlsx")


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_a_meeting_both_tell_of_is_one_all_the_same(take):
    if connection.vendor != "postgresql":
        pytest.skip("only PostgreSQL lets two write at once")
    start = Barrier(2)

    def hand_in(name):
        try:
            start.wait()
            return take(name, 协商=[HEADINGS, TOLD])
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as offices:
        outcomes = list(offices.map(hand_in, NAMES))
    assert sorted(outcome.joined for outcome in outcomes) == [0, 1]
    assert TakeOver.objects.count() == 2
    assert Activity.objects.count() == 1
    assert figures(450000)["consultations-held"] == 1
    assert first_broken() is None
