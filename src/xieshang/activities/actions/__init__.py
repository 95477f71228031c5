"""Every write to activities and registers."""

from .activity import Draft, amend, hold, join_into, record, withdraw
from .register import record_register, withdraw_register

__all__ = [
    "Draft",
    "amend",
    "hold",
    "join_into",
    "record",
    "record_register",
    "withdraw",
    "withdraw_register",
]
