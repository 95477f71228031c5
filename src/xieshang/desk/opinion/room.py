"""The room of the information office: what waits for whom, each a list that is kept ready."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from xieshang.matters.lifecycles import OPINION_REPORT
from xieshang.matters.models import Matter, Referral, standings_of
from xieshang.people.models import Person, Seat

from ..door import desk
from ..pages import show

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


def at(name: str, **query: object) -> str:
    return f"{reverse(f'desk:{name}')}?{urlencode(query)}"


def counted(rows: QuerySet, **conditions: Q) -> dict[str, int]:
    """How many of the rows meet each condition, asked at once."""
    counts = {name: Count("pk", filter=one) for name, one in conditions.items()}
    return rows.order_by().aggregate(**counts)


def own_lists(person: Person) -> Iterator[Ready]:
    """What somebody wrote."""
    mine = Matter.objects.visible_to(person).filter(life=OPINION_REPORT.name, raised_by=person)
    waits = Q(status__in=["draft", "returned"])
    n = counted(mine, all=Q(), waits=waits)
    yield Ready(_("What I wrote"), at("matters", kind=KIND, mine="on"), n["all"])
    href = at("matters", kind=KIND, mine="on", waiting="me")
    yield Ready(_("Waiting for me to write on"), href, n["waits"])


def office_lists(person: Person, seat: Seat) -> Iterator[Ready]:
    """What waits at the office of one seat, what was sent up to it, and what it sent up."""
    own = {"committee": seat.committee_id}
    rows = Matter.objects.visible_to(person).filter(life=OPINION_REPORT.name, **own)
    at_states = {state: Q(status=state) for state in STATES}
    n = counted(rows.filter(status__in=list(STATES)), **at_states)
    for state, label in STATES.items():
        href = at("matters", kind=KIND, state=state, own="on", **own)
        yield Ready(str(label), href, n[state])
    sent = Referral.objects.visible_to(person).open()
    ours = Q(sender__in=person.seats.current().keeping().values("committee"))
    n = counted(sent, received=Q(**own), passed=ours)
    href = at("referrals", waiting="open", own="on", **own)
    yield Ready(_("Sent up to us, to be decided"), href, n["received"])
    yield Ready(_("With the tier above"), at("referrals", waiting="open", ours="on"), n["passed"])


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
