"""Entering a session: which sort it is, then what that sort asks."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from xieshang.study.actions import hold_sitting
from xieshang.study.forms import NewSitting
from xieshang.study.sorts import SORTS

from ..door import desk
from ..pages import show


@desk("GET")
def sorts(request: HttpRequest) -> HttpResponse:
    context = {"sorts": SORTS.values()}
    return show(request, "desk/study/sorts.html", context, here="study")


@desk("GET", "POST")
def new_sitting(request: HttpRequest, sort: str) -> HttpResponse:
    """The form of one sort; its number is taken when it is sent."""
    if sort not in SORTS:
        raise Http404(sort)
    form = NewSitting(request.user, SORTS[sort], request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        made = hold_sitting(SORTS[sort], **form.cleaned_data, by=request.user)
        messages.success(request, said(made))
        return redirect("desk:sitting", made.pk)
    context = {"form": form, "sort": SORTS[sort]}
    status = 422 if form.is_bound else 200
    return show(request, "desk/study/new.html", context, here="study", status=status)


def said(made) -> str:
    """What is told of it: the number it was given, where its sort has numbers."""
    if made.number is None:
        return _("Written down as %(number)s.") % {"number": made.activity.short}
    return _("Written down as No. %(n)d.") % {"n": made.number}
