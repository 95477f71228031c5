"""What can go wrong between a message and its receiver, and what then is kept."""

import datetime as dt

import pytest
from django.utils import timezone

from xieshang.audit.models import Entry
from xieshang.notices.actions import order_test, sending
from xieshang.notices.actions.composing import compose
from xieshang.notices.actions.sending import BACKOFF, LEASE, claim, send_due
from xieshang.notices.actions.wishes import NowhereToSend
from xieshang.notices.channels import NotDelivered
from xieshang.notices.models import Message, Rhythm
from xieshang.notices.models.notice import Fault

from .conftest import HERE

pytestmark = pytest.mark.django_db
SECOND = dt.timedelta(seconds=1)


@pytest.fixture
def failing(monkeypatch, sink):
    """Let sendings fail until told otherwise."""
    faults = [NotDelivered(Fault.REFUSED, "550 no such user")]

    def deliver(*said):
        if faults:
            raise faults[0]
        sink.append(said)

    monkeypatch.setattr(sending, "deliver", deliver)
    return faults


def test_a_crash_after_the_sending_repeats_one_message_once(due, sink, monkeypatch):
    def killed(*said):
        sink.append(said)
        raise KeyboardInterrupt

    monkeypatch.setattr(sending, "deliver", killed)
    with pytest.raises(KeyboardInterrupt):
        send_due(due)
    monkeypatch.setattr(sending, "deliver", lambda *said: sink.append(said))
    looks = [due + SECOND, due + LEASE - SECOND, due + LEASE, due + 2 * LEASE]
    assert [send_due(now) for now in looks] == [{}, {}, {"sent": 1}, {}]
    assert len(sink) == 2


def test_of_two_clocks_one_claims_a_message(due, sink):
    compose(due)
    copies = [Message.objects.get(), Message.objects.get()]
    assert [claim(message, due) for message in copies] == [True, False]


def test_a_sending_that_outlived_its_lease_settles_nothing(due, sink, monkeypatch):
    """Another has begun anew meanwhile: only who holds the message says what became of it."""

    def slow(*said):
        Message.objects.update(tries=2)
        sink.append(said)

    monkeypatch.setattr(sending, "deliver", slow)
    send_due(due)
    assert list(Message.objects.values_list("sent_at", "tries")) == [(None, 2)]


def test_a_refused_message_is_tried_again_and_then_given_up(due, failing):
    tries, now = [], due
    for _look in range(3 * 24 * 4):
        if Fault.REFUSED in send_due(now):
            tries.append(now)
        now += dt.timedelta(minutes=15)
    message = Message.objects.get()
    assert len(tries) == len(BACKOFF) + 1
    assert [t for t in tries if not 8 <= timezone.localtime(t).hour < 21] == []
    assert (message.failing_since, message.fault, message.heard, message.sent_at) == (
        due,
        Fault.REFUSED,
        "550 no such user",
        None,
    )
    assert (message.ended_at, message.tries) == (tries[-1], len(BACKOFF) + 1)
    assert Entry.objects.filter(verb="give-up").count() == 1


def test_a_failed_message_arrives_when_it_can(due, failing, sink):
    send_due(due)
    assert Message.objects.failing().count() == 1
    failing.clear()
    assert [send_due(due + minute * 60 * SECOND) for minute in (0.5, 1, 2)] == [{}, {"sent": 1}, {}]
    assert (len(sink), Message.objects.failing().count()) == (1, 0)


def test_a_server_that_does_not_answer_is_asked_for_fourteen_days(due, failing):
    failing[:] = [NotDelivered(Fault.UNREACHABLE)]
    for hour in range(0, 15 * 24, 3):
        send_due(due + hour * 3600 * SECOND)
    message = Message.objects.get()
    assert dt.timedelta(days=14) < message.ended_at - due < dt.timedelta(days=15)


def test_a_dead_server_is_asked_three_times_a_run(
    at, tell, wishing, city, clerk, failing, django_user_model
):
    people = [django_user_model.objects.create(username=f"m{n}") for n in range(9)]
    for person in people:
        wishing(person, rhythm=Rhythm.AT_ONCE)
    now = at(10)
    tell(city, 1, people)
    failing[:] = [NotDelivered(Fault.UNREACHABLE)]
    assert send_due(now) == {Fault.UNREACHABLE: 3}


def test_what_one_run_does_not_reach_the_next_does(
    at, tell, wishing, city, sink, django_user_model
):
    people = [django_user_model.objects.create(username=f"m{n}") for n in range(5)]
    for person in people:
        wishing(person, rhythm=Rhythm.AT_ONCE)
    now = at(10)
    tell(city, 1, people)
    assert [compose(now, most=2) for _run in range(4)] == [2, 2, 1, 0]
    assert send_due(now) == {"sent": 5}


def test_one_bad_address_does_not_keep_the_others_waiting(
    at, tell, wishing, city, clerk, officer, mailbox
):
    wishing(clerk, rhythm=Rhythm.AT_ONCE, address="bad@example.org")
    wishing(officer, rhythm=Rhythm.AT_ONCE)
    now = at(10)
    tell(city, 1, [clerk, officer])
    assert send_due(now) == {Fault.REFUSED: 1, "sent": 1}
    assert [letter["To"] for letter in mailbox] == ["officer@example.org"]


def test_a_message_that_cannot_be_written_stops_no_other(
    at, tell, wishing, city, clerk, officer, sink, monkeypatch
):
    for person in (clerk, officer):
        wishing(person, rhythm=Rhythm.AT_ONCE)
    now = at(10)
    tell(city, 1, [clerk, officer])

    def deliver(way, address, _letter):
        if address.startswith("clerk"):
            raise UnicodeError
        sink.append((way, address))

    monkeypatch.setattr(sending, "deliver", deliver)
    assert send_due(now) == {Fault.BROKEN: 1, "sent": 1}
    assert [message.heard for message in Message.objects.failing()] == ["UnicodeError"]


def test_a_message_made_before_night_waits_for_the_morning(at, tell, wishing, city, clerk, failing):
    wishing(clerk, rhythm=Rhythm.AT_ONCE)
    tell(city, 1, [clerk]) if at(20.99) else None
    send_due(at(20.99))
    failing.clear()
    assert [dict(send_due(at(hour))) for hour in (21.1, 23, 31.9, 32)] == [
        {"postponed": 1},
        {},
        {},
        {"sent": 1},
    ]


def test_a_test_goes_at_night_and_not_twice(at, wishing, clerk, sink):
    at(0)
    with pytest.raises(NowhereToSend):
        order_test(by=clerk, href=HERE)
    wishing(clerk)
    now = at(3)
    assert order_test(by=clerk, href=HERE)
    assert order_test(by=clerk, href=HERE) is None
    assert send_due(now) == {"sent": 1}
    assert order_test(by=clerk, href=HERE) is None
    at(3.25)
    assert order_test(by=clerk, href=HERE)
