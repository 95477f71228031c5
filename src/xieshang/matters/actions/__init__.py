"""Every write to matters and to what belongs to them."""

from .adopting import instruct, send_further, send_up
from .answering import latest_reply, note_contact
from .assigning import assign_more, nudge
from .doing import DOINGS, do
from .matter import Life, open_matter, record, withdraw
from .moving import take
from .reviewing import answer_merger, check, drop_merger, propose_merger
from .ruling import changed_days, load_rules, made_late, set_limit, set_session
from .signing import rate, sign, unsign
from .tracking import consent, consents_of, distinguish, end_distinction, publish, unpublish
from .writing import TextMoved, TooMany, Words, attach, detach, draft, latest_numbers, save_text

__all__ = [
    "DOINGS",
    "Life",
    "TextMoved",
    "TooMany",
    "Words",
    "answer_merger",
    "assign_more",
    "attach",
    "changed_days",
    "check",
    "consent",
    "consents_of",
    "detach",
    "distinguish",
    "do",
    "draft",
    "drop_merger",
    "end_distinction",
    "instruct",
    "latest_numbers",
    "latest_reply",
    "note_contact",
    "load_rules",
    "made_late",
    "nudge",
    "open_matter",
    "propose_merger",
    "publish",
    "rate",
    "record",
    "save_text",
    "send_further",
    "send_up",
    "set_limit",
    "set_session",
    "sign",
    "take",
    "unpublish",
    "unsign",
    "withdraw",
]
