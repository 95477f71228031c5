"""Every write to activities and registers."""

from .activity import Draft, amend, correct, hold, record, take_back, withdraw
from .findable import documents
from .register import record_register, withdraw_register

__all__ = [
    "Draft",
    "amend",
    "correct",
    "documents",
    "hold",
    "record",
    "record_register",
    "take_back",
    "withdraw",
    "withdraw_register",
]
