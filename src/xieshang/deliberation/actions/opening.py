"""Preparing a deliberation, leading it from phase to phase, changing its times."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from xieshang.activities.models import Activity
from xieshang.audit.actions import fingerprint, seal
from xieshang.lifecycle.actions import Said, hold_for, open_subject, take_step
from xieshang.lifecycle.models import Step
from xieshang.matters.models import Matter
from xieshang.people.models import Committee, Person, Sector

from ..models import Deliberation, Invitation, Owner
from ..notices import RESULT
from ..telling import tell, tell_invited
from .stating import put_down


@dataclass(frozen=True, slots=True)
class Opening:
    """What an office says of a deliberation before it opens.

    `seeds` are the organiser's own statements; `partners` hold it together with the lead.
    """

    committee: Committee
    title: str
    question: str
    closes_at: datetime
    about: str = ""
    weigh_at: datetime | None = None
    who: str = "anyone"
    sector: Sector | None = None
    chosen: str = ""
    first_looked_at: bool = True
    partners: Collection[Committee] = ()
    seeds: Sequence[str] = ()
    invited: Collection[Person] = ()
    matter: Matter | None = None
    activity: Activity | None = None
    sample: bool = field(default=False)


@transaction.atomic
def begin(said: Opening, *, by) -> Deliberation:
    """Prepare a deliberation; raises PermissionDenied for who keeps no records of the lead."""
    if not by.may_keep(said.committee):
        raise PermissionDenied("a deliberation is prepared by the office that leads it")
    facts = (
        "title", "question", "about", "weigh_at", "closes_at", "who", "sector", "chosen",
        "first_looked_at", "matter", "activity", "sample",
    )  # fmt: skip
    begun = Deliberation(begun_by=by, **{name: getattr(said, name) for name in facts})
    open_subject(begun, by=by)
    others = [each for each in said.partners if each.pk != said.committee.pk]
    Owner.objects.bulk_create(
        Owner(deliberation=begun, committee=each, lead=each.pk == said.committee.pk)
        for each in (said.committee, *others)
    )
    Invitation.objects.bulk_create(
        Invitation(deliberation=begun, person=person) for person in {*said.invited}
    )
    for text in said.seeds:
        put_down(begun, text, seed=True, by=by)
    seal(
        by, "hold-deliberation", begun, owners=[said.committee.pk, *(each.pk for each in others)],
        question=fingerprint(said.question), closes_at=said.closes_at.isoformat(),
    )  # fmt: skip
    return begun


@transaction.atomic
def take(deliberation: Deliberation, verb: str, *, by, note: str = "") -> Step:
    """Lead it to another phase, as a person who may; raises as `take_step` does."""
    taken = take_step(deliberation, verb, by=by, said=Said(note))
    if verb in ("collect", "weigh"):
        tell_invited(deliberation, by=by)
    if verb == "result":
        tell(RESULT, deliberation, taken.pk)
    return taken


@transaction.atomic
def reschedule(
    deliberation: Deliberation, *, by, closes_at: datetime, weigh_at: datetime | None = None
) -> None:
    """Set other times; raises NoSuchMove once weighing has ended, PermissionDenied."""
    locked = hold_for(deliberation, "reschedule", by=by)
    locked.closes_at, locked.weigh_at = closes_at, weigh_at
    locked.save(update_fields=["closes_at", "weigh_at"])
    when = weigh_at.isoformat() if weigh_at else None
    seal(by, "reschedule", locked, closes_at=closes_at.isoformat(), weigh_at=when)
    deliberation.closes_at, deliberation.weigh_at = closes_at, weigh_at
