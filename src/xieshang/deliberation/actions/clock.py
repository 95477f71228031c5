"""Phases that begin and end at a moment set for them."""

from datetime import datetime

from django.db import transaction

from xieshang.lifecycle.actions import NoSuchMove, follow_rule
from xieshang.people.actions import system

from ..models import Deliberation


def turn_phases(now: datetime) -> int:
    """Turn every phase whose moment has come; returns how many were turned.

    Votes do not wait for it: they look at the moment themselves.
    """
    begun = Deliberation.objects.filter(status="collecting", weigh_at__lte=now)
    ended = Deliberation.objects.filter(status="weighing", closes_at__lte=now)
    late = Deliberation.objects.filter(
        status="collecting", weigh_at=None, closes_at__lte=now
    )  # nobody opened it for weighing: it closes all the same
    turned = 0
    for rows, verbs in (
        (begun, ("weigh-due",)), (ended, ("discuss-due",)), (late, ("weigh-due", "discuss-due")),
    ):  # fmt: skip
        for each in rows.order_by("pk"):
            turned += turn(each, verbs)
    return turned


@transaction.atomic
def turn(deliberation: Deliberation, verbs: tuple[str, ...]) -> int:
    """Make these moves, unless somebody made one of them just now."""
    try:
        for verb in verbs:
            follow_rule(deliberation, verb, by=system())
    except NoSuchMove:
        return 0
    return 1
