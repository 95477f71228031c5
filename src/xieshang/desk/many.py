"""One move for many matters: first shown with what it would do, then made."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from xieshang.lifecycle.actions import NoSuchMove, open_move
from xieshang.matters.actions import take
from xieshang.matters.forms import FORMS
from xieshang.matters.models import Matter

from .door import desk
from .listing import address_of, ticked_keys
from .matter_list import MATTERS, VERBS
from .pages import show

MOST = 200


@desk("GET", "POST")
def many_steps(request: HttpRequest) -> HttpResponse:
    """What the move would do with the ticked matters; when sent, do it."""
    asked = request.POST if request.method == "POST" else request.GET
    verb = asked.get("verb", "")
    if verb not in VERBS:
        raise Http404(verb)
    back = address_of(MATTERS, request.GET)
    rows = Matter.objects.visible_to(request.user).with_page()
    rows = rows.filter(pk__in=ticked_keys(asked)[:MOST])
    judged = [(found, *judge(request.user, found, verb)) for found in rows]
    form = FORMS[next((asks for _found, asks, reason in judged if not reason and asks), "")]
    form = form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        return make(request, judged, verb, form.cleaned_data, back)
    context = {
        "label": VERBS[verb],
        "verb": verb,
        "able": [found for found, _asks, reason in judged if not reason],
        "stay": [(found, reason) for found, _asks, reason in judged if reason],
        "form": form,
        "back": back,
    }
    status = 422 if form.is_bound else 200
    return show(request, "desk/many_steps.html", context, here="matters", status=status)


def judge(person, found: Matter, verb: str) -> tuple[str, str]:
    """Which form the move asks for, and why it cannot be made, if it cannot."""
    try:
        return open_move(person, found, verb).asks, ""
    except NoSuchMove:
        return "", _("from “%(state)s” there is no such move") % {"state": found.state.label}
    except PermissionDenied:
        return "", _("only the office of %(committee)s may do this") % {
            "committee": found.committee
        }


def make(request, judged, verb: str, answers, back: str) -> HttpResponse:
    """Make the move, matter by matter; each that stays is named with its reason."""
    refused = []
    for found, _asks, reason in judged:
        if not reason:
            try:
                take(found, verb, by=request.user, **answers)
            except NoSuchMove:
                reason = _("somebody has moved it in the meantime")
        if reason:
            refused.append((found, reason))
    done = len(judged) - len(refused)
    said = {"verb": VERBS[verb], "done": done, "all": len(judged)}
    level = messages.SUCCESS if done else messages.WARNING
    note = _("“%(verb)s” was done with %(done)d of %(all)d matters.") % said
    messages.add_message(request, level, note)
    for found, reason in refused:
        messages.warning(request, f"{found.short} {found.title}: {reason}")
    address = reverse("desk:matters")
    return redirect(f"{address}?{back}" if back else address)
