"""What residents raised, as their offices see it: a text that many sent stands there once."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy

from xieshang.matters.lifecycles import PROBLEM
from xieshang.matters.models import Matter
from xieshang.matters.models.likeness import as_one, same_as
from xieshang.site.listing import Column

from .door import desk
from .filters import DayFilters, choice
from .listing import Bulk, Empty, Listing, Shown, listed, ticked_keys
from .many import MOST, Many, many, words_of
from .matter_list import due_on, is_late, state_of


def residents(person):
    """What residents raised, with or without an account, as far as it concerns this person."""
    rows = Matter.objects.visible_to(person).concerning(person)
    return rows.filter(receipt__isnull=False)


class VoiceFilters(DayFilters):
    lookups = {
        "q": "title__icontains",
        "state": "status",
        "since": "raised_on__gte",
        "until": "raised_on__lte",
    }

    state = choice(gettext_lazy("State"), [(s.name, s.label) for s in PROBLEM.states])
    waiting = choice(
        gettext_lazy("Waiting"),
        [("open", gettext_lazy("Still open")), ("late", gettext_lazy("Late"))],
    )
    shared = choice(
        gettext_lazy("Senders"),
        [("many", gettext_lazy("Sent by several")), ("venue", gettext_lazy("At a reception"))],
    )

    def narrow(self, rows):
        rows = super().narrow(rows)
        match self.chosen.get("waiting"):
            case "open":
                rows = rows.open()
            case "late":
                rows = rows.overdue()
        match self.chosen.get("shared"):
            case "many":
                rows = rows.filter(senders__gt=1)
            case "venue":
                rows = rows.filter(venue__isnull=False)
        return rows


MOVES = tuple((move.verb, move.label) for move in PROBLEM.moves if move.role == "office")
VOICES = Listing(
    name="voices",
    title=gettext_lazy("Raised by residents"),
    rows=lambda person: as_one(residents(person)).with_page().with_next(),
    filters=VoiceFilters,
    shown=(
        Shown(Column("title", gettext_lazy("Title"), order="title"), lambda m: m.title),
        Shown(Column("number", gettext_lazy("Number"), "keep"), lambda m: m.short),
        Shown(Column("senders", gettext_lazy("Senders"), "number"), lambda m: m.senders),
        Shown(Column("state", gettext_lazy("State"), "keep"), state_of),
        Shown(Column("category", gettext_lazy("Category")), lambda m: m.category or ""),
        Shown(
            Column("committee", gettext_lazy("Committee"), order="committee"),
            lambda m: m.committee.title,
        ),
        Shown(
            Column("raised", gettext_lazy("Raised on"), "day", order="raised_on"),
            lambda m: m.raised_on,
        ),
        Shown(Column("waits", gettext_lazy("Waiting for")), lambda m: m.waits_for),
        Shown(Column("due", gettext_lazy("Due"), "due", order="due_on"), due_on),
    ),
    order="-raised_on",
    href=lambda m: reverse("desk:matter", args=[m.pk]),
    empty=Empty(
        gettext_lazy("No resident has raised anything yet"),
        gettext_lazy(
            "What comes in by the public page stands here, and what you enter for others."
        ),
        "/desk/voices/new/",
        gettext_lazy("Enter for somebody"),
    ),
    late=is_late,
    bulk=Bulk("/desk/voices/steps/", gettext_lazy("For all ticked and all their senders"), MOVES),
    enter=("/desk/voices/new/", gettext_lazy("Enter for somebody")),
)
MANY_VOICES = Many(
    VOICES,
    lambda person: residents(person).with_page(),
    lambda matter: matter.title,
    words_of(PROBLEM),
)


@desk("GET")
def voices(request: HttpRequest) -> HttpResponse:
    return listed(request, VOICES)


@desk("GET", "POST")
def voices_steps(request: HttpRequest) -> HttpResponse:
    """One move for each ticked text, and for everybody who sent it."""
    if request.method == "GET":
        request.GET = with_senders(request)  # type: ignore[assignment]
    return many(request, MANY_VOICES)


def with_senders(request: HttpRequest) -> QueryDict:
    """The address with all senders ticked; of very many, first those that can make the move."""
    asked = request.GET.copy()
    ticked = residents(request.user).filter(pk__in=ticked_keys(asked)[:MOST])
    heads = list(ticked.select_related("committee"))
    if heads:
        rows = residents(request.user).filter(pk__in=same_as(*heads).values("pk"))
        move = next((m for m in PROBLEM.moves if m.verb == asked.get("verb")), None)
        able = rows.filter(status__in=move.came_from) if move else rows
        keys = [*able.order_by("pk").values_list("pk", flat=True)[:MOST], *(m.pk for m in heads)]
        asked.setlist("pick", [str(key) for key in dict.fromkeys(keys)][:MOST])
    return asked
