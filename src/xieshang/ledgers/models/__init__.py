"""What was taken over from which ledger, what offices answered, what may be one meeting."""

from .habit import Habit
from .join import JoinProposal
from .takeover import TakenRow, TakeOver

__all__ = ["Habit", "JoinProposal", "TakeOver", "TakenRow"]
