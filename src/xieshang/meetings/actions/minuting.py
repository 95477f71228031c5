"""The minutes: each item saved as it is typed, looked through by those present, corrected."""

from datetime import date

from django.db import transaction

from xieshang.audit.actions import fingerprint, seal
from xieshang.lifecycle.actions import hold_for
from xieshang.people.models import Unit

from ..models import ActionPoint, Correction, Item, Meeting


class Moved(ValueError):
    """Somebody else saved the item in the meantime: `theirs` is what stands now."""

    def __init__(self, theirs: Item) -> None:
        self.theirs = theirs
        super().__init__(f"version {theirs.version} stands")


@transaction.atomic
def save_item(item: Item, notes: str, decision: str, *, version: int, by) -> Item:
    """Save what is written of an item, begun from `version`; raises Moved.

    Saved every few seconds; only the first saving of somebody in a row is sealed one by one, the
    whole is sealed when it is final.
    """
    hold_for(item.meeting, "minute", by=by)
    locked = Item.objects.select_for_update().get(pk=item.pk)
    if (locked.notes, locked.decision) == (notes, decision):
        return locked
    if locked.version != version:
        raise Moved(locked)
    fresh = locked.saved_by_id != by.pk
    locked.notes, locked.decision, locked.saved_by = notes, decision, by
    locked.version = version + 1
    locked.save(update_fields=["notes", "decision", "saved_by", "version"])
    if fresh:
        seal(by, "minute", item.meeting, item=locked.order, text=fingerprint(notes + decision))
    return locked


@transaction.atomic
def add_point(item: Item, what: str, due: date, unit: Unit | None = None, *, by) -> ActionPoint:
    """Note what somebody is to do until when."""
    meeting = hold_for(item.meeting, "minute", by=by)
    made = ActionPoint.objects.create(item=item, what=what, due=due, unit=unit)
    seal(by, "add-point", meeting, item=item.order, what=fingerprint(what), due=due.isoformat())
    return made


@transaction.atomic
def sum_up(meeting: Meeting, consensus: str, differences: str, *, by) -> None:
    """Write down what all agree on, and what they do not: both are kept."""
    locked = hold_for(meeting, "minute", by=by)
    locked.consensus, locked.differences = consensus, differences
    locked.save(update_fields=["consensus", "differences"])
    seal(by, "sum-up", locked, text=fingerprint(consensus + differences))


@transaction.atomic
def confirm(meeting: Meeting, *, by) -> None:
    """Say that the minutes are as it was."""
    locked = hold_for(meeting, "look-through", by=by)
    locked.invitations.filter(person=by).update(confirmed=True)
    seal(by, "confirm-minutes", locked)


@transaction.atomic
def correct(item: Item, line: str, should_read: str, *, by) -> Correction:
    """Say how a line of the minutes should read."""
    locked = hold_for(item.meeting, "look-through", by=by)
    made = Correction.objects.create(
        meeting=locked, item=item, by=by, line=line, should_read=should_read
    )
    seal(by, "correct-minutes", locked, item=item.order, line=fingerprint(line + should_read))
    return made


@transaction.atomic
def settle(correction: Correction, settled: str, answer: str, *, by) -> None:
    """Take a correction over, or not, and say why; taken over, the line reads so from now on."""
    locked = hold_for(correction.meeting, "settle", by=by)
    correction.settled, correction.answer = settled, answer
    correction.save(update_fields=["settled", "answer"])
    if settled == Correction.Settled.TAKEN:
        item = Item.objects.select_for_update().get(pk=correction.item_id)
        item.notes = item.notes.replace(correction.line, correction.should_read)
        item.decision = item.decision.replace(correction.line, correction.should_read)
        item.version += 1
        item.save(update_fields=["notes", "decision", "version"])
    seal(by, "settle-correction", locked, settled=settled, answer=fingerprint(answer))


def whole(meeting: Meeting) -> str:
    """All that the minutes say, in their order: what the digest is of."""
    told = [meeting.title, meeting.starts_at.isoformat()]
    for item in meeting.items.prefetch_related("points__unit"):
        told += [item.title, item.notes, item.decision]
        told += [f"{p.what}\t{p.unit or ''}\t{p.due.isoformat()}" for p in item.points.all()]
    return "\n".join([*told, meeting.consensus, meeting.differences])
