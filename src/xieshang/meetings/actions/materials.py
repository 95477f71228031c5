"""Giving material out for a meeting, and taking it away again."""

from collections.abc import Iterable

from django.db import transaction

from xieshang.audit.actions import seal
from xieshang.evidence.actions import keep_file
from xieshang.lifecycle.actions import hold_for

from ..models import Material, Meeting

MOST = 40  # files of one meeting


class TooMany(ValueError):
    """A meeting has as much material as it may have."""


@transaction.atomic
def give_out(meeting: Meeting, chunks: Iterable[bytes], name: str, access: str, *, by) -> Material:
    """Give a file out; the same one again has another access.

    Raises TooMany; else as `hold_for` does.
    """
    locked = hold_for(meeting, "give-out", by=by)
    if locked.materials.count() >= MOST:
        raise TooMany(f"{MOST} files are given out")
    file, _fresh = keep_file(chunks, name, committee=locked.lead, by=by)
    made, _new = Material.objects.update_or_create(
        meeting=locked, file=file, defaults={"access": access, "by": by}
    )
    seal(by, "give-out", locked, sha256=file.sha256, access=access)
    return made


@transaction.atomic
def take_in(material: Material, *, by) -> None:
    """Take it away again; the file itself stays. Raises as `hold_for` does."""
    locked = hold_for(material.meeting, "give-out", by=by)
    seal(by, "take-in", locked, sha256=material.file.sha256)
    material.delete()
