"""Meetings: who convenes them, the agenda with its minutes, whom they ask."""

from .agenda import ActionPoint, Correction, Item
from .feed import Feed
from .material import Material
from .meeting import Convener, Form, Meeting, MeetingStep
from .people import FRESH, Code, Invitation

__all__ = [
    "FRESH",
    "ActionPoint",
    "Code",
    "Convener",
    "Correction",
    "Feed",
    "Form",
    "Invitation",
    "Item",
    "Material",
    "Meeting",
    "MeetingStep",
]
