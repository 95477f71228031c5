"""The page of one meeting: its state, its agenda, its people, its minutes."""

from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from xieshang.lifecycle.actions import open_to
from xieshang.matters.forms import FORMS
from xieshang.meetings.actions import take
from xieshang.meetings.forms import AnswerForm, CodeForm, MaterialForm
from xieshang.meetings.lifecycles import AHEAD, MEETING
from xieshang.meetings.models import Meeting
from xieshang.people.models import calendar

from ..door import desk
from ..leading import Leading
from ..pages import show
from .listing import state_of

YEAR = timedelta(days=366)
ONWARD = ("announce", "hold", "circulate", "finish")


def find(request: HttpRequest, key: int) -> Meeting:
    rows = Meeting.objects.visible_to(request.user).with_page().select_related("activity")
    return get_object_or_404(rows, pk=key)


@desk("GET")
def meeting(request: HttpRequest, key: int) -> HttpResponse:
    return LEADING.page(request, key)


@desk("POST")
def meeting_steps(request: HttpRequest, key: int) -> HttpResponse:
    """Lead it on."""
    return LEADING.step(request, key)


def show_meeting(request, found: Meeting, *, asked=None, status=200, **more) -> HttpResponse:
    """The page; `more`: what just became of it."""
    moves, deeds = open_to(found.roles_of(request.user), found)
    invitations = list(found.invitations.select_related("person"))
    context = {
        "meeting": found,
        "state": state_of(found),
        "offers": [(move, found.hindrance(move)) for move in moves],
        "onward": ONWARD,
        "asked": asked,
        "form": FORMS[asked.asks]() if asked else None,
        "may": {deed.name.replace("-", "_"): deed for deed in deeds},
        "items": found.items.prefetch_related("points__unit", "points__matter"),
        "invitations": invitations,
        "own": next((i for i in invitations if i.person_id == request.user.pk), None),
        "counts": counts_of(invitations),
        "materials": found.materials.visible_to(request.user).select_related("file"),
        "due": material_due(found),
        "giving": MaterialForm(),
        "answering": AnswerForm(),
        "coding": CodeForm(),
        "history": LEADING.history(found),
        **more,
    }
    return show(request, "desk/meetings/page.html", context, here="meetings", status=status)


def material_due(found: Meeting) -> date | None:
    """The working day by which its form wants the material to be there; None once it is held."""
    if found.status not in AHEAD:
        return None
    day = timezone.localdate(found.starts_at)
    return calendar(since=day - YEAR).add(day, -found.form.materials_days)


def counts_of(invitations: list) -> dict[str, int]:
    """How many people are asked, come, wait, ask for leave, came."""
    answers = [each.answer for each in invitations]
    return {
        "asked": len(invitations),
        "coming": answers.count("coming"),
        "waiting": answers.count("waiting"),
        "leave": answers.count("leave"),
        "came": sum(each.came for each in invitations),
    }


LEADING = Leading(
    MEETING, "desk:meeting", _("Meeting planned"), find, take, show_meeting, FORMS
)  # fmt: skip
