"""Published reports, to be read on a page: each number opens the figure it was taken from."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from xieshang.reports.models import Report
from xieshang.reports.reading import reading_of
from xieshang.site.listing import page_of
from xieshang.site.pages import show

from .asked import Body
from .figures import named

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FILES = {"pdf": "application/pdf", "docx": DOCX}


def index(request: HttpRequest) -> HttpResponse:
    """Every report anybody may read, the latest first."""
    body = Body()
    found = Report.objects.public().with_page()
    code = request.GET.get("committee", "")
    chosen = body.committees.get(int(code)) if code.isdecimal() and len(code) == 6 else None
    if chosen:
        found = found.filter(committee=chosen)
    page = page_of(found, request.GET, "-start", size=20)
    context = {"page": page, "chosen": chosen, **named(body)}
    return show(request, "portal/reports.html", context)


def report(request: HttpRequest, pk: int) -> HttpResponse:
    """One report, as text."""
    found = get_object_or_404(Report.objects.public().with_page(), pk=pk)
    context = {"report": found, "fragments": reading_of(found), **named(Body())}
    return show(request, "portal/report.html", context)


def file(request: HttpRequest, pk: int, kind: str) -> FileResponse:
    """One report as the file that was published."""
    if kind not in FILES:
        raise Http404(kind)
    found = get_object_or_404(Report.objects.public().with_page(), pk=pk)
    return FileResponse(
        getattr(found, kind).path.open("rb"),
        as_attachment=True,
        filename=f"{found.title}.{kind}",
        content_type=FILES[kind],
    )
