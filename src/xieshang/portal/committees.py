"""The committees of the body, and the year of one."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from xieshang.activities.models import Activity, Programme
from xieshang.figures.metrics import METRICS
from xieshang.figures.scope import Scope
from xieshang.people.models import Committee
from xieshang.site.pages import show

from .asked import Asked, Body, query_of, years_around
from .figures import named, refused
from .home import CARDS, cards
from .parts import by_month, scope_said

NEWEST, BRANDS = 6, 12


def index(request: HttpRequest) -> HttpResponse:
    """The whole body: the region, its cities, their counties."""
    body = Body()
    if body.top is None:
        return show(request, "portal/empty.html")
    cities = [(city, body.below(city)) for city in body.below(body.top)]
    context = {
        "top": body.top,
        "cities": cities,
        "counties": sum(len(below) for _city, below in cities),
        **named(body),
    }
    return show(request, "portal/committees.html", context)


def committee(request: HttpRequest, code: int) -> HttpResponse:
    """One committee: its year in figures, its brands, what it held last, what lies below it."""
    body = Body()
    if code not in body.committees:
        raise Http404(code)
    query = request.GET.copy()
    query["committee"] = str(code)
    asked = Asked(query, body)
    if not asked.is_valid():
        return show(request, "portal/figures.html", refused(asked), status=422)
    scope = asked.scope
    context = {
        "committee": scope.committee,
        "line": line_of(body, scope.committee),
        "said": scope_said(scope),
        "tabs": tabs(scope, bool(body.below(scope.committee))),
        "years": years_around(request.path, scope),
        "cards": cards(scope),
        "metric": METRICS[CARDS[0]],
        "months": by_month(METRICS[CARDS[0]], scope, {}, compared=False),
        "programmes": programmes_of(scope),
        "newest": Activity.objects.public()
        .held_in(scope.span)
        .prefetch_related("committees")[:NEWEST],
        "below": body.below(scope.committee),
        **named(body),
    }
    return show(request, "portal/committee.html", context)


def programmes_of(scope: Scope) -> list[tuple[Programme, list[tuple[str, str]]]]:
    """The committee's brands and series, each with its six-haves where it has any."""
    standing = Programme.objects.public().filter(committee=scope.committee, since__lte=scope.end)
    return [
        (one, one.slots() if any(words for _label, words in one.slots()) else [])
        for one in standing[:BRANDS]
    ]


def line_of(body: Body, one: Committee) -> list[tuple[str, str]]:
    """The way down to a committee: (title, href), the last without href."""
    above = [body.committees[code] for code in reversed(one.line()) if code in body.committees]
    return [
        (
            each.title,
            reverse("portal:committee", args=[each.pk]) if each is not above[-1] else "",
        )
        for each in above
    ]


def tabs(scope: Scope, divided: bool) -> list[dict]:
    """With all below it, or its own level alone; a county has nothing below it."""
    if not divided:
        return []
    here = reverse("portal:committee", args=[scope.committee.pk])
    whole, alone = scope.of(scope.committee), scope.of(scope.committee, own=True)
    return [
        {"label": _("With all below"), "href": f"{here}?{query_of(whole)}", "here": not scope.own},
        {"label": _("Own level only"), "href": f"{here}?{query_of(alone)}", "here": scope.own},
    ]
