"""Two officers have the same report, or the same number, at the same moment."""

from functools import partial

import pytest
from django.db import connection
from django.utils import timezone

from tests.reports_written import edited, issue, issued, office, seat, sent_up
from xieshang.audit.actions import first_broken
from xieshang.lifecycle.actions import Hindered, NoSuchMove
from xieshang.matters.actions import NotAll, compose, do, take
from xieshang.matters.models import Adoption, Issue, Matter, Referral
from xieshang.notices.models import Notice
from xieshang.people.models import Committee

from .test_race import at_once

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
TRIALS = 20


@pytest.fixture(autouse=True)
def only_postgres(db):
    if connection.vendor != "postgresql":
        pytest.skip("only PostgreSQL lets two write at once")


@pytest.fixture
def two(county):
    """Two clerks of one office."""
    return office(county), seat("second-clerk", county)


def again(subject):
    """The same row, as another request reads it."""
    return type(subject).objects.get(pk=subject.pk)


def test_of_two_who_sign_one_report_one_does(county, two):
    for trial in range(TRIALS):
        report = edited(county)
        deeds = [
            partial(take, again(report), "adopt", by=by, **issue(100 * side + trial + 1))
            for side, by in enumerate(two)
        ]
        assert at_once(*deeds).count(NoSuchMove) == 1
        row = Adoption.objects.get(matter=report)
        assert Issue.objects.filter(adoptions=row).count() == 1
        assert (
            Notice.objects.filter(kind="adopted", about=f"matters.matter:{report.pk}").count() == 1
        )
    assert Issue.objects.count() == TRIALS
    assert first_broken() is None


def test_of_two_who_send_up_one_report_one_does(county, city, two):
    for trial in range(TRIALS):
        report = issued(county, trial + 1)
        both = at_once(*(partial(do, again(report), "send-up", by=by) for by in two))
        assert both.count(Hindered) == 1
        assert Referral.objects.filter(matter=report).count() == 1


def test_a_number_is_given_to_one_of_two_reports(county, two):
    for trial in range(TRIALS):
        reports = edited(county), edited(county)
        deeds = [
            partial(take, report, "adopt", by=by, **issue(trial + 1))
            for report, by in zip(reports, two, strict=True)
        ]
        assert at_once(*deeds).count(Hindered) == 1
        assert Issue.objects.get(number=trial + 1).adoptions.count() == 1
        assert sorted(again(each).status for each in reports) == ["adopted", "checking"]


def composed(subjects, by, number):
    facts = {"bulletin": "社情民意", "number": number, "heading": "合编"}
    try:
        return compose(subjects, by=by, adopted_on=timezone.localdate(), **facts)
    except NotAll:
        return NotAll


def test_two_issues_that_want_the_same_reports_do_not_lock_each_other_out(county, two):
    for trial in range(TRIALS):
        one, other = edited(county), edited(county)
        deeds = [
            partial(composed, [again(one), again(other)], two[0], 2 * trial + 1),
            partial(composed, [again(other), again(one)], two[1], 2 * trial + 2),
        ]
        assert at_once(*deeds).count(NotAll) == 1
        assert Adoption.objects.filter(matter__in=[one, other], mode="combined").count() == 2


def test_the_nation_is_written_down_once(region):
    reports = issued(region, 1), issued(region, 2)
    at_once(*(partial(do, report, "send-up", by=office(region)) for report in reports))
    assert Committee.objects.filter(pk=100000).count() == 1
    assert Referral.objects.filter(committee=100000).count() == 2


def test_a_tier_decides_once_while_another_sends_further(county, city, region):
    for trial in range(TRIALS):
        sent = sent_up(county, trial + 1)
        both = at_once(
            partial(take, again(sent), "adopt", by=office(city), **issue(trial + 1)),
            partial(do, again(sent), "send-further", by=office(city)),
        )
        assert NoSuchMove not in both
        assert Hindered not in both
        assert Matter.objects.get(pk=sent.matter_id).referrals.count() == 2
