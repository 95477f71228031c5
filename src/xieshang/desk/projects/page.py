"""One project: what it says, who brought it in, its sums and stages."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from xieshang.activities.models import Project
from xieshang.projects.actions import come_to, enter_project, introduced_by, set_sums
from xieshang.projects.forms import IntroducerForm, NewProject, StageForm, SumsForm

from ..door import desk
from ..pages import show


@desk("GET", "POST")
def project(request: HttpRequest, key: int) -> HttpResponse:
    """The page; sent, one of its three forms."""
    rows = Project.objects.visible_to(request.user).select_related("committee", "sums")
    found = get_object_or_404(rows, pk=key)
    keeps = request.user.may_keep(found.committee)
    if request.method == "POST" and not keeps:
        raise PermissionDenied("a project is looked after by its office")
    sums = getattr(found, "sums", None)
    known = {"contract": sums.contract, "paid_in": sums.paid_in} if sums else {}
    forms: dict[str, Any] = {
        "sums": SumsForm(initial=known), "stage": StageForm(), "who": IntroducerForm(found),
    }  # fmt: skip
    if request.method == "POST" and sent(request, found, forms):
        return redirect("desk:project", key)
    facts = (
        (_("Day"), found.day, "day"),
        (_("Amount, 10,000 yuan"), found.amount, "number"),
        (_("Paid in so far, 10,000 yuan"), sums and sums.paid_in, "number"),
        (_("How it was brought in"), found.way, ""),
        (_("Stage"), found.stage, ""),
        (_("Place"), found.place, ""),
        (_("Jobs"), found.jobs, "number"),
        (_("Of these, for households lifted out of poverty"), found.jobs_for_poor, "number"),
    )
    context = {
        "project": found,
        "facts": [fact for fact in facts if fact[1] not in (None, "")],
        "introducers": found.introducers.select_related("person"),
        "steps": found.stage_steps.select_related("by"),
        "evidence": found.evidence.select_related("file__committee"),
        "keeps": keeps,
        "forms": forms,
    }
    status = 422 if request.method == "POST" else 200
    return show(request, "desk/projects/page.html", context, here="projects", status=status)


def sent(request: HttpRequest, found: Project, forms: dict[str, Any]) -> bool:
    """Whether what was sent could be done; else its form says why not."""
    acts: dict[str, tuple[Any, Callable[..., object]]] = {
        "sums": (SumsForm(request.POST), set_sums),
        "stage": (StageForm(request.POST), come_to),
        "who": (IntroducerForm(found, request.POST), introduced_by),
    }
    act = request.POST.get("act", "")
    if act not in acts:
        return False
    form, do = acts[act]
    forms[act] = form
    if not form.is_valid():
        return False
    do(found, **form.cleaned_data, by=request.user)
    return True


@desk("GET", "POST")
def new_project(request: HttpRequest) -> HttpResponse:
    form = NewProject(request.user, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        made = enter_project(**form.cleaned_data, by=request.user)
        messages.success(request, _("Written down as %(number)s.") % {"number": made.short})
        return redirect("desk:project", made.pk)
    status = 422 if form.is_bound else 200
    return show(request, "desk/projects/new.html", {"form": form}, here="projects", status=status)
