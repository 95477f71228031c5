"""Many reports in one go, drawn up by a worker; what was begun is always finished."""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone
from django_tasks import task
from typst import TypstError

from xieshang.audit.actions import seal
from xieshang.figures.scope import Scope
from xieshang.people.models import Committee, Person

from ..document.faults import TemplateFault
from ..document.fonts import NoChineseFont
from ..models import Batch
from .drafting import draft

SILENCE = timedelta(minutes=2)  # a worker that says nothing for so long has been stopped


@transaction.atomic
def order_batch(scope: Scope, *, by: Person) -> Batch:
    """Order the reports of a committee and of all below it; a worker draws them up."""
    batch = Batch(committee=scope.committee, start=scope.start, end=scope.end, ordered_by=by)
    batch.total = batch.span().count()
    batch.save(force_insert=True)
    seal(by, "order", batch, total=batch.total)
    draw_batch.enqueue(batch.pk)
    return batch


@task
def draw_batch(key: int) -> None:
    """Draw up what is missing of a batch. Run twice, or after a stop, it goes on from there."""
    batch = Batch.objects.select_related("ordered_by").get(pk=key)
    for committee in batch.remaining():
        draw_one(batch, committee)
        Batch.objects.filter(pk=key).update(beat=timezone.now())
    finish(key)


def draw_one(batch: Batch, committee: Committee) -> None:
    """One report of a batch; why there is none is kept in the batch."""
    try:
        draft(Scope(committee, batch.start, batch.end), by=batch.ordered_by, batch=batch)
    except IntegrityError:
        if not batch.reports.filter(committee=committee).exists():
            raise  # not merely another worker that was quicker
    except (TemplateFault, TypstError, NoChineseFont) as fault:
        note_error(batch.pk, committee, str(fault))


@transaction.atomic
def note_error(key: int, committee: Committee, reason: str) -> None:
    batch = Batch.objects.select_for_update().get(pk=key)
    if committee.pk not in {error["committee"] for error in batch.errors}:
        batch.errors = [*batch.errors, {"committee": committee.pk, "reason": reason}]
        batch.save(update_fields=["errors"])
        seal(batch.ordered_by, "fail", batch, committee=committee.pk, reason=reason)


@transaction.atomic
def finish(key: int) -> None:
    """Close a batch once."""
    batch = Batch.objects.select_for_update().get(pk=key)
    if batch.finished_at is None:
        batch.finished_at = timezone.now()
        batch.save(update_fields=["finished_at"])
        seal(batch.ordered_by, "finish", batch, done=batch.done, errors=len(batch.errors))


def resume_batches(silence: timedelta = SILENCE) -> list[Batch]:
    """Hand batches whose worker was stopped to the workers again; returns them."""
    stopped = list(
        Batch.objects.filter(finished_at=None, beat__lt=timezone.now() - silence).order_by("pk")
    )
    for batch in stopped:
        draw_batch.enqueue(batch.pk)
    Batch.objects.filter(pk__in=[batch.pk for batch in stopped]).update(beat=timezone.now())
    return stopped
