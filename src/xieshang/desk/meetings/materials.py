"""Material of a meeting: given out, read by whom it is for, taken away again."""

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from xieshang.lifecycle.actions import NoSuchMove
from xieshang.meetings.actions import TooMany, give_out, take_in
from xieshang.meetings.forms import MaterialForm
from xieshang.meetings.models import Material
from xieshang.site.downloads import as_received

from ..door import desk
from .page import find, show_meeting


def back(key: int) -> HttpResponse:
    return redirect(f"{reverse('desk:meeting', args=[key])}#material")


@desk("POST")
def materials(request: HttpRequest, key: int) -> HttpResponse:
    """One more file."""
    found, form = find(request, key), MaterialForm(request.POST, request.FILES)
    if not form.is_valid():
        return show_meeting(request, found, giving=form, wrong=form, status=422)
    file = form.cleaned_data["file"]
    try:
        give_out(found, file.chunks(), file.name, form.cleaned_data["access"], by=request.user)
    except NoSuchMove:
        return show_meeting(request, find(request, key), gone=_("Give material out"), status=409)
    except TooMany:
        form.add_error("file", _("There are as many files as there may be. Take one away first."))
        return show_meeting(request, found, giving=form, wrong=form, status=422)
    return back(key)


def seen_one(request: HttpRequest, key: int) -> Material:
    """One that this person may read today, whatever they could read before."""
    rows = Material.objects.visible_to(request.user).select_related("file", "meeting")
    return get_object_or_404(rows, pk=key)


@desk("GET")
def material(request: HttpRequest, key: int) -> FileResponse:
    """The bytes to keep, as they were received."""
    return as_received(seen_one(request, key).file)


@desk("POST")
def material_end(request: HttpRequest, key: int) -> HttpResponse:
    """Take it away again."""
    found = seen_one(request, key)
    try:
        take_in(found, by=request.user)
    except NoSuchMove:
        where = find(request, found.meeting_id)
        return show_meeting(request, where, gone=_("Give material out"), status=409)
    return back(found.meeting_id)
