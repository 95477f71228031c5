"""A week, hour by hour, with clocks that go in different ways: each notice once, none by night."""

import datetime as dt
from collections import Counter

import pytest
from django.utils import timezone

from xieshang.audit.models import Entry
from xieshang.notices.actions.sending import send_due
from xieshang.notices.models import Message, Notice, Rhythm

from .conftest import DUE, MIDNIGHT

pytestmark = pytest.mark.django_db
DAY = 24
RESIDENT = "resident@example.org"
DAYS = 6
HALVES = range(2 * DAY * DAYS)  # the moments of the story, half an hour apart
CLOCKS = {
    "every half hour": HALVES,
    "every hour": HALVES[::2],
    "every three hours": HALVES[::6],
    "every seven hours": HALVES[::14],
    "not on Tuesday": [half for half in HALVES if half // 2 not in range(DAY, 2 * DAY)],
    "at noon": HALVES[2 * 12 :: 2 * DAY],
    "by night, and once on Saturday": [
        *(half for half in HALVES[: -2 * DAY] if half // 2 % DAY in (22, 23, 0, 3)),
        2 * (DAY * (DAYS - 1) + 12),
    ],
}


@pytest.fixture
def week(at, tell, wishing, city, county, clerk, officer, member, sink):
    """Something of two records every five hours of four days; what was sent, to whom and when."""
    wishing(clerk)
    wishing(officer, rhythm=Rhythm.AT_ONCE)
    wishing(member, rhythm=Rhythm.AT_ONCE, quiet_from=dt.time(12), quiet_until=dt.time(12))

    def lived(clock):
        looks, log = set(clock), []
        for half in HALVES:
            now, hour = at(half / 2), half // 2
            if half % 2 == 0 and hour % 5 == 2 and hour < 4 * DAY:
                subject = city if hour % 2 else county
                tell(subject, hour, [clerk, officer, member, RESIDENT])
                if hour % 3 == 0:
                    tell(subject, f"due{hour}", [clerk], kind=DUE)
            if half in looks:
                before = len(sink)
                send_due(now)
                log += [(now, address) for _way, address, _letter in sink[before:]]
        return log

    return lived


@pytest.mark.parametrize("clock", CLOCKS)
def test_each_notice_reaches_each_once_and_nobody_too_often(clock, week, clerk):
    """A digest is one a day; at once is one a look, and of each record one a day."""
    log = week(CLOCKS[clock])
    notices = Notice.objects.select_related("message")
    assert len(notices) == 19 * 4 + 6
    assert [notice for notice in notices if notice.message is None] == []
    assert [notice for notice in notices if notice.message.sent_at is None] == []
    assert len(log) == Message.objects.count() == len(set(log))
    assert [(now, address) for now, address in log if asleep(now, address)] == []
    days = Counter(timezone.localtime(now).date() for now, address in log if address == RESIDENT)
    assert set(days.values()) == {1}
    told = Counter()
    for message in Message.objects.exclude(person=clerk).prefetch_related("notices"):
        for about in {notice.about for notice in message.notices.all()}:
            day = timezone.localtime(message.sent_at).date()
            told[message.person_id, message.to, about, day] += 1
    assert set(told.values()) == {1}


def test_what_has_a_legal_clock_does_not_wait_for_the_digest(at, tell, wishing, city, clerk, sink):
    wishing(clerk)
    tell_at = [(9, 1, {}), (10, 2, {"kind": DUE}), (11, 3, {"kind": DUE}), (23, 4, {"kind": DUE})]
    for hour, occurrence, kind in tell_at:
        at(hour)
        tell(city, occurrence, [clerk], **kind)
        assert send_due(at(hour + 0.5)) == ({"sent": 1} if occurrence == 2 else {})
    assert send_due(at(DAY + 8)) == {"sent": 1}  # the digest, with all that had to wait
    assert [letter.text.count("修路") for _way, _address, letter in sink] == [1, 3]


def test_a_later_morning_gives_no_second_digest_that_day(at, tell, wishing, city, clerk, sink):
    wishing(clerk)
    at(1)
    tell(city, 1, [clerk])
    send_due(at(8))
    at(8.5)
    tell(city, 2, [clerk])
    wishing(clerk, quiet_until=dt.time(9))
    assert [sum(send_due(at(hour)).values()) for hour in (9, 12, 20, DAY + 9)] == [0, 0, 0, 1]


def test_messages_turned_off_leave_what_waits_on_the_page(at, tell, wishing, city, clerk, sink):
    wishing(clerk)
    at(10)
    tell(city, 1, [clerk])
    wishing(clerk, way="page", address="")
    send_due(at(DAY + 8))
    assert (sink, [n.get_went_display() for n in Notice.objects.all()]) == ([], ["只在本页显示"])


def test_every_message_that_went_out_is_sealed(at, tell, wishing, city, clerk, officer, sink):
    wishing(clerk)
    at(10)
    tell(city, 1, [clerk, officer])
    send_due(at(DAY + 8))
    entry = Entry.objects.get(verb="send")
    assert (entry.subject, entry.detail, entry.actor.username) == (
        f"notices.message:{Message.objects.get().pk}",
        {"way": "mail"},
        "system",
    )


def asleep(now, address):
    """Whether it is night for whoever has this address."""
    return not address.startswith("member") and not 8 <= timezone.localtime(now).hour < 21


def test_the_week_begins_on_a_monday():
    assert (MIDNIGHT.weekday(), timezone.localtime(MIDNIGHT).hour) == (0, 0)
