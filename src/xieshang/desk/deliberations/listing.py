"""The list of deliberations."""

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy

from xieshang.deliberation.lifecycles import DELIBERATION
from xieshang.deliberation.models import Deliberation
from xieshang.site.listing import Column

from ..door import desk
from ..filters import PlaceFilters, choice
from ..listing import Empty, Listing, Shown, State, listed

TONES = {
    "draft": "waiting", "collecting": "moving", "weighing": "moving", "discussing": "waiting",
    "resulted": "good", "following": "good", "ended": "good", "called-off": "",
}  # fmt: skip


class DeliberationFilters(PlaceFilters):
    lookups = {"state": "status"}

    state = choice(
        gettext_lazy("State"), [(state.name, state.label) for state in DELIBERATION.states]
    )

    def of(self, rows: QuerySet, span: tuple[int, int]) -> QuerySet:
        return rows.held_in(span)

    def narrow(self, rows: QuerySet) -> QuerySet:
        """Words are looked for in the question as well."""
        rows, words = super().narrow(rows), self.chosen.get("q", "")
        return rows.filter(Q(title__icontains=words) | Q(question__icontains=words))


def state_of(row: Deliberation) -> State:
    """The phase's word, with the tone of where it stands."""
    return State(row.state.label, TONES[row.status])


def votes_of(row: Deliberation) -> int | None:
    """The votes in its last map."""
    kept = getattr(row, "kept_map", None)
    return kept.votes if kept else None


def voices_of(row: Deliberation) -> int | None:
    """Those who voted, by its last map."""
    kept = getattr(row, "kept_map", None)
    return kept.participants if kept else None


DELIBERATIONS = Listing(
    name="deliberations",
    title=gettext_lazy("Deliberations"),
    rows=lambda person: Deliberation.objects.visible_to(person).with_page(),
    filters=DeliberationFilters,
    shown=(
        Shown(Column("title", gettext_lazy("Title"), order="title"), lambda d: d.title),
        Shown(Column("number", gettext_lazy("Number"), "keep"), lambda d: d.short),
        Shown(Column("state", gettext_lazy("State"), "keep"), state_of),
        Shown(Column("owners", gettext_lazy("Held by")), lambda d: d.held_by),
        Shown(
            Column("closes", gettext_lazy("Weighing ends"), "day", order="closes_at"),
            lambda d: d.closes_at.date(),
        ),
        Shown(Column("voices", gettext_lazy("Took part"), "number"), voices_of),
        Shown(Column("votes", gettext_lazy("Votes"), "number"), votes_of),
    ),
    order="-closes_at",
    href=lambda d: reverse("desk:deliberation", args=[d.pk]),
    empty=Empty(
        gettext_lazy("No deliberation here yet"),
        gettext_lazy("Ask one open question; people weigh statements, and see what they share."),
        "/desk/deliberations/new/",
        gettext_lazy("Prepare a deliberation"),
    ),
    enter=("/desk/deliberations/new/", gettext_lazy("Prepare a deliberation")),
)


@desk("GET")
def deliberations(request: HttpRequest) -> HttpResponse:
    return listed(request, DELIBERATIONS)
