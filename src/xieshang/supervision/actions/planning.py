"""Planning a supervision, and leading it from one state to the next."""

from collections.abc import Collection, Sequence

from django.core.exceptions import PermissionDenied
from django.db import transaction

from xieshang.audit.actions import fingerprint, seal
from xieshang.lifecycle.actions import Said, hold_for, open_subject, seal_step, step_unsealed
from xieshang.lifecycle.models import Step
from xieshang.people.models import Committee, Person

from ..models import Check, Supervision

KEPT = {"report": "report", "send": "sent_to"}  # what a move writes beside its step


@transaction.atomic
def begin(committee: Committee, title: str, topic: str = "", *, by) -> Supervision:
    """Begin to plan a supervision; raises PermissionDenied."""
    if not by.may_keep(committee):
        raise PermissionDenied("a supervision is planned by its office")
    made = Supervision(committee=committee, title=title, topic=topic, begun_by=by)
    return open_subject(made, by=by)


@transaction.atomic
def plan(
    supervision: Supervision, words: str, checks: Sequence[str], team: Collection[Person], *, by
) -> None:
    """Write the plan: its words, what is looked at, by whom. Raises as `hold_for` does."""
    locked = hold_for(supervision, "plan", by=by)
    locked.plan = words
    locked.save(update_fields=["plan"])
    locked.team.set(team)
    locked.checks.all().delete()
    Check.objects.bulk_create(
        Check(supervision=locked, number=number, text=text) for number, text in enumerate(checks, 1)
    )
    seal(by, "plan", locked, words=fingerprint(words), checks=len(checks),
         team=sorted(person.pk for person in team))  # fmt: skip
    supervision.refresh_from_db()


@transaction.atomic
def take(supervision: Supervision, verb: str, *, by, note: str = "") -> Step:
    """Lead it on, as a person who may; raises NoSuchMove, PermissionDenied or Hindered."""
    taken = step_unsealed(supervision, verb, by, None, Said(note))
    if name := KEPT.get(verb):
        setattr(taken.subject, name, note)
        taken.subject.save(update_fields=[name])
    seal_step(taken, by=by)
    supervision.refresh_from_db()
    return taken
