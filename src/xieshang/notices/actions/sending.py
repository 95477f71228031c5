"""Sending what is due: never lost, never twice at once; a crash can repeat one message, once."""

import logging
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F

from xieshang.audit.actions import seal
from xieshang.people.actions import system

from ..channels import NotDelivered, deliver
from ..letters import letter
from ..models import Message, Notice, Went, Wishes
from ..models.notice import Fault, seen_by
from ..models.wishes import wishes_of_address
from .composing import compose

LEASE = timedelta(minutes=10)  # far longer than a sending takes; then whoever held it is gone
BACKOFF = [timedelta(minutes=m) for m in (1, 5, 30, 120, 360, 720, 1440)]
OFTEN = 4  # of these pauses, while the fault is on our side: then every two hours
PATIENCE = timedelta(days=14)  # for which it may be
STRIKES = 3  # in a row: then the way is left alone until the next run
LONGEST_RUN = 45  # seconds
BATCH = 200
LOG = logging.getLogger(__name__)


def send_due(now: datetime) -> Counter[str]:
    """Compose what is due and send what is composed; what became of how many messages.

    Any number of clocks may run at once. A run composes 500 and sends for 45 s; the next goes on.
    """
    compose(now)
    done: Counter[str] = Counter()
    strikes: Counter[str] = Counter()
    end = time.monotonic() + LONGEST_RUN
    for message in unsent(now):
        wishes = wishes_for(message)
        if wishes is not None and strikes[wishes.way] >= STRIKES:
            continue
        became = send(message, wishes, now)
        done[became] += 1
        if wishes is not None:
            out_of_reach = became == Fault.UNREACHABLE
            strikes[wishes.way] = strikes[wishes.way] + 1 if out_of_reach else 0
        if time.monotonic() > end:
            break
    return done


def unsent(now: datetime) -> Iterator[Message]:
    """The messages whose time has come, each once."""
    last = 0
    while True:
        due = Message.objects.unsent().filter(next_try__lte=now, pk__gt=last).order_by("pk")
        batch = list(due.select_related("person")[:BATCH])
        if not batch:
            return
        last = batch[-1].pk
        yield from batch


def wishes_for(message: Message) -> Wishes | None:
    """What holds today for the receiver; None where they wish no messages, or left."""
    if message.to:
        return wishes_of_address(message.to)
    wishes = Wishes.objects.of([message.person_id]).get(message.person_id)
    return wishes if wishes and wishes.reaches else None


def send(message: Message, wishes: Wishes | None, now: datetime) -> str:
    """Send one message, unless it is night or somebody else is at it; what became of it."""
    if wishes is None:
        return leave_on_page(message)
    if not message.asked_for and wishes.quiet(now):
        return postpone(message, wishes, now)
    if not claim(message, now):
        return "taken"
    notices = withhold(message)
    if not notices:
        return "withheld"
    fault = attempt(message, wishes, notices)
    return failed(message, fault, now) if fault else sent(message, wishes, now)


def attempt(message: Message, wishes: Wishes, notices: Sequence[Notice]) -> NotDelivered | None:
    """Hand the message over; what was wrong. One that cannot be written stops no other."""
    try:
        deliver(wishes.way, wishes.address, letter(notices, wishes))
    except NotDelivered as fault:
        return fault
    except Exception as fault:
        LOG.exception("message %s", message.pk)
        return NotDelivered(Fault.BROKEN, type(fault).__name__)
    return None


def claim(message: Message, now: datetime) -> bool:
    """Whether this process has the message for itself, until the lease ends."""
    mine = Message.objects.unsent().filter(pk=message.pk, tries=message.tries, next_try__lte=now)
    claimed = mine.update(tries=F("tries") + 1, next_try=now + LEASE)
    message.tries += 1
    return claimed == 1


@transaction.atomic
def leave_on_page(message: Message) -> str:
    """Take a message back: its notices stand on the page."""
    Notice.objects.filter(message=message).update(went=Went.PAGE, message=None)
    message.delete()
    return "page"


def postpone(message: Message, wishes: Wishes, now: datetime) -> str:
    Message.objects.unsent().filter(pk=message.pk, tries=message.tries).update(
        next_try=wishes.next_morning(now)
    )
    return "postponed"


@transaction.atomic
def withhold(message: Message) -> list[Notice]:
    """The notices of a message, without those of records the person may not see any more."""
    notices = list(message.notices.order_by("pk"))
    abouts = {notice.about for notice in notices}
    hidden = set() if message.to else abouts - seen_by(message.person, abouts)
    if hidden:
        message.notices.filter(about__in=hidden).update(went=Went.WITHHELD, message=None)
    left = [notice for notice in notices if notice.about not in hidden]
    if not left:
        message.delete()
    return left


@transaction.atomic
def sent(message: Message, wishes: Wishes, now: datetime) -> str:
    """Note that a message went out."""
    facts = {"way": wishes.way, "place": wishes.masked[:80], "fault": "", "heard": ""}
    if settle(message, ended_at=now, sent_at=now, **facts):
        seal(system(), "send", message, way=wishes.way)
    return "sent"


@transaction.atomic
def failed(message: Message, fault: NotDelivered, now: datetime) -> str:
    """Note that it did not, and when to try again: for two days, or until our side is mended."""
    since = message.failing_since or now
    ours = fault.fault in (Fault.UNREACHABLE, Fault.SETTINGS)
    given_up = now - since > PATIENCE if ours else message.tries > len(BACKOFF)
    pause = BACKOFF[min(message.tries, OFTEN if ours else len(BACKOFF)) - 1]
    facts = {"failing_since": since, "fault": fault.fault, "heard": fault.heard}
    settled = settle(message, ended_at=now if given_up else None, next_try=now + pause, **facts)
    if settled and given_up:
        seal(system(), "give-up", message, fault=fault.fault)
    return fault.fault


def settle(message: Message, **facts) -> bool:
    """Write down the end of a try, unless the lease had ended and another has begun one."""
    mine = Message.objects.unsent().filter(pk=message.pk, tries=message.tries)
    return mine.update(**facts) == 1
