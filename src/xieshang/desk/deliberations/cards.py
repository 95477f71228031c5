"""Typing what stands on a paper card, with its scan as evidence."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from xieshang.deliberation.actions import CardVotes, enter_card
from xieshang.deliberation.forms import CardForm
from xieshang.lifecycle.actions import NoSuchMove

from ..door import desk
from ..pages import show
from .page import kept_here, show_deliberation


@desk("GET", "POST")
def card(request: HttpRequest, key: int) -> HttpResponse:
    found = kept_here(request, key)
    shown = found.statements.shown()
    sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = CardForm(shown, *sent)
    if form.is_bound and form.is_valid():
        scan = form.cleaned_data["scan"]
        said = CardVotes(form.votes(), scan.name, scan.chunks())
        try:
            enter_card(found, said, by=request.user)
        except NoSuchMove:
            gone = _("Enter a paper card")
            return show_deliberation(request, kept_here(request, key), gone=gone, status=409)
        except ValueError:
            form.add_error("scan", _("The card of this scan was entered before."))
        else:
            messages.success(request, _("The card is entered. Here is the form for the next."))
            return redirect("desk:card", key)
    context = {"deliberation": found, "form": form}
    status = 422 if form.is_bound else 200
    return show(
        request, "desk/deliberations/card.html", context, here="deliberations", status=status
    )
