"""Deliberations: who holds them, what is stated, who votes how, what came of it."""

from .deliberation import Deliberation, DeliberationStep, Invitation, Owner
from .kept import Beat, KeptMap, MapFault
from .outcome import Outcome
from .statement import Statement, StatementStep, Wording
from .vote import Card, Participant, Vote

__all__ = [
    "Beat",
    "Card",
    "Deliberation",
    "DeliberationStep",
    "Invitation",
    "KeptMap",
    "MapFault",
    "Outcome",
    "Owner",
    "Participant",
    "Statement",
    "StatementStep",
    "Vote",
    "Wording",
]
