"""The checklist of a visit, which a phone can take along to where there is no network."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from xieshang.lifecycle.actions import NoSuchMove
from xieshang.site.pictures import shown
from xieshang.supervision.actions import Seen, write_visit
from xieshang.supervision.forms import VisitForm
from xieshang.supervision.lifecycles import OUT
from xieshang.supervision.models import Shot, Supervision

from ..door import desk
from ..pages import show
from .page import find, show_supervision


@desk("GET", "POST")
def checklist(request: HttpRequest, key: int) -> HttpResponse:
    """The checklist for the team; sent, a visit. Sent again, it is the same one."""
    found = find(request, key)
    if request.method == "POST":
        form = VisitForm(found, request.POST, request.FILES)
        return put(request, found, form) if form.is_valid() else show_list(request, found, form)
    if found.status in OUT and not found.takes_visits_of(request.user):
        raise PermissionDenied("a visit is written down by the team")
    return show_list(request, found, VisitForm(found))


def put(request: HttpRequest, found: Supervision, form: VisitForm) -> HttpResponse:
    said = form.cleaned_data
    seen = Seen(said["key"], said["day"], said["place"], said["note"], form.answers())
    try:
        made = write_visit(found, seen, said["photos"], by=request.user)
    except NoSuchMove:
        return show_supervision(request, found, gone=_("Write down a visit"), status=409)
    messages.success(request, _("The visit to %(place)s is written down.") % {"place": made.place})
    return redirect("desk:supervision_of", found.pk)


def show_list(request: HttpRequest, found: Supervision, form: VisitForm) -> HttpResponse:
    context = {"supervision": found, "form": form, "takes": found.status in OUT}
    status = 422 if form.is_bound else 200
    return show(request, "desk/supervision/visit.html", context, here="supervision", status=status)


@desk("GET")
def shot(request: HttpRequest, key: int, size: str) -> HttpResponse:
    """A picture of a visit, for who may see the visit."""
    rows = Shot.objects.visible_to(request.user).select_related("file", "thumb")
    return shown(get_object_or_404(rows, pk=key), size)
