"""The page of a matter: its head and stamps, what may be done now, and its parts."""

from functools import partial

from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from xieshang.lifecycle.table import Role
from xieshang.matters.models import Matter, way_of

from .acting import Place, acted, looked_at
from .clock import due_of
from .door import desk
from .matter_list import state_of
from .offers import DEED, MOVE, Acting
from .pages import show
from .sections import gathered
from .seen import Seen
from .stamps import stamps_of

# What the parts of one life read, all at once.
BESIDE = {"opinion-report": way_of}
PROPOSERS = {Role.AUTHOR, Role.SIGNER}


@desk("GET")
def matter(request: HttpRequest, key: int) -> HttpResponse:
    found = find(request, key)
    return show_matter(request, found, looked_at(request, PLACE, found))


@desk("POST")
def steps(request: HttpRequest, key: int) -> HttpResponse:
    """Make one move."""
    return acted(request, PLACE, key, MOVE)


@desk("POST")
def deeds(request: HttpRequest, key: int) -> HttpResponse:
    """Do something that leaves it where it stands."""
    return acted(request, PLACE, key, DEED)


def find(request: HttpRequest, key: int) -> Matter:
    seen = Matter.objects.visible_to(request.user).with_roles(request.user)
    rows = seen.with_page().with_life().with_forms().with_shown().with_beside()
    rows = rows.select_related("raised_by", "working", "wish__unit", "byline", "receipt")
    found = get_object_or_404(rows.select_related("committee__parent__parent"), pk=key)
    prefetch_related_objects([found], *BESIDE.get(found.life, tuple)())
    return found


def show_matter(request, found: Matter, acting: Acting, status: int = 200) -> HttpResponse:
    """The page of a matter; for HTMX what may be done alone, or all of it once something was."""
    seen = Seen(found, request.user, frozenset(acting.roles))
    context = {
        "matter": found,
        "title": found.title if seen.inside else found.shown,
        "waits": waits_said(seen),
        "acting": acting,
        "state": state_of(found),
        "due": due_of(found),
        "stamps": partial(stamped, seen),
        "main": partial(gathered, seen, aside=False),
        "aside": partial(gathered, seen, aside=True),
        "sent": request.GET.get("sent", "")[:40],
    }
    fragment = "acting" if request.method == "GET" else "subject"
    return show(
        request, "desk/matter.html", context, here="matters", fragment=fragment, status=status
    )


def waits_said(seen: Seen) -> str:
    """Whom it waits for; to those outside no person is named."""
    waits = seen.matter.next
    if waits is None:
        return ""
    named = seen.inside or waits.role not in PROPOSERS
    return waits.who if named else str(_("whoever raised it"))


def stamped(seen: Seen):
    return stamps_of(seen.matter, list(seen.matter.assignments.all()), named=seen.inside)


PLACE = Place("desk:matter", "desk:steps", "desk:deeds", find, show_matter)
