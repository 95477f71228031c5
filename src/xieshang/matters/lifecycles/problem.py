"""The life of a problem: from whoever raised it to whoever says that it is solved.

Where its handling stands is the state; what it came to is the outcome. An office can close a
problem with a public reason. Only whoever raised it, or evidence, makes it solved.
"""

from django.utils.translation import gettext_lazy as _

from xieshang.lifecycle.table import Deed, Lifecycle, Move, Role, State

from .outcome import Outcome

OPEN = ("registered", "handling", "planned", "deferred")
LIVING = ("registered", "asked-back", "handling", "assigned", "planned", "deferred", "closed")

PROBLEM = Lifecycle(
    name="problem",
    label=_("Problem"),
    states=(
        State("registered", _("Registered"), days=5, waits=Role.OFFICE, public=True),
        State("asked-back", _("Asked back"), days=15, waits=Role.AUTHOR),
        State("handling", _("Being handled"), days=60, waits=Role.OFFICE, public=True),
        State("assigned", _("With a unit"), days=60, waits=Role.UNIT, public=True),
        State("planned", _("Put into a plan"), days=250, waits=Role.OFFICE, public=True),
        State("deferred", _("Put off"), days=250, waits=Role.OFFICE, public=True),
        State("closed", _("Closed"), public=True),
        State("refused", _("Not taken up"), final=True),
        State("withdrawn", _("Withdrawn"), final=True),
    ),
    moves=(
        Move(
            "handle", _("Handle"), ("registered", "planned", "deferred"), "handling", Role.OFFICE
        ),
        Move("assign", _("Give to a unit"), OPEN, "assigned", Role.OFFICE, "assignment"),
        Move("ask-back", _("Ask back"), ("registered",), "asked-back", Role.OFFICE, "reason"),
        Move("say-more", _("Say more"), ("asked-back",), "registered", Role.AUTHOR, "reason"),
        Move("refuse", _("Do not take up"), ("registered",), "refused", Role.OFFICE, "ground"),
        Move("answered", _("Answered by the unit"), ("assigned",), "handling", Role.RULE),
        Move(
            "plan",
            _("Put into a plan"),
            ("registered", "handling"),
            "planned",
            Role.OFFICE,
            outcome=Outcome.PLANNED,
        ),
        Move(
            "defer",
            _("Defer"),
            ("registered", "handling"),
            "deferred",
            Role.OFFICE,
            outcome=Outcome.NOT_NOW,
        ),
        Move("close", _("Close"), OPEN, "closed", Role.OFFICE, "closing"),
        Move(
            "solve", _("Prove solved"), (*OPEN, "closed"), "closed", Role.OFFICE, "proof",
            needs="has-proof", outcome=Outcome.DONE,
        ),
        Move(
            "confirm", _("Confirm: it is solved"), (*OPEN, "closed"), "closed", Role.AUTHOR,
            outcome=Outcome.DONE,
        ),
        Move(
            "reopen", _("Open again"), ("closed",), "handling", Role.OFFICE, "reason", outcome=""
        ),
        Move(
            "not-solved", _("It is not solved"), ("closed",), "handling", Role.AUTHOR, "reason",
            outcome="",
        ),
        Move(
            "withdraw", _("Withdraw"), ("registered", "asked-back"), "withdrawn", Role.AUTHOR,
        ),
    ),
    deeds=(
        Deed("add", _("Add something"), (Role.AUTHOR, Role.OFFICE), LIVING),
        Deed("attach", _("Attach a file"), (Role.AUTHOR, Role.OFFICE), LIVING),
        Deed("publish", _("Publish"), (Role.OFFICE,), LIVING, needs="may-be-shown"),
        Deed("unpublish", _("Take back from the public"), (Role.OFFICE,), LIVING,
             needs="is-public"),
        Deed("hide-photo", _("Hide a picture"), (Role.OFFICE,), LIVING),
        Deed("nudge", _("Nudge"), (Role.AUTHOR, Role.OFFICE), ("registered", "handling")),
    ),
)  # fmt: skip
