"""Every write to study and reading."""

from .episodes import answer_in, invite_guest
from .reading import begin_from, join, leave, name_chapters, open_group, write_note
from .sittings import NotTheLast, follow_up, hold_sitting, take_back_sitting

__all__ = [
    "NotTheLast",
    "answer_in",
    "begin_from",
    "follow_up",
    "hold_sitting",
    "invite_guest",
    "join",
    "leave",
    "name_chapters",
    "open_group",
    "take_back_sitting",
    "write_note",
]
