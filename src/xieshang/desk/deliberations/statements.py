"""Statements: the organiser's own, the queue of what others put, and mending a slip of the pen."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from xieshang.deliberation.actions import decide, mend, seed
from xieshang.deliberation.alike import alike
from xieshang.deliberation.forms import Mending, Stating
from xieshang.deliberation.lifecycles import STATEMENT
from xieshang.deliberation.models import Statement
from xieshang.lifecycle.actions import NoSuchMove, moves_open_to, open_move
from xieshang.matters.forms import FORMS

from ..door import desk
from ..pages import show
from .page import kept_here, show_deliberation

VERBS = {move.verb: move.label for move in STATEMENT.moves}


@desk("POST")
def statements(request: HttpRequest, key: int) -> HttpResponse:
    """Put a statement of the organiser's."""
    found, form = kept_here(request, key), Stating(request.POST)
    if not form.is_valid():
        return show_deliberation(request, found, stating=form, status=422)
    try:
        stated = seed(found, form.cleaned_data["text"], by=request.user)
    except NoSuchMove:
        gone = _("Add a statement")
        return show_deliberation(request, kept_here(request, key), gone=gone, status=409)
    messages.success(request, _("Added as number %(n)d.") % {"n": stated.number})
    return redirect("desk:deliberation", key)


@desk("GET")
def statement(request: HttpRequest, key: int) -> HttpResponse:
    return show_statement(request, find(request, key))


@desk("POST")
def statement_steps(request: HttpRequest, key: int) -> HttpResponse:
    """Show it, or do not, with the reason that all read; then on to the next that waits."""
    found, verb = find(request, key), request.POST.get("verb", "")
    if verb not in VERBS:
        raise Http404(verb)
    try:
        move = open_move(request.user, found, verb)
        form = FORMS[move.asks](request.POST)
        if not form.is_valid():
            return show_statement(request, found, declining=form, status=422)
        decide(found, verb, by=request.user, **form.cleaned_data)
    except NoSuchMove:
        return show_statement(request, find(request, key), gone=VERBS[verb], status=409)
    waiting = found.deliberation.statements.waiting().first()
    if waiting:
        return redirect("desk:statement", waiting.pk)
    return redirect("desk:deliberation", found.deliberation_id)


@desk("GET", "POST")
def mending(request: HttpRequest, key: int) -> HttpResponse:
    found = find(request, key)
    if not found.roles_of(request.user):
        raise PermissionDenied("another office's statement")
    said = request.POST if request.method == "POST" else None
    form = Mending(said, initial={"text": found.text})
    if form.is_bound and form.is_valid():
        try:
            mend(found, form.cleaned_data["text"], form.cleaned_data["why"], by=request.user)
        except NoSuchMove:
            gone = _("Mend a slip of the pen")
            return show_statement(request, find(request, key), gone=gone, status=409)
        return redirect("desk:statement", key)
    context = {"statement": found, "form": form}
    status = 422 if form.is_bound else 200
    return show(
        request, "desk/deliberations/mending.html", context, here="deliberations", status=status
    )


def find(request: HttpRequest, key: int) -> Statement:
    rows = Statement.objects.visible_to(request.user).select_related("deliberation")
    return get_object_or_404(rows.prefetch_related("steps", "wordings"), pk=key)


def show_statement(request, found: Statement, *, status=200, **more) -> HttpResponse:
    """One statement with what may be done to it, and those that read nearly the same."""
    others = found.deliberation.statements.shown().exclude(pk=found.pk)
    moves = {move.verb: move for move in moves_open_to(request.user, found)}
    left = found.deliberation.statements.waiting().count() if moves else 0
    context = {
        "statement": found,
        "deliberation": found.deliberation,
        "moves": moves,
        "declining": FORMS["reason"](),
        "alike": alike(found.text, others),
        "left": left,
        "may_mend": moves and found.status in ("waiting", "shown"),
        **more,
    }
    return show(
        request, "desk/deliberations/statement.html", context, here="deliberations", status=status
    )
