"""Files as they were received, to keep: never shown inside a page of ours."""

from django.http import FileResponse, Http404

from xieshang.evidence.models import File


def as_received(file: File) -> FileResponse:
    """The bytes of a kept file; raises Http404 where they are gone."""
    if not file.path.exists():
        raise Http404(file.sha256)
    response = FileResponse(
        file.path.open("rb"),
        as_attachment=True,
        filename=file.name,
        content_type="application/octet-stream",
    )
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
