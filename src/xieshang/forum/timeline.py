"""What happened to a problem, told in order: to whoever raised it, and to everybody."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from operator import attrgetter

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from xieshang.lifecycle.table import Role
from xieshang.matters.models import Matter, Photo
from xieshang.reading.masking import mask

# Steps whose new state alone does not say what was done.
SAID = {
    "open": gettext_lazy("Raised by the resident"),
    "ask-back": gettext_lazy("Asked a question"),
    "say-more": gettext_lazy("Answered"),
    "answered": gettext_lazy("Answered to the office"),
    "solve": gettext_lazy("Solved, with proof"),
    "confirm": gettext_lazy("Says that it is solved"),
    "not-solved": gettext_lazy("Says that it is not solved"),
    "reopen": gettext_lazy("Opened again"),
}
SIDES = {Role.AUTHOR: "author", Role.UNIT: "unit", Role.RULE: "unit"}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that happened: when, who did it as what, what it was, in which words."""

    at: datetime
    who: str
    side: str
    label: str
    words: str = ""
    photos: list[Photo] = field(default_factory=list)


def own_lines(matter: Matter) -> list[Line]:
    """Everything said to or by whoever raised it."""
    remarks = matter.remarks.prefetch_related("photos")
    lines = [step_line(matter, step, said=step.note) for step in matter.steps.all()]
    lines += [remark_line(matter, each, list(each.photos.all())) for each in remarks]
    return sorted(lines, key=attrgetter("at"))


def public_lines(matter: Matter, photos: set[int]) -> list[Line]:
    """What anybody may read: the public steps, with the reasons that an office gave; remarks that
    an office made in public, with those of the pictures that anybody may see."""
    lines = list(public_steps(matter))
    for remark in matter.remarks.filter(public=True).prefetch_related("photos"):
        seen = [each for each in remark.photos.all() if each.pk in photos]
        lines.append(remark_line(matter, remark, seen))
    return sorted(lines, key=attrgetter("at"))


def public_steps(matter: Matter) -> Iterator[Line]:
    public = set(matter.lifecycle.public_states())
    for step in matter.steps.all():
        if step.went_to not in public or step.came_from and step.came_from not in public:
            continue
        by_office = side_of(matter, step) == "office"
        yield step_line(matter, step, said=mask(step.note) if by_office else "")


def step_line(matter: Matter, step, *, said: str) -> Line:
    side = side_of(matter, step)
    label = SAID.get(step.verb) or matter.lifecycle.state(step.went_to).label
    return Line(step.at, name_of(matter, side), side, str(label), said)


def side_of(matter: Matter, step) -> str:
    """Who made a step: the author, the office or the unit; the first is whoever raised it."""
    role = next((m.role for m in matter.lifecycle.moves if m.verb == step.verb), Role.AUTHOR)
    return SIDES.get(role, "office")


def name_of(matter: Matter, side: str) -> str:
    """Who that is to a reader: an office has a name, a resident has none here."""
    names = {"author": _("The resident"), "unit": _("The unit")}
    return names.get(side, matter.committee.title)


def remark_line(matter: Matter, remark, photos: list[Photo]) -> Line:
    words = mask(remark.words) if remark.public else remark.words
    label = _("Added") if remark.side == "author" else _("Wrote")
    return Line(remark.at, name_of(matter, remark.side), remark.side, label, words, photos)
