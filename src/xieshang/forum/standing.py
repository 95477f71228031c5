"""Where a problem stands, in the words and colours of a page."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from xieshang.lifecycle.table import Role
from xieshang.matters.models import Matter
from xieshang.matters.models.standing import VERDICTS, Verdict, verdict_of

TONES = {
    Verdict.OPEN: "moving",
    Verdict.CLOSED: "",
    Verdict.SAID: "good",
    Verdict.PROVEN: "good",
    Verdict.UNKNOWN: "waiting",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """The state and the outcome, which are two things; the verdict, and what it means."""

    state: str
    state_tone: str
    outcome: str
    verdict: Verdict
    tone: str
    words: str

    @property
    def label(self) -> str:
        return str(VERDICTS[self.verdict])

    @property
    def banner(self) -> bool:
        """Whether there is something to say above all else."""
        return bool(self.words)


def standing_of(matter: Matter) -> Standing:
    """Of a matter that came out of `judged`."""
    verdict = verdict_of(matter)
    outcome = str(matter.get_outcome_display()) if matter.outcome else str(_("No result yet"))
    return Standing(
        str(matter.state.label),
        "moving" if matter.state.waits else "",
        outcome,
        verdict,
        TONES[verdict],
        words_of(matter, verdict),
    )


def words_of(matter: Matter, verdict: Verdict) -> str:
    """One sentence on what the verdict rests on; nothing while it is simply under way."""
    match verdict:
        case Verdict.SAID:
            return _("Whoever raised it says that it is solved.")
        case Verdict.PROVEN:
            return _("The office has shown that it is solved; the proof is on file.")
        case Verdict.CLOSED:
            return _("The office has closed it. Whoever raised it has not said that it is solved.")
        case Verdict.UNKNOWN if matter.status == "closed":
            return _("The office has closed it. Whoever raised it cannot tell if it is solved.")
        case Verdict.UNKNOWN:
            return _("It is overdue, and nobody has written anything for eight weeks.")
    return ""


def waits(matter: Matter) -> tuple[str, object, bool] | None:
    """Who has the next word, until when, and whether that day is past; None while it rests."""
    after = matter.next
    if after is None:
        return None
    who = _("The resident") if after.role is Role.AUTHOR else after.who
    return who, after.due, after.late
