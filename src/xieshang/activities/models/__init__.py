"""What the body does, and the places, programmes and projects it does it with."""

from .activity import Activity, Organiser
from .register import Programme, Project, Venue
from .tally import Tally

__all__ = ["Activity", "Organiser", "Programme", "Project", "Tally", "Venue"]
