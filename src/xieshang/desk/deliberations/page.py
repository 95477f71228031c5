"""The page of one deliberation: its phase, its health, its statements, what came of it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from xieshang.deliberation.actions import take
from xieshang.deliberation.health import health_of
from xieshang.deliberation.lifecycles import DELIBERATION
from xieshang.deliberation.models import Deliberation
from xieshang.deliberation.results import Result
from xieshang.lifecycle.actions import open_to
from xieshang.lifecycle.table import Role
from xieshang.matters.forms import FORMS

from ..door import desk
from ..leading import Leading
from ..pages import show
from .listing import state_of

ONWARD = ("collect", "weigh", "result", "follow")
PHASES = ("collecting", "weighing", "discussing", "resulted", "following")


@desk("GET")
def deliberation(request: HttpRequest, key: int) -> HttpResponse:
    return LEADING.page(request, key)


@desk("POST")
def deliberation_steps(request: HttpRequest, key: int) -> HttpResponse:
    """Lead it on."""
    return LEADING.step(request, key)


def find(request: HttpRequest, key: int) -> Deliberation:
    rows = Deliberation.objects.visible_to(request.user).with_page()
    return get_object_or_404(rows.select_related("matter", "sector"), pk=key)


def kept_here(request: HttpRequest, key: int) -> Deliberation:
    """One that an office of this person holds; 404 for all others."""
    rows = Deliberation.objects.visible_to(request.user).kept_by(request.user).with_page()
    return get_object_or_404(rows, pk=key)


def show_deliberation(request, found: Deliberation, *, asked=None, status=200, **more):
    """The page; `more`: what just became of it."""
    statements = list(found.statements.prefetch_related("steps", "wordings"))
    kept = getattr(found, "kept_map", None)
    result = Result(kept, [s for s in statements if s.status == "shown"]) if kept else None
    roles = found.roles_of(request.user)
    moves, deeds = open_to(roles, found)
    keeps = Role.OFFICE in roles
    context = {
        "deliberation": found,
        "state": state_of(found),
        "offers": [(move, found.hindrance(move)) for move in moves],
        "onward": ONWARD,
        "asked": asked,
        "form": FORMS[asked.asks]() if asked else None,
        "keeps": keeps,
        "phases": phases_of(found),
        "health": health_of(found),
        "waiting": [s for s in statements if s.status == "waiting"] if keeps else [],
        "lines": [(s, result.lines.get(str(s.pk)) if result else None)
                  for s in statements if keeps or s.state.public],
        "result": result,
        "history": LEADING.history(found),
        "outcomes": found.outcomes.select_related("matter", "statement"),
        "may": {deed.name.replace("-", "_"): deed for deed in deeds},
        **more,
    }  # fmt: skip
    return show(
        request, "desk/deliberations/page.html", context, here="deliberations", status=status
    )


def phases_of(found: Deliberation) -> list[tuple[str, bool, bool]]:
    """Each phase in words, whether it is the present one, whether it lies behind."""
    present = PHASES.index(found.status) if found.status in PHASES else -1
    over = found.status == "ended"
    return [
        (found.lifecycle.state(name).label, place == present, over or place < present)
        for place, name in enumerate(PHASES)
    ]


LEADING = Leading(
    DELIBERATION, "desk:deliberation", _("Prepared"), find, take, show_deliberation, FORMS
)
