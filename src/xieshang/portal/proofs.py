"""Where a row was taken from, and what the log says of it."""

from collections.abc import Iterable

from django.db.models import Model, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from xieshang.audit.models import Entry
from xieshang.evidence.models import Evidence, File
from xieshang.figures.metrics import METRICS
from xieshang.matters.models import Matter
from xieshang.reading.masking import mask
from xieshang.reading.numbers import read_count
from xieshang.reading.unreadable import Unreadable
from xieshang.site.deeds import deed_said, subject_said
from xieshang.site.headings import headings_of
from xieshang.site.pages import show
from xieshang.site.sheets import sheet_view

AROUND = 4
CITING = ("activities", "matters", "programmes", "venues", "projects")
# What an entry may tell of without saying who did it.
TELLABLE = {
    "sha256": gettext_lazy("Digest of the file"),
    "size": gettext_lazy("Bytes"),
    "root": gettext_lazy("Root over the rows"),
    "rows": gettext_lazy("Rows"),
    "digest": gettext_lazy("Digest of the rows"),
    "value": gettext_lazy("Value"),
}


def evidence(request: HttpRequest, pk: int) -> HttpResponse:
    """One row of a received sheet among its neighbours, the cell a figure rests on marked."""
    cited = get_object_or_404(Evidence.objects.public(), pk=pk)
    records = [record for name in CITING for record in getattr(cited, name).all()]
    near = Q(row__range=(cited.row - AROUND, cited.row + AROUND)) | Q(row=cited.header)
    same = Evidence.objects.public().filter(near, file=cited.file_id, sheet=cited.sheet)
    rows = [
        (one.row, told(one.cells, one.matters.all()))
        for one in same.order_by("row").prefetch_related("matters")
    ]
    if headings := headings_of(cited):
        rows = [(cited.header, list(headings)), *(line for line in rows if line[0] != cited.header)]
    sought = sought_in(records, request.GET.get("figure", ""))
    context = {
        "cited": cited,
        "sheet": sheet_view(
            cited.sheet, rows, cited=cited.row, marked=cells_saying(cited.cells, sought)
        ),
        "records": records,
        "entries": [(deed_said(one), one.pk) for one in entries_about(cited.file)],
    }
    return show(request, "portal/evidence.html", context, fragment="panel")


def subject_of(record: Model) -> str:
    """A record as the log names it."""
    return f"{record._meta.label_lower}:{record.pk}"


def entries_about(file: File) -> Iterable[Entry]:
    """What the log has of a file: that it was received, and each time its rows were taken over."""
    about = [subject_of(file), *map(subject_of, file.take_overs.all())]
    return Entry.objects.public().filter(subject__in=about)


def told(cells: Iterable[object], matters: Iterable[Matter]) -> list[str]:
    """Cells as anybody may read them: no telephone numbers, not who wrote."""
    authors = {matter.author for matter in matters} - {""}
    texts = ["" if cell is None else str(cell) for cell in cells]
    return [_("(not public)") if text.strip() in authors else mask(text) for text in texts]


def sought_in(records: list[Model], name: str) -> set[object]:
    """What a figure takes from these records: what it sums, or, counting them, their titles."""
    metric = METRICS.get(name)
    if metric is None:
        return set()
    field = metric.source.path(metric.measure).rpartition("__")[2] if metric.measure else ""
    return {getattr(record, field, None) if field else str(record) for record in records} - {None}


def cells_saying(cells: list, sought: set[object]) -> set[int]:
    """The places of the cells that say one of these, in whatever way it is written."""
    return {place for place, cell in enumerate(cells) if cell and value_of(cell, sought) in sought}


def value_of(cell: object, sought: set[object]) -> object:
    """A cell as text, or as the number it says where numbers are sought."""
    if not any(isinstance(one, int) for one in sought):
        return str(cell).strip()
    try:
        return int(read_count(cell).value)
    except Unreadable:
        return None


def entry(request: HttpRequest, pk: int) -> HttpResponse:
    """One link of the log: what was sealed, when, and the digests that hold the chain."""
    found = get_object_or_404(Entry.objects.public(), pk=pk)
    facts = [
        (label, found.detail[name]) for name, label in TELLABLE.items() if name in found.detail
    ]
    label, _colon, key = found.subject.partition(":")
    row = None
    if label == File._meta.label_lower:
        row = Evidence.objects.public().filter(file=key).first()
    context = {
        "entry": found,
        "deed": deed_said(found),
        "subject": subject_said(found),
        "facts": facts,
        "row": row,
    }
    return show(request, "portal/entry.html", context, fragment="panel")
