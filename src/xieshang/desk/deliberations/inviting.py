"""Whom a deliberation invites."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from xieshang.deliberation.actions import invite
from xieshang.deliberation.forms import InvitedForm
from xieshang.lifecycle.actions import NoSuchMove

from ..door import desk
from ..pages import show
from .page import kept_here, show_deliberation


@desk("GET", "POST")
def invited(request: HttpRequest, key: int) -> HttpResponse:
    """Tick who may take part; for deliberations of those who are invited alone."""
    found = kept_here(request, key)
    if found.who != found.Who.INVITED:
        raise Http404(found.who)
    form = InvitedForm(found, request.user, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            new = invite(found, form.cleaned_data["people"], by=request.user)
        except NoSuchMove:
            gone = _("Say who is invited")
            return show_deliberation(request, kept_here(request, key), gone=gone, status=409)
        messages.success(request, _("%(n)d more are invited, and told.") % {"n": new})
        return redirect("desk:deliberation", key)
    context = {"deliberation": found, "form": form}
    status = 422 if form.is_bound else 200
    return show(
        request, "desk/deliberations/invited.html", context, here="deliberations", status=status
    )
