"""Moving matters, assignments and referrals: the step, and what must be written with it."""

from collections.abc import Callable, Mapping
from typing import Any

from django.db import transaction

from xieshang.lifecycle.actions import Said, step_within
from xieshang.lifecycle.models import Step, Subject
from xieshang.lifecycle.table import Role

from . import (
    adopting,
    answering,
    assigning,
    proposing,
    reviewing,
    signing,
    tracking,
    voicing,
    writing,
)

Effects = Mapping[tuple[str, str], Callable[..., None]]  # (life, verb) → what is written with it
SAID = ("note", "outcome", "due", "after")  # what a step itself keeps; the rest is for the effect

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
}


@transaction.atomic
def take(subject: Subject, verb: str, *, by, role: Role | None = None, **answers: Any) -> Step:
    """Move a subject as a person who may, with all that its form asked.

    `role` is one proved without an account, by a receipt. Raises NoSuchMove, PermissionDenied or
    Hindered, and then nothing is written.
    """
    said = Said(**{name: answers.pop(name) for name in SAID if name in answers})
    taken = step_within(subject, verb, by, None if role is None else {role}, said)
    if effect := EFFECTS.get((subject.lifecycle.name, verb)):
        effect(taken.subject, by=by, **answers)
        subject.refresh_from_db()
    return taken
