"""Moving matters, assignments and referrals: the step, and what must be written with it."""

from collections.abc import Callable, Mapping
from typing import Any

from django.db import transaction

from xieshang.lifecycle.actions import Said, seal_step, step_unsealed
from xieshang.lifecycle.models import Step, Subject
from xieshang.lifecycle.table import Role

from . import (
    adopting,
    answering,
    assigning,
    proposing,
    reviewing,
    signing,
    telling,
    tracking,
    voicing,
    writing,
)

Effects = Mapping[tuple[str, str], Callable[..., None]]  # (life, verb) → what is written with it
SAID = ("note", "outcome", "due", "after")  # what a step itself keeps; the rest is for the effect

# Moves with which nothing else is written: those whom they concern hear of them.
ONLY_TOLD = (
    *(("proposal", verb) for verb in ("return", "offer", "keep", "withdraw", "reopen")),
    ("opinion-report", "withdraw"),
    *(("advice", verb) for verb in ("adopt", "keep", "pass-on", "refuse")),
)


def told(verb: str) -> Callable[..., None]:
    """What follows a move that others only hear of."""
    return lambda matter, *, by: telling.moved(matter, verb, by=by)


EFFECTS: Effects = {
    **writing.EFFECTS,
    **proposing.EFFECTS,
    **signing.EFFECTS,
    **reviewing.EFFECTS,
    **assigning.EFFECTS,
    **answering.EFFECTS,
    **tracking.EFFECTS,
    **adopting.EFFECTS,
    **voicing.EFFECTS,
    **{of: told(of[1]) for of in ONLY_TOLD},
}


@transaction.atomic
def take(subject: Subject, verb: str, *, by, role: Role | None = None, **answers: Any) -> Step:
    """Move a subject as a person who may, with all that its form asked.

    `role` is one proved without an account, by a receipt. Raises NoSuchMove, PermissionDenied or
    Hindered, and then nothing is written.
    """
    said = Said(**{name: answers.pop(name) for name in SAID if name in answers})
    taken = step_unsealed(subject, verb, by, None if role is None else {role}, said)
    if effect := EFFECTS.get((subject.lifecycle.name, verb)):
        effect(taken.subject, by=by, **answers)
        leave_as(subject, taken.subject)
    seal_step(taken, by=by)
    return taken


def leave_as(subject: Subject, locked: Subject) -> None:
    """Let what the caller holds say what the locked row says, related rows to be read anew."""
    for field in subject._meta.concrete_fields:
        setattr(subject, field.attname, getattr(locked, field.attname))
        if field.is_relation and field.is_cached(subject):
            field.delete_cached_value(subject)
