"""Raising something in three small pages: where and what about, in which words, sent."""

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from xieshang.audit.once import BadKey, OtherBody, once
from xieshang.matters.actions.voicing import Voice, raise_voice
from xieshang.matters.actions.voicing_photos import drop_pictures, held_pictures
from xieshang.matters.actions.voicing_receipt import code_of, receipt_for
from xieshang.people.actions import resident
from xieshang.site.codes import slip_of
from xieshang.site.errors import answer
from xieshang.site.pages import show
from xieshang.site.pictures import seen
from xieshang.site.tries import too_often, where_from

from . import keys
from .asked import EMPTY, Asked, account_of
from .door import PICTURES, forum
from .similar import similar
from .tries import PICTURES_HERE, RAISED_HERE
from .voices import line_of

PLACE = ("place", "area", "category")


@forum("GET", plain=True)
def where(request: HttpRequest) -> HttpResponse:
    """Step one. A category may end it here, with the answer where help is."""
    asked = Asked(request)
    sent = "area" in request.GET
    if not sent:
        asked.rewind(asked.where)
    elif asked.where.is_valid():
        category = asked.where.cleaned_data["category"]
        if not category.stop:
            return redirect(f"{reverse('forum:say')}?{query_of(request.GET)}")
        return show(request, "forum/stop.html", {"category": category, "step": 1})
    context = {"form": asked.where, "step": 1}
    return show(request, "forum/where.html", context, status=422 if sent else 200)


def query_of(said: QueryDict) -> str:
    """Where and what about, as an address says it."""
    query = QueryDict(mutable=True)
    query.update({name: said[name] for name in PLACE if said.get(name)})
    return query.urlencode()


@forum("GET", "POST", most=PICTURES, plain=True)
def say(request: HttpRequest) -> HttpResponse:
    """Step two: the words and the pictures; sent, they come back to be looked over."""
    asked = Asked(request)
    if not asked.where.is_valid() or asked.where.cleaned_data["category"].stop:
        return redirect(f"{reverse('forum:raise')}?{query_of(asked.said)}")
    if request.method == "GET" or "back" in request.POST:
        asked.rewind(asked.told)
        return show_say(request, asked)
    if request.FILES:
        if PICTURES_HERE.reached(where_from(request)):
            return too_often(request, PICTURES_HERE)
        PICTURES_HERE.count(where_from(request))
    if not asked.told.is_valid():
        return show_say(request, asked, status=422)
    asked.sending.is_bound = "shown" in asked.said
    return show_check(request, asked, asked.hold())


def show_say(request: HttpRequest, asked: Asked, status: int = 200) -> HttpResponse:
    held = asked.hold()
    context = {
        "asked": asked,
        "where": asked.where.cleaned_data,
        "address": query_of(asked.said),
        "carried": [*asked.where, *asked.sending],
        "form": asked.told,
        "held": held,
        "pictures": list(enumerate(seen(held_pictures(held)))),
        "step": 2,
    }
    return show(request, "forum/say.html", context, status=status)


def show_check(request: HttpRequest, asked: Asked, held: str, status: int = 200) -> HttpResponse:
    """Step three: all of it once more, what others have raised already, and how to be reached."""
    where, text = asked.where.cleaned_data, asked.told.cleaned_data["text"]
    context = {
        "asked": asked,
        "where": where,
        "text": text,
        "carried": [*asked.where, asked.told["text"]],
        "form": asked.sending,
        "held": held,
        "pictures": seen(held_pictures(held)),
        "similar": [line_of(each) for each in similar(text, where["place"])],
        "empty": EMPTY,
        "step": 3,
    }
    return show(request, "forum/check.html", context, status=status)


@forum("POST")
def send(request: HttpRequest) -> HttpResponse:
    """Write it down, once; on to the receipt."""
    asked = Asked(request)
    if request.POST.get(EMPTY):
        raise BadRequest("a field that nobody sees was filled in")
    if not asked.where.is_valid() or asked.where.cleaned_data["category"].stop:
        return redirect(f"{reverse('forum:raise')}?{query_of(request.POST)}")
    if not asked.told.is_valid():
        return show_say(request, asked, status=422)
    if not asked.sending.is_valid():
        return show_check(request, asked, asked.said.get("held", ""), status=422)
    if RAISED_HERE.reached(where_from(request)):
        return too_often(request, RAISED_HERE)
    return sent_once(request, asked)


def sent_once(request: HttpRequest, asked: Asked) -> HttpResponse:
    """The receipt of what this form has raised, now or when it was sent before."""
    account = account_of(request)
    who = f"person:{account.pk}" if account else "resident"
    try:
        told, again = once(who, "raise", asked.key, asked.body, lambda: written(asked, account))
    except (BadKey, OtherBody):
        title = _("This form was sent before, with other words")
        words = _("What you sent first is kept. To raise something else, begin on the first page.")
        return answer(request, 422, title, words)
    if not again:
        RAISED_HERE.count(where_from(request))
    drop_pictures(asked.said.get("held", ""))
    return given(told["matter"], asked.key)


def written(asked: Asked, account) -> dict[str, int]:
    """The matter, written down from what was said."""
    where = asked.where.cleaned_data
    voice = Voice(
        committee=where["place"],
        category=where["category"],
        area=where["area"],
        text=asked.told.cleaned_data["text"],
        **asked.sending.cleaned_data,
    )
    pictures = held_pictures(asked.said.get("held", ""))
    by = account or resident()
    code = code_of(asked.key)
    return {"matter": raise_voice(voice, pictures, by=by, code=code, author=account).pk}


def given(matter: int, key: str) -> HttpResponse:
    """On to the receipt, which this browser alone is shown, for a quarter of an hour."""
    response = redirect("forum:receipt")
    place = reverse("forum:receipt")
    keys.give(response, keys.SLIP, [matter, key], path=place, seconds=keys.SLIP_FOR)
    return response


@forum("GET")
def receipt(request: HttpRequest) -> HttpResponse:
    """The number and the code, to be kept or printed; later nobody can show the code again."""
    said = keys.said_in(request, keys.SLIP, keys.SLIP_FOR)
    found = receipt_for(str(said[0]), code_of(said[1])) if said else None
    if found is None:
        return redirect("forum:follow")
    response = show(
        request,
        "forum/receipt.html",
        slip_of(found.matter, code_of(said[1]), reverse("forum:follow")),
    )
    keys.open_for(response, found)
    return response
