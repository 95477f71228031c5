"""A room's week, and booking it: whose it is already is said at once."""

from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone

from xieshang.venues.actions import Taken, book, give_back
from xieshang.venues.forms import BookingForm
from xieshang.venues.models import Booking

from ..door import desk
from ..pages import show
from .page import find

WEEK = timedelta(days=7)


@desk("GET", "POST")
def rooms(request: HttpRequest, key: int) -> HttpResponse:
    found = find(request, key)
    form = BookingForm(request.POST if request.method == "POST" else None)
    taken = None
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        day = said.pop("day")
        try:
            book(found, **said, by=request.user)
        except Taken as fault:
            taken = fault.booking
        else:
            return redirect(f"{reverse('desk:rooms', args=[key])}?week={day}")
    first = monday(request.GET.get("week", ""))
    booked = found.bookings.filter(begins__date__gte=first, begins__date__lt=first + WEEK)
    context = {
        "venue": found,
        "form": form,
        "taken": taken,
        "days": by_day(first, list(booked.select_related("by"))),
        "before": (first - WEEK).isoformat(),
        "after": (first + WEEK).isoformat(),
        "keeps": request.user.may_keep(found.committee),
    }
    status = 409 if taken else 422 if form.is_bound else 200
    return show(request, "desk/venues/rooms.html", context, here="venues", status=status)


def monday(said: str) -> date:
    """The Monday of the week that the address names; of this week where it names none."""
    try:
        day = date.fromisoformat(said)
    except ValueError:
        day = timezone.localdate()
    if not 2000 <= day.year <= 2100:
        day = timezone.localdate()
    return day - timedelta(days=day.weekday())


def by_day(first: date, booked: list[Booking]) -> list[tuple[date, list[Booking]]]:
    """The seven days, each with its bookings."""
    days = [first + timedelta(days=n) for n in range(7)]
    return [(day, [b for b in booked if timezone.localdate(b.begins) == day]) for day in days]


@desk("POST")
def booking_end(request: HttpRequest, key: int) -> HttpResponse:
    """Give a room back."""
    rows = Booking.objects.visible_to(request.user).select_related("venue")
    found = get_object_or_404(rows, pk=key)
    venue = found.venue_id
    give_back(found, by=request.user)
    return redirect("desk:rooms", venue)
