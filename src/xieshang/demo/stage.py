"""Who plays in the sample body: which person takes a step, as what, on which record."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from xieshang.lifecycle.table import Deed, Move, Role
from xieshang.matters.models import Assignment, Matter, Referral
from xieshang.people.actions import resident
from xieshang.people.body import REGION
from xieshang.people.models import Committee, Person, Unit

from .people import ANSWERERS, CITY, CONTRIBUTOR, COUNTY, PARTS

Subject = Matter | Assignment | Referral
OFFICES = {REGION: "region-officer", CITY: "city-clerk", COUNTY: "county-clerk"}


@dataclass(frozen=True, slots=True)
class Stage:
    """Everybody who plays, by user name; the units by name; what was played, by its key."""

    people: Mapping[str, Person]
    units: Mapping[str, Unit]
    played: dict[str, Matter] = field(default_factory=dict)

    @classmethod
    def set(cls) -> "Stage":
        """The stage with the sample accounts, which must be open."""
        names = {part.username for part in (*PARTS, *ANSWERERS)} | {CONTRIBUTOR[0]}
        people = Person.objects.filter(username__in=names)
        units = Unit.objects.filter(clerks__in=people).distinct()
        return cls({each.username: each for each in people}, {each.name: each for each in units})

    def office(self, committee: Committee) -> Person:
        """Who keeps the records of a committee in the sample."""
        return self.people[OFFICES[committee.pk]]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a sample as it is written: a verb, on what, by whom, as what, with which words.

    Where it names none of these, they follow from the tables.
    """

    verb: str
    at: str = ""
    by: str = ""
    role: str = ""
    said: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def read(cls, written: str | Mapping[str, Mapping]) -> "Step":
        """A step from its verb alone, or from its verb with what is said."""
        if isinstance(written, str):
            return cls(written)
        ((verb, words),) = written.items()
        said = dict(words)
        where, who, role = (said.pop(name, "") for name in ("at", "by", "as"))
        return cls(verb, where, who, role, said)


@dataclass(frozen=True, slots=True)
class Scene:
    """One step of one sample: what it is taken on, and how that is called in its table."""

    stage: Stage
    sample: Mapping[str, Any]
    step: Step
    subject: Subject
    asked: Move | Deed

    @property
    def matter(self) -> Matter:
        return self.subject if isinstance(self.subject, Matter) else self.subject.matter

    @property
    def committee(self) -> Committee:
        """Whose office keeps what the step is taken on."""
        subject = self.subject
        return subject.keeper if isinstance(subject, Referral) else self.matter.committee

    @property
    def asks(self) -> str:
        """The name of the form that it asks."""
        asked = self.asked
        return asked.asks if isinstance(asked, Move) else asked.asks or asked.name

    @property
    def actor(self) -> Person:
        """Who takes the step: whoever it names, else the first who has the role it is for."""
        if self.step.by:
            return self.stage.people[self.step.by]
        roles = (self.asked.role,) if isinstance(self.asked, Move) else self.asked.roles
        return ACTORS[Role(self.step.role or roles[0])](self)


def set_scene(stage: Stage, sample: Mapping, step: Step, matter: Matter) -> Scene:
    """Find on which record of a matter a step can be taken; raises LookupError."""
    for subject in subjects(matter, step.at):
        asked = subject.lifecycle.move(step.verb, subject.status) or subject.lifecycle.deed(
            step.verb, subject.status
        )
        if asked:
            return Scene(stage, sample, step, subject, asked)
    raise LookupError(f"{step.verb!r} is open nowhere in {matter}, which is at {matter.status!r}")


def subjects(matter: Matter, where: str) -> Iterator[Subject]:
    """A matter, its assignments and where it was sent up; only that of a unit or tier, if named."""
    if not where:
        yield matter
    for part in matter.assignments.live().select_related("unit", "matter__committee"):
        if where in ("", part.unit.name):
            yield part
    for sent in matter.referrals.select_related("committee", "sender", "matter"):
        if where in ("", sent.committee.tier):
            yield sent


def signer(scene: Scene) -> Person:
    """The first of the signers who has not rated this round."""
    matter = scene.matter
    rated = matter.ratings.filter(round=matter.round).values_list("person", flat=True)
    return Person.objects.get(pk=min(matter.signers() - set(rated)))


def unit_clerk(scene: Scene) -> Person:
    """Who answers for the unit of an assignment, or for the first one of a matter."""
    subject = scene.subject
    part = subject if isinstance(subject, Assignment) else scene.matter.assignments.live()[0]
    return part.unit.clerks.get()


ACTORS: Mapping[Role, Callable[[Scene], Person]] = {
    Role.AUTHOR: lambda scene: scene.matter.raised_by or resident(),
    Role.ASKED: lambda scene: scene.matter.signatures.asked()[0].person,
    Role.SIGNER: signer,
    Role.OFFICE: lambda scene: scene.stage.office(scene.committee),
    Role.UNIT: unit_clerk,
}
