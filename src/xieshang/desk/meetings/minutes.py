"""Writing the minutes, saved as they are typed; looking them through; the document."""

import io

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from xieshang.lifecycle.actions import NoSuchMove
from xieshang.meetings.actions import (
    Moved,
    add_point,
    confirm,
    correct,
    save_item,
    settle,
    sum_up,
)
from xieshang.meetings.forms import CorrectionForm, ItemForm, PointForm, SettleForm, SumForm
from xieshang.meetings.models import Correction, Item, Meeting
from xieshang.reports.minutes import minutes_document

from ..door import desk
from ..pages import show
from .page import find, show_meeting


@desk("GET", "POST")
def minutes(request: HttpRequest, key: int) -> HttpResponse:
    """All items below each other; sent, what all agree on and what they do not."""
    found = find(request, key)
    form = SumForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            sum_up(found, **form.cleaned_data, by=request.user)
        except NoSuchMove:
            return too_late(request, key)
        return redirect("desk:minutes", key)
    return show_minutes(request, found, 422 if form.is_bound else 200)


def too_late(request: HttpRequest, key: int) -> HttpResponse:
    return show_meeting(request, find(request, key), gone=_("Write the minutes"), status=409)


def show_minutes(request, found: Meeting, status: int = 200, **more) -> HttpResponse:
    roles = found.roles_of(request.user)
    items = found.items.select_related("saved_by").prefetch_related("points__unit")
    context = {
        "meeting": found,
        "items": items,
        "writes": "office" in roles and found.status == "held",
        "looks": "asked" in roles and found.status == "circulated",
        "settles": "office" in roles and found.status == "circulated",
        "points": PointForm(found),
        "sum": SumForm(initial={"consensus": found.consensus, "differences": found.differences}),
        "correcting": CorrectionForm(),
        "corrections": found.corrections.select_related("by", "item"),
        "settling": SettleForm(),
        **more,
    }
    return show(request, "desk/meetings/minutes.html", context, here="meetings", status=status)


def find_item(request: HttpRequest, key: int) -> Item:
    rows = Item.objects.visible_to(request.user).select_related("meeting")
    return get_object_or_404(rows, pk=key)


@desk("POST")
def item(request: HttpRequest, key: int) -> HttpResponse:
    """Save what is written of one item; of two who write, the second is shown the first's words."""
    found, form = find_item(request, key), ItemForm(request.POST)
    if not form.is_valid():
        return saved(request, found, status=422, form=form)
    said = form.cleaned_data
    try:
        kept = save_item(
            found, said["notes"], said["decision"], version=said["version"], by=request.user
        )
    except NoSuchMove:
        return too_late(request, found.meeting_id)
    except Moved as fault:
        return saved(request, fault.theirs, status=409, theirs=fault.theirs)
    if request.htmx:
        return saved(request, kept)
    return redirect("desk:minutes", found.meeting_id)


def saved(request: HttpRequest, kept: Item, status: int = 200, **more) -> HttpResponse:
    """The line under an item: what was saved when, or whose words stand there."""
    context = {"item": kept, **more}
    if not request.htmx:
        return show_minutes(request, find(request, kept.meeting_id), status, **more)
    return show(request, "desk/meetings/saved.html", context, here="meetings", status=status)


@desk("POST")
def points(request: HttpRequest, key: int) -> HttpResponse:
    """One more thing to be done."""
    found = find_item(request, key)
    form = PointForm(found.meeting, request.POST)
    if not form.is_valid():
        return show_minutes(request, find(request, found.meeting_id), 422, points=form)
    try:
        add_point(found, **form.cleaned_data, by=request.user)
    except NoSuchMove:
        return too_late(request, found.meeting_id)
    return redirect("desk:minutes", found.meeting_id)


@desk("POST")
def confirmation(request: HttpRequest, key: int) -> HttpResponse:
    """Say that the minutes are as it was."""
    found = find(request, key)
    try:
        confirm(found, by=request.user)
    except NoSuchMove:
        return too_late(request, key)
    return redirect("desk:minutes", key)


@desk("POST")
def corrections(request: HttpRequest, key: int) -> HttpResponse:
    """Say how a line should read."""
    found, form = find_item(request, key), CorrectionForm(request.POST)
    if not form.is_valid():
        return show_minutes(request, find(request, found.meeting_id), 422, correcting=form)
    try:
        correct(found, **form.cleaned_data, by=request.user)
    except NoSuchMove:
        return too_late(request, found.meeting_id)
    return redirect("desk:minutes", found.meeting_id)


@desk("POST")
def settled(request: HttpRequest, key: int) -> HttpResponse:
    """Take a correction over, or say why not."""
    rows = Correction.objects.visible_to(request.user).select_related("meeting")
    found, form = get_object_or_404(rows, pk=key), SettleForm(request.POST)
    if not form.is_valid():
        return show_minutes(request, find(request, found.meeting_id), 422, settling=form)
    try:
        settle(found, **form.cleaned_data, by=request.user)
    except NoSuchMove:
        return too_late(request, found.meeting_id)
    return redirect("desk:minutes", found.meeting_id)


@desk("GET")
def document(request: HttpRequest, key: int) -> HttpResponse:
    """The minutes as a document (纪要)."""
    found = find(request, key)
    name = f"{found.title}-{_('minutes of the meeting')}.docx"
    return FileResponse(io.BytesIO(minutes_document(found)), as_attachment=True, filename=name)
