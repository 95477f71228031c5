"""Every write to meetings."""

from .attending import answer, come, give_code, tick
from .feeding import end_feed, give_feed
from .materials import TooMany, give_out, take_in
from .minuting import Moved, add_point, confirm, correct, save_item, settle, sum_up
from .planning import Plan, ask, change_plan, load_forms, plan
from .taking import take

__all__ = [
    "Moved",
    "Plan",
    "TooMany",
    "add_point",
    "answer",
    "ask",
    "change_plan",
    "come",
    "confirm",
    "correct",
    "end_feed",
    "give_code",
    "give_feed",
    "give_out",
    "load_forms",
    "plan",
    "save_item",
    "settle",
    "sum_up",
    "take",
    "take_in",
    "tick",
]
