"""What waits for whoever signs in: late first, then due soon, then what else is theirs."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from xieshang.activities.models import Activity
from xieshang.matters.models import Matter
from xieshang.people.models import Seat, span_of

from .door import desk
from .matters import state_of
from .pages import show
from .year import asked_year, cards

SHOWN = 8
SOON = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that waits: its title, where it opens, what is said beside it."""

    title: str
    href: str
    meta: Sequence[object]
    state: object = None


@dataclass(frozen=True, slots=True)
class Box:
    """A heap of the board; `count` may be more than the rows it shows."""

    title: str
    count: int
    rows: Sequence[Row] = field(default_factory=tuple)
    href: str = ""
    late: bool = False


@desk("GET")
def board(request: HttpRequest) -> HttpResponse:
    seats = list(request.user.seats.current().select_related("committee"))
    units = list(request.user.units.select_related("committee"))
    boxes = [box for box in heaps(request.user, seats, units) if box.count]
    latest = Activity.objects.visible_to(request.user).values_list("day", flat=True).first()
    year = asked_year("", latest)
    context = {
        "seats": seats,
        "units": units,
        "boxes": boxes,
        "waiting": sum(box.count for box in boxes),
        "keeps": any(seat.post in KEEPING for seat in seats),
        "year": year,
        "cards": cards(seats[0].committee, year) if seats else [],
        "place": seats[0].committee if seats else None,
    }
    return show(request, "desk/board.html", context, here="board")


KEEPING = (Seat.Post.CLERK, Seat.Post.OFFICER)


def heaps(person, seats, units):
    """The heaps of the board, the most pressing first."""
    keeping = [seat for seat in seats if seat.post in KEEPING]
    if keeping:
        yield from of_office(person, keeping)
    if units:
        yield of_units(person, units)
    if not keeping:
        yield of_author(person)


def of_office(person, keeping):
    """Open matters of the offices somebody keeps: late first, then due soon."""
    ours = Q()
    for seat in keeping:
        ours |= Q(committee__code__range=span_of(seat.committee_id))
    rows = Matter.objects.visible_to(person).filter(ours).with_page()
    place = "" if len(keeping) > 1 else f"&committee={keeping[0].committee_id}"
    today = timezone.localdate()
    late = rows.overdue(today)
    yield matter_box(_("Late"), late, f"waiting=late{place}", late=True)
    soon = rows.overdue(today + SOON).exclude(pk__in=late.values("pk"))
    yield matter_box(_("Due within two weeks"), soon, f"waiting=open{place}")


def of_units(person, units):
    """Open matters that name a unit somebody answers for."""
    named = Q()
    for unit in units:
        named |= Q(unit=unit.name, committee__code__range=span_of(unit.committee_id))
    rows = Matter.objects.visible_to(person).with_page().filter(named).open()
    return matter_box(_("Matters that name your unit"), rows, f"waiting=open&unit={units[0].name}")


def of_author(person):
    rows = Matter.objects.visible_to(person).with_page().filter(raised_by=person)
    return matter_box(_("Matters you raised"), rows, "mine=on")


def matter_box(title: str, rows, query: str, *, late: bool = False) -> Box:
    """A heap of matters, the longest waiting first."""
    found = [
        Row(
            matter.title,
            reverse("desk:matter", args=[matter.pk]),
            (matter.short, matter.get_kind_display(), matter.committee.title, matter.due),
            state_of(matter),
        )
        for matter in rows.order_by("raised_on", "pk")[:SHOWN]
    ]
    count = rows.count() if len(found) == SHOWN else len(found)
    return Box(title, count, found, f"{reverse('desk:matters')}?{query}", late)
