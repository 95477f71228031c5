"""Assignments: the list of what units have been given, and the page of one."""

from datetime import date
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy

from xieshang.matters.models import Assignment
from xieshang.site.listing import Column

from .acting import DEED, MOVE, Acting, Place, acted, looked_at
from .assignment_filters import AssignmentFilters
from .assignment_parts import Part, facts_of, parts_of, stamps_of
from .clock import due_of
from .door import desk
from .listing import Bulk, Empty, Listing, Shown, State, listed
from .pages import show

VERBS = {
    "receive": gettext_lazy("Receive"),
    "pass": gettext_lazy("Pass the reply"),
    "countersign": gettext_lazy("Counter-sign"),
    "nudge": gettext_lazy("Nudge"),
}


def state_of(assignment: Assignment) -> State:
    """The state's word, with the tone of where it stands."""
    state = assignment.state
    if assignment.is_late:
        return State(state.label, "late")
    if state.waits:
        return State(state.label, "waiting" if assignment.status == "assigned" else "moving")
    return State(state.label, "good" if assignment.status in ("replied", "opined") else "")


def matter_said(assignment: Assignment) -> str:
    """The number its matter is filed under, or the one to say on the telephone."""
    return assignment.matter.filed_as or assignment.matter.short


def nudged_on(assignment: Assignment) -> date | None:
    """The day of the last reminder."""
    last = assignment.last_nudge
    return timezone.localdate(last.at) if last else None


def rows_of(person):
    """Those of one's units and of the committees one sits on, with what a list shows."""
    rows = Assignment.objects.visible_to(person).concerning(person)
    return rows.with_page().with_nudges()


ASSIGNMENTS = Listing(
    name="assignments",
    title=gettext_lazy("Assignments"),
    rows=rows_of,
    filters=AssignmentFilters,
    shown=(
        Shown(Column("title", gettext_lazy("Title")), lambda a: a.matter.title),
        Shown(Column("number", gettext_lazy("Number"), "keep"), lambda a: a.short),
        Shown(Column("matter", gettext_lazy("Matter"), "keep"), matter_said),
        Shown(Column("unit", gettext_lazy("Handling unit")), lambda a: a.unit.name),
        Shown(Column("part", gettext_lazy("Part"), "keep"), Assignment.get_part_display),
        Shown(Column("state", gettext_lazy("State"), "keep"), state_of),
        Shown(Column("waits", gettext_lazy("Waiting for")), lambda a: a.next.who if a.next else ""),
        Shown(Column("due", gettext_lazy("Due"), "due", order="due_on"), lambda a: a.due_on),
        Shown(
            Column("given", gettext_lazy("Given on"), "day", order="given_on"), lambda a: a.given_on
        ),
        Shown(Column("nudged", gettext_lazy("Nudged on"), "day"), nudged_on),
    ),
    order="due_on",
    href=lambda a: reverse("desk:assignment", args=[a.pk]),
    empty=Empty(
        gettext_lazy("Nothing is with a unit now"),
        gettext_lazy("What an office assigns to a unit stands here, the most pressing first."),
        "/desk/matters/",
        gettext_lazy("To the matters"),
    ),
    late=lambda a: a.is_late,
    bulk=Bulk("/desk/assignments/steps/", gettext_lazy("For all ticked"), tuple(VERBS.items())),
)


@desk("GET")
def assignments(request: HttpRequest) -> HttpResponse:
    return listed(request, ASSIGNMENTS)


@desk("GET")
def assignment(request: HttpRequest, key: int) -> HttpResponse:
    found = find(request, key)
    return show_assignment(request, found, looked_at(request, PLACE, found))


@desk("POST")
def assignment_steps(request: HttpRequest, key: int) -> HttpResponse:
    """Make one move."""
    return acted(request, PLACE, key, MOVE)


@desk("POST")
def assignment_deeds(request: HttpRequest, key: int) -> HttpResponse:
    """Do something that leaves it where it stands."""
    return acted(request, PLACE, key, DEED)


def find(request: HttpRequest, key: int) -> Assignment:
    rows = Assignment.objects.visible_to(request.user).with_page().with_work()
    return get_object_or_404(rows, pk=key)


def show_assignment(request, found: Assignment, acting: Acting, status: int = 200) -> HttpResponse:
    """The page of an assignment; for HTMX what may be done alone, or all once something was."""
    part = Part(found, request.user, frozenset(acting.roles))
    context = {
        "assignment": found,
        "matter": found.matter,
        "acting": acting,
        "state": state_of(found),
        "due": due_of(found),
        "stamps": stamps_of(found),
        "facts": partial(facts_of, part),
        "parts": partial(parts_of, part),
    }
    fragment = "acting" if request.method == "GET" else "subject"
    return show(
        request, "desk/assignment.html", context, here="assignments", fragment=fragment,
        status=status,
    )  # fmt: skip


PLACE = Place(
    "desk:assignment", "desk:assignment_steps", "desk:assignment_deeds", find, show_assignment
)
