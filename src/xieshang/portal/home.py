"""The first page: the year in figures, where, when, and what came last."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from xieshang.activities.models import Activity
from xieshang.figures.metric import Measured, measure
from xieshang.figures.metrics import METRICS
from xieshang.figures.scope import Scope
from xieshang.matters.models.standing import solved_lately
from xieshang.site.pages import show

from .asked import Asked, Body, query_of, years_around
from .figures import named, refused
from .parts import by_committee, by_month, href_of, scope_said

CARDS = (
    "consultations-held",
    "study-sessions",
    "study-attendances",
    "problems-solved",
    "suggestions-submitted",
    "suggestions-adopted",
    "projects-introduced",
    "venues",
)
BASES = {"problems-solved": "problems-registered"}
NEWEST, SOLVED = 6, 4


def cards(scope: Scope, names: tuple[str, ...] = CARDS) -> list[dict]:
    """The figures of a scope as cards; a part says of how many it is."""
    wanted = {*names, *(BASES[name] for name in names if name in BASES)}
    measured = measure([m for name, m in METRICS.items() if name in wanted], scope)
    return [
        {
            "label": METRICS[name].label,
            "value": measured[name].value,
            "unit": METRICS[name].unit,
            "href": href_of(name, scope),
            "note": note_of(name, measured),
        }
        for name in names
    ]


def note_of(name: str, measured: dict[str, Measured]) -> str:
    if name not in BASES:
        return ""
    base = BASES[name]
    words = {"label": METRICS[base].label, "n": measured[base].value}
    return _("%(label)s: %(n)d") % words


def home(request: HttpRequest) -> HttpResponse:
    body = Body()
    if body.top is None:
        return show(request, "portal/empty.html")
    asked = Asked(request.GET, body)
    if not asked.is_valid():
        return show(request, "portal/figures.html", refused(asked), status=422)
    scope = asked.scope
    name = request.GET.get("figure", "")
    metric = METRICS[name if name in CARDS else CARDS[0]]
    context = {
        "scope": scope,
        "said": scope_said(scope),
        "years": years_around(request.path, scope),
        "cards": cards(scope),
        "metric": metric,
        "tabs": tabs(metric.name, scope),
        "places": by_committee(metric, scope, {}, body),
        "months": by_month(metric, scope, {}, compared=False),
        "solved": solved_lately(SOLVED),
        "newest": Activity.objects.public().prefetch_related("committees")[:NEWEST],
        **named(body),
    }
    return show(request, "portal/home.html", context)


def tabs(chosen: str, scope: Scope) -> list[dict]:
    """Which figure the map and the trend show."""
    home, query = reverse("portal:home"), query_of(scope)
    return [
        {
            "label": METRICS[name].label,
            "href": f"{home}?{query}&figure={name}#by",
            "here": name == chosen,
        }
        for name in CARDS
    ]
