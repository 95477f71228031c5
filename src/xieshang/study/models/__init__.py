"""Sessions held, episodes with their guests and questions, and groups that read together."""

from .reading import Chapter, Note, Onward, Reader, ReadingGroup
from .sitting import Guest, Question, Sitting

__all__ = [
    "Chapter",
    "Guest",
    "Note",
    "Onward",
    "Question",
    "Reader",
    "ReadingGroup",
    "Sitting",
]
