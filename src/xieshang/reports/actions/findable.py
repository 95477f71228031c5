"""Reports as they are found by their words."""

from collections.abc import Collection, Iterator
from pathlib import Path

from xieshang.search.models import Document

from ..document.read import read
from ..models import Report

KIND = "report"


def documents(keys: Collection[int] | None = None) -> Iterator[Document]:
    """The words of the reports of these keys, or of all."""
    rows = Report.objects.order_by("pk").select_related("docx")
    for report in (rows if keys is None else rows.filter(pk__in=keys)).iterator(1000):
        yield Document(
            kind=KIND,
            key=report.pk,
            day=report.drawn_on,
            title=report.title,
            text=text_of(report.docx.path),
            numbers=[report.short],
        )


def text_of(path: Path) -> str:
    """What a docx says; nothing where it is no longer there."""
    return read(path.read_bytes()).text if path.exists() else ""
