"""Four weeks after a closing its raiser is asked once, on whatever days the clock runs."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from xieshang.audit.models import Entry
from xieshang.lifecycle.actions import NoSuchMove
from xieshang.lifecycle.table import Role
from xieshang.matters.actions import take
from xieshang.matters.actions.voicing_asking import answer_question, ask_if_solved, question_of
from xieshang.matters.actions.voicing_erasing import erase
from xieshang.matters.actions.voicing_links import found_by
from xieshang.matters.models import Follower, Receipt
from xieshang.matters.models.standing import Verdict, judged, verdict_of
from xieshang.matters.models.voice import Question
from xieshang.notices.models import Notice
from xieshang.people.actions import resident

from .voices import category, raised

__all__ = ["category", "raised"]
pytestmark = pytest.mark.django_db


def after(days):
    return timezone.now() + dt.timedelta(days=days)


def verdict(matter):
    return verdict_of(judged(type(matter).objects.all()).get(pk=matter.pk))


@pytest.fixture
def closed(raised, clerk):
    matter = raised(email="one@example.org")
    take(matter, "close", by=clerk, note="已转路灯所", outcome="partly")
    return matter


@pytest.fixture
def by_mail(settings):
    settings.MAIL = "mailtos://user:password@host.example.org"


def test_nobody_is_asked_before_and_everybody_once_after(closed):
    assert [ask_if_solved(after(days)) for days in (0, 27)] == [0, 0]
    assert [ask_if_solved(after(days)) for days in (28, 28, 29, 400)] == [1, 0, 0, 0]
    assert question_of(closed).round == 1
    assert [e.verb for e in Entry.objects.about(closed)].count("ask-if-solved") == 1


@settings(max_examples=30,
          suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
@given(runs=st.lists(st.integers(0, 120), max_size=12))
def test_however_the_clock_runs_a_closing_asks_once(runs, closed):
    with_rollback = []
    for days in sorted(runs):
        with_rollback.append((days, ask_if_solved(after(days))))
    asked = [days for days, n in with_rollback if n]
    assert asked == [days for days in sorted(runs) if days >= 28][:1]
    Question.objects.all().delete()
    Receipt.objects.update(asks_on=closed.moved_on + dt.timedelta(days=28))


def test_the_letter_s_link_is_for_this_question_alone(by_mail, closed):
    ask_if_solved(after(28))
    notice = Notice.objects.get(kind="asked-if-solved")
    token = notice.href.split("/")[-2]
    question = question_of(closed)
    assert (notice.to, found_by(token, Question)) == ("one@example.org", question)
    assert [found_by(token, other) for other in (Receipt, Follower)] == [None, None]
    assert found_by(f"{token}x", Question) is None


def test_without_a_server_for_mail_no_address_is_kept_for_a_letter(closed):
    ask_if_solved(after(28))
    assert not Notice.objects.exclude(to="").exists()
    assert question_of(closed) is not None


@pytest.mark.parametrize(
    ("answer", "stands", "verdict_then"),
    [
        ("yes", ("closed", "done"), Verdict.SAID),
        ("no", ("handling", ""), Verdict.OPEN),
        ("unknown", ("closed", "partly"), Verdict.UNKNOWN),
        ("later", ("closed", "partly"), Verdict.CLOSED),
    ],
)
def test_each_answer_means_one_thing(closed, answer, stands, verdict_then):
    ask_if_solved(after(28))
    answer_question(question_of(closed), answer=answer, note="没修好", by=resident())
    closed.refresh_from_db()
    assert (closed.status, closed.outcome) == stands
    assert verdict(closed) == verdict_then
    assert question_of(closed) is None
    assert ask_if_solved(after(27)) == 0
    assert ask_if_solved(after(28)) == (1 if answer == "later" else 0)


def test_a_question_is_answered_once(closed):
    ask_if_solved(after(28))
    question = question_of(closed)
    answer_question(question, answer="unknown", by=resident())
    with pytest.raises(NoSuchMove):
        answer_question(question, answer="yes", by=resident())
    closed.refresh_from_db()
    assert closed.outcome == "partly"


def test_what_was_opened_again_is_not_asked_about_and_a_new_closing_is(closed, clerk):
    take(closed, "reopen", by=clerk, note="再查")
    assert ask_if_solved(after(40)) == 0
    take(closed, "close", by=clerk, note="修好了", outcome="partly")
    assert ask_if_solved(after(28)) == 1
    question = question_of(closed)
    take(closed, "not-solved", by=resident(), role=Role.AUTHOR, note="没有")
    with pytest.raises(NoSuchMove):
        answer_question(question, answer="yes", by=resident())


def test_who_has_confirmed_or_was_erased_is_not_asked(raised, clerk, closed):
    take(closed, "confirm", by=resident(), role=Role.AUTHOR)
    other = raised(key="key-of-another")
    take(other, "close", by=clerk, note="x", outcome="partly")
    erase(other.receipt, by=resident())
    assert ask_if_solved(after(100)) == 0


def test_what_is_late_and_silent_for_eight_weeks_is_of_unknown_state(raised):
    matter = raised()
    assert verdict(matter) == Verdict.OPEN
    day = timezone.localdate() - dt.timedelta(weeks=8)
    type(matter).objects.update(moved_on=day, due_on=day)
    assert verdict(matter) == Verdict.UNKNOWN
    type(matter).objects.update(due_on=timezone.localdate())
    assert verdict(matter) == Verdict.OPEN


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_clocks_ask_one_question(closed):
    if connection.vendor != "postgresql":
        pytest.skip("only PostgreSQL lets two write at once")
    start = Barrier(4)

    def run(_clock):
        try:
            start.wait()
            return ask_if_solved(after(28))
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as clocks:
        assert sorted(clocks.map(run, range(4))) == [0, 0, 0, 1]
    assert Question.objects.count() == 1
