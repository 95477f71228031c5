"""Matters: the list, and the page of one with its life."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from xieshang.lifecycle.actions import NoSuchMove, moves_open_to, open_move
from xieshang.matters.actions import take
from xieshang.matters.forms import FORMS
from xieshang.matters.lifecycles import LIFECYCLES, Outcome
from xieshang.matters.models import Matter
from xieshang.site.listing import Column

from .door import desk
from .filters import DayFilters, choice, forms, word
from .listing import Bulk, Empty, Listing, Shown, State, listed
from .pages import show

VERBS = {
    move.verb: move.label for cycle in LIFECYCLES.values() for move in cycle.moves
}  # one word for one verb, whatever the kind
STATES = {state.name: state.label for cycle in LIFECYCLES.values() for state in cycle.states}


class MatterFilters(DayFilters):
    lookups = {
        "q": "title__icontains",
        "kind": "kind",
        "state": "status",
        "unit": "unit__icontains",
        "since": "raised_on__gte",
        "until": "raised_on__lte",
    }

    kind = choice(gettext_lazy("Kind"), Matter.KINDS)
    state = choice(gettext_lazy("State"), STATES.items())
    waiting = choice(
        gettext_lazy("Waiting"),
        [("open", gettext_lazy("Still open")), ("late", gettext_lazy("Late"))],
    )
    unit = word(gettext_lazy("Handling unit"))
    mine = forms.BooleanField(label=gettext_lazy("Raised by me"), required=False)

    def __init__(self, query, person):
        self.person = person
        super().__init__(query, person)

    def narrow(self, rows):
        rows = super().narrow(rows)
        waiting = self.chosen.get("waiting")
        if waiting:
            rows = rows.open() if waiting == "open" else rows.overdue()
        return rows.filter(raised_by=self.person) if self.chosen.get("mine") else rows


def is_late(matter: Matter) -> bool:
    return matter.is_late


def state_of(matter: Matter) -> State:
    """The state's word, with the tone of where it stands."""
    if is_late(matter):
        return State(matter.state.label, "late")
    if matter.state.waits:
        return State(
            matter.state.label, "moving" if matter.status != matter.lifecycle.first else "waiting"
        )
    good = matter.outcome == Outcome.DONE or matter.status == "adopted"
    return State(matter.state.label, "good" if good else "")


MATTERS = Listing(
    name="matters",
    title=gettext_lazy("Matters"),
    rows=lambda person: Matter.objects.visible_to(person).with_page(),
    filters=MatterFilters,
    shown=(
        Shown(Column("title", gettext_lazy("Title"), order="title"), lambda m: m.title),
        Shown(Column("number", gettext_lazy("Number"), "keep"), lambda m: m.short),
        Shown(Column("kind", gettext_lazy("Kind"), "keep"), Matter.get_kind_display),
        Shown(Column("state", gettext_lazy("State"), "keep"), state_of),
        Shown(
            Column("committee", gettext_lazy("Committee"), order="committee"),
            lambda m: m.committee.title,
        ),
        Shown(
            Column("raised", gettext_lazy("Raised on"), "day", order="raised_on"),
            lambda m: m.raised_on,
        ),
        Shown(Column("waits", gettext_lazy("Waiting for")), lambda m: m.waits_for),
        Shown(Column("due", gettext_lazy("Due"), "day"), lambda m: m.due_on),
    ),
    order="-raised_on",
    href=lambda m: reverse("desk:matter", args=[m.pk]),
    empty=Empty(
        gettext_lazy("No matter here yet"),
        gettext_lazy("Matters come with the ledgers of problems and suggestions, or by hand."),
        "/desk/matters/new/",
        gettext_lazy("Raise a matter"),
    ),
    enter=("/desk/matters/new/", gettext_lazy("Raise a matter")),
    late=is_late,
    bulk=Bulk("/desk/matters/steps/", gettext_lazy("For all ticked"), tuple(VERBS.items())),
)


@desk("GET")
def matters(request: HttpRequest) -> HttpResponse:
    return listed(request, MATTERS)


@desk("GET")
def matter(request: HttpRequest, key: int) -> HttpResponse:
    found = find(request, key)
    asked = next(
        (m for m in moves_open_to(request.user, found) if m.verb == request.GET.get("move")), None
    )
    return show_matter(request, found, asked=asked)


@desk("POST")
def steps(request: HttpRequest, key: int) -> HttpResponse:
    """Make one move."""
    found = find(request, key)
    verb = request.POST.get("verb", "")
    if verb not in VERBS:
        raise Http404(verb)
    try:
        move = open_move(request.user, found, verb)
        form = FORMS[move.asks](request.POST)
        if not form.is_valid():
            return show_matter(request, found, asked=move, form=form, status=422)
        take(found, verb, by=request.user, **form.cleaned_data)
    except NoSuchMove:
        return show_matter(request, find(request, key), gone=VERBS[verb], status=409)
    if request.htmx:
        return show_matter(request, find(request, key))
    return redirect("desk:matter", key)


def find(request: HttpRequest, key: int) -> Matter:
    return get_object_or_404(Matter.objects.visible_to(request.user).with_page(), pk=key)


def show_matter(
    request, found: Matter, *, asked=None, form=None, gone="", status=200
) -> HttpResponse:
    """The page of a matter, or only its life for HTMX."""
    context = {
        "matter": found,
        "state": state_of(found),
        "late": is_late(found),
        "moves": moves_open_to(request.user, found),
        "asked": asked,
        "form": form or (FORMS[asked.asks]() if asked else None),
        "gone": gone,
        "raised": "raised" in request.GET,
        "facts": facts_of(found),
        "history": history_of(found),
        "evidence": found.evidence.select_related("file__committee"),
    }
    return show(
        request, "desk/matter.html", context, here="matters", fragment="life", status=status
    )


def history_of(found: Matter) -> list[tuple[str, str, object]]:
    """Each step in words: what was done, where it led, the step itself."""
    told = found.steps.select_related("by")
    return [
        (VERBS.get(step.verb, _("Raised")), found.lifecycle.state(step.went_to).label, step)
        for step in told
    ]


def facts_of(found: Matter) -> list[tuple[str, str]]:
    """What the ledger or the author says of it, as far as they say something."""
    facts = (
        (_("Number in the ledger"), found.ledger_number),
        (_("Author"), found.author),
        (_("Source"), found.source),
        (_("County or city"), found.area),
        (_("Handling unit"), found.unit),
        (_("Sent to"), found.sent_to),
        (_("Answer"), found.opinion),
    )
    return [fact for fact in facts if fact[1]]
