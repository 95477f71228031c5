"""The page of one deliberation: its phase, its health, its statements, what came of it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from xieshang.deliberation.actions import take
from xieshang.deliberation.health import health_of
from xieshang.deliberation.lifecycles import DELIBERATION
from xieshang.deliberation.models import Deliberation
from xieshang.deliberation.results import Result
from xieshang.lifecycle.actions import Hindered, NoSuchMove, moves_open_to, open_move, open_to
from xieshang.lifecycle.table import Role
from xieshang.matters.forms import FORMS

from ..door import desk
from ..pages import show
from .listing import state_of

VERBS = {move.verb: move.label for move in DELIBERATION.moves}
ONWARD = ("collect", "weigh", "result", "follow")
PHASES = ("collecting", "weighing", "discussing", "resulted", "following")


@desk("GET")
def deliberation(request: HttpRequest, key: int) -> HttpResponse:
    found = find(request, key)
    wanted = request.GET.get("move")
    asked = next((m for m in moves_open_to(request.user, found) if m.verb == wanted), None)
    return show_deliberation(request, found, asked=asked)


@desk("POST")
def deliberation_steps(request: HttpRequest, key: int) -> HttpResponse:
    """Lead it to another phase."""
    found, verb = find(request, key), request.POST.get("verb", "")
    if verb not in VERBS:
        raise Http404(verb)
    try:
        move = open_move(request.user, found, verb)
        form = FORMS[move.asks](request.POST)
        if not form.is_valid():
            return show_deliberation(request, found, asked=move, form=form, status=422)
        take(found, verb, by=request.user, **form.cleaned_data)
    except NoSuchMove:
        return show_deliberation(request, find(request, key), gone=VERBS[verb], status=409)
    except Hindered as reason:
        return show_deliberation(request, find(request, key), hindered=str(reason), status=409)
    return redirect("desk:deliberation", key)


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
        "history": history_of(found),
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


def history_of(found: Deliberation) -> list[tuple[str, str, object]]:
    """Each step in words: what was done, where it led, the step itself."""
    told = found.steps.select_related("by")
    return [
        (VERBS.get(step.verb, _("Prepared")), found.lifecycle.state(step.went_to).label, step)
        for step in told
    ]
