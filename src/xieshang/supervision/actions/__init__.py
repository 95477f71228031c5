"""Every write to supervision and research."""

from .advising import NotInTurn, adopted, answered, enter, name_authors, sent
from .finding import look_again, make_matter, note_finding
from .planning import begin, plan, take
from .visiting import Seen, write_visit

__all__ = [
    "NotInTurn",
    "Seen",
    "adopted",
    "answered",
    "begin",
    "enter",
    "look_again",
    "make_matter",
    "name_authors",
    "note_finding",
    "plan",
    "sent",
    "take",
    "write_visit",
]
