"""Stating something, deciding whether it is shown, mending its words."""

from django.db import transaction
from django.db.models import Max

from xieshang.audit.actions import fingerprint, seal
from xieshang.lifecycle.actions import (
    Said,
    follow_rule,
    hold_for,
    open_subject,
    take_as,
    take_step,
)
from xieshang.lifecycle.models import Step
from xieshang.lifecycle.table import Role
from xieshang.people.actions import resident

from ..models import Deliberation, Participant, Statement, Wording

MOST_EACH = 20  # statements of one participant


class TooLate(ValueError):
    """Statements are not, or no longer, taken here."""


class TooMany(ValueError):
    """A participant has stated as much as one may."""


def put_down(deliberation: Deliberation, text: str, *, by, seed=False, participant=None):
    """Write a statement down under the next number; the organiser's own is shown at once."""
    Deliberation.objects.select_for_update().get(pk=deliberation.pk)
    last = deliberation.statements.aggregate(last=Max("number"))["last"] or 0
    stated = Statement(
        deliberation=deliberation, number=last + 1, text=text, seed=seed, participant=participant
    )
    open_subject(stated, by=by)
    if seed or not deliberation.first_looked_at:
        follow_rule(stated, "pass", by=by)
    return stated


@transaction.atomic
def seed(deliberation: Deliberation, text: str, *, by) -> Statement:
    """Put a statement of the organiser's; raises NoSuchMove, PermissionDenied."""
    locked = hold_for(deliberation, "state", by=by)
    return put_down(locked, text, seed=True, by=by)


@transaction.atomic
def state(participant: Participant, text: str) -> Statement:
    """Put a participant's statement; raises TooLate, TooMany.

    The log says that somebody did, and not who: it would tell a voter by name.
    """
    deliberation = Deliberation.objects.select_for_update().get(pk=participant.deliberation_id)
    if not deliberation.takes_statements():
        raise TooLate(deliberation.status)
    if participant.statements.count() >= MOST_EACH:
        raise TooMany(f"{MOST_EACH} statements were put by this participant")
    return put_down(deliberation, text, participant=participant, by=resident())


def decide(statement: Statement, verb: str, *, by, note: str = "") -> Step:
    """Show a statement, or do not, with a reason that everybody reads; raises as a step does."""
    return take_step(statement, verb, by=by, said=Said(note))


@transaction.atomic
def withdraw_statement(statement: Statement, participant: Participant) -> Step:
    """Take one's own statement back, as long as it waits; raises NoSuchMove, DoesNotExist."""
    own = participant.statements.get(pk=statement.pk)
    return take_as(own, "withdraw", Role.AUTHOR, by=resident())


@transaction.atomic
def mend(statement: Statement, text: str, why: str, *, by) -> Wording:
    """Mend a slip of the pen: the votes stay, and how it read before is told to everybody."""
    locked = hold_for(statement, "mend", by=by)
    before = Wording.objects.create(statement=locked, text=locked.text, why=why, by=by)
    locked.text = text
    locked.save(update_fields=["text"])
    seal(by, "mend", locked, text=fingerprint(text), before=fingerprint(before.text))
    statement.text = text
    return before
