"""Which sectors have a studio in use, and which townships a venue."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from xieshang.people.models import Committee
from xieshang.venues.actions import name_townships, place_in
from xieshang.venues.coverage import Coverage
from xieshang.venues.forms import NewTownship, Where

from ..door import desk
from ..pages import show
from .page import kept, show_venue


@desk("GET", "POST")
def coverage(request: HttpRequest) -> HttpResponse:
    """By committee; sent, more townships."""
    form = NewTownship(request.user, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        new = name_townships(said["committee"], said["names"], by=request.user)
        messages.success(request, _("%(n)d new ones are listed.") % {"n": new})
        return redirect("desk:venue_coverage")
    rows = Committee.objects.visible_to(request.user).below_seats_of(request.user)
    status = 422 if form.is_bound else 200
    context = {"form": form, "parts": Coverage(rows.order_by("code")).parts()}
    return show(request, "desk/venues/coverage.html", context, here="venues", status=status)


@desk("POST")
def township(request: HttpRequest, key: int) -> HttpResponse:
    """Say in which township a venue lies, among those its office has listed."""
    found, form = kept(request, key), Where(request.POST)
    if not form.is_valid():
        return show_venue(request, found, status=422)
    known = found.committee.townships.filter(name=form.cleaned_data["township"]).first()
    if known is None:
        return show_venue(request, found, unknown=form.cleaned_data["township"], status=422)
    place_in(found, known, by=request.user)
    return redirect("desk:venue", key)
