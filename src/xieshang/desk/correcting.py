"""What was entered by hand may be corrected by hand, or taken back; a ledger's row may not."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from xieshang.activities.actions import correct, take_back
from xieshang.activities.models import Activity
from xieshang.study.models import Sitting

from .door import desk
from .meeting import Meeting
from .pages import show


def may_correct(person, activity: Activity) -> bool:
    """Whether no sheet says it, and this person keeps the records of the office that leads it.

    A session of study is looked after on its own page, where its number stays its own.
    """
    if Sitting.objects.visible_to(person).filter(activity=activity).exists():
        return False
    lead = next(each for each in activity.organisers.all() if each.lead)
    return not activity.evidence.exists() and person.may_keep(lead.committee)


def find(request: HttpRequest, key: int) -> Activity:
    """An activity that may be corrected; raises PermissionDenied for one that may only be read."""
    rows = Activity.objects.visible_to(request.user).with_page()
    found = get_object_or_404(rows, pk=key)
    if not may_correct(request.user, found):
        raise PermissionDenied
    return found


@desk("GET", "POST")
def correction(request: HttpRequest, key: int) -> HttpResponse:
    """The form it was entered by, with what was entered."""
    found = find(request, key)
    form = Meeting(request.user, request.POST if request.method == "POST" else None, found)
    if request.method == "POST" and form.is_valid():
        correct(form.draft(), by=request.user)
        messages.success(request, _("Corrected."))
        return redirect("desk:activity", key)
    context = {"form": form, "first": form.part(0), "second": form.part(1), "activity": found}
    status = 422 if form.is_bound else 200
    return show(request, "desk/new_activity.html", context, here="activities", status=status)


@desk("GET", "POST")
def taking_back(request: HttpRequest, key: int) -> HttpResponse:
    """What taking it back would change; sent, it is taken back."""
    found = find(request, key)
    if request.method == "GET":
        return show(request, "desk/taking_back.html", {"activity": found}, here="activities")
    take_back(found, by=request.user)
    said = {"number": found.short, "title": found.title}
    messages.success(request, _("%(number)s %(title)s was taken back.") % said)
    return redirect("desk:activities")
