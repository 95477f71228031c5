"""Earlier matters like the one somebody writes, with replies; and near duplicates to merge."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from xieshang.matters.alike import like_title, near_duplicates
from xieshang.matters.models import Matter
from xieshang.people.models import Committee

from .door import desk
from .matter_list import state_of
from .pages import show

SHORTEST = 4  # signs of a title before it says anything
MOST_GROUPS = 50


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier matter, how much of the title it says (0 to 100), and what was answered."""

    matter: Matter
    share: int
    state: object
    replies: Sequence


@desk("GET")
def similar(request: HttpRequest) -> HttpResponse:
    """Earlier matters that say what a title says: beside a form, or as a page of its own."""
    title = request.GET.get("title", "").strip()[:200]
    seen = Matter.objects.visible_to(request.user).handed_in().with_page()
    found = like_title(title, seen) if len(title) >= SHORTEST else []
    context = {
        "title": title,
        "asked": len(title) >= SHORTEST,
        "earlier": [
            Earlier(m, round(share * 100), state_of(m), replies_to(m)) for m, share in found
        ],
    }
    return show(request, "desk/similar.html", context, here="matters", fragment="similar")


def replies_to(matter: Matter) -> list:
    """The signed replies to a matter, the newest first; what is not signed nobody has yet."""
    parts = matter.assignments.prefetch_related("replies__answer_class").select_related("unit")
    signed = [(part.unit, reply) for part in parts for reply in part.replies.all()
              if reply.signed_on]  # fmt: skip
    return sorted(signed, key=lambda pair: pair[1].signed_on, reverse=True)


@desk("GET")
def alike(request: HttpRequest) -> HttpResponse:
    """Open matters of the offices one keeps that are nearly the same, group by group."""
    kept = Committee.objects.visible_to(request.user).kept_by(request.user)
    rows = Matter.objects.visible_to(request.user).handed_in().open().filter(committee__in=kept)
    groups = near_duplicates(rows)
    shown = groups[:MOST_GROUPS]
    keys = [key for group in shown for key in group.keys]
    found = Matter.objects.visible_to(request.user).with_page().in_bulk(keys)
    context = {
        "groups": [
            (round(group.likeness * 100), [(found[k], state_of(found[k])) for k in group.keys])
            for group in shown
        ],
        "count": len(groups),
    }
    return show(request, "desk/alike.html", context, here="matters")
