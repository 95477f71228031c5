"""Planning a meeting on one page."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from xieshang.meetings.actions import Plan, plan
from xieshang.meetings.forms import PlanForm

from ..door import desk
from ..pages import show


@desk("GET", "POST")
def new_meeting(request: HttpRequest) -> HttpResponse:
    form = PlanForm(request.user, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        made = plan(Plan(**form.cleaned_data), by=request.user)
        messages.success(request, _("Planned as %(number)s.") % {"number": made.short})
        return redirect("desk:meeting_people", made.pk)
    status = 422 if form.is_bound else 200
    return show(request, "desk/meetings/new.html", {"form": form}, here="meetings", status=status)
