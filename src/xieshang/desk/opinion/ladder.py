"""The ladder of a report: a line for each tier from its own up to the nation, and what came back.

Nobody has to ask: whatever a tier makes of a report stands here for its author and all between.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from xieshang.lifecycle.models import Step
from xieshang.lifecycle.table import Role
from xieshang.matters.models import Adoption, Instruction, Matter, Referral
from xieshang.people.body import NATIONAL
from xieshang.people.models import Committee, Person

from ..listing import State

TONES = {"adopted": "good", "handling": "good", "answered": "good"}


@dataclass(frozen=True, slots=True)
class Noted:
    """A leader's instruction; `words` is empty for whom they are not shown to.

    `correctable` for the office that noted it.
    """

    instruction: Instruction
    words: str
    withheld: bool
    correctable: bool


@dataclass(frozen=True, slots=True)
class Rung:
    """One tier: what lies before it, what it made of it, what its leaders wrote.

    `subject` is None where the report has not come so far.
    """

    title: str
    subject: Matter | Referral | None = None
    adoption: Adoption | None = None
    noted: tuple[Noted, ...] = ()
    said: Step | None = None
    late: bool = False

    @property
    def state(self) -> State | None:
        """Where it stands with this tier."""
        if self.subject is None:
            return None
        if self.late:
            return State(self.subject.state.label, "late")
        waits = "moving" if self.subject.state.waits else ""
        return State(self.subject.state.label, TONES.get(self.subject.status, waits))

    @property
    def referral(self) -> Referral | None:
        """What was sent up to this tier; None at the report's own."""
        return self.subject if isinstance(self.subject, Referral) else None

    @property
    def keeper(self) -> str:
        """Who writes down for a tier that has no office here; "" for all others."""
        sent = self.referral
        return sent.sender.title if sent and sent.keeper != sent.committee else ""


def rungs(matter: Matter, person: Person) -> list[Rung]:
    """Every tier of a report, its own first."""
    sent = {each.committee_id: each for each in matter.referrals.all()}
    adopted = {each.committee_id: each for each in matter.adoptions.all()}
    keepers = {code: each.keeper.pk for code, each in sent.items()}
    kept = kept_by(person, {matter.committee_id, *keepers.values()}, adopted.values())
    made: list[Rung] = []
    for code, title in tiers_of(matter):
        subject = matter if code == matter.committee_id else sent.get(code)
        adoption = adopted.get(code)
        noted: tuple[Noted, ...] = ()
        if adoption and subject and adoption.instructions.all():
            office = subject.holds(person, Role.OFFICE)
            noted = tuple(noted_of(adoption, keepers.get(code, code) in kept, office))
        made.append(Rung(title, subject, adoption, noted, said_of(subject), is_late(subject)))
    return made


def is_late(subject: Matter | Referral | None) -> bool:
    """Whether the tier itself is late: a unit's days are told elsewhere."""
    return bool(subject and subject.due_on and subject.due_on < timezone.localdate())


def tiers_of(matter: Matter) -> list[tuple[int, str]]:
    """The committees from its own up to the nation: code and title."""
    line = []
    place: Committee | None = matter.committee
    while place:
        line.append((place.pk, place.title))
        place = place.parent
    return [*line, (NATIONAL[0], NATIONAL[2])]


def kept_by(person: Person, codes: Collection[int], adopted: Iterable[Adoption]) -> set[int]:
    """Which of these committees' records somebody keeps; asked only where words are restricted."""
    if not any(each.restricted for adoption in adopted for each in adoption.instructions.all()):
        return set()
    kept = Committee.objects.visible_to(person).kept_by(person).filter(pk__in=codes)
    return set(kept.values_list("code", flat=True))


def noted_of(adoption: Adoption, inside: bool, office: bool) -> Iterator[Noted]:
    """Restricted words are for the office that noted them; that there are some is for all."""
    for each in adoption.instructions.all():
        readable = inside or not each.restricted
        yield Noted(each, each.words if readable else "", bool(each.words) and not readable, office)


def said_of(subject: Matter | Referral | None) -> Step | None:
    """The last word of a tier that did not adopt it: who, when, and why."""
    if subject is None or subject.state.waits or subject.status not in ("kept", "not-adopted"):
        return None
    return max(subject.steps.all(), key=lambda step: step.pk, default=None)


def way_on(matter: Matter) -> str:
    """Why a report does not go up yet, in words; "" where it may, or never will."""
    if matter.state.final or matter.lifecycle.deed("send-up", matter.status):
        return ""
    return _("It may go up once %(committee)s has adopted it, or keeps it for reference.") % {
        "committee": matter.committee.title
    }


def sits_over(seen) -> bool:
    """Whether somebody has a seat on the report's committee, or on one above it."""
    places = Committee.objects.visible_to(seen.person).below_seats_of(seen.person)
    return places.filter(pk=seen.matter.committee_id).exists()


def ladder(seen) -> Mapping[str, object] | None:
    """The part of a report's page, for its author and for those who sit on its way."""
    matter = seen.matter
    if matter.status == matter.lifecycle.first:
        return None
    if not (seen.roles & {Role.AUTHOR, Role.OFFICE} or sits_over(seen)):
        return None
    return way(seen)


def way(seen) -> Mapping[str, object]:
    """Every tier, and why it does not go further yet."""
    return {"rungs": rungs(seen.matter, seen.person), "way_on": way_on(seen.matter)}
