"""Every write to the body, its people and its calendar."""

from .accounts import (
    drop_view,
    new_password,
    open_account,
    reset_password,
    resident,
    save_view,
    system,
)
from .calendar import clear_day, load_holidays, set_day
from .founding import (
    Loaded,
    found_national,
    load_body,
    note_sample_data,
    note_sectors,
    open_sample_terms,
    open_terms,
    represent,
)
from .seats import appoint, found_unit, vacate
from .terms import free_day, head_of_body, may_rule_days, open_term, rule_days
from .tokens import end_token, give_token

__all__ = [
    "Loaded",
    "appoint",
    "clear_day",
    "drop_view",
    "end_token",
    "found_national",
    "found_unit",
    "free_day",
    "give_token",
    "head_of_body",
    "load_body",
    "load_holidays",
    "may_rule_days",
    "new_password",
    "note_sample_data",
    "note_sectors",
    "open_account",
    "open_sample_terms",
    "open_term",
    "open_terms",
    "represent",
    "reset_password",
    "resident",
    "rule_days",
    "save_view",
    "set_day",
    "system",
    "vacate",
]
