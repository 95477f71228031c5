"""Doing what may be done with a subject: its page with the offers, and what is sent to it.

The same for matters, assignments and referrals: their module names its `Place`, shows its page
with what `looked_at` gives, and answers what is sent to it with `acted`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from xieshang.lifecycle.actions import Hindered, NoSuchMove, last_step
from xieshang.lifecycle.models import Subject
from xieshang.matters.actions import DOINGS, heard_by
from xieshang.matters.forms import FORMS, Answers

from .offers import DEED, MOVE, WAYS, Acting, Gone, Offer, Way, offer_of, offers_to

AT_ONCE = ("sign", "rate")
LOOK = "look"  # the button that shows a form anew with what was typed, and does nothing else


@dataclass(frozen=True, slots=True)
class Place:
    """Where subjects of one sort have their pages.

    `page`, `steps` and `deeds` name addresses that take the key. `find(request, key)` gives the
    subject or raises Http404; `show(request, subject, acting, status=…)` draws its page. `only`
    names the deeds of a page that is for these alone.
    """

    page: str
    steps: str
    deeds: str
    find: Callable[[HttpRequest, int], Any]
    show: Callable[..., HttpResponse]
    only: tuple[str, ...] = ()


def looked_at(request: HttpRequest, place: Place, subject: Subject) -> Acting:
    """The component for somebody who looks, with the form open that the address asks for."""
    acting = acting_of(request, place, subject)
    for way in WAYS:
        name = request.GET.get(way.asked)
        offer = next((o for o in acting.offers if (o.way, o.name) == (way, name)), None)
        if offer and offer.here and not offer.hindrance:
            ask(acting, offer, request, subject)
            acting.focused = True
        known = way.table(subject).get(request.GET.get("done", ""))
        if known:
            acting.done, acting.sent = known.label, request.GET["done"]
    if not (acting.asked or acting.done):
        open_at_once(acting, request, subject)
    return acting


def open_at_once(acting: Acting, request: HttpRequest, subject: Subject) -> None:
    """Open the form for which somebody was asked to come here."""
    for offer in acting.offers:
        if offer.name in AT_ONCE and offer.here and not offer.hindrance:
            ask(acting, offer, request, subject)
            return


def acting_of(request: HttpRequest, place: Place, subject: Subject) -> Acting:
    """The component with nothing open."""
    at = partial(reverse, args=[subject.pk])
    sends = {MOVE.asked: at(place.steps), DEED.asked: at(place.deeds)}
    roles = subject.roles_of(request.user)
    offers = offers_to(request.user, subject, roles, place.only)
    return Acting(roles, at(place.page), sends, offers)


def ask(acting: Acting, offer: Offer, request: HttpRequest, subject, form=None) -> None:
    """Open the form of an offer, empty or as it was sent."""
    form = form or FORMS[offer.asks](subject=subject, person=request.user)
    acting.asked, acting.form = offer, form
    acting.told = heard_by(subject, offer.name, by=request.user)
    acting.after = max((step.pk for step in subject.steps.all()), default=0)
    acting.dress = offer.dress.gather(request, subject, form)


def acted(request: HttpRequest, place: Place, key: int, way: Way) -> HttpResponse:
    """Do what was sent.

    404 for what this life does not know, 403 for what is another's, 422 for answers that are
    not whole, 409 for what came too late or must wait.
    """
    subject = place.find(request, key)
    name = request.POST.get(way.field, "")
    known = way.table(subject).get(name)
    if known is None or (way is DEED and name not in DOINGS):
        raise Http404(name)
    asks = known.asks or (name if way is DEED else "")
    form = FORMS[asks](request.POST, subject=subject, person=request.user)
    try:
        way.open(request.user, subject, name)
        if LOOK in request.POST or not form.is_valid():
            return again(request, place, subject, (way, name), form)
        said = form.cleaned_data | (seen_until(request) if way is MOVE else {})
        way.act(subject, name, by=request.user, **said)
    except NoSuchMove:
        return refused(request, place, key, gone=gone_of(known.label, subject, form))
    except Hindered as reason:
        return refused(request, place, key, hindered=str(reason))
    if request.htmx:
        return done(request, place, key, known.label, name)
    return redirect(f"{reverse(place.page, args=[key])}?done={name}")


def seen_until(request: HttpRequest) -> dict[str, int]:
    """The last step somebody saw when they decided, where their page says so."""
    said = request.POST.get("after", "")
    return {"after": int(said)} if said.isascii() and said.isdecimal() and len(said) < 19 else {}


def again(request, place: Place, subject, chosen: tuple[Way, str], form: Answers) -> HttpResponse:
    """The form once more with all that was typed: with what is wrong, or after a mere look."""
    looking = LOOK in request.POST
    if looking:
        form = type(form)(subject=subject, person=request.user)
        form.initial = {
            name: request.POST.getlist(name) if many(each) else request.POST.get(name)
            for name, each in form.fields.items()
        }
    acting = acting_of(request, place, subject)
    ask(acting, offer_of(*chosen, subject), request, subject, form)
    return place.show(request, subject, acting, status=200 if looking else 422)


def gone_of(label: str, subject, form: forms.Form | None) -> Gone:
    """What somebody else did to the subject, and when: it is why this came too late."""
    step = last_step(subject)
    known = MOVE.table(subject).get(step.verb if step else "")
    return Gone(label, known.label if known else _("Raised"), step, typed_in(form))


def many(asked) -> bool:
    return getattr(asked.widget, "allow_multiple_selected", False)


def typed_in(form: forms.Form | None) -> list[tuple[str, str]]:
    """What somebody had written, so that nothing of it is lost when it cannot be taken."""
    words = ((field.label, field.value()) for field in form or ())
    return [(str(label), said) for label, said in words if isinstance(said, str) and said.strip()]


def refused(request: HttpRequest, place: Place, key: int, **why) -> HttpResponse:
    """The page as it stands now, with why nothing was done."""
    subject = place.find(request, key)
    acting = acting_of(request, place, subject)
    for name, said in why.items():
        setattr(acting, name, said)
    return place.show(request, subject, acting, status=409)


def done(request: HttpRequest, place: Place, key: int, label: str, name: str) -> HttpResponse:
    """The page as it stands now, in place; its address is the plain one again."""
    subject = place.find(request, key)
    acting = acting_of(request, place, subject)
    acting.done, acting.sent = label, name
    response = place.show(request, subject, acting)
    response.headers["HX-Push-Url"] = acting.page
    return response
