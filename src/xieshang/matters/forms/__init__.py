"""The questions that moves and deeds ask. A form's fields are the keywords its action takes."""

from . import adopting, answering, asked, publishing, reviewing, signing, voicing
from .adopting import ADVISED, MOST, Composed, Instructed, Inviting, Mistaken, Reported
from .asked import Answers
from .writing import NewProposal, ProposalText

FORMS: dict[str, type[Answers]] = {
    **asked.FORMS,
    **signing.FORMS,
    **reviewing.FORMS,
    **answering.FORMS,
    **adopting.FORMS,
    **publishing.FORMS,
    **voicing.FORMS,
}

__all__ = [
    "ADVISED",
    "FORMS",
    "MOST",
    "Answers",
    "Composed",
    "Instructed",
    "Inviting",
    "Mistaken",
    "NewProposal",
    "ProposalText",
    "Reported",
]
