"""What was sent up: the list of it, and the receipt that both tiers have."""

from django import forms
from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy, pgettext_lazy

from xieshang.matters.lifecycles import REFERRAL
from xieshang.matters.models import Referral, way_of
from xieshang.site.listing import Column

from ..acting import Place, acted, looked_at
from ..clock import due_of
from ..door import desk
from ..filters import PlaceFilters, choice
from ..listing import Bulk, Empty, Listing, Shown, State, listed
from ..offers import DEED, MOVE, Acting
from ..pages import show
from ..seen import Seen
from .ladder import way
from .texts import both_texts

WAITING = (
    ("me", gettext_lazy("Waiting for me")),
    ("open", gettext_lazy("Still open")),
    ("late", gettext_lazy("Late")),
)


class ReferralFilters(PlaceFilters):
    """By the tier it was sent to, where it stands, and whom it waits for."""

    lookups = {"q": "matter__title__icontains", "state": "status"}

    state = choice(gettext_lazy("State"), [(s.name, s.label) for s in REFERRAL.states])
    waiting = choice(gettext_lazy("Waiting"), WAITING)
    ours = forms.BooleanField(label=gettext_lazy("Sent up by my office"), required=False)

    def narrow(self, rows):
        rows = super().narrow(rows)
        if self.chosen.get("ours"):
            rows = rows.sent_by(self.person)
        waiting = self.chosen.get("waiting")
        if waiting == "me":
            return rows.open().before(self.person)
        if waiting == "late":
            return rows.overdue()
        return rows.open() if waiting else rows


def state_of(sent: Referral) -> State:
    """The state's word, with the tone of where it stands."""
    if sent.is_late:
        return State(sent.state.label, "late")
    good = "good" if sent.status == "adopted" else ""
    return State(sent.state.label, "waiting" if sent.state.waits else good)


REFERRALS = Listing(
    name="referrals",
    title=gettext_lazy("Reports sent up"),
    rows=lambda person: Referral.objects.visible_to(person).with_page(),
    filters=ReferralFilters,
    shown=(
        Shown(Column("title", pgettext_lazy("of a text", "Title")), lambda r: r.matter.title),
        Shown(Column("number", gettext_lazy("Number"), "keep"), lambda r: r.short),
        Shown(Column("report", gettext_lazy("Opinion report"), "keep"), lambda r: r.matter.short),
        Shown(Column("author", pgettext_lazy("of a text", "Author")), lambda r: r.matter.author),
        Shown(Column("sender", gettext_lazy("Sent up by")), lambda r: r.sender.title),
        Shown(Column("to", gettext_lazy("Sent up to")), lambda r: r.committee.title),
        Shown(
            Column("sent", gettext_lazy("Sent up on"), "day", order="sent_on"), lambda r: r.sent_on
        ),
        Shown(Column("state", gettext_lazy("State"), "keep"), state_of),
        Shown(Column("waits", gettext_lazy("Waiting for")), lambda r: r.next.who if r.next else ""),
        Shown(Column("due", gettext_lazy("Due"), "due", order="due_on"), lambda r: r.due_on),
    ),
    order="-sent_on",
    href=lambda r: reverse("desk:referral", args=[r.pk]),
    empty=Empty(
        gettext_lazy("No report was sent up yet"),
        gettext_lazy("A report can be sent up once its own tier has adopted it, or keeps it."),
        "/desk/matters/?kind=opinion-report",
        gettext_lazy("To the opinion reports"),
    ),
    late=lambda r: r.is_late,
    bulk=Bulk("/desk/referrals/issue/", gettext_lazy("Into one issue")),
)


@desk("GET")
def referrals(request: HttpRequest) -> HttpResponse:
    return listed(request, REFERRALS)


@desk("GET")
def referral(request: HttpRequest, key: int) -> HttpResponse:
    found = find(request, key)
    return show_referral(request, found, looked_at(request, PLACE, found))


@desk("POST")
def referral_steps(request: HttpRequest, key: int) -> HttpResponse:
    """Make one move."""
    return acted(request, PLACE, key, MOVE)


@desk("POST")
def referral_deeds(request: HttpRequest, key: int) -> HttpResponse:
    """Do something that leaves it where it stands."""
    return acted(request, PLACE, key, DEED)


def find(request: HttpRequest, key: int) -> Referral:
    rows = Referral.objects.visible_to(request.user).with_page()
    rows = rows.select_related("matter__committee__parent__parent")
    found = get_object_or_404(rows, pk=key)
    prefetch_related_objects([found], "matter__steps__by", *way_of("matter__"))
    return found


def show_referral(request, found: Referral, acting: Acting, status: int = 200) -> HttpResponse:
    """The receipt; for HTMX what may be done alone, or all of it once something was."""
    seen = Seen(found.matter, request.user, frozenset(acting.roles))
    context = {
        "sent": found,
        "matter": found.matter,
        "acting": acting,
        "state": state_of(found),
        "due": due_of(found),
        "ladder": way(seen),
        "texts": both_texts(seen),
        "history": {"lines": history_of(found), "inside": True},
    }
    fragment = "acting" if request.method == "GET" else "subject"
    return show(
        request, "desk/opinion/referral.html", context, here="opinion", fragment=fragment,
        status=status,
    )  # fmt: skip


def history_of(found: Referral) -> list[tuple]:
    """Each step in words: what was done, where it led, the step itself."""
    life = found.lifecycle
    words = {move.verb: move.label for move in life.moves}
    steps = next(each for each in found.matter.referrals.all() if each.pk == found.pk).steps.all()
    return [
        (words.get(step.verb, found.sender.title), life.state(step.went_to).label, step, True)
        for step in steps
    ]


PLACE = Place("desk:referral", "desk:referral_steps", "desk:referral_deeds", find, show_referral)
