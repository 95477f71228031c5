"""Planning a meeting on one page, by itself or on a topic of the year."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from xieshang.consultation.actions import hold_meeting
from xieshang.consultation.models import Topic
from xieshang.lifecycle.actions import Hindered, NoSuchMove
from xieshang.meetings.actions import Plan, plan
from xieshang.meetings.forms import PlanForm
from xieshang.meetings.models import Meeting

from ..door import desk
from ..pages import show


@desk("GET", "POST")
def new_meeting(request: HttpRequest) -> HttpResponse:
    asked = request.POST if request.method == "POST" else request.GET
    topic = topic_of(request, asked.get("topic", ""))
    start = {"title": topic.title, "form": topic.form} if topic else None
    form = PlanForm(request.user, request.POST if request.method == "POST" else None, start)
    if form.is_bound and form.is_valid():
        try:
            made = planned(form, topic, request.user)
        except NoSuchMove:
            form.add_error(None, _("The plan of the year stands otherwise now."))
        except Hindered as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, _("Planned as %(number)s.") % {"number": made.short})
            return redirect("desk:meeting_people", made.pk)
    status = 422 if form.is_bound else 200
    context = {"form": form, "topic": topic}
    return show(request, "desk/meetings/new.html", context, here="meetings", status=status)


def topic_of(request: HttpRequest, key: str) -> Topic | None:
    """The topic that is asked for, of a year that this person plans; None where none is."""
    if not key:
        return None
    known = key.isascii() and key.isdecimal() and len(key) <= 12
    rows = Topic.objects.visible_to(request.user).filter(answer="chosen", meeting=None)
    found = get_object_or_404(rows.select_related("plan__committee"), pk=int(key) if known else 0)
    if not request.user.may_keep(found.plan.committee):
        raise PermissionDenied("its office plans the meeting on a topic")
    return found


@transaction.atomic
def planned(form: PlanForm, topic: Topic | None, person) -> Meeting:
    """The meeting, and that it is the one on its topic."""
    made = plan(Plan(**form.cleaned_data), by=person)
    if topic:
        hold_meeting(topic, made, by=person)
    return made
