"""Meetings for calendar programs, at a secret address (RFC 5545, by the library icalendar)."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from icalendar import Calendar, Event

from xieshang.meetings.models import Feed, Meeting
from xieshang.meetings.models.feed import key_of

MOST = 500  # meetings, the latest first


def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar of an address; one that was ended, or never given, is not found."""
    rows = Feed.objects.public().select_related("person", "committee")
    found = rows.filter(key=key_of(token)).first()
    if found is None or not found.person.is_active:
        raise Http404("feed")
    calendar = Calendar()
    calendar.add("prodid", "-//Xieshang//meetings//")
    calendar.add("version", "2.0")
    for each in found.meetings().select_related("form").order_by("-starts_at", "-pk")[:MOST]:
        calendar.add_component(event_of(each))
    response = HttpResponse(calendar.to_ical(), content_type="text/calendar; charset=utf-8")
    add_never_cache_headers(response)
    return response


def event_of(meeting: Meeting) -> Event:
    """One meeting: when, where, what; called off where it does not take place."""
    host = settings.ADDRESS.partition("://")[2]
    event = Event()
    event.add("uid", f"{meeting.short}@{host}")
    event.add("dtstamp", meeting.starts_at)
    event.add("dtstart", meeting.starts_at)
    event.add("dtend", meeting.ends_at)
    event.add("summary", meeting.title)
    event.add("location", meeting.place)
    event.add("url", settings.ADDRESS + reverse("desk:meeting", args=[meeting.pk]))
    event.add("status", "CANCELLED" if meeting.status == "called-off" else "CONFIRMED")
    return event
