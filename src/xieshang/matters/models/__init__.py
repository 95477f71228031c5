"""What is raised, and carried until it is answered."""

from .adoption import Adoption, Issue, Referral, ReferralStep, way_of
from .answer import Contact, Reply
from .assignment import Assignment, AssignmentStep
from .authors import NAMED, Byline, Contributor, Standing, standings_of
from .instruction import Instruction
from .matter import KINDS, Matter
from .next import Next
from .nudge import Nudge
from .numbering import Counter, Numbering
from .publication import Consent, Distinction, Publication
from .record import Attachment, LookBack
from .review import Check, Merger, MergerConsent
from .rules import (
    AnswerClass,
    Category,
    Ground,
    Limit,
    Session,
    limits_of,
)
from .signing import Rating, RatingForm, Signature, signers_of
from .step import MatterStep
from .text import Text, Wish
from .voice import Follower, Photo, Receipt, Remark

__all__ = [
    "KINDS",
    "NAMED",
    "Adoption",
    "AnswerClass",
    "Assignment",
    "AssignmentStep",
    "Attachment",
    "Byline",
    "Category",
    "Check",
    "Consent",
    "Contact",
    "Contributor",
    "Counter",
    "Distinction",
    "Follower",
    "Ground",
    "Instruction",
    "Issue",
    "Limit",
    "LookBack",
    "Matter",
    "MatterStep",
    "Merger",
    "MergerConsent",
    "Next",
    "Nudge",
    "Numbering",
    "Photo",
    "Publication",
    "Rating",
    "RatingForm",
    "Receipt",
    "Referral",
    "ReferralStep",
    "Remark",
    "Reply",
    "Session",
    "Signature",
    "Standing",
    "Text",
    "Wish",
    "limits_of",
    "signers_of",
    "standings_of",
    "way_of",
]
