"""What becomes of a result: a document, and matters that are made of what people share."""

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from xieshang.deliberation.actions import hand_on
from xieshang.deliberation.forms import HandOnForm
from xieshang.deliberation.results import Result
from xieshang.lifecycle.actions import NoSuchMove
from xieshang.reports.results import result_document

from ..door import desk
from .page import find, kept_here, show_deliberation


@desk("POST")
def outcomes(request: HttpRequest, key: int) -> HttpResponse:
    """Make a matter of a statement."""
    found = kept_here(request, key)
    form = HandOnForm(found, request.user, request.POST)
    if not form.is_valid():
        return show_deliberation(request, found, handing=form, status=422)
    said = form.cleaned_data
    try:
        matter = hand_on(
            said["statement"], said["kind"], by=request.user, committee=said["committee"]
        )
    except NoSuchMove:
        gone = _("Make a matter of it")
        return show_deliberation(request, kept_here(request, key), gone=gone, status=409)
    return redirect("desk:matter", matter.pk)


@desk("GET")
def result_report(request: HttpRequest, key: int) -> HttpResponse:
    """The result as a document."""
    found = find(request, key)
    kept = getattr(found, "kept_map", None)
    if kept is None:
        gone = _("The result as a document")
        return show_deliberation(request, found, gone=gone, status=409)
    result = Result(kept, list(found.statements.shown()))
    name = f"{found.title}-{_('result')}.docx"
    return FileResponse(result_document(found, result), as_attachment=True, filename=name)
