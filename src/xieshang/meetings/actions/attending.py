"""Who comes: answers, seats and the waiting list; who came: ticked, or said with a code."""

import hmac
import secrets
from collections.abc import Collection

from django.db import transaction
from django.utils import timezone

from xieshang.activities.actions import Draft, correct
from xieshang.audit.actions import seal
from xieshang.lifecycle.actions import Hindered, hold_for

from ..models import FRESH, Code, Invitation, Meeting
from ..notices import SEAT_FREE
from ..telling import tell

COMING, WAITING, LEAVE = "coming", "waiting", "leave"


@transaction.atomic
def answer(meeting: Meeting, said: str, leave: str = "", *, by) -> Invitation:
    """Answer that one comes, or asks for leave; where all seats are taken one waits for one.

    The meeting is locked: of two who take the last seat one waits. Whoever goes makes room for
    whoever has waited longest.
    """
    locked = hold_for(meeting, "answer", by=by)
    own = locked.invitations.get(person=by)
    had_seat = own.answer == COMING
    if said == COMING and not had_seat and is_full(locked):
        said = WAITING
    own.answer = said
    own.leave = leave if said == LEAVE else ""
    own.answered_at = timezone.now()
    own.save(update_fields=["answer", "leave", "answered_at"])
    if had_seat and said != COMING:
        seat_next(locked)
    seal(by, "answer-meeting", locked, answer=said, leave=own.leave)
    return own


def is_full(meeting: Meeting) -> bool:
    return meeting.seats is not None and meeting.invitations.coming().count() >= meeting.seats


def seat_next(meeting: Meeting) -> None:
    """Give the free seat to whoever has waited longest."""
    rows = meeting.invitations.filter(answer=WAITING).order_by("answered_at", "pk")
    if (first := rows.first()) and not is_full(meeting):
        first.answer = COMING
        first.save(update_fields=["answer"])
        tell(SEAT_FREE, meeting, [first.person], once=str(first.pk))


@transaction.atomic
def tick(meeting: Meeting, present: Collection[int], others: int = 0, *, by) -> int:
    """Note who came, by the keys of their invitations, and how many others; returns how many."""
    locked = hold_for(meeting, "tick", by=by)
    locked.invitations.update(came=False)
    came = locked.invitations.filter(pk__in=list(present)).update(came=True)
    locked.others_came = others
    locked.save(update_fields=["others_came"])
    recount(locked, by=by)
    seal(by, "tick-present", locked, came=came, others=others)
    return came


@transaction.atomic
def give_code(meeting: Meeting, *, by) -> Code:
    """A new code of six figures for ten minutes; the one before no longer holds."""
    locked = hold_for(meeting, "tick", by=by)
    facts = {"code": f"{secrets.randbelow(10**6):06d}", "until": timezone.now() + FRESH}
    made, _new = Code.objects.update_or_create(meeting=locked, defaults=facts)
    seal(by, "give-code", locked, until=made.until.isoformat())
    return made


@transaction.atomic
def come(meeting: Meeting, code: str, *, by) -> None:
    """Say with the code that one is here; raises Hindered where it is another, or too old."""
    locked = hold_for(meeting, "come", by=by)
    known = Code.objects.filter(meeting=locked, until__gt=timezone.now()).first()
    if known is None or not hmac.compare_digest(known.code.encode(), code.encode()):
        raise Hindered("code")
    locked.invitations.filter(person=by).update(came=True)
    recount(locked, by=by)
    seal(by, "come", locked)


def recount(meeting: Meeting, *, by) -> None:
    """Let the activity of a meeting that was held say how many came: attendances, and members."""
    activity = meeting.activity
    if activity is None:
        return
    came = meeting.invitations.came().count()
    activity.attendances = came + meeting.others_came or None
    activity.member_attendances = came or None
    codes = [each.committee_id for each in meeting.conveners.all()]
    correct(Draft(activity, codes[0], codes[1:]), by=by)
