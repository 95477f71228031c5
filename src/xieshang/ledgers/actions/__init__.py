"""Every write to ledgers: take a file over, undo it, decide on joint meetings, remember answers."""

from .choice import Back, Choice, NotTaken, Outcome, said, summary
from .habits import remember
from .joining import AlreadyDecided, join, keep_apart
from .preview import Preview, preview
from .receive import import_file
from .take import may_take, take_over
from .undoing import undo

__all__ = [
    "AlreadyDecided",
    "Back",
    "Choice",
    "NotTaken",
    "Outcome",
    "Preview",
    "import_file",
    "join",
    "keep_apart",
    "may_take",
    "preview",
    "remember",
    "said",
    "summary",
    "take_over",
    "undo",
]
