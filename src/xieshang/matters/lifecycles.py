"""The life of each kind of matter. To change how matters run, change this file."""

from django.utils.translation import gettext_lazy as _

from xieshang.lifecycle.table import Lifecycle, Move, Role, State

OPEN = ("registered", "handling", "planned", "deferred")

PROBLEM = Lifecycle(
    name="problem",
    label=_("Problem"),
    states=(
        State("registered", _("Registered"), days=5, public=True),
        State("handling", _("Being handled"), days=60, public=True),
        State("planned", _("Planned"), days=250, public=True),
        State("deferred", _("Not possible now"), days=250, public=True),
        State("solved", _("Solved"), public=True),
    ),
    moves=(
        Move("handle", _("Handle"), ("registered", "planned", "deferred"), "handling", Role.OFFICE),
        Move("plan", _("Put into a plan"), ("registered", "handling"), "planned", Role.OFFICE),
        Move("defer", _("Defer"), ("registered", "handling"), "deferred", Role.OFFICE),
        Move("solve", _("Solve"), OPEN, "solved", Role.OFFICE),
        Move("reopen", _("Open again"), ("solved",), "handling", Role.OFFICE, "reason"),
    ),
)

OFFERED = ("submitted", "kept", "passed-on")


def advice(name: str, label: str) -> Lifecycle:
    """The life of a piece of advice: handed in, then adopted, passed on, kept, or not adopted."""
    return Lifecycle(
        name=name,
        label=label,
        states=(
            State("submitted", _("Submitted"), days=60, public=True),
            State("kept", _("Kept for reference"), public=True),
            State("passed-on", _("Passed on"), public=True),
            State("not-adopted", _("Not adopted"), public=True, final=True),
            State("adopted", _("Adopted"), public=True, final=True),
        ),
        moves=(
            Move("keep", _("Keep for reference"), ("submitted",), "kept", Role.OFFICE),
            Move("pass-on", _("Pass on"), ("submitted", "kept"), "passed-on", Role.OFFICE),
            Move("refuse", _("Do not adopt"), OFFERED, "not-adopted", Role.OFFICE),
            Move("adopt", _("Adopt"), OFFERED, "adopted", Role.OFFICE),
        ),
    )


PROPOSAL = advice("proposal", _("Proposal"))
OPINION_REPORT = advice("opinion-report", _("Opinion report"))
SPEECH = advice("speech", _("Plenary speech"))
RESEARCH = advice("research", _("Research report"))
SUGGESTION = advice("suggestion", _("Other suggestion"))

ADVICE = (PROPOSAL, OPINION_REPORT, SPEECH, RESEARCH, SUGGESTION)
LIFECYCLES = {each.name: each for each in (PROBLEM, *ADVICE)}
