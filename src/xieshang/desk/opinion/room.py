"""The room of the information office: what waits for whom, each a list that is kept ready."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from xieshang.matters.lifecycles import OPINION_REPORT
from xieshang.matters.models import Matter, Referral, standings_of
from xieshang.people.models import Person, Seat

from ..door import desk
from ..pages import show

MOST_COUNTED = 1_000
KIND = "opinion-report"
# The states that wait for an office, in the order of its work.
STATES = {
    "submitted": gettext_lazy("Handed in, to be looked at"),
    "editing": gettext_lazy("Being edited"),
    "checking": gettext_lazy("To be signed for issue"),
    "handling": gettext_lazy("With a department"),
    "kept": gettext_lazy("Kept for reference"),
}


@dataclass(frozen=True, slots=True)
class Ready:
    """A list kept ready: its words, its address, how many there are."""

    label: str
    href: str
    count: int

    @property
    def many(self) -> bool:
        return self.count > MOST_COUNTED


def at(name: str, **query: object) -> str:
    return f"{reverse(f'desk:{name}')}?{urlencode(query)}"


def ready(label: str, href: str, rows: QuerySet) -> Ready:
    """Counted as far as anybody reads."""
    return Ready(str(label), href, rows.order_by().values("pk")[: MOST_COUNTED + 1].count())


def own_lists(person: Person) -> Iterator[Ready]:
    """What somebody wrote."""
    mine = Matter.objects.visible_to(person).filter(life=OPINION_REPORT.name, raised_by=person)
    yield ready(_("What I wrote"), at("matters", kind=KIND, mine="on"), mine)
    waits = mine.filter(status__in=["draft", "returned"])
    yield ready(_("Waiting for me to write on"), at("matters", kind=KIND, mine="on", waiting="me"),
                waits)  # fmt: skip


def office_lists(person: Person, seat: Seat) -> Iterator[Ready]:
    """What waits at the office of one seat, what was sent up to it, and what it sent up."""
    place = {"committee": seat.committee_id, "own": "on"}
    rows = Matter.objects.visible_to(person).filter(
        life=OPINION_REPORT.name, committee=seat.committee_id
    )
    for state, label in STATES.items():
        href = at("matters", kind=KIND, state=state, **place)
        yield ready(label, href, rows.filter(status=state))
    sent = Referral.objects.visible_to(person).open()
    received = sent.filter(committee=seat.committee_id)
    href = at("referrals", waiting="open", **place)
    yield ready(_("Sent up to us, to be decided"), href, received)
    href = at("referrals", waiting="open", ours="on")
    yield ready(_("With the tier above"), href, sent.sent_by(person))


@desk("GET")
def opinion(request: HttpRequest) -> HttpResponse:
    """Two columns: what somebody wrote, and what waits at their office."""
    seats = request.user.seats.current().keeping().select_related("committee")
    seat = seats.order_by("pk").first()
    context = {
        "own": list(own_lists(request.user)),
        "office": list(office_lists(request.user, seat)) if seat else [],
        "place": seat.committee if seat else None,
        "writes": bool(standings_of(request.user)),
    }
    return show(request, "desk/opinion/room.html", context, here="opinion")
