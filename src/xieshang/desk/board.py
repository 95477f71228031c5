"""What waits for whoever signs in: late first, then due soon, then what else is theirs."""

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from xieshang.activities.models import Activity
from xieshang.people.models import Seat, calendar

from .actors import actors
from .caseload import caseload
from .door import desk
from .heaps import KEEPING, Read, heaps, offices_of, standing_of
from .offices import handed_in, tiles_of
from .pages import show
from .year import asked_year, cards

RECENT = 5


@desk("GET")
def board(request: HttpRequest) -> HttpResponse:
    seats = list(request.user.seats.current().select_related("committee"))
    units = [] if seats else list(request.user.units.select_related("committee"))
    keeping = [seat for seat in seats if seat.post in KEEPING]
    standing = standing_of(request.user) if keeping else []
    held = caseload(request.user, offices_of(keeping)) if keeping else None
    read = Read(standing, held, SimpleLazyObject(calendar))
    boxes = [box for box in heaps(request.user, seats, units, read) if box.count]
    recent = [] if keeping else list(Activity.objects.visible_to(request.user)[:RECENT])
    latest = max((each.year for each in standing if each.year), default=None)
    year = asked_year(request.GET.get("year", ""), recent[0].day.year if recent else latest)
    place = seats[0].committee if seats else None
    context = {
        "seats": seats,
        "units": units,
        "boxes": boxes,
        "waiting": sum(box.count for box in boxes if box.mine),
        "keeps": bool(keeping),
        "writes": not seats and request.user.contributions.current().exists(),
        "leads": any(seat.post == Seat.Post.LEADER for seat in seats),
        "recent": recent,
        "year": year,
        "cards": cards(place, year) if place and not keeping else [],
        "actors": actors(held, read.known) if held else [],
        "place": place,
        "offices": handed_in(request.user, place, year, standing) if keeping and place else [],
        "map": tiles_of(request.user, place, year) if place and not keeping else None,
    }
    return show(request, "desk/board.html", context, here="board")
