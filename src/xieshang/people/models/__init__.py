"""Who takes part: committees, the people with seats on them, the units that answer."""

from .committee import Committee, Representation, Sector, Term, Tier, line_of, span_of
from .person import Person, SavedView, Seat, Unit

__all__ = [
    "Committee",
    "Person",
    "Representation",
    "SavedView",
    "Seat",
    "Sector",
    "Term",
    "Tier",
    "Unit",
    "line_of",
    "span_of",
]
