"""What the public may hold of a problem: closed is not solved, and solved says who says so."""

from datetime import timedelta
from enum import StrEnum

from django.db.models import OuterRef, Prefetch, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..lifecycles import Outcome
from .matter import Matter
from .publication import Publication
from .step import MatterStep
from .voice import Question

SILENT = timedelta(weeks=8)  # after which nobody can tell any more what became of what is late


class Verdict(StrEnum):
    """Where a problem stands in the eyes of whoever reads of it."""

    OPEN = "open"
    CLOSED = "closed"
    SAID = "said"
    PROVEN = "proven"
    UNKNOWN = "unknown"


VERDICTS: dict[Verdict, str] = {
    Verdict.OPEN: _("Under way"),
    Verdict.CLOSED: _("Closed, not confirmed"),
    Verdict.SAID: _("Solved, says who raised it"),
    Verdict.PROVEN: _("Solved, proven"),
    Verdict.UNKNOWN: _("State unknown"),
}


def judged(rows):
    """Matters with what `verdict_of` wants to know of each, in the same query."""
    steps = MatterStep.objects.filter(subject=OuterRef("pk")).order_by("-pk")
    answers = Question.objects.filter(closing__subject=OuterRef("pk")).order_by("-pk")
    return rows.annotate(
        last_verb=Subquery(steps.values("verb")[:1]),
        last_answer=Subquery(answers.values("answer")[:1]),
    )


def with_words(rows):
    """Matters, each with what the public reads of it: `shown` is its standing publication, in a
    list that is empty where there is none."""
    standing = Publication.objects.standing()
    return rows.prefetch_related(Prefetch("publications", standing, to_attr="shown"))


def solved_lately(most: int) -> list[Matter]:
    """The public problems that came to be solved last, the latest first; not all need be found."""
    solved = MatterStep.objects.filter(outcome=Outcome.DONE).order_by("-day", "-pk")
    keys = list(dict.fromkeys(solved.values_list("subject", flat=True)[: most * 25]))
    rows = with_words(judged(Matter.objects.public().with_page()))
    found = rows.filter(pk__in=keys, kind="problem", outcome=Outcome.DONE).in_bulk()
    return [found[key] for key in keys if key in found][:most]


def verdict_of(matter: Matter) -> Verdict:
    """The verdict on a matter that came out of `judged`."""
    if matter.outcome == Outcome.DONE:
        return Verdict.SAID if matter.last_verb == "confirm" else Verdict.PROVEN
    if matter.status == "closed":
        unknown = matter.last_answer == Question.Answer.UNKNOWN
        return Verdict.UNKNOWN if unknown else Verdict.CLOSED
    silent = timezone.localdate() - SILENT
    if matter.due_on and matter.due_on < timezone.localdate() and matter.moved_on <= silent:
        return Verdict.UNKNOWN
    return Verdict.OPEN
