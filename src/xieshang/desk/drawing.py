"""Drawing reports up: one at once, or one for every committee by a worker, watched."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from typst import TypstError

from xieshang.activities.models import Activity
from xieshang.figures.scope import Scope
from xieshang.people.models import Committee
from xieshang.reports.actions import draft, order_batch
from xieshang.reports.document.faults import TemplateFault
from xieshang.reports.document.fonts import NoChineseFont
from xieshang.reports.models import Batch

from .door import desk
from .pages import show
from .reports import find
from .year import FIRST, LAST

LATELY = 5  # orders shown beside the form
REFUSALS = (TemplateFault, TypstError, NoChineseFont)


class Drawing(forms.Form):
    """Whose report, of which year."""

    committee = forms.ModelChoiceField(None, label=gettext_lazy("Committee"), empty_label=None)
    year = forms.IntegerField(
        label=gettext_lazy("Year"),
        validators=[MinValueValidator(FIRST), MaxValueValidator(LAST)],
    )

    def __init__(self, person, said=None):
        kept = Committee.objects.visible_to(person).kept_by(person)
        last = Activity.objects.visible_to(person).aggregate(day=Max("day"))["day"]
        year = (last or timezone.localdate()).year
        first = kept.first()
        super().__init__(said, initial={"committee": first and first.pk, "year": year})
        self.fields["committee"].queryset = kept
        self.keeps = first is not None

    @property
    def scope(self) -> Scope:
        return Scope.year(self.cleaned_data["committee"], self.cleaned_data["year"])


@desk("GET", "POST")
def drawing(request: HttpRequest) -> HttpResponse:
    """Ask whose report of which year; sent, draw up that one, or order one for each below too."""
    sent = request.method == "POST"
    form = Drawing(request.user, request.POST if sent else None)
    if sent and not form.keeps:
        raise PermissionDenied
    faults: list[str] = []
    if sent and form.is_valid():
        if request.POST.get("act") == "all":
            return redirect("desk:batch", order_batch(form.scope, by=request.user).pk)
        try:
            return redirect("desk:report", draft(form.scope, by=request.user).pk)
        except REFUSALS as fault:
            faults = said(fault)
    context = {
        "form": form,
        "faults": faults,
        "batches": Batch.objects.visible_to(request.user).select_related("committee")[:LATELY],
    }
    status = 422 if sent else 200
    return show(request, "desk/new_report.html", context, here="reports", status=status)


def said(fault: Exception) -> list[str]:
    """Why there is no report, a line for each thing that is wrong."""
    return [str(each) for each in getattr(fault, "faults", None) or [fault]]


@desk("POST")
def drawn_anew(request: HttpRequest, key: int) -> HttpResponse:
    """The same committee and days from the records of today; the earlier report stays."""
    found = find(request, key)
    if not found.roles_of(request.user):
        raise PermissionDenied
    try:
        fresh = draft(Scope(found.committee, found.start, found.end), by=request.user)
    except REFUSALS as fault:
        for line in said(fault):
            messages.error(request, line)
        return redirect("desk:report", key)
    note = _("Drawn up anew as %(new)s. %(old)s stays as it is until somebody withdraws it.")
    messages.success(request, note % {"new": fresh.short, "old": found.short})
    return redirect("desk:report", fresh.pk)


@desk("GET")
def batch(request: HttpRequest, key: int) -> HttpResponse:
    """How far an order of many reports is, and for whom there is none, with the reason."""
    rows = Batch.objects.visible_to(request.user).select_related("committee", "ordered_by")
    found = get_object_or_404(rows, pk=key)
    finished = found.finished_at is not None
    if finished and request.htmx:
        return HttpResponse(status=204, headers={"HX-Redirect": request.path})
    names = dict(found.span().values_list("pk", "title")) if found.errors else {}
    context = {
        "batch": found,
        "doing": _("All dealt with") if finished else _("Drawing up the reports"),
        "done": found.done,
        "whole": found.total,
        "since": timezone.localtime(found.at),
        "finished": finished,
        "href": request.path,
        "errors": [(names.get(e["committee"], e["committee"]), e["reason"]) for e in found.errors],
        "drawn": found.reports.with_page() if finished else [],
    }
    fragment = "" if finished else "progress"
    return show(request, "desk/batch.html", context, here="reports", fragment=fragment)
