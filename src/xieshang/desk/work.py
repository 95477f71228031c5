"""What a page hands over to a worker: a look at a large ledger, the taking over of many."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_noop
from django_tasks import task

from xieshang.evidence.actions import entrust
from xieshang.evidence.models import File
from xieshang.ledgers.actions import NotTaken, Outcome, remember, take_over
from xieshang.ledgers.actions.choice import Choice
from xieshang.ledgers.actions.plan import plan
from xieshang.ledgers.workbook import WorkbookRefused, open_workbook
from xieshang.people.models import Person

from .asked import Asked
from .look import look_of
from .progress import Progress

LARGE = 400_000  # bytes of a file above which a worker does what a page would wait for
Plain = dict[str, Any]


@task(takes_context=True)
def look(context, *, person: int, file: int, asked: Plain) -> Plain:
    """Look a file through; what was found, or why it was not read."""
    progress = Progress(str(context.task_result.id))
    try:
        return looked(file_of(person, file), Asked(**asked), progress)
    finally:
        progress.end()


@task(takes_context=True)
def take(context, *, person: int, files: Sequence[int], asked: Plain) -> list[Plain]:
    """Take files over, one after the other; what became of each."""
    progress = Progress(str(context.task_result.id))
    try:
        by = person_of(person)
        return [taken(file_of(person, key), Asked(**asked), by, progress) for key in files]
    finally:
        progress.end()


def person_of(key: int) -> Person:
    """Whoever asked for the work, if their account is still open."""
    return get_object_or_404(Person, pk=key, is_active=True)


def file_of(person: int, key: int) -> File:
    """The file, as this person may see it now."""
    rows = File.objects.visible_to(person_of(person)).select_related("committee")
    return get_object_or_404(rows, pk=key)


def looked(file: File, asked: Asked, progress=None) -> Plain:
    """What a look at a file found, or under `refused` why there was none."""
    try:
        return look_of(open_workbook(file.path, file.name), asked.choice(progress))
    except REFUSALS as fault:
        return {"refused": reason_of(fault)}


def taken(file: File, asked: Asked, by: Person, progress=None) -> Plain:
    """Take one file over; what became of it, or under `refused` why nothing did."""
    told: Plain = {"file": file.pk, "name": file.name}
    try:
        outcome = take_file(file, asked, by, asked.choice(progress))
    except REFUSALS as fault:
        return told | {"refused": reason_of(fault)}
    return told | {
        "take_over": outcome.take_over and outcome.take_over.pk,
        "taken": outcome.taken,
        "back": len(outcome.refused),
        "joined": outcome.joined,
        "to_decide": outcome.to_decide,
        "unchanged": outcome.unchanged,
    }


def take_file(file: File, asked: Asked, by: Person, choice: Choice) -> Outcome:
    """Take a file over for its office, and remember what was answered for the next one."""
    workbook = open_workbook(file.path, file.name)
    planned = plan(workbook, choice)
    kinds = {sheet.sheet: sheet.kind.name for sheet in planned.book.sheets}
    with transaction.atomic():
        outcome = take_over(file, workbook, by=by, choice=choice)
        if outcome.unchanged:
            return outcome
        entrust(file, planned.office, by=by)
        for name, said in asked.sheets.items():
            if said["columns"] and name in kinds:
                remember(planned.office, kinds[name], answered(said["columns"]), by=by)
    return outcome


def answered(columns: Mapping[str, str]) -> dict[str, str]:
    """The answers about headings that have words."""
    return {heading: name for heading, name in columns.items() if heading.strip()}


def reason_of(fault: Exception) -> Plain:
    """Why a file was not read or not taken: its words still to be translated."""
    if isinstance(fault, WorkbookRefused):
        return {"slug": fault.reason, "message": fault.message, "values": fault.values}
    if isinstance(fault, NotTaken):
        return {"slug": fault.slug, "message": str(fault), "values": {}}
    message = NOT_YOURS if isinstance(fault, PermissionDenied) else LOST
    return {
        "slug": "not-yours" if message is NOT_YOURS else "lost",
        "message": message,
        "values": {},
    }


REFUSALS = (WorkbookRefused, NotTaken, PermissionDenied, FileNotFoundError)
NOT_YOURS = gettext_noop("You do not keep the records of the office whose ledger this is.")
LOST = gettext_noop("The bytes of this file are not where they were put. Hand it in once more.")
