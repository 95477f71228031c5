"""The life of each matter and of each assignment. To change how matters run, change this folder.

A matter's `life` names its table; most kinds have one of their own.
"""

from .assignment import JOINT, LEAD, PARTS
from .opinion import OPINION_REPORT, REFERRAL
from .outcome import OUTCOMES, Outcome
from .problem import PROBLEM
from .proposal import PROPOSAL
from .told import ADVICE, ADVISED

LIFECYCLES = {each.name: each for each in (PROPOSAL, OPINION_REPORT, PROBLEM, ADVICE)}
LIVES = {
    "problem": PROBLEM,
    "proposal": PROPOSAL,
    "opinion-report": OPINION_REPORT,
    **{name: ADVICE for name in ("speech", "research", "suggestion")},
}
# Here the reply is the result. A problem is solved by its raiser's word or by evidence, never by
# what a unit says of itself.
ANSWERED_BY_REPLY = {"proposal", "opinion-report"}
TOLD = LIVES | {name: ADVICE for name in ADVISED}

__all__ = [
    "ADVICE",
    "ADVISED",
    "ANSWERED_BY_REPLY",
    "JOINT",
    "LEAD",
    "LIFECYCLES",
    "LIVES",
    "OPINION_REPORT",
    "OUTCOMES",
    "PARTS",
    "PROBLEM",
    "PROPOSAL",
    "REFERRAL",
    "TOLD",
    "Outcome",
]
