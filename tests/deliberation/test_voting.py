"""One voice, one vote on each statement, by the clock of the database."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from xieshang.audit.models import Entry
from xieshang.deliberation.actions import (
    NotAdmitted,
    TooLate,
    decide,
    joined,
    take,
    vote,
    withdraw_all,
    withdraw_vote,
)
from xieshang.deliberation.actions.voting import known
from xieshang.deliberation.models import Deliberation, Participant, Vote
from xieshang.people.models import Sector

pytestmark = pytest.mark.django_db
postgres = pytest.mark.skipif(
    "connection.vendor != 'postgresql'", reason="only PostgreSQL lets eight write at once"
)


def said(participant):
    rows = Vote.objects.filter(participant=participant).order_by("statement__number")
    return list(rows.values_list("statement__number", "value", "important"))


def test_the_last_vote_counts_and_can_be_withdrawn(weighed):
    deliberation = weighed()
    first, second, _third = deliberation.statements.all()
    voice = joined(deliberation, token="a browser")
    vote(voice, first.pk, 1)
    vote(voice, second.pk, 0)
    vote(voice, first.pk, -1, important=True)
    assert said(voice) == [(1, -1, True), (2, 0, False)]
    assert withdraw_vote(voice, second.pk) is True
    assert withdraw_vote(voice, second.pk) is False
    assert said(voice) == [(1, -1, True)]
    assert withdraw_all(voice) == 1
    assert said(voice) == []


def test_who_comes_again_has_the_same_voice(weighed, clerk, member):
    deliberation = weighed()
    assert known(deliberation, token="a browser") is None
    voice = joined(deliberation, token="a browser")
    assert (
        joined(deliberation, token="a browser") == known(deliberation, token="a browser") == voice
    )
    assert "a browser" not in str(list(Participant.objects.values_list()))
    assert joined(deliberation, person=clerk) == joined(deliberation, person=clerk)
    assert Participant.objects.count() == 2
    assert known(deliberation, person=member) is None


OPEN, PAST, SOON = timedelta(days=1), timedelta(days=-1), timedelta(hours=1)
# (status, when weighing begins by itself, when it ends) → whether a vote counts
WHEN = [
    ("draft", None, OPEN, False),
    ("collecting", None, OPEN, False),
    ("collecting", SOON, OPEN, False),
    ("collecting", PAST, OPEN, True),
    ("weighing", None, OPEN, True),
    ("weighing", PAST, PAST / 2, False),
    ("discussing", PAST, OPEN, False),
    ("called-off", None, OPEN, False),
]


@pytest.mark.parametrize(("status", "begins", "ends", "counts"), WHEN)
def test_a_vote_counts_only_while_it_is_open(prepared, status, begins, ends, counts):
    deliberation, now = prepared(), timezone.now()
    rows = Deliberation.objects.filter(pk=deliberation.pk)
    weigh_at = begins and now + begins
    rows.update(**{"status": status}, weigh_at=weigh_at, closes_at=now + ends)
    deliberation.refresh_from_db()
    assert (deliberation.counts_votes(), rows.voted_on().exists()) == (counts, counts)
    voice, statement = joined(deliberation, token="a"), deliberation.statements.first()
    try:
        vote(voice, statement.pk, 1)
    except TooLate:
        assert counts is False
    assert Vote.objects.count() == counts


def test_nobody_votes_on_what_is_not_shown_or_lies_elsewhere(weighed, prepared, clerk):
    deliberation, other = weighed(), prepared()
    voice, first = joined(deliberation, token="a"), deliberation.statements.first()
    for key in (other.statements.first().pk, 999_999):
        with pytest.raises(TooLate):
            vote(voice, key, 1)
    vote(voice, first.pk, 1)
    decide(first, "decline", by=clerk, note="与另一条重复")
    with pytest.raises(TooLate):
        vote(voice, first.pk, -1)
    assert said(voice) == [(1, 1, False)]


def test_who_may_take_part(weighed, clerk, member, stranger):
    sector = Sector.objects.create(name="教育界")
    member.seats.update(sector=sector)
    table = {
        "anyone": {None, clerk, member, stranger},
        "account": {clerk, member, stranger},
        "sector": {member},
        "invited": {stranger},
    }
    for who, admitted in table.items():
        more = {"sector": sector} if who == "sector" else {}
        deliberation = weighed(who=who, invited=[stranger] if who == "invited" else [], **more)
        got = {each for each in (None, clerk, member, stranger) if deliberation.admits(each)}
        assert (who, got) == (who, admitted)
        if None not in admitted:
            with pytest.raises(NotAdmitted):
                joined(deliberation, token="a browser")


def test_the_log_names_no_voter(weighed, member):
    deliberation = weighed()
    before = Entry.objects.count()
    voice = joined(deliberation, person=member)
    vote(voice, deliberation.statements.first().pk, 1)
    assert Entry.objects.count() == before


def test_after_the_closing_nobody_leaves(weighed, clerk):
    deliberation = weighed()
    voice = joined(deliberation, token="a")
    vote(voice, deliberation.statements.first().pk, 1)
    take(deliberation, "discuss", by=clerk)
    with pytest.raises(TooLate):
        withdraw_all(Participant.objects.get(pk=voice.pk))
    assert withdraw_vote(voice, deliberation.statements.first().pk) is False
    assert Vote.objects.count() == 1


@postgres
@pytest.mark.django_db(transaction=True)
def test_eight_at_once_write_one_vote_each(weighed):
    """Four voices, each voting from two places at once: what is kept is one vote on each."""
    deliberation = weighed(seeds=[f"（示例）说法{n}" for n in range(125)])
    keys = list(deliberation.statements.values_list("pk", flat=True))
    voices = [joined(deliberation, token=str(n)) for n in range(4)]

    def speak(place):
        try:
            for n in range(500):
                vote(voices[place % 4], keys[n % 125], (n + place) % 3 - 1)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(speak, range(8)))
    cells = Vote.objects.values("participant", "statement").distinct().count()
    assert (Vote.objects.count(), cells) == (500, 500)


@postgres
@pytest.mark.django_db(transaction=True)
def test_nothing_counts_after_the_closing_from_two_places(weighed):
    """Two vote as fast as they can while it closes; what counted was written before the moment."""
    deliberation = weighed(seeds=[f"（示例）说法{n}" for n in range(100)])
    keys = list(deliberation.statements.values_list("pk", flat=True))
    voices = [joined(deliberation, token=str(n)) for n in range(2)]
    closes = timezone.now() + timedelta(milliseconds=300)
    Deliberation.objects.filter(pk=deliberation.pk).update(closes_at=closes)

    def speak(voice):
        counted = 0
        try:
            for round_ in range(10_000):
                vote(voice, keys[round_ % 100], round_ % 3 - 1)
                counted += 1
        except TooLate:
            return counted
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        counted = list(pool.map(speak, voices))
    assert all(counted)
    assert Vote.objects.filter(at__gte=closes).count() == 0
    assert Vote.objects.count() == sum(min(each, 100) for each in counted)
