"""What records rest on: received files, the rows of their sheets, and what cites them."""

from django.db.models import Count, Max, Min, Q
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from xieshang.evidence.models import Evidence, File
from xieshang.site.downloads import as_received
from xieshang.site.headings import headings_of
from xieshang.site.listing import Column
from xieshang.site.sheets import SheetView, sheet_view

from .door import desk
from .filters import DayFilters
from .listing import Empty, Listing, Shown, listed
from .pages import show

NEAR = 3  # rows shown above and below the cited one


class FileFilters(DayFilters):
    lookups = {"q": "name__icontains", "since": "at__date__gte", "until": "at__date__lte"}


FILES = Listing(
    name="files",
    title=gettext_lazy("Files"),
    rows=lambda person: File.objects.visible_to(person).select_related("committee", "kept_by"),
    filters=FileFilters,
    shown=(
        Shown(Column("name", gettext_lazy("Name"), order="name"), lambda f: f.name),
        Shown(
            Column("committee", gettext_lazy("Committee"), order="committee"),
            lambda f: f.committee.title,
        ),
        Shown(Column("size", gettext_lazy("Bytes"), "number", order="size"), lambda f: f.size),
        Shown(Column("by", gettext_lazy("Received from")), lambda f: str(f.kept_by)),
        Shown(Column("at", gettext_lazy("Received"), "moment", order="at"), lambda f: f.at),
        Shown(Column("sha256", gettext_lazy("SHA-256"), "hash"), lambda f: f.sha256[:12]),
    ),
    order="-at",
    href=lambda f: reverse("desk:file", args=[f.pk]),
    empty=Empty(
        gettext_lazy("No file here yet"),
        gettext_lazy("Every ledger that is handed in is kept, byte for byte."),
        "/desk/ledgers/new/",
        gettext_lazy("Take over a ledger"),
    ),
)


@desk("GET")
def files(request: HttpRequest) -> HttpResponse:
    return listed(request, FILES)


@desk("GET")
def file(request: HttpRequest, key: int) -> HttpResponse:
    found = find(request, key)
    sheets = found.rows.order_by("sheet").values("sheet")
    context = {
        "file": found,
        "sheets": sheets.annotate(
            rows=Count("pk"), first=Min("row"), last=Max("row"), key=Min("pk")
        ),
    }
    return show(request, "desk/file.html", context, here="files")


@desk("GET")
def file_bytes(request: HttpRequest, key: int) -> HttpResponse | FileResponse:
    """The file as it was received, to keep."""
    return as_received(find(request, key))


def find(request: HttpRequest, key: int) -> File:
    rows = File.objects.visible_to(request.user).select_related("committee", "kept_by")
    return get_object_or_404(rows, pk=key)


@desk("GET")
def evidence(request: HttpRequest, key: int) -> HttpResponse:
    rows = Evidence.objects.visible_to(request.user).select_related("file__committee")
    found = get_object_or_404(rows, pk=key)
    context = {
        "evidence": found,
        "sheet": sheet_of(found),
        "records": records_of(found),
    }
    return show(request, "desk/evidence.html", context, here="files")


def sheet_of(cited: Evidence) -> SheetView:
    """The rows around a cited one, under their headings."""
    near = Q(row__range=(cited.row - NEAR, cited.row + NEAR)) | Q(row=cited.header or 0)
    around = cited.file.rows.filter(near, sheet=cited.sheet).order_by("row")
    rows = list(around.values_list("row", "cells"))
    if headings := headings_of(cited):
        rows = [(cited.header, headings), *(line for line in rows if line[0] != cited.header)]
    return sheet_view(cited.sheet, rows, cited=cited.row)


def records_of(found: Evidence) -> list[tuple[str, str, str]]:
    """What rests on this row: the kind of record, its title, where its page is."""
    kinds = (
        (_("Activity"), "desk:activity", found.activities.all()),
        (_("Matter"), "desk:matter", found.matters.all()),
        (_("Brand or series"), "desk:programme", found.programmes.all()),
        (_("Venue"), "desk:venue", found.venues.all()),
        (_("Project"), "desk:project", found.projects.all()),
    )
    return [
        (label, f"{each.short} {each}", reverse(name, args=[each.pk]))
        for label, name, each_kind in kinds
        for each in each_kind
    ]
