"""Findings on the page of their supervision: noted, handed on, looked at again."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from xieshang.lifecycle.actions import NoSuchMove
from xieshang.supervision.actions import look_again, make_matter, note_finding
from xieshang.supervision.forms import FindingForm, LookForm
from xieshang.supervision.models import Finding

from ..door import desk
from .page import find, show_supervision


def found_of(request: HttpRequest, key: int) -> Finding:
    rows = Finding.objects.visible_to(request.user)
    return get_object_or_404(rows.select_related("supervision__committee"), pk=key)


@desk("POST")
def note(request: HttpRequest, key: int) -> HttpResponse:
    """One more finding."""
    found = find(request, key)
    form = FindingForm(found, request.POST)
    if not form.is_valid():
        return show_supervision(request, found, finding=form, wrong=form, status=422)
    try:
        note_finding(found, **form.cleaned_data, by=request.user)
    except NoSuchMove:
        return show_supervision(request, found, gone=_("Write a finding down"), status=409)
    return redirect("desk:supervision_of", key)


@desk("POST")
def matter(request: HttpRequest, key: int) -> HttpResponse:
    """Let a matter carry it on."""
    finding = found_of(request, key)
    try:
        made = make_matter(finding, by=request.user)
    except NoSuchMove:
        gone = _("Make a matter of it")
        return show_supervision(request, finding.supervision, gone=gone, status=409)
    return redirect("desk:matter", made.pk)


@desk("POST")
def look(request: HttpRequest, key: int) -> HttpResponse:
    """What was seen when somebody looked again."""
    finding, form = found_of(request, key), LookForm(key, request.POST)
    if not form.is_valid():
        return show_supervision(request, finding.supervision, looked=form, wrong=form, status=422)
    try:
        look_again(finding, **form.cleaned_data, by=request.user)
    except NoSuchMove:
        gone = _("Look at a finding again")
        return show_supervision(request, finding.supervision, gone=gone, status=409)
    return redirect("desk:supervision_of", finding.supervision_id)
