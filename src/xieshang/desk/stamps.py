"""The stamps along the top of a matter: what is done, by whom and when; what is under way now."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from xieshang.lifecycle.models import Step, Subject
from xieshang.matters.models import Assignment, Matter

ANSWERING = {"single", "lead", "separate"}


@dataclass(frozen=True, slots=True)
class Stamp:
    """One stamp: under way while its subject stands in `now`, done by one of the steps `by`.

    Its subject is the matter itself, or every assignment that owes a reply where `answering`.
    """

    label: str
    now: tuple[str, ...]
    by: tuple[str, ...]
    answering: bool = False


@dataclass(frozen=True, slots=True)
class Stamped:
    """A stamp as a matter has it. `tone` is done, now, late, or "" for what is still to come."""

    label: str
    tone: str = ""
    who: str = ""
    day: date | None = None


STAMPS: Mapping[str, tuple[Stamp, ...]] = {
    "proposal": (
        Stamp(_("Filed"), ("submitted",), ("file",)),
        Stamp(_("Lead unit"), ("assigned", "disputed", "handling", "again"), ("reply",), True),
        Stamp(_("Counter-signature"), ("countersigning",), ("agreed", "waive"), True),
        Stamp(_("Check"), ("checking", "signing"), ("sign-off",), True),
        Stamp(_("Rating"), ("replied",), ("track", "archive")),
    ),
    "opinion-report": (
        Stamp(pgettext_lazy("of a text", "Handed in"), ("draft", "returned"), ("submit",)),
        Stamp(_("Edited"), ("submitted", "editing"), ("hand-up",)),
        Stamp(_("Issued"), ("checking",), ("adopt",)),
        Stamp(_("Department"), ("handling",), ("answered",)),
    ),
    "problem": (
        Stamp(_("Registered"), ("registered", "asked-back"), ("handle", "assign", "plan")),
        Stamp(_("Handled"), ("handling", "assigned", "planned", "deferred"), ("close", "solve")),
        Stamp(_("Solved"), ("closed",), ("confirm",)),
    ),
    "advice": (Stamp(_("Decided"), ("submitted",), ("keep", "pass-on", "refuse", "adopt")),),
}


def stamps_of(
    matter: Matter, assignments: Sequence[Assignment], *, named: bool = True
) -> list[Stamped]:
    """The stamps of a matter; each assignment has its steps prefetched, with who made them.

    `named`: whether it is said who. What comes after a stamp that is under way is still to come,
    whatever an earlier round left.
    """
    answering = [a for a in assignments if a.part in ANSWERING and not a.state.final]
    stamped: list[Stamped] = []
    under_way = False
    for stamp in STAMPS[matter.life]:
        subjects: list[Any] = answering if stamp.answering else [matter]
        made = Stamped(stamp.label) if under_way else judge(stamp, subjects)
        under_way = under_way or made.tone in ("now", "late")
        stamped.append(made if named else replace(made, who=""))
    return stamped


def judge(stamp: Stamp, subjects: Collection[Subject]) -> Stamped:
    """Where one stamp stands: it is done when it is done for each of its subjects."""
    resting = [each for each in subjects if each.status in stamp.now]
    if resting:
        late = any(each.is_late for each in resting)
        first = min((each.due_on for each in resting if each.due_on), default=None)
        return Stamped(stamp.label, "late" if late else "now", day=first)
    steps = [newest(each.steps.all(), lambda step: step.verb in stamp.by) for each in subjects]
    made = [step for step in steps if step]
    if not made or len(made) < len(steps):
        return Stamped(stamp.label)
    last = max(made, key=lambda step: step.day)
    return Stamped(stamp.label, "done", str(last.by), last.day)


def newest(steps: Sequence[Step], wanted: Callable[[Step], bool]) -> Step | None:
    return next((step for step in reversed(steps) if wanted(step)), None)
