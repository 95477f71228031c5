"""Research reports and formal recommendations: the list, entering one, its way to an answer."""

from collections.abc import Callable, Mapping

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy

from xieshang.site.listing import Column
from xieshang.supervision.actions import NotInTurn, adopted, answered, enter, name_authors, sent
from xieshang.supervision.forms import AdoptedForm, AdviceForm, AnsweredForm, AuthorsForm, SentForm
from xieshang.supervision.models import Advice
from xieshang.supervision.models.advice import Sort

from ..door import desk
from ..filters import DayFilters, choice
from ..listing import Empty, Listing, Shown, listed
from ..pages import show

STEPS: Mapping[str, tuple[type[forms.Form], Callable[..., None]]] = {
    "adopted": (AdoptedForm, adopted),
    "sent": (SentForm, sent),
    "answered": (AnsweredForm, answered),
}


class AdviceFilters(DayFilters):
    lookups = {
        "q": "title__icontains", "sort": "sort", "since": "day__gte", "until": "day__lte",
    }  # fmt: skip

    sort = choice(gettext_lazy("Sort"), Sort.choices)


ADVICE = Listing(
    name="advice",
    title=gettext_lazy("Reports and recommendations"),
    rows=lambda person: Advice.objects.visible_to(person).select_related("committee"),
    filters=AdviceFilters,
    shown=(
        Shown(Column("title", gettext_lazy("Title"), order="title"), str),
        Shown(Column("number", gettext_lazy("Number"), "keep"), lambda a: a.short),
        Shown(Column("sort", gettext_lazy("Sort")), Advice.get_sort_display),
        Shown(Column("stands", gettext_lazy("State")), lambda a: a.stands),
        Shown(
            Column("committee", gettext_lazy("Committee"), order="committee"),
            lambda a: a.committee.title,
        ),
        Shown(Column("day", gettext_lazy("Day"), "day", order="day"), lambda a: a.day),
    ),
    order="-day",
    href=lambda a: reverse("desk:advice_of", args=[a.pk]),
    empty=Empty(
        gettext_lazy("No report or recommendation here yet"),
        gettext_lazy("Enter one: then who adopted it, to whom it went, and what they answered."),
        "/desk/advice/new/",
        gettext_lazy("Enter one"),
    ),
    enter=("/desk/advice/new/", gettext_lazy("Enter one")),
)


@desk("GET")
def listed_advice(request: HttpRequest) -> HttpResponse:
    return listed(request, ADVICE)


@desk("GET", "POST")
def new_advice(request: HttpRequest) -> HttpResponse:
    form = AdviceForm(request.user, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        made = enter(**form.cleaned_data, by=request.user)
        return redirect("desk:advice_of", made.pk)
    status = 422 if form.is_bound else 200
    context = {"form": form, "may": form.fields["committee"].queryset.exists()}
    return show(request, "desk/supervision/new_advice.html", context, here="supervision",
                status=status)  # fmt: skip


def find(request: HttpRequest, key: int) -> Advice:
    rows = Advice.objects.visible_to(request.user).select_related("committee", "supervision")
    return get_object_or_404(rows, pk=key)


@desk("GET")
def paper(request: HttpRequest, key: int) -> HttpResponse:
    return show_paper(request, find(request, key))


@desk("POST")
def step(request: HttpRequest, key: int, step: str) -> HttpResponse:
    """Adopted, sent or answered, in this order, each once."""
    if step not in STEPS:
        raise Http404(step)
    found = find(request, key)
    if not request.user.may_keep(found.committee):
        raise PermissionDenied("it is looked after by its office")
    asked, write = STEPS[step]
    form = asked(request.POST)
    if not form.is_valid():
        return show_paper(request, found, form=form, status=422)
    try:
        write(found, **form.cleaned_data, by=request.user)
    except NotInTurn:
        return show_paper(request, find(request, key), late=True, status=409)
    return redirect("desk:advice_of", key)


@desk("POST")
def authors(request: HttpRequest, key: int) -> HttpResponse:
    """Say who wrote it."""
    found = find(request, key)
    if not request.user.may_keep(found.committee):
        raise PermissionDenied("it is looked after by its office")
    form = AuthorsForm(found, request.POST)
    if not form.is_valid():
        return show_paper(request, found, writing=form, wrong=form, status=422)
    name_authors(found, form.cleaned_data["authors"], by=request.user)
    return redirect("desk:advice_of", key)


def show_paper(request: HttpRequest, found: Advice, status: int = 200, **more) -> HttpResponse:
    following = next_of(found)
    context = {
        "advice": found,
        "authors": found.authors.order_by("pk"),
        "next": following,
        "form": STEPS[following][0]() if following else None,
        "writing": AuthorsForm(found),
        "keeps": request.user.may_keep(found.committee),
        **more,
    }
    return show(request, "desk/supervision/advice.html", context, here="supervision",
                status=status)  # fmt: skip


def next_of(found: Advice) -> str:
    """The step that comes next; "" after the last."""
    days = {"adopted": found.adopted_on, "sent": found.sent_on, "answered": found.answered_on}
    return next((name for name, day in days.items() if day is None), "")
