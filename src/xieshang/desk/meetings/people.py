"""Who is asked, what they answer, who came: ticked by the office, or said with a code."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from xieshang.lifecycle.actions import Hindered, NoSuchMove, open_deed
from xieshang.meetings.actions import answer, ask, come, give_code, tick
from xieshang.meetings.forms import AnswerForm, AskForm, CodeForm, TickForm
from xieshang.meetings.models import Meeting
from xieshang.site.tries import Limit, too_often

from ..door import desk
from ..pages import show
from .page import find, show_meeting

HALL = Limit("code-of-a-hall", 10, 15 * 60)  # wrong codes of one person for one meeting


def kept(request: HttpRequest, key: int) -> Meeting:
    """One that an office of this person convenes; 403 for others who see it."""
    found = find(request, key)
    if "office" not in found.roles_of(request.user):
        raise PermissionDenied("a meeting is led by its office")
    return found


@desk("GET", "POST")
def people(request: HttpRequest, key: int) -> HttpResponse:
    """Tick whom to ask."""
    found = kept(request, key)
    form = AskForm(found, request.user, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            new = ask(found, form.cleaned_data["people"], by=request.user)
        except NoSuchMove:
            return show_meeting(request, find(request, key), gone=_("Ask people"), status=409)
        messages.success(request, _("%(n)d more are asked.") % {"n": new})
        return redirect("desk:meeting", key)
    status = 422 if form.is_bound else 200
    context = {"meeting": found, "form": form}
    return show(request, "desk/meetings/people.html", context, here="meetings", status=status)


@desk("POST")
def own_answer(request: HttpRequest, key: int) -> HttpResponse:
    """Say that one comes, or ask for leave."""
    found, form = find(request, key), AnswerForm(request.POST)
    if not form.is_valid():
        return show_meeting(request, found, answering=form, status=422)
    said = form.cleaned_data
    try:
        answer(found, said["answer"], said["leave"], by=request.user)
    except NoSuchMove:
        return show_meeting(
            request, find(request, key), gone=_("Reply to the invitation"), status=409
        )
    return redirect("desk:meeting", key)


@desk("GET", "POST")
def present(request: HttpRequest, key: int) -> HttpResponse:
    """Tick who came."""
    found = kept(request, key)
    form = TickForm(found, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        keys = [each.pk for each in said["present"]]
        try:
            tick(found, keys, said["others"], by=request.user)
        except NoSuchMove:
            return show_meeting(request, find(request, key), gone=_("Note who came"), status=409)
        return redirect("desk:meeting", key)
    status = 422 if form.is_bound else 200
    context = {"meeting": found, "form": form}
    return show(request, "desk/meetings/present.html", context, here="meetings", status=status)


@desk("POST")
def code(request: HttpRequest, key: int) -> HttpResponse:
    """A new code, shown once, for the screen in the hall."""
    found = kept(request, key)
    try:
        made = give_code(found, by=request.user)
    except NoSuchMove:
        return show_meeting(request, find(request, key), gone=_("Note who came"), status=409)
    context = {"meeting": found, "code": made}
    return show(request, "desk/meetings/code.html", context, here="meetings")


@desk("POST")
def here(request: HttpRequest, key: int) -> HttpResponse:
    """Say with the code that one is here."""
    found, form = find(request, key), CodeForm(request.POST)
    if not form.is_valid():
        return show_meeting(request, found, coding=form, status=422)
    who = f"{request.user.pk}:{key}"
    if HALL.reached(who):
        return too_often(request, HALL)
    try:
        open_deed(request.user, found, "come")
        come(found, form.cleaned_data["code"], by=request.user)
    except NoSuchMove:
        return show_meeting(request, find(request, key), gone=_("Say that one is here"), status=409)
    except Hindered:
        HALL.count(who)
        form.add_error("code", _("That is not the code of now. Look at the screen again."))
        return show_meeting(request, found, coding=form, status=422)
    return redirect("desk:meeting", key)
