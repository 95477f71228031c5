"""The parts of an assignment's page: what a unit needs to answer, and what it has done so far.

What was said with the author, the opinions of joint units and a reply that is not signed yet are
read by the units of the matter and by its office alone; its author reads what was signed.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from xieshang.lifecycle.models import Step
from xieshang.lifecycle.table import Role
from xieshang.matters.models import Assignment, Attachment, Reply
from xieshang.people.models import Person

from .stamps import Stamp, Stamped, judge

STAMPS: Mapping[str, tuple[Stamp, ...]] = {
    "lead": (
        Stamp(gettext_lazy("Taken in hand"), ("assigned", "disputed"), ("receive", "insist")),
        Stamp(gettext_lazy("Handled"), ("handling", "again"), ("reply",)),
        Stamp(gettext_lazy("Counter-signature"), ("countersigning",), ("agreed", "waive")),
        Stamp(gettext_lazy("Check"), ("checking",), ("pass",)),
        Stamp(gettext_lazy("Signed off"), ("signing",), ("sign-off",)),
    ),
    "joint": (
        Stamp(gettext_lazy("Taken in hand"), ("assigned", "disputed"), ("receive", "insist")),
        Stamp(gettext_lazy("Opinion"), ("handling",), ("opine",)),
        Stamp(gettext_lazy("Counter-signature"), ("asked",), ("countersign", "object")),
    ),
}
BEGUN = ("assigned", "handling")
INSIDE = {Role.UNIT, Role.OFFICE}


@dataclass(frozen=True)
class Part:
    """An assignment as one person sees it."""

    assignment: Assignment
    person: Person
    roles: frozenset[Role]

    @cached_property
    def sisters(self) -> list[Assignment]:
        """The other assignments of the matter, as they stand."""
        return list(self.assignment.sisters().live().select_related("unit"))

    @cached_property
    def inside(self) -> bool:
        """Whether this person works on the matter: for its office, or for one of its units."""
        if self.roles & INSIDE:
            return True
        units = {unit.pk for unit in self.person.units.all()}
        return any(each.unit_id in units for each in self.sisters)

    @cached_property
    def replies(self) -> list[Reply]:
        """What this person may read of its replies; for a joint unit those that the lead wrote."""
        leads = [each.pk for each in self.sisters if each.part == Assignment.Part.LEAD]
        joint = self.assignment.part == Assignment.Part.JOINT
        rows = Reply.objects.visible_to(self.person)
        rows = rows.filter(assignment__in=leads if joint else [self.assignment.pk])
        return list(rows.select_related("answer_class", "by"))


def stamps_of(assignment: Assignment) -> list[Stamped]:
    """What is done, under way and to come, along the top of the page."""
    stamped: list[Stamped] = []
    for stamp in STAMPS[assignment.lifecycle.name]:
        waits = any(each.tone in ("now", "late") for each in stamped)
        stamped.append(Stamped(stamp.label) if waits else judge(stamp, [assignment]))
    return stamped


def facts_of(part: Part) -> list[tuple[str, object, str]]:
    """What stands beside: each with its words, and where it opens."""
    given, matter = part.assignment, part.assignment.matter
    facts: list[tuple[str, object, str]] = [
        (_("Matter"), matter.short, reverse("desk:matter", args=[matter.pk])),
        (_("Number"), matter.filed_as, ""),
        (_("Kind"), matter.get_kind_display(), ""),
        (_("Proposer"), matter.organisation or matter.author or str(matter.raised_by or ""), ""),
        (_("Committee"), matter.committee.title, ""),
        (_("Filed under"), matter.category, ""),
        (_("Part"), given.get_part_display(), ""),
        (_("Given on"), given.given_on, ""),
        (_("Handling"), _("second") if given.round > 1 else "", ""),
    ]
    if given.status in BEGUN and part.roles & INSIDE:
        facts.append((_("May be disputed until"), given.disputable_until(), ""))
    if given.wished and part.inside:
        facts.append((_("Thought to be for"), given.wished.name, ""))
    return [fact for fact in facts if fact[1]]


@dataclass(frozen=True, slots=True)
class Shown:
    """A part with something to show: its anchor and template, and what that finds as `own`."""

    name: str
    template: str
    own: object


HISTORY = "desk/matter/history.html"


def parts_of(part: Part) -> Iterator[Shown]:
    """The parts, in the order they stand there; those with nothing to show are left out."""
    given = part.assignment
    if own := text_of(part):
        yield Shown("raised", "desk/assignment/raised.html", own)
    if part.replies:
        yield Shown("replies", "desk/assignment/replies.html", part.replies)
    if given.opinion and part.inside:
        yield Shown("opinion", "desk/assignment/opinion.html", given)
    if part.sisters:
        own = {"sisters": part.sisters, "inside": part.inside}
        yield Shown("beside", "desk/assignment/beside.html", own)
    if part.inside and (contacts := list(given.contacts.all())):
        yield Shown("contacts", "desk/assignment/contacts.html", contacts)
    yield Shown("history", HISTORY, {"lines": history_of(part), "inside": True})


def text_of(part: Part) -> Mapping[str, object]:
    """What was raised: as it was edited, where it was, with the files that one may open."""
    matter = part.assignment.matter
    text = matter.texts.latest_of("edited") or matter.texts.latest_of("original")
    seen = Attachment.objects.visible_to(part.person).filter(matter=matter)
    files = list(seen.select_related("file"))
    return {"text": text, "files": files} if text or files else {}


def history_of(part: Part) -> Sequence[tuple[str, str, Step, bool]]:
    """Each step in words; why it was taken is for those who work on it."""
    life = part.assignment.lifecycle
    words = {move.verb: move.label for move in life.moves}
    return [
        (words.get(step.verb, _("Given")), life.state(step.went_to).label, step, part.inside)
        for step in part.assignment.steps.all()
    ]
