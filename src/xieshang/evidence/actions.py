"""Keeping what records rest on."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import ProtectedError

from xieshang.audit.actions import seal

from .models import File
from .store import keep, path_of


@transaction.atomic
def keep_file(chunks: Iterable[bytes], name: str, *, committee, by) -> tuple[File, bool]:
    """Keep a received file; returns it, and whether it is new. The same bytes are one file."""
    sha256, size = keep(chunks)
    known = File.objects.filter(sha256=sha256).first()
    if known:
        return known, False
    file = File.objects.create(
        sha256=sha256, name=name[-200:], size=size, committee=committee, kept_by=by
    )
    seal(by, "keep", file, sha256=sha256, size=size)
    return file, True


@transaction.atomic
def entrust(file: File, committee, *, by) -> None:
    """Give a received file to the office whose it turned out to be; its bytes stay."""
    if file.committee == committee:
        return
    seal(by, "entrust", file, came_from=file.committee_id, went_to=committee.pk)
    file.committee = committee
    file.save(update_fields=["committee"])


@transaction.atomic
def forget_file(file: File) -> bool:
    """Delete a file and its bytes; False where something cites it, and it stays.

    The caller seals.
    """
    try:
        with transaction.atomic():
            file.delete()
    except ProtectedError:
        return False
    transaction.on_commit(lambda: drop(file.sha256))
    return True


def drop(sha256: str) -> None:
    """Let the bytes go, unless they were kept again meanwhile."""
    if not File.objects.filter(sha256=sha256).exists():
        path_of(sha256).unlink(missing_ok=True)
