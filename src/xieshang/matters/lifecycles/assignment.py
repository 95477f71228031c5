"""The life of an assignment: what one unit does with a matter.

The unit that answers (alone, in the lead, or separately) follows LEAD; one that only gives its
opinion to the lead follows JOINT.
"""

from django.utils.translation import gettext_lazy as _

from xieshang.lifecycle.table import Deed, Lifecycle, Move, Role, State

BEGUN = ("assigned", "handling")

ENDS = (State("moved", _("Given to another unit"), final=True),)
OPENING = (
    State("assigned", _("To be received"), days=7, waits=Role.UNIT, public=True),
    State("disputed", _("Disputed"), days=7, waits=Role.OFFICE),
)
OPENING_MOVES = (
    Move("receive", _("Receive"), ("assigned",), "handling", Role.UNIT),
    Move("dispute", _("Dispute"), BEGUN, "disputed", Role.UNIT, "dispute", needs="in-time"),
    Move("move", _("Give to another unit"), ("disputed",), "moved", Role.OFFICE, "other-unit"),
    Move("insist", _("Leave it with the unit"), ("disputed",), "handling", Role.OFFICE, "reason"),
    Move(
        "call-off", _("Call off"), ("assigned", "handling", "disputed"), "called-off", Role.OFFICE,
        "reason", needs="not-the-last",
    ),
)  # fmt: skip
NUDGED = ("assigned", "handling", "signing", "again")
CALLED_OFF = State("called-off", _("Called off"), final=True)

LEAD = Lifecycle(
    name="lead",
    label=_("Assignment with a reply"),
    states=(
        *OPENING,
        State("handling", _("Being handled"), days=60, waits=Role.UNIT, public=True),
        State("countersigning", _("Being counter-signed"), days=5, waits=Role.OFFICE),
        State("checking", _("Reply under check"), days=10, waits=Role.OFFICE),
        State("signing", _("To be signed off"), days=5, waits=Role.UNIT),
        State("replied", _("Replied"), public=True),
        State("again", _("Second handling"), days=30, waits=Role.UNIT, public=True),
        CALLED_OFF,
        *ENDS,
    ),
    moves=(
        *OPENING_MOVES,
        Move("extend", _("Give more time"), ("handling",), "handling", Role.OFFICE,
             "more-time", needs="first-round"),
        Move("reply", _("Hand in the reply"), ("handling", "again"), "countersigning", Role.UNIT,
             "reply", needs="opinions-in"),
        Move("agreed", _("Counter-signed"), ("countersigning",), "checking", Role.RULE),
        Move("objected", _("Not counter-signed"), ("countersigning",), "handling", Role.RULE),
        Move("waive", _("Do without the counter-signature"), ("countersigning",), "checking",
             Role.OFFICE, "reason"),
        Move("return", _("Return the reply"), ("checking", "signing"), "handling", Role.OFFICE,
             "reason"),
        Move("pass", _("Pass the reply"), ("checking",), "signing", Role.OFFICE),
        Move("sign-off", _("Sign off"), ("signing",), "replied", Role.UNIT, "signature"),
        Move("again", _("Handle again"), ("replied",), "again", Role.RULE),
    ),
    deeds=(
        Deed("note-contact", _("Note a contact"), (Role.UNIT,), ("handling", "again")),
        Deed("nudge", _("Nudge"), (Role.OFFICE, Role.SIGNER), NUDGED),
    ),
)  # fmt: skip

JOINT = Lifecycle(
    name="joint",
    label=_("Assignment with an opinion"),
    states=(
        *OPENING,
        State("handling", _("Opinion to be given"), days=20, waits=Role.UNIT, public=True),
        State("opined", _("Opinion given"), public=True),
        State("asked", _("To counter-sign"), days=5, waits=Role.UNIT),
        CALLED_OFF,
        *ENDS,
    ),
    moves=(
        *OPENING_MOVES,
        Move("opine", _("Give the opinion"), ("handling",), "opined", Role.UNIT, "opinion"),
        Move("ask", _("Asked to counter-sign"), ("opined",), "asked", Role.RULE),
        Move("countersign", _("Counter-sign"), ("asked",), "opined", Role.UNIT),
        Move("object", _("Do not counter-sign"), ("asked",), "opined", Role.UNIT, "reason"),
        Move("done-without", _("Done without"), ("asked",), "opined", Role.RULE),
    ),
    deeds=(Deed("nudge", _("Nudge"), (Role.OFFICE,), ("assigned", "handling", "asked")),),
)  # fmt: skip

PARTS = {"single": LEAD, "lead": LEAD, "separate": LEAD, "joint": JOINT}
