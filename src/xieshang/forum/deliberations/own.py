"""One's own votes: to see, change, take back, download; and what one says of oneself."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from xieshang.deliberation.actions import TooLate, describe, withdraw_all
from xieshang.deliberation.forms import About
from xieshang.deliberation.models import Deliberation, Participant
from xieshang.site.exports import export
from xieshang.site.listing import Column
from xieshang.site.pages import show

from ..asked import account_of
from ..door import forum
from . import voices
from .card import own_votes, show_card


@forum("GET")
def mine(request: HttpRequest, key: int) -> HttpResponse:
    found = voices.find(key)
    voice = voices.voice_of(request, found)
    if request.GET.get("export"):
        votes = own_votes(voice)
        rows = [(v.statement.number, v.statement.text, answer_of(v.value)) for v in votes]
        return export(request.GET["export"], f"{found.short}", columns(), rows, [])
    return show_mine(request, found, voice)


def answer_of(value: int) -> str:
    return {1: _("Agree"), -1: _("Disagree"), 0: _("Pass")}[value]


def columns() -> list[Column]:
    return [
        Column("number", _("No."), "number"),
        Column("text", _("The statement")),
        Column("vote", _("Your answer")),
    ]


def show_mine(request, found: Deliberation, voice: Participant | None, status=200, form=None):
    said = {}
    if voice:
        said = {"area": voice.area, "sector": voice.sector_id, "age": voice.age}
        said["wants_news"] = voice.wants_news
    context = {
        "deliberation": found,
        "voice": voice,
        "votes": own_votes(voice),
        "open": found.counts_votes(),
        "form": form or About(initial=said, account=account_of(request) is not None),
    }
    return show(request, "forum/deliberations/mine.html", context, status=status)


@forum("POST")
def about(request: HttpRequest, key: int) -> HttpResponse:
    """Keep what somebody freely says of themselves, or that they would rather not."""
    found = voices.find(key)
    voice = voices.voice_of(request, found)
    form = About(request.POST, account=account_of(request) is not None)
    if voice is None:
        return redirect("forum:deliberation", key)
    if not form.is_valid():
        return show_mine(request, found, voice, status=422, form=form)
    describe(voice, **form.said())
    return redirect("forum:mine", key)


@forum("POST")
def leaving(request: HttpRequest, key: int) -> HttpResponse:
    """Take all votes back, and what was said of oneself."""
    found = voices.find(key)
    voice = voices.voice_of(request, found)
    if voice is None:
        return redirect("forum:deliberation", key)
    try:
        withdraw_all(voice)
    except TooLate:
        return show_card(request, found, voice, status=409)
    return redirect("forum:mine", key)
