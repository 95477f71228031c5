"""What whoever raised something does with it later: say more, confirm, refuse, be forgotten."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from xieshang.audit.once import BadKey, OtherBody, once
from xieshang.lifecycle.actions import Hindered, NoSuchMove
from xieshang.lifecycle.table import Role
from xieshang.matters.actions import take
from xieshang.matters.actions.voicing import add
from xieshang.matters.actions.voicing_asking import answer_question, question_of
from xieshang.matters.actions.voicing_erasing import erase
from xieshang.matters.actions.voicing_receipt import REACHED, change_contact
from xieshang.matters.actions.writing import TooMany
from xieshang.matters.forms import FORMS
from xieshang.matters.forms.photos import Pictures
from xieshang.matters.forms.voicing import Added, Sending, Solved
from xieshang.matters.models import Matter
from xieshang.people.actions import resident
from xieshang.site.pages import show
from xieshang.site.tries import too_often, where_from

from . import keys
from .door import PICTURES, forum
from .own import show_own, with_key
from .tries import PICTURES_HERE


def as_author(request: HttpRequest, matter: Matter):
    """Whose name stands under it: the account that raised it, else whoever has no account."""
    return request.user if request.user == matter.raised_by else resident()


def done_once(
    request: HttpRequest, matter: Matter, name: str, body: object, do: Callable[[], object]
) -> HttpResponse:
    """Do it once for the form it came from, and go back; 409 where it is not possible any more."""

    def doing() -> None:
        do()

    try:
        once(f"matter:{matter.pk}", name, request.POST.get("key", ""), body, doing)
    except (BadKey, OtherBody, NoSuchMove, PermissionDenied, Hindered, TooMany) as fault:
        gone = str(fault) if isinstance(fault, Hindered) else _("This is not possible any more.")
        return show_own(request, matter, status=409, gone=gone)
    return redirect(f"{reverse('forum:own', args=[matter.pk])}?done={name}")


@forum("POST")
@with_key
def own_steps(request: HttpRequest, matter: Matter) -> HttpResponse:
    """Answer what was asked back, confirm, say that it is not solved, take it back."""
    verb = request.POST.get("verb", "")
    move = next((m for m in matter.lifecycle.moves if m.verb == verb), None)
    if move is None or move.role is not Role.AUTHOR:
        raise Http404(verb)
    form = FORMS[move.asks](request.POST, subject=matter)
    if not form.is_valid():
        return show_own(request, matter, status=422, asked=verb, form=form)
    said = {"note": form.cleaned_data["note"]}
    by = as_author(request, matter)
    return done_once(
        request, matter, verb, said, lambda: take(matter, verb, by=by, role=Role.AUTHOR, **said)
    )


@forum("POST", most=PICTURES)
@with_key
def own_remarks(request: HttpRequest, matter: Matter) -> HttpResponse:
    """Add words and pictures; the office reads them, the public does not."""
    if request.FILES:
        if PICTURES_HERE.reached(where_from(request)):
            return too_often(request, PICTURES_HERE)
        PICTURES_HERE.count(where_from(request))
    form, pictures = Added(request.POST, subject=matter), Pictures(request.POST, request.FILES)
    if not all([form.is_valid(), pictures.is_valid()]):
        return show_own(request, matter, status=422, added=form, pictures=pictures)
    words, fresh = form.cleaned_data["words"], pictures.cleaned_data["photos"]
    by = as_author(request, matter)
    said = {"words": words, "pictures": len(fresh)}
    return done_once(
        request,
        matter,
        "add",
        said,
        lambda: add(matter, words=words, pictures=fresh, by=by, role=Role.AUTHOR),
    )


@forum("POST")
@with_key
def own_answer(request: HttpRequest, matter: Matter) -> HttpResponse:
    """Answer the one question: is it solved?"""
    form = Solved(request.POST)
    if not form.is_valid():
        return show_own(request, matter, status=422, solved=form)
    said, by = form.cleaned_data, as_author(request, matter)

    def answer() -> None:
        question = question_of(matter)
        if question is None:
            raise NoSuchMove("nothing is asked")
        answer_question(question, by=by, **said)

    return done_once(request, matter, "answer", said, answer)


@forum("GET", "POST")
@with_key
def own_contact(request: HttpRequest, matter: Matter) -> HttpResponse:
    """Say how one may be reached, or that one may not."""
    receipt = matter.receipt
    if receipt.erased_at:
        raise Http404("erased")
    known = {name: getattr(receipt, name) for name in REACHED}
    known["shown"] = "yes" if receipt.shown else "no"
    form = Sending(request.POST) if request.method == "POST" else Sending(initial=known)
    if request.method == "POST" and form.is_valid():
        change_contact(receipt, by=as_author(request, matter), **form.cleaned_data)
        return redirect(f"{reverse('forum:own', args=[matter.pk])}?done=contact")
    context = {"matter": matter, "form": form}
    status = 422 if form.is_bound else 200
    return show(request, "forum/contact.html", context, status=status)


@forum("GET", "POST")
@with_key
def own_erasure(request: HttpRequest, matter: Matter) -> HttpResponse:
    """Say what goes and what stays; sent, it is gone."""
    if request.method == "POST":
        erase(matter.receipt, by=as_author(request, matter))
        return redirect(f"{reverse('forum:own', args=[matter.pk])}?done=erasure")
    return show(request, "forum/erasure.html", {"matter": matter})


@forum("POST")
@with_key
def own_leaving(request: HttpRequest, matter: Matter) -> HttpResponse:
    """Close the page on this machine, which others may use after."""
    response = redirect("forum:follow")
    keys.close_for(response)
    return response
