"""The page of one meeting: its state, its agenda, its people, its minutes."""

from datetime import date, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from xieshang.lifecycle.actions import Hindered, NoSuchMove, moves_open_to, open_move, open_to
from xieshang.matters.forms import FORMS
from xieshang.meetings.actions import take
from xieshang.meetings.forms import AnswerForm, CodeForm, MaterialForm
from xieshang.meetings.lifecycles import AHEAD, MEETING
from xieshang.meetings.models import Meeting
from xieshang.people.models import calendar

from ..door import desk
from ..pages import show
from .listing import state_of

VERBS = {move.verb: move.label for move in MEETING.moves}
YEAR = timedelta(days=366)
ONWARD = ("announce", "hold", "circulate", "finish")


def find(request: HttpRequest, key: int) -> Meeting:
    rows = Meeting.objects.visible_to(request.user).with_page().select_related("activity")
    return get_object_or_404(rows, pk=key)


@desk("GET")
def meeting(request: HttpRequest, key: int) -> HttpResponse:
    found = find(request, key)
    wanted = request.GET.get("move")
    asked = next((m for m in moves_open_to(request.user, found) if m.verb == wanted), None)
    return show_meeting(request, found, asked=asked)


@desk("POST")
def meeting_steps(request: HttpRequest, key: int) -> HttpResponse:
    """Lead it on."""
    found, verb = find(request, key), request.POST.get("verb", "")
    if verb not in VERBS:
        raise Http404(verb)
    try:
        move = open_move(request.user, found, verb)
        form = FORMS[move.asks](request.POST)
        if not form.is_valid():
            return show_meeting(request, found, asked=move, form=form, status=422)
        take(found, verb, by=request.user, **form.cleaned_data)
    except NoSuchMove:
        return show_meeting(request, find(request, key), gone=VERBS[verb], status=409)
    except Hindered as reason:
        return show_meeting(request, find(request, key), hindered=str(reason), status=409)
    return redirect("desk:meeting", key)


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
        "history": history_of(found),
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


def history_of(found: Meeting) -> list[tuple[str, str, object]]:
    """Each step in words: what was done, where it led, the step itself."""
    told = found.steps.select_related("by")
    return [
        (
            VERBS.get(step.verb, _("Meeting planned")),
            found.lifecycle.state(step.went_to).label,
            step,
        )
        for step in told
    ]
