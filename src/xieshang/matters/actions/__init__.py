"""Every write to matters and to what belongs to them."""

from .adopting import correct_instruction, drop_instruction, instruct, send_up
from .answering import latest_reply, note_contact
from .assigning import assign_more, nudge
from .calendar_ruling import days_moved, free_calendar_day, rule_calendar
from .composing import NotAll, before_office, compose, why_not_issued
from .doing import DOINGS, do
from .matter import Life, open_matter, record, told_matter, withdraw
from .moving import take
from .proposing import Wishes, begin_proposal, save_proposal, words_of
from .reporting import begin_report, end_invitation, invite_contributor
from .reviewing import answer_merger, check, drop_merger, propose_merger
from .rule_sets import (
    SETS,
    add_rule,
    begin_own,
    change_category,
    end_rule,
    rows_of,
    set_numbering,
)
from .ruling import changed_days, load_rules, made_late, set_limit, set_session
from .signing import rate, sign, unsign
from .telling import heard_by
from .tracking import consent, consents_of, distinguish, end_distinction, publish, unpublish
from .writing import TextMoved, TooMany, Words, attach, detach, draft, latest_numbers, save_text

__all__ = [
    "DOINGS",
    "SETS",
    "Life",
    "NotAll",
    "TextMoved",
    "TooMany",
    "Wishes",
    "Words",
    "add_rule",
    "answer_merger",
    "assign_more",
    "attach",
    "before_office",
    "begin_own",
    "begin_proposal",
    "begin_report",
    "change_category",
    "changed_days",
    "check",
    "compose",
    "consent",
    "consents_of",
    "correct_instruction",
    "days_moved",
    "detach",
    "distinguish",
    "do",
    "draft",
    "drop_instruction",
    "drop_merger",
    "end_distinction",
    "end_invitation",
    "end_rule",
    "free_calendar_day",
    "heard_by",
    "instruct",
    "invite_contributor",
    "latest_numbers",
    "latest_reply",
    "load_rules",
    "made_late",
    "note_contact",
    "nudge",
    "open_matter",
    "propose_merger",
    "publish",
    "rate",
    "record",
    "rows_of",
    "rule_calendar",
    "save_proposal",
    "save_text",
    "send_up",
    "set_limit",
    "set_numbering",
    "set_session",
    "sign",
    "take",
    "told_matter",
    "unpublish",
    "unsign",
    "why_not_issued",
    "withdraw",
    "words_of",
]
