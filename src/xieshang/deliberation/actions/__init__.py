"""Every write to deliberations."""

from .bringing_in import Export, bring_in, record_votes
from .cards import CardVotes, enter_card
from .clock import turn_phases
from .handing_on import hand_on
from .inviting import invite
from .mapping import make_map, maps_due
from .opening import Opening, begin, reschedule, take
from .stating import TooLate, TooMany, decide, mend, seed, state, withdraw_statement
from .voting import (
    NotAdmitted,
    describe,
    joined,
    vote,
    withdraw_all,
    withdraw_vote,
)

__all__ = [
    "CardVotes",
    "Export",
    "NotAdmitted",
    "Opening",
    "TooLate",
    "TooMany",
    "begin",
    "bring_in",
    "decide",
    "describe",
    "enter_card",
    "hand_on",
    "invite",
    "joined",
    "make_map",
    "maps_due",
    "mend",
    "record_votes",
    "reschedule",
    "seed",
    "state",
    "take",
    "turn_phases",
    "vote",
    "withdraw_all",
    "withdraw_statement",
    "withdraw_vote",
]
