"""The page of one year plan: where it stands, its topics month by month, proposing, choosing."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from xieshang.consultation.actions import answer_topic, begin_plan, propose, take
from xieshang.consultation.forms import FORMS, ChooseForm, NewPlan, ProposeForm
from xieshang.consultation.lifecycles import YEAR_PLAN
from xieshang.consultation.models import Topic, YearPlan
from xieshang.lifecycle.actions import Hindered, NoSuchMove, open_to

from ..door import desk
from ..leading import Leading
from ..pages import show
from .listing import state_of

ONWARD = ("draw-up", "hand-up", "decide", "sum-up")


def find(request: HttpRequest, key: int) -> YearPlan:
    rows = YearPlan.objects.visible_to(request.user).select_related("committee")
    return get_object_or_404(rows, pk=key)


@desk("GET", "POST")
def new_plan(request: HttpRequest) -> HttpResponse:
    """Ask for topics of a year."""
    form = NewPlan(request.user, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            made = begin_plan(**form.cleaned_data, by=request.user)
        except Hindered as reason:
            form.add_error("year", str(reason))
        else:
            return redirect("desk:year_plan", made.pk)
    context = {"form": form, "may": form.fields["committee"].queryset.exists()}
    status = 422 if form.is_bound else 200
    return show(request, "desk/consultation/new.html", context, here="meetings", status=status)


@desk("GET")
def year_plan(request: HttpRequest, key: int) -> HttpResponse:
    return LEADING.page(request, key)


@desk("POST")
def steps(request: HttpRequest, key: int) -> HttpResponse:
    """Lead it on."""
    return LEADING.step(request, key)


@desk("POST")
def topics(request: HttpRequest, key: int) -> HttpResponse:
    """Propose a topic."""
    found = find(request, key)
    form = ProposeForm(request.user, request.user.keeps(found.committee_id), request.POST)
    if not form.is_valid():
        return show_plan(request, found, proposing=form, status=422)
    try:
        propose(found, **form.cleaned_data, by=request.user)
    except Hindered as reason:
        return show_plan(request, found, proposing=form, hindered=str(reason), status=409)
    messages.success(request, _("Proposed. You are told what became of it."))
    return redirect("desk:year_plan", key)


@desk("POST")
def topic(request: HttpRequest, key: int) -> HttpResponse:
    """Choose a topic, or say why not."""
    rows = Topic.objects.visible_to(request.user).select_related("plan__committee")
    found = get_object_or_404(rows, pk=key)
    form = ChooseForm(found, request.POST)
    if not form.is_valid():
        return show_plan(request, find(request, found.plan_id), answered=(key, form), status=422)
    try:
        answer_topic(found, **form.cleaned_data, by=request.user)
    except NoSuchMove:
        plan = find(request, found.plan_id)
        return show_plan(request, plan, gone=_("Choose topics"), status=409)
    return redirect("desk:year_plan", found.plan_id)


def show_plan(request, found: YearPlan, *, asked=None, answered=None, status=200, **more):
    """The page; `answered`: the key and the form of a topic that was answered wrongly."""
    office = request.user.keeps(found.committee_id)
    moves, deeds = open_to(found.roles_of(request.user), found)
    may = {deed.name: deed for deed in deeds}
    rows = found.topics.visible_to(request.user).filter(plan=found)
    rows = list(rows.select_related("form", "by", "meeting", "matter"))
    forms = {row.pk: ChooseForm(row) for row in rows} if "choose" in may else {}
    forms |= dict([answered]) if answered else {}
    context = {
        "plan": found,
        "state": state_of(found),
        "offers": [(move, found.hindrance(move)) for move in moves],
        "onward": ONWARD,
        "asked": asked,
        "form": FORMS[asked.asks]() if asked else None,
        "may": may,
        "chosen": [(row, forms.get(row.pk)) for row in rows if row.answer == "chosen"],
        "waiting": [(row, forms.get(row.pk)) for row in rows if not row.answer],
        "left": [(row, forms.get(row.pk)) for row in rows if row.answer == "left"],
        "wrong": answered and answered[1],
        "proposing": ProposeForm(request.user, office) if found.takes_topics(office) else None,
        "history": LEADING.history(found),
        **more,
    }
    return show(request, "desk/consultation/plan.html", context, here="meetings", status=status)


LEADING = Leading(
    YEAR_PLAN, "desk:year_plan", gettext_lazy("Topics asked for"), find, take, show_plan, FORMS
)
