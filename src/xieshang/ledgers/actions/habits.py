"""Remembering what an office has answered about its headings."""

from collections.abc import Mapping

from django.core.exceptions import PermissionDenied
from django.db import transaction

from xieshang.audit.actions import seal
from xieshang.people.models import Committee

from ..models import Habit
from ..understanding.kinds import KINDS
from .take import may_take


@transaction.atomic
def remember(office: Committee, kind: str, columns: Mapping[str, str], *, by) -> None:
    """Keep answers (heading → field, "" for none of ours) for the office's next ledgers.

    Raises PermissionDenied, and ValueError for a field that the kind does not have.
    """
    if not may_take(by, office):
        raise PermissionDenied(f"{by} does not keep the records of {office}")
    known = {field.name for field in KINDS[kind].fields} | {""}
    if unknown := set(columns.values()) - known:
        raise ValueError(f"{kind} has no {sorted(unknown)}")
    for heading, field in columns.items():
        Habit.objects.update_or_create(
            office=office, kind=kind, heading=heading[:120], defaults={"field": field}
        )
    if columns:
        seal(by, "remember", office, kind=kind, columns=dict(columns))
