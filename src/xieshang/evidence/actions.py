"""Keeping what records rest on."""

from collections.abc import Collection, Iterable, Iterator

from django.db import transaction
from django.db.models import ProtectedError
from django.utils import timezone

from xieshang.audit.actions import seal
from xieshang.search.actions import changed
from xieshang.search.models import Document

from .models import File
from .store import keep, path_of

KIND = "file"


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
    changed(KIND, [file.pk], documents)
    return file, True


@transaction.atomic
def entrust(file: File, committee, *, by) -> None:
    """Give a received file to the office whose it turned out to be; its bytes stay."""
    if file.committee == committee:
        return
    seal(by, "entrust", file, came_from=file.committee_id, went_to=committee.pk)
    file.committee = committee
    file.save(update_fields=["committee"])
    changed(KIND, [file.pk], documents)


@transaction.atomic
def forget_file(file: File) -> bool:
    """Delete a file and its bytes; False where something cites it, and it stays.

    The caller seals.
    """
    key = file.pk
    try:
        with transaction.atomic():
            file.delete()
    except ProtectedError:
        return False
    changed(KIND, [key], documents)
    transaction.on_commit(lambda: drop(file.sha256))
    return True


def drop(sha256: str) -> None:
    """Let the bytes go, unless they were kept again meanwhile."""
    if not File.objects.filter(sha256=sha256).exists():
        path_of(sha256).unlink(missing_ok=True)


def documents(keys: Collection[int] | None = None) -> Iterator[Document]:
    """The names of the files of these keys, or of all, as they are found by their words."""
    rows = File.objects.order_by("pk").select_related("committee")
    for file in (rows if keys is None else rows.filter(pk__in=keys)).iterator(1000):
        yield Document(
            kind=KIND,
            key=file.pk,
            day=timezone.localdate(file.at),
            title=file.name,
            circles=[*map(str, file.committee.line()), f"person {file.kept_by_id}"],
        )
