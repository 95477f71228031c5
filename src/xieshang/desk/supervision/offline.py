"""The worker that opens a checklist where there is no network."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from ..door import desk


@desk("GET")
def worker(request: HttpRequest) -> HttpResponse:
    """Its script, from the folder whose pages it may answer for."""
    return HttpResponse(render_to_string("desk/supervision/offline.js"), "text/javascript")
