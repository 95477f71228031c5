"""How those who signed rate what came back, always with how many forms came back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from xieshang.lifecycle.table import Role
from xieshang.matters.models import Rating, RatingForm

from ..seen import Seen

QUESTIONS = (("process", _("How it was handled")), ("result", _("What came of it")))
ONE_BY_ONE = {Role.OFFICE, Role.UNIT}  # they must mend what somebody is not satisfied with


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of the form: how many of those that came back said what."""

    label: str
    marks: list[tuple[str, int]]
    back: int

    @property
    def content(self) -> int:
        """How many are satisfied, or mostly so."""
        return self.back - self.marks[-1][1]


@dataclass(frozen=True, slots=True)
class Round:
    """One round of replies: forms sent and returned, both questions, and the forms one may read."""

    number: int
    sent: int
    asked: list[Asked]
    forms: list[Rating]

    @property
    def back(self) -> int:
        return self.asked[0].back


def ratings(seen: Seen) -> Mapping[str, object] | None:
    """Each round by itself; a second handling never covers what was said of the first."""
    forms = list(seen.matter.rating_forms.all())
    if not forms:
        return None
    numbers = sorted({form.round for form in forms})
    rounds = [round_of([f for f in forms if f.round == number], seen) for number in numbers]
    return {"rounds": rounds, "inside": bool(seen.roles & ONE_BY_ONE)}


def round_of(forms: Sequence[RatingForm], seen: Seen) -> Round:
    """One round from its forms; outsiders read no form but their own."""
    said = [form.rating for form in forms if form.returned]
    inside = bool(seen.roles & ONE_BY_ONE)
    asked = [Asked(label, marks_of(said, name), len(said)) for name, label in QUESTIONS]
    mine = [each for each in said if inside or each.person_id == seen.person.pk]
    return Round(forms[0].round, len(forms), asked, mine)


def marks_of(said: Sequence[Rating], question: str) -> list[tuple[str, int]]:
    """Each mark with how often it was given, the best first."""
    given = [getattr(rating, question) for rating in said]
    return [(label, given.count(mark)) for mark, label in Rating.Mark.choices]
