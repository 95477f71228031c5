"""One brand with what it shows for each of the six, and several side by side: never a score."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from xieshang.activities.models import Programme
from xieshang.brands.forms import Held
from xieshang.brands.lights import slots_of

from ..door import desk
from ..listing import ticked_keys
from ..pages import show
from .listing import six_haves

MOST_BESIDE = 6  # more columns than that nobody compares


def find(request: HttpRequest, key: int) -> Programme:
    rows = Programme.objects.visible_to(request.user)
    return get_object_or_404(rows.select_related("committee", "holding__holder"), pk=key)


@desk("GET")
def programme(request: HttpRequest, key: int) -> HttpResponse:
    found = find(request, key)
    keeps = request.user.may_keep(found.committee)
    held = getattr(found, "holding", None)
    context = {
        "programme": found,
        "haves": six_haves(found),
        "slots": slots_of([found])[found.pk],
        "keeps": keeps,
        "held_by": held.holder if held else None,
        "holding": Held(found) if keeps else None,
        "sessions": found.activities.with_page()[:20],
        "held": found.activities.count(),
        "evidence": found.evidence.select_related("file__committee"),
    }
    return show(request, "desk/brands/page.html", context, here="programmes")


@desk("GET")
def beside(request: HttpRequest) -> HttpResponse:
    """The six-haves of ticked brands side by side: what each says and shows."""
    rows = Programme.objects.visible_to(request.user).select_related("committee")
    found = list(rows.filter(pk__in=ticked_keys(request.GET)[:MOST_BESIDE]))
    told = slots_of(found)
    columns = [told[each.pk] for each in found]
    context = {"programmes": found, "slots": list(zip(*columns, strict=True))}
    return show(request, "desk/brands/beside.html", context, here="programmes")
