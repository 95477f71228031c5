"""Search: everything one may see, by its words and numbers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from xieshang.activities.models import Activity
from xieshang.evidence.models import File
from xieshang.matters.models import Assignment, Matter
from xieshang.people.models import Person
from xieshang.reports.models import Report, not_of_reports
from xieshang.search.finding import Hit, find

from . import reports
from .door import desk
from .listing import State
from .matter_list import state_of
from .pages import show

MOST, MORE = 20, 100
LONGEST = 200  # characters of a question that stay in the box
LATEST = 200  # matters by which a question is widened


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record: which rows a person may see, where their page is, what is told of one."""

    rows: Callable[[Any], QuerySet]
    page: str
    word: Callable[[Any], object]
    place: Callable[[Any], str]
    state: Callable[[Any], State | None] = lambda _row: None


@dataclass(frozen=True, slots=True)
class Line:
    """A record that was found, as the page shows it."""

    hit: Hit
    href: str
    word: object
    place: str
    state: State | None


def whole(person: Person) -> QuerySet:
    """The matters of which a person may read all, not only what is public."""
    return Matter.objects.visible_to(person).concerning(person).with_page()


def in_public(person: Person) -> QuerySet:
    """Those of which they may read what was published."""
    return Matter.objects.public().exclude(pk__in=whole(person).values("pk")).with_page()


def title_of_committee(row: Any) -> str:
    return row.committee.title


def lead_of(activity: Activity) -> str:
    return next((each.committee.title for each in activity.organisers.all() if each.lead), "")


MATTER = ("desk:matter", Matter.get_kind_display, title_of_committee, state_of)
KINDS: Mapping[str, Kind] = {
    "matter": Kind(whole, *MATTER),
    "published-matter": Kind(in_public, *MATTER),
    "activity": Kind(
        lambda person: Activity.objects.visible_to(person).with_page(),
        "desk:activity",
        Activity.get_kind_display,
        lead_of,
    ),
    "report": Kind(
        lambda person: Report.objects.visible_to(person).with_page(),
        "desk:report",
        lambda _report: _("Report"),
        title_of_committee,
        reports.state_of,
    ),
    "file": Kind(
        lambda person: not_of_reports(File.objects.visible_to(person)).select_related("committee"),
        "desk:file",
        lambda _file: _("File"),
        title_of_committee,
    ),
}
ROOMS: Mapping[str, tuple[object, Sequence[str]]] = {
    "": (_("All"), tuple(KINDS)),
    "matters": (_("Matters"), ("matter", "published-matter")),
    "activities": (_("Activities"), ("activity",)),
    "reports": (_("Reports"), ("report",)),
    "files": (_("Files"), ("file",)),
}


@desk("GET")
def search(request: HttpRequest) -> HttpResponse:
    question = request.GET.get("q", "").replace("\0", "")[:LONGEST].strip()
    room = request.GET.get("in", "")
    room = room if room in ROOMS else ""
    most = MORE if "more" in request.GET else MOST
    doors = {kind: KINDS[kind].rows(request.user) for kind in ROOMS[room][1]}
    hits = find(question, doors, most, circles=circles_of(request.user)) if question else []
    context = {
        "question": question,
        "rooms": [(name, label, name == room) for name, (label, _kinds) in ROOMS.items()],
        "room": room,
        "lines": list(lines_of(hits, doors)),
        "more": most == MOST and len(hits) == MOST,
        "most": MORE,
    }
    return show(request, "desk/search.html", context, here="search", fragment="found")


def circles_of(person: Person) -> list[str]:
    """In whose circles stands what this person may see and not everybody may.

    Of the matters that they signed, or that their units answer, the latest ones.
    """
    seats = person.seats.current().values_list("committee_id", flat=True)
    units = list(person.units.values_list("pk", flat=True))
    signed = person.signatures.order_by("-pk").values_list("matter_id", flat=True)[:LATEST]
    given = Assignment.objects.visible_to(person).filter(unit__in=units)
    answered = given.order_by("-pk").values_list("matter_id", flat=True)[:LATEST]
    return [
        *map(str, seats),
        *(f"unit {key}" for key in units),
        *(f"matter {key}" for key in {*signed, *answered}),
        f"person {person.pk}",
    ]


def lines_of(hits: Sequence[Hit], doors: Mapping[str, QuerySet]) -> list[Line]:
    """What the page shows of each hit, in their order."""
    rows: dict[tuple[str, int], Model] = {}
    for kind in {hit.kind for hit in hits}:
        keys = [hit.key for hit in hits if hit.kind == kind]
        rows |= {(kind, row.pk): row for row in doors[kind].filter(pk__in=keys)}
    found = ((hit, rows.get((hit.kind, hit.key))) for hit in hits)
    return [line_of(hit, row) for hit, row in found if row]


def line_of(hit: Hit, row: Model) -> Line:
    kind = KINDS[hit.kind]
    href = reverse(kind.page, args=[hit.key])
    return Line(hit, href, kind.word(row), kind.place(row), kind.state(row))
