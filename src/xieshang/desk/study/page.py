"""One session: what it was, who sat in it, which questions it took up, what followed."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from xieshang.matters.models import Matter
from xieshang.study.actions import (
    NotTheLast,
    answer_in,
    follow_up,
    invite_guest,
    take_back_sitting,
)
from xieshang.study.forms import FollowUp, GuestForm, QuestionForm
from xieshang.study.models import Sitting

from ..door import desk
from ..pages import show


def find(request: HttpRequest, key: int) -> Sitting:
    rows = Sitting.objects.visible_to(request.user).with_page().select_related("group")
    return get_object_or_404(rows, pk=key)


def kept(request: HttpRequest, key: int) -> Sitting:
    """One of an office whose records this person keeps; 403 for others who see it."""
    found = find(request, key)
    if not request.user.may_keep(found.committee):
        raise PermissionDenied("a session is looked after by its office")
    return found


@desk("GET")
def sitting(request: HttpRequest, key: int) -> HttpResponse:
    return show_sitting(request, find(request, key))


def show_sitting(request: HttpRequest, found: Sitting, status: int = 200, **more) -> HttpResponse:
    held = found.activity
    facts = (
        (_("Document or book"), found.document, ""),
        (_("Who speaks"), found.speaker, ""),
        (_("Lecture team"), found.team, ""),
        (_("Received by"), held.host, ""),
        (_("Place"), held.place, ""),
        (_("Who listens"), found.audience, ""),
        (_("Attendances"), held.attendances, "number"),
        (_("Of these, members"), held.member_attendances, "number"),
    )
    cited = Matter.objects.visible_to(request.user).with_page()
    context = {
        "sitting": found,
        "facts": [fact for fact in facts if fact[1] not in (None, "")],
        "on_air": "recording" in found.of_sort.asks,
        "guests": found.guests.select_related("person"),
        "questions": cited.filter(pk__in=found.questions.values("matter")),
        "keeps": request.user.may_keep(found.committee),
        "follow": FollowUp({"text": found.follow_up, "recording": found.recording}),
        "guest": GuestForm(),
        "question": QuestionForm(request.user),
        **more,
    }
    return show(request, "desk/study/page.html", context, here="study", status=status)


@desk("POST")
def follow(request: HttpRequest, key: int) -> HttpResponse:
    """What follows from it, and the recording."""
    found, form = kept(request, key), FollowUp(request.POST)
    if not form.is_valid():
        return show_sitting(request, found, follow=form, wrong=form, status=422)
    follow_up(found, **form.cleaned_data, by=request.user)
    return redirect("desk:sitting", key)


@desk("POST")
def guest(request: HttpRequest, key: int) -> HttpResponse:
    """One more guest."""
    found, form = kept(request, key), GuestForm(request.POST)
    if not form.is_valid():
        return show_sitting(request, found, guest=form, wrong=form, status=422)
    invite_guest(found, **form.cleaned_data, by=request.user)
    return redirect("desk:sitting", key)


@desk("POST")
def question(request: HttpRequest, key: int) -> HttpResponse:
    """Take a question of the public up, by its number."""
    found, form = kept(request, key), QuestionForm(request.user, request.POST)
    if not form.is_valid():
        return show_sitting(request, found, question=form, wrong=form, status=422)
    answer_in(found, form.cleaned_data["number"], by=request.user)
    return redirect("desk:sitting", key)


@desk("POST")
def back(request: HttpRequest, key: int) -> HttpResponse:
    """Take it out again, where no later one of its series would stand behind a gap."""
    found = kept(request, key)
    try:
        take_back_sitting(found, by=request.user)
    except NotTheLast:
        return show_sitting(request, found, later=True, status=409)
    messages.success(request, _("Taken back."))
    return redirect("desk:study")
