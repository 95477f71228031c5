"""Keeping what records rest on."""

from collections.abc import Iterable

from django.db import transaction

from xieshang.audit.actions import seal

from .models import File
from .store import keep


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
