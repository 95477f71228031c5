"""One move, or one deed, for many: first shown with what it would do, then done."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from xieshang.lifecycle.actions import Hindered, NoSuchMove
from xieshang.lifecycle.models import Subject
from xieshang.matters.actions import DOINGS
from xieshang.matters.forms import FORMS, Answers
from xieshang.matters.lifecycles import JOINT, LEAD, LIFECYCLES
from xieshang.matters.models import Assignment, Matter

from .acting import DEED, MOVE, Way
from .assignments import ASSIGNMENTS
from .door import desk
from .listing import Listing, address_of, ticked_keys
from .matter_list import MATTERS
from .pages import show

MOST = 200


@dataclass(frozen=True, slots=True)
class Many:
    """A list whose ticked rows can be moved together; `known`: each verb and deed in words."""

    listing: Listing
    rows: Callable[..., QuerySet]
    title: Callable[[Subject], str]
    known: Mapping[str, str]


@dataclass(slots=True)
class Judged:
    """One ticked row: how it would be done, which form that asks for, or why it stays."""

    subject: Subject
    title: str
    href: str
    way: Way = MOVE
    asks: str = ""
    reason: str = ""


def words_of(*cycles) -> dict[str, str]:
    """Every verb and deed of some tables, in words."""
    deeds = {d.name: d.label for cycle in cycles for d in cycle.deeds if d.name in DOINGS}
    return deeds | {move.verb: move.label for cycle in cycles for move in cycle.moves}


MANY_MATTERS = Many(
    MATTERS,
    lambda person: Matter.objects.visible_to(person).with_page(),
    lambda matter: matter.title,
    words_of(*LIFECYCLES.values()),
)
MANY_ASSIGNMENTS = Many(
    ASSIGNMENTS,
    lambda person: Assignment.objects.visible_to(person).with_page(),
    lambda given: f"{given.matter.title} · {given.unit.name}",
    words_of(LEAD, JOINT),
)


@desk("GET", "POST")
def many_steps(request: HttpRequest) -> HttpResponse:
    return many(request, MANY_MATTERS)


@desk("GET", "POST")
def many_assignments(request: HttpRequest) -> HttpResponse:
    return many(request, MANY_ASSIGNMENTS)


def many(request: HttpRequest, kind: Many) -> HttpResponse:
    """What would be done with the ticked rows; when sent, do it."""
    asked = request.POST if request.method == "POST" else request.GET
    verb = asked.get("verb", "")
    if verb not in kind.known:
        raise Http404(verb)
    back = address_of(kind.listing, request.GET)
    rows = kind.rows(request.user).filter(pk__in=ticked_keys(asked)[:MOST]).order_by("pk")
    judged = [judge(request.user, kind, row, verb) for row in rows]
    first = next((each for each in judged if not each.reason), None)
    for each in judged:
        if first and not each.reason and each.asks != first.asks:
            each.reason = _("it asks for something else; do it by itself")
    form = form_of(request, first)
    if request.method == "POST" and form.is_valid():
        return do_all(request, kind, judged, verb, back)
    context = {
        "label": kind.known[verb],
        "verb": verb,
        "able": [each for each in judged if not each.reason],
        "stay": [each for each in judged if each.reason],
        "form": form,
        "listing": kind.listing,
        "list_href": address(kind, back),
        "back": back,
    }
    status = 422 if form.is_bound else 200
    return show(request, "desk/many_steps.html", context, here=kind.listing.name, status=status)


def judge(person, kind: Many, found: Subject, verb: str) -> Judged:
    """How it is done with one row, or why it cannot be."""
    judged = Judged(found, kind.title(found), kind.listing.href(found))
    if verb not in MOVE.table(found) and verb in DEED.table(found):
        judged.way = DEED
    try:
        opened = judged.way.open(person, found, verb)
        judged.asks = opened.asks or (verb if judged.way is DEED else "")
    except NoSuchMove:
        said = {"state": found.state.label}
        judged.reason = _("from “%(state)s” there is no such move") % said
    except PermissionDenied:
        beside: Any = getattr(found, "matter", found)
        said = {"committee": beside.committee}
        judged.reason = _("only the office of %(committee)s may do this") % said
    except Hindered as hindrance:
        judged.reason = str(hindrance)
    return judged


def form_of(request: HttpRequest, first: Judged | None) -> Answers:
    """The form that all of them ask for, with what may be chosen for the first of them."""
    data = request.POST if request.method == "POST" else None
    if first is None:
        return FORMS[""](data)
    return FORMS[first.asks](data, subject=first.subject, person=request.user)


def do_all(request, kind: Many, judged: list[Judged], verb: str, back: str) -> HttpResponse:
    """Do it, row by row; each that stays is named with its reason."""
    for each in judged:
        if not each.reason:
            each.reason = done_with(request, each, verb)
    stay = [each for each in judged if each.reason]
    done = len(judged) - len(stay)
    said = {"verb": kind.known[verb], "done": done, "all": len(judged)}
    note = _("“%(verb)s” was done with %(done)d of %(all)d.") % said
    messages.add_message(request, messages.SUCCESS if done else messages.WARNING, note)
    for each in stay:
        messages.warning(request, f"{each.subject.short} {each.title}: {each.reason}")
    return redirect(address(kind, back))


def done_with(request, each: Judged, verb: str) -> str:
    """Do it with one row; why it stays, where it does."""
    form = FORMS[each.asks](request.POST, subject=each.subject, person=request.user)
    if not form.is_valid():
        return " ".join(error for errors in form.errors.values() for error in errors)
    try:
        each.way.act(each.subject, verb, by=request.user, **form.cleaned_data)
    except NoSuchMove:
        return _("somebody has moved it in the meantime")
    except Hindered as hindrance:
        return str(hindrance)
    return ""


def address(kind: Many, back: str) -> str:
    href = reverse(f"desk:{kind.listing.name}")
    return f"{href}?{back}" if back else href
