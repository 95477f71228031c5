"""The card: one statement at a time, three answers, the way back; and where one stands after."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from xieshang.deliberation.actions import NotAdmitted, TooLate, vote, withdraw_vote
from xieshang.deliberation.actions.voting import votes_of
from xieshang.deliberation.choosing import next_of
from xieshang.deliberation.forms import Ballot
from xieshang.deliberation.health import health_of
from xieshang.deliberation.models import Deliberation, Participant, Statement
from xieshang.deliberation.results import LETTERS
from xieshang.deliberation.told import place_of
from xieshang.site.errors import answer
from xieshang.site.pages import show
from xieshang.site.tries import too_often

from ..asked import account_of
from ..door import forum
from . import voices

PHASES = ("collecting", "weighing", "discussing", "resulted", "following")


@dataclass(frozen=True, slots=True)
class Card:
    """What one sees next: a statement, how many are left, the last answer, which can be undone."""

    statement: Statement | None
    said: int
    left: int
    last: int | None = None
    late: bool = False

    @property
    def all(self) -> int:
        return self.said + self.left


@forum("GET", plain=True)
def deliberation(request: HttpRequest, key: int) -> HttpResponse:
    found = voices.find(key)
    return show_card(request, found, voices.voice_of(request, found))


def show_card(request, found: Deliberation, voice: Participant | None, status=200, **more):
    """The page with the card, or only the card where HTMX asks for it."""
    open_ = found.counts_votes()
    context = {
        "deliberation": found,
        "open": open_,
        "admitted": found.admits(account_of(request)),
        "card": card_of(found, voice, **more) if open_ else None,
        "voice": voice,
        "stands": stands_of(found, voice),
        "phases": phases_of(found),
        "health": health_of(found),
        "takes": found.takes_statements(),
        "tablet": voices.TABLET in request.COOKIES or "tablet" in request.GET,
    }
    return show(request, "forum/deliberations/card.html", context, fragment="card", status=status)


def card_of(found: Deliberation, voice: Participant | None, last=None, late=False) -> Card:
    """The next statement for this voice."""
    shown = dict(found.statements.shown().values_list("pk", "number"))
    said = set(voice.votes.values_list("statement", flat=True)) if voice else set()
    left = sorted(key for key in shown if key not in said)
    known = voices.told(found).get("statements", {})
    chosen = next_of(left, known, voice=voice.pk if voice else 0, said=len(said))
    statement = found.statements.shown().filter(pk=chosen).first() if chosen else None
    answered = len(shown) - len(left)
    return Card(statement, answered, len(left), last if last in said else None, late)


def stands_of(found: Deliberation, voice: Participant | None) -> dict[str, Any] | None:
    """Where this voice stands on the map, once it has answered something and there is a map."""
    told = voices.told(found)
    if voice is None or not told:
        return None
    votes = list(voice.votes.values_list("statement", "value"))
    where, group = place_of(told, votes)
    if group < 0:
        return None
    reach = told["reach"] or 1.0
    share = [round(50 + 50 * max(-1, min(1, each / reach)), 1) for each in where]
    size = told["groups"][group]["size"]
    return {"letter": LETTERS[group], "size": size, "x": share[0], "y": 100 - share[1]}


def phases_of(found: Deliberation) -> list[tuple[str, bool, bool]]:
    """Each phase in words, whether it is the present one, whether it lies behind."""
    present = PHASES.index(found.status) if found.status in PHASES else -1
    over = found.status == "ended"
    return [
        (found.lifecycle.state(name).label, place == present, over or place < present)
        for place, name in enumerate(PHASES)
    ]


@forum("POST")
def ballot(request: HttpRequest, key: int) -> HttpResponse:
    """One answer; on to the next statement. With "undo", the last answer is taken back."""
    form = Ballot(request.POST)
    if not form.is_valid():
        found = voices.find(key)
        return show_card(request, found, voices.voice_of(request, found), status=422)
    if voices.too_many(request):
        return too_often(request, voices.NEW_HERE)
    said = form.cleaned_data
    try:
        voice, token = voices.speaking(request, key)
        if said["value"] == "undo":
            withdraw_vote(voice, said["statement"])
        else:
            vote(voice, said["statement"], int(said["value"]), important=said["important"])
    except NotAdmitted:
        return not_admitted(request, voices.find(key))
    except TooLate:
        late = voices.find(key)
        return show_card(request, late, voices.voice_of(request, late), status=409, late=True)
    if request.headers.get("HX-Request") == "true":
        card = show_card(request, voices.find(key), voice, last=said["statement"])
        return voices.give(card, token)
    back = reverse("forum:deliberation", args=[key])
    if request.POST.get("from") == "mine":
        back = reverse("forum:mine", args=[key])
    return voices.give(redirect(back), token)


@forum("POST")
def next_person(request: HttpRequest, key: int) -> HttpResponse:
    """Hand the tablet on: what was said stays, and the next one begins anew."""
    found = voices.find(key)
    return voices.hand_over(redirect("forum:deliberation", found.pk))


def not_admitted(request: HttpRequest, found: Deliberation) -> HttpResponse:
    """For whom it is, and what whoever is not among them can do."""
    title = _("This deliberation is for others")
    words = _("Who may take part: %(who)s. Everybody can read the statements and the result.")
    return answer(request, 403, title, words % {"who": found.get_who_display()}, back=True)


def own_votes(voice: Participant | None) -> list:
    """One's own votes, in the order of the statements."""
    return list(votes_of(voice)) if voice else []
