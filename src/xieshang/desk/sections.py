"""The parts of a matter's page, in the order they stand there; parts of several lives are shared.

A part is left out where its `gather` has nothing to show.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from xieshang.lifecycle.table import Role
from xieshang.matters.models import Matter
from xieshang.people.models import Person

from .assigned import assigned


@dataclass(frozen=True, slots=True)
class Seen:
    """A matter as one person sees it: who they are to it is asked once for the whole page."""

    matter: Matter
    person: Person
    roles: frozenset[Role]


@dataclass(frozen=True, slots=True)
class Section:
    """One part: its anchor, its template, what the template finds as `own`, on which side."""

    name: str
    template: str
    gather: Callable[[Seen], Mapping[str, object] | None]
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Gathered:
    """A part with something to show."""

    name: str
    template: str
    own: Mapping[str, object]


def gathered(seen: Seen, *, aside: bool) -> Iterator[Gathered]:
    """The parts of one side of the page."""
    for section in SECTIONS[seen.matter.life]:
        if section.aside is aside and (own := section.gather(seen)) is not None:
            yield Gathered(section.name, section.template, own)


def history(seen: Seen) -> Mapping[str, object]:
    """Each step in words: what was done, where it led, the step itself."""
    life = seen.matter.lifecycle
    words = {move.verb: move.label for move in life.moves}
    lines = [
        (words.get(step.verb, _("Raised")), life.state(step.went_to).label, step)
        for step in seen.matter.steps.all()
    ]
    return {"lines": lines}


def told(seen: Seen) -> Mapping[str, object]:
    """What the ledger or the author says of it, as far as they say something."""
    matter = seen.matter
    facts = (
        (_("Number in the ledger"), matter.ledger_number),
        (_("Author"), matter.author),
        (_("Source"), matter.source),
        (_("County or city"), matter.area),
        (_("Handling unit"), matter.unit),
        (_("Sent to"), matter.sent_to),
        (_("Answer"), matter.opinion),
    )
    return {"facts": [fact for fact in facts if fact[1]]}


def rests_on(seen: Seen) -> Mapping[str, object]:
    """The rows of ledgers that tell of it."""
    return {"evidence": seen.matter.evidence.select_related("file__committee")}


ASSIGNED = Section("assignments", "desk/matter/assignments.html", assigned)
HISTORY = Section("history", "desk/matter/history.html", history)
TOLD = Section("told", "desk/matter/told.html", told, aside=True)
RESTS_ON = Section("evidence", "desk/matter/rests_on.html", rests_on)

SECTIONS: Mapping[str, tuple[Section, ...]] = {
    "proposal": (TOLD, ASSIGNED, HISTORY),
    "opinion-report": (TOLD, ASSIGNED, HISTORY),
    "problem": (TOLD, RESTS_ON, ASSIGNED, HISTORY),
    "advice": (TOLD, RESTS_ON, HISTORY),
}
