"""A file from a disk or a form: kept as it is, opened, taken over."""

from pathlib import Path

from django.db import transaction

from xieshang.evidence.actions import keep_file

from ..workbook import open_workbook
from .choice import AS_IT_SAYS, Choice, Outcome
from .plan import plan
from .take import take_planned


def import_file(path: Path, *, by, choice: Choice = AS_IT_SAYS, name: str = "") -> Outcome:
    """Keep a file and take it over; one that is not taken over is not kept either.

    Raises WorkbookRefused for what is no workbook, NotTaken, PermissionDenied.
    """
    workbook = open_workbook(path, name or path.name)
    plan_ = plan(workbook, choice)
    with transaction.atomic(), path.open("rb") as opened:
        file, _new = keep_file(
            iter(lambda: opened.read(2**20), b""), workbook.name, committee=plan_.office, by=by
        )
        return take_planned(file, plan_, by=by, choice=choice)
