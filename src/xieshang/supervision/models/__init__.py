"""Supervision, its visits and findings; research reports and recommendations."""

from .advice import Advice
from .finding import Finding, Look
from .supervision import Check, Supervision, SupervisionStep
from .visit import Answer, Shot, Visit

__all__ = [
    "Advice",
    "Answer",
    "Check",
    "Finding",
    "Look",
    "Shot",
    "Supervision",
    "SupervisionStep",
    "Visit",
]
