"""The rules of a place: what it allows, what it chooses from, how it numbers, when it sits."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy

from xieshang.people.models import Committee

from . import rule_limits, rule_sets, rule_times
from .door import desk
from .pages import show
from .rule_part import Part

PARTS = {
    each.name: each
    for each in (
        Part("limits", gettext_lazy("Time limits"), "desk/rules/limits.html", rule_limits),
        Part("grounds", gettext_lazy("Grounds for not filing"), "desk/rules/set.html", rule_sets),
        Part("classes", gettext_lazy("Classes of answers"), "desk/rules/set.html", rule_sets),
        Part("reporting", gettext_lazy("Categories to report"), "desk/rules/set.html", rule_sets),
        Part("working", gettext_lazy("Categories to work with"), "desk/rules/set.html", rule_sets),
        Part("public", gettext_lazy("Categories for residents"), "desk/rules/set.html", rule_sets),
        Part("numbering", gettext_lazy("Numbers"), "desk/rules/numbering.html", rule_times),
        Part(
            "sessions", gettext_lazy("Terms and sessions"), "desk/rules/sessions.html", rule_times
        ),
    )
}


@desk("GET")
def rules(request: HttpRequest) -> HttpResponse:
    """On to the rules of one's own committee, or of the one at the head."""
    seats = request.user.seats.current().order_by("committee_id")
    seen = Committee.objects.visible_to(request.user)
    code = seats.values_list("committee", flat=True).first()
    code = code or seen.filter(parent=None).values_list("pk", flat=True).first()
    if code is None:
        raise Http404("no committee")
    return redirect("desk:rule", code, "limits")


@desk("GET", "POST")
def rule(request: HttpRequest, code: int, part: str) -> HttpResponse:
    """One part of the rules of a committee; whoever keeps it may change them."""
    if part not in PARTS:
        raise Http404(part)
    committee = get_object_or_404(Committee.objects.visible_to(request.user), pk=code)
    chosen, keeps = PARTS[part], request.user.may_keep(committee)
    more: dict[str, object] = {}
    if request.method == "POST":
        if not keeps:
            raise PermissionDenied
        answered = chosen.rules.act(request, committee, part)
        if isinstance(answered, HttpResponse):
            return answered
        more = answered
    status = 422 if more.get("wrong") else 200
    context = {
        "committee": committee,
        "part": chosen,
        "keeps": keeps,
        "tabs": tabs(code, part),
        **chosen.rules.gather(request, committee, part),
        **more,
    }
    return show(request, chosen.template, context, here="committees", status=status)


@dataclass(frozen=True, slots=True)
class Tab:
    """One part in the row of tabs; nothing is counted there."""

    label: str
    href: str
    here: bool = False
    count: None = None


def tabs(code: int, here: str) -> list[Tab]:
    """The parts of a committee's rules, and the calendar, which is the whole body's."""
    items = [
        Tab(str(each.label), reverse("desk:rule", args=[code, each.name]), each.name == here)
        for each in PARTS.values()
    ]
    return [*items, Tab(str(gettext_lazy("Working days")), reverse("desk:calendar"))]
