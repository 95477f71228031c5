"""Giving a matter to units, and settling disputes over who answers."""

from collections.abc import Callable, Collection

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from xieshang.audit.actions import fingerprint, seal
from xieshang.lifecycle.actions import Hindered, hold_for, open_subject

from ..models import Assignment, Matter, Nudge
from . import telling

Part = Assignment.Part
LEADS = (Part.SINGLE, Part.LEAD)


def assign(matter: Matter, *, by, lead=None, joint: Collection = (), separate: Collection = ()):
    """Give a matter to a lead with joint units, or to several that answer separately."""
    if lead:
        give(matter, lead, Part.LEAD if joint else Part.SINGLE, by=by)
        for unit in joint:
            give(matter, unit, Part.JOINT, by=by)
    for unit in separate:
        give(matter, unit, Part.SEPARATE, by=by)


def give(matter: Matter, unit, part: str, *, by, came_from=None) -> Assignment:
    """Give one unit its part; raises Hindered where it has one already, or a lead is there."""
    if matter.assignments.live().filter(unit=unit).exists():
        raise Hindered(_("%(unit)s has a part in it already.") % {"unit": unit})
    if part in LEADS and matter.assignments.live().filter(part__in=LEADS).exists():
        raise Hindered(_("A matter has one lead."))
    assignment = Assignment(
        matter=matter,
        committee_id=matter.committee_id,
        unit=unit,
        part=part,
        round=matter.round,
        given_on=timezone.localdate(),
        came_from=came_from,
    )
    open_subject(assignment, by=by)
    telling.given(assignment, by=by)
    return assignment


@transaction.atomic
def assign_more(matter: Matter, *, unit, part: str, by) -> Assignment:
    """Give a matter that is being handled to one more unit, joint or separate.

    Raises Hindered where the unit has a part already, or a second lead is asked for.
    """
    locked = hold_for(matter, "assign-more", by=by)
    if part not in (Part.JOINT, Part.SEPARATE):
        raise Hindered(_("A matter has one lead."))
    return give(locked, unit, part, by=by)


def dispute(assignment: Assignment, *, by, unit=None) -> None:
    """Note which unit the disputing one thinks of."""
    assignment.wished = unit
    assignment.save(update_fields=["wished"])
    telling.disputed(assignment, by=by)


def give_to_another(assignment: Assignment, *, by, unit) -> None:
    """The dispute was right: another unit takes the part over."""
    give(assignment.matter, unit, assignment.part, by=by, came_from=assignment)
    telling.dispute_settled(assignment, by=by)


def insist(assignment: Assignment, *, by) -> None:
    telling.dispute_settled(assignment, by=by)


@transaction.atomic
def nudge(subject, *, by, note: str = "") -> None:
    """Remind whoever has the next word; it is written down, and told once a day at most."""
    locked = hold_for(subject, "nudge", by=by)
    place = locked if isinstance(locked, Matter) else locked.matter
    part = None if place is locked else locked
    Nudge.objects.create(matter=place, assignment=part, note=note, by=by)
    seal(by, "nudge", locked, waits=str(locked.state.waits), note=fingerprint(note))
    telling.nudged(locked, note, by=by)


EFFECTS: dict[tuple[str, str], Callable[..., None]] = {
    **{(life, verb): assign for life, verb in (
        ("proposal", "assign"), ("problem", "assign"), ("opinion-report", "transfer"),
    )},
    **{(life, "dispute"): dispute for life in ("lead", "joint")},
    **{(life, "move"): give_to_another for life in ("lead", "joint")},
    **{(life, "insist"): insist for life in ("lead", "joint")},
}  # fmt: skip
