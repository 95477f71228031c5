"""The page of one supervision: where it stands, the visits, the findings, what became of them."""

from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from xieshang.lifecycle.actions import Hindered, NoSuchMove, moves_open_to, open_move, open_to
from xieshang.supervision.actions import take
from xieshang.supervision.forms import FORMS, FindingForm, LookForm
from xieshang.supervision.lifecycles import SUPERVISION
from xieshang.supervision.models import Supervision

from ..door import desk
from ..pages import show

VERBS = {move.verb: move.label for move in SUPERVISION.moves}
ONWARD = ("go-out", "report", "send", "end")


def find(request: HttpRequest, key: int) -> Supervision:
    return get_object_or_404(Supervision.objects.visible_to(request.user).with_page(), pk=key)


@desk("GET")
def supervision(request: HttpRequest, key: int) -> HttpResponse:
    found = find(request, key)
    wanted = request.GET.get("move")
    asked = next((m for m in moves_open_to(request.user, found) if m.verb == wanted), None)
    return show_supervision(request, found, asked=asked)


@desk("POST")
def steps(request: HttpRequest, key: int) -> HttpResponse:
    """Lead it on."""
    found, verb = find(request, key), request.POST.get("verb", "")
    if verb not in VERBS:
        raise Http404(verb)
    try:
        move = open_move(request.user, found, verb)
        form = FORMS[move.asks](request.POST)
        if not form.is_valid():
            return show_supervision(request, found, asked=move, form=form, status=422)
        take(found, verb, by=request.user, **form.cleaned_data)
    except NoSuchMove:
        return show_supervision(request, find(request, key), gone=VERBS[verb], status=409)
    except Hindered as reason:
        return show_supervision(request, find(request, key), hindered=str(reason), status=409)
    return redirect("desk:supervision_of", key)


def show_supervision(request, found: Supervision, *, asked=None, status=200, **more):
    """The page; `more`: what just became of it."""
    moves, deeds = open_to(found.roles_of(request.user), found)
    findings = found.findings.select_related("unit", "visit", "matter").prefetch_related("looks")
    context = {
        "supervision": found,
        "offers": [(move, found.hindrance(move)) for move in moves],
        "onward": ONWARD,
        "asked": asked,
        "form": FORMS[asked.asks]() if asked else None,
        "may": {deed.name.replace("-", "_"): deed for deed in deeds},
        "goes": found.takes_visits_of(request.user),
        "team": found.team.order_by("pk"),
        "checks": found.checks.annotate(**tallies()),
        "visits": found.visits.select_related("by").prefetch_related(
            "answers__check_item", "shots"
        ),
        "findings": findings,
        "today": timezone.localdate(),
        "finding": FindingForm(found),
        "look": LookForm(),
        "history": history_of(found),
        "advice": found.advice.all(),
        **more,
    }  # fmt: skip
    return show(request, "desk/supervision/page.html", context, here="supervision", status=status)


def tallies() -> dict[str, Count]:
    """How many visits say what of each thing that is looked at."""
    return {
        said: Count("answers", filter=Q(answers__said=said)) for said in ("met", "partly", "not")
    }


def history_of(found: Supervision) -> list[tuple[str, str, object]]:
    """Each step in words: what was done, where it led, the step itself."""
    told = found.steps.select_related("by")
    return [
        (VERBS.get(step.verb, _("Planning begun")), found.lifecycle.state(step.went_to).label, step)
        for step in told
    ]
