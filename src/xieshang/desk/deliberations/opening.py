"""Preparing a deliberation, and changing its times."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from xieshang.deliberation.actions import Opening, begin, reschedule
from xieshang.deliberation.forms import OpeningForm, Times
from xieshang.lifecycle.actions import NoSuchMove

from ..door import desk
from ..pages import show
from .page import kept_here, show_deliberation


@desk("GET", "POST")
def new_deliberation(request: HttpRequest) -> HttpResponse:
    form = OpeningForm(request.user, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        begun = begin(Opening(**form.cleaned_data), by=request.user)
        messages.success(request, _("Prepared as %(number)s.") % {"number": begun.short})
        return redirect("desk:deliberation", begun.pk)
    status = 422 if form.is_bound else 200
    context = {"form": form}
    return show(
        request, "desk/deliberations/new.html", context, here="deliberations", status=status
    )


@desk("GET", "POST")
def times(request: HttpRequest, key: int) -> HttpResponse:
    found = kept_here(request, key)
    said = {"weigh_at": found.weigh_at, "closes_at": found.closes_at}
    form = Times(request.POST if request.method == "POST" else None, initial=said)
    if form.is_bound and form.is_valid():
        try:
            reschedule(found, by=request.user, **form.cleaned_data)
        except NoSuchMove:
            gone = _("Change the times")
            return show_deliberation(request, kept_here(request, key), gone=gone, status=409)
        return redirect("desk:deliberation", key)
    context = {"deliberation": found, "form": form}
    status = 422 if form.is_bound else 200
    return show(
        request, "desk/deliberations/times.html", context, here="deliberations", status=status
    )
