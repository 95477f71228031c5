"""Who takes part: committees, the people with seats on them, the units that answer."""

from . import among
from .calendar import DayOff, calendar
from .committee import Committee, Representation, Sector, Term, Tier, line_of, span_of
from .person import Person, SavedView, Seat, Unit, seated_on, terms_of
from .token import Token

__all__ = [
    "Committee",
    "DayOff",
    "Person",
    "Representation",
    "SavedView",
    "Seat",
    "Sector",
    "Term",
    "Tier",
    "Token",
    "Unit",
    "among",
    "calendar",
    "line_of",
    "seated_on",
    "span_of",
    "terms_of",
]
