"""Undoing a whole take-over: what stood before stands again."""

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from xieshang.audit.actions import seal
from xieshang.reading.unreadable import gettext_noop

from ..models import TakeOver
from .choice import NotTaken
from .lookups import Lookups
from .standing import let_go, merged, moved_on, restate, revive, sweep, wait_for_others
from .take import may_take

MOVED = gettext_noop("Somebody has moved matters of this file since; it cannot be undone.")
NUMBERS = gettext_noop(
    "A number that the earlier file gave is borne by another proposal now; it cannot be undone."
)
PAST = gettext_noop("This take-over has been undone or replaced already.")


@transaction.atomic
def undo(take_over: TakeOver, *, by) -> TakeOver:
    """Take out all that a file brought, and let the file it corrected count again.

    The evidence stays. Raises NotTaken where the take-over stands no longer, or where somebody
    has moved one of its matters since.
    """
    if not may_take(by, take_over.office):
        raise PermissionDenied(f"{by} does not keep the records of {take_over.office}")
    wait_for_others(take_over.office)
    locked = TakeOver.objects.select_for_update().get(pk=take_over.pk)
    if locked.state != TakeOver.State.TAKEN:
        raise NotTaken("past", PAST)
    if moved_on(locked.rows.all(), locked).exists():
        raise NotTaken("moved", MOVED)
    lookups = Lookups()
    affected = let_go(locked.rows)
    locked.state = TakeOver.State.UNDONE
    if locked.corrects:
        affected = merged(affected, revive(locked.corrects))
        locked.corrects.state = TakeOver.State.TAKEN
    try:
        with transaction.atomic():
            restate(affected, lookups, by)
    except IntegrityError as fault:
        raise NotTaken("numbers", NUMBERS) from fault
    if locked.corrects:  # its records were written anew just now
        locked.corrects.ended = timezone.now()
        locked.corrects.save(update_fields=["state", "ended"])
    locked.made += lookups.made
    locked.save(update_fields=["state", "made"])
    sweep(locked.office_id)
    seal(by, "undo-take-over", locked, file=locked.file.sha256, corrects=locked.corrects_id)
    return locked
