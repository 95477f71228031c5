"""Whom a committee invited to write reports without a seat: the list, inviting, ending."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from xieshang.matters.actions import end_invitation, invite_contributor
from xieshang.matters.forms import Inviting
from xieshang.matters.models import Contributor
from xieshang.people.models import Committee

from ..door import desk
from ..pages import show

MOST = 200


@desk("GET", "POST")
def contributors(request: HttpRequest) -> HttpResponse:
    """Those whom the offices one keeps invited; sent, one more."""
    places = Committee.objects.visible_to(request.user).kept_by(request.user)
    if not places.exists():
        raise PermissionDenied("only an office invites")
    sent = request.POST if request.method == "POST" else None
    form = Inviting(sent, places=places)
    if sent is not None and form.is_valid():
        said = form.cleaned_data
        invite_contributor(said["person"], said["committee"], by=request.user)
        messages.success(request, _("%(who)s may write now.") % {"who": said["person"]})
        return redirect("desk:contributors")
    rows = Contributor.objects.visible_to(request.user).filter(committee__in=places)
    rows = rows.select_related("person", "committee", "by").order_by("committee", "-pk")
    context = {"form": form, "rows": rows[:MOST]}
    status = 422 if sent is not None else 200
    return show(request, "desk/opinion/contributors.html", context, here="opinion", status=status)


@desk("POST")
def ended_contributor(request: HttpRequest, key: int) -> HttpResponse:
    """End an invitation."""
    rows = Contributor.objects.visible_to(request.user)
    found = get_object_or_404(rows.select_related("committee"), pk=key)
    end_invitation(found, by=request.user)
    return redirect("desk:contributors")
