"""The page of one supervision: where it stands, the visits, the findings, what became of them."""

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from xieshang.lifecycle.actions import open_to
from xieshang.supervision.actions import take
from xieshang.supervision.forms import FORMS, FindingForm, LookForm
from xieshang.supervision.lifecycles import SUPERVISION
from xieshang.supervision.models import Supervision

from ..door import desk
from ..leading import Leading
from ..pages import show

ONWARD = ("go-out", "report", "send", "end")


def find(request: HttpRequest, key: int) -> Supervision:
    return get_object_or_404(Supervision.objects.visible_to(request.user).with_page(), pk=key)


@desk("GET")
def supervision(request: HttpRequest, key: int) -> HttpResponse:
    return LEADING.page(request, key)


@desk("POST")
def steps(request: HttpRequest, key: int) -> HttpResponse:
    """Lead it on."""
    return LEADING.step(request, key)


def show_supervision(request, found: Supervision, *, asked=None, looked=None, status=200, **more):
    """The page; `looked`: what was said of a finding, `more`: what just became of it."""
    moves, deeds = open_to(found.roles_of(request.user), found)
    rows = found.findings.select_related("unit", "visit", "matter").prefetch_related("looks")
    findings = [
        (row, looked if looked and looked.of == row.pk else LookForm(row.pk)) for row in rows
    ]
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
        "history": LEADING.history(found),
        "advice": found.advice.all(),
        **more,
    }  # fmt: skip
    return show(request, "desk/supervision/page.html", context, here="supervision", status=status)


def tallies() -> dict[str, Count]:
    """How many visits say what of each thing that is looked at."""
    return {
        said: Count("answers", filter=Q(answers__said=said)) for said in ("met", "partly", "not")
    }


LEADING = Leading(
    SUPERVISION, "desk:supervision_of", _("Planning begun"), find, take, show_supervision, FORMS
)
