"""All statements, those not shown with the reason, and putting one's own."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from xieshang.deliberation.actions import NotAdmitted, TooLate, state
from xieshang.deliberation.actions.stating import TooMany
from xieshang.deliberation.alike import alike
from xieshang.deliberation.forms import Stating
from xieshang.deliberation.models import Deliberation
from xieshang.site.pages import show
from xieshang.site.tries import too_often

from ..asked import EMPTY
from ..door import forum
from . import voices
from .card import not_admitted


@forum("GET", "POST", plain=True)
def statements(request: HttpRequest, key: int) -> HttpResponse:
    """The list; sent, a statement is first put beside those that say nearly the same."""
    found = voices.find(key)
    if request.method == "GET":
        return show_statements(request, found, Stating())
    form = Stating(request.POST)
    if request.POST.get(EMPTY) or not form.is_valid():
        return show_statements(request, found, form, status=422)
    near = alike(form.cleaned_data["text"], found.statements.shown())
    if near and "anyway" not in request.POST:
        return show_statements(request, found, form, near=near)
    if voices.too_many(request):
        return too_often(request, voices.NEW_HERE)
    return put(request, found, form)


def put(request: HttpRequest, found: Deliberation, form: Stating) -> HttpResponse:
    """Put it, for somebody to look at or to be shown at once."""
    try:
        voice, token = voices.voice_made(request, found)
        state(voice, form.cleaned_data["text"])
    except NotAdmitted:
        return not_admitted(request, found)
    except (TooLate, TooMany) as fault:
        late = isinstance(fault, TooLate)
        return show_statements(request, found, form, status=409, late=late, many=not late)
    place = reverse("forum:deliberation_statements", args=[found.pk])
    return voices.give(redirect(f"{place}?sent=1#mine"), token)


def show_statements(request, found, form, status=200, **more) -> HttpResponse:
    rows = list(found.statements.prefetch_related("steps", "wordings"))
    voice = voices.voice_of(request, found)
    own = {each.pk for each in rows if voice and each.participant_id == voice.pk}
    declined = [each for each in rows if each.status == "declined"]
    context = {
        "deliberation": found,
        "form": form,
        "shown": [each for each in rows if each.status == "shown"],
        "declined": declined,
        "own": [each for each in rows if each.pk in own],
        "takes": found.takes_statements(),
        "sent": "sent" in request.GET,
        "empty": EMPTY,
        **more,
    }
    return show(request, "forum/deliberations/statements.html", context, status=status)
