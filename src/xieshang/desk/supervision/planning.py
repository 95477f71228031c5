"""Beginning a supervision, and writing its plan."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from xieshang.lifecycle.actions import NoSuchMove
from xieshang.supervision.actions import begin, plan
from xieshang.supervision.forms import NewSupervision, PlanForm

from ..door import desk
from ..pages import show
from .page import find, show_supervision


@desk("GET", "POST")
def new_supervision(request: HttpRequest) -> HttpResponse:
    form = NewSupervision(request.user, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        made = begin(**form.cleaned_data, by=request.user)
        return redirect("desk:supervision_plan", made.pk)
    status = 422 if form.is_bound else 200
    context = {"form": form, "may": form.fields["committee"].queryset.exists()}
    return show(request, "desk/supervision/new.html", context, here="supervision", status=status)


@desk("GET", "POST")
def plan_page(request: HttpRequest, key: int) -> HttpResponse:
    """The plan of one that its office still plans; 403 for others who see it."""
    found = find(request, key)
    if not request.user.may_keep(found.committee):
        raise PermissionDenied("a supervision is planned by its office")
    form = PlanForm(found, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            plan(found, **form.cleaned_data, by=request.user)
        except NoSuchMove:
            return show_supervision(
                request, found, gone=_("Change the plan of supervision"), status=409
            )
        messages.success(request, _("The plan is kept."))
        return redirect("desk:supervision_of", key)
    context = {"supervision": found, "form": form}
    status = 422 if form.is_bound else 200
    return show(request, "desk/supervision/plan.html", context, here="supervision", status=status)
