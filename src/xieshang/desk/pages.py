"""Showing a page of the desk."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from xieshang.notices.models import Notice
from xieshang.people.models import Person
from xieshang.site import pages

NAV = (
    ("board", gettext_noop("My desk")),
    ("activities", gettext_noop("Activities")),
    ("meetings", gettext_noop("Meetings")),
    ("matters", gettext_noop("Matters")),
    ("opinion", gettext_noop("Opinion reports")),
    ("voices", gettext_noop("Residents")),
    ("assignments", gettext_noop("Assignments")),
    ("deliberations", gettext_noop("Deliberations")),
    ("programmes", gettext_noop("Brands")),
    ("study", gettext_noop("Study")),
    ("supervision", gettext_noop("Supervision")),
    ("venues", gettext_noop("Venues")),
    ("projects", gettext_noop("Projects")),
    ("ledgers", gettext_noop("Ledgers")),
    ("reports", gettext_noop("Reports")),
    ("files", gettext_noop("Files")),
    ("committees", gettext_noop("Committees")),
    ("duty_record", gettext_noop("Duty record")),
    ("log", gettext_noop("Log")),
)


@dataclass(frozen=True, slots=True)
class Item:
    label: str
    href: str
    here: bool
    count: int = 0


# What concerns a unit that answers, an invited contributor, a resident: no records are kept there.
WITHOUT_A_SEAT = {"board", "meetings", "matters", "opinion", "assignments", "deliberations"}
# Lists that lie in a room of another name.
ROOMS = dict.fromkeys(("referrals", "issues", "adoptions"), "opinion")


def nav(here: str, person: Person) -> list[Item]:
    """The desk's rooms; for whoever has no seat those that concern them, and where they are."""
    room = ROOMS.get(here, here)
    return [
        Item(_(label), reverse(f"desk:{name}"), name == room)
        for name, label in NAV
        if person.is_seated or name in WITHOUT_A_SEAT or name == room
    ]


def show(
    request: HttpRequest,
    template: str,
    context: Mapping[str, object],
    *,
    here: str,
    fragment: str = "",
    status: int = 200,
) -> HttpResponse:
    """A page of the desk in the room `here`, or its fragment when HTMX asks for one."""
    unseen = SimpleLazyObject(lambda: Notice.objects.visible_to(request.user).unseen())
    whole = {"nav_items": nav(here, request.user), "unseen_notices": unseen, **context}
    return pages.show(request, template, whole, fragment=fragment, status=status)
