"""The life of a deliberation, phase by phase, and that of a statement put to it.

A phase ends by its office's move, or by the clock where a moment is set for it.
"""

from django.utils.translation import gettext_lazy as _

from xieshang.lifecycle.table import Deed, Lifecycle, Move, Role, State

LIVE = ("collecting", "weighing", "discussing", "resulted", "following")
TOLD = ("resulted", "following", "ended")  # its result is final

DELIBERATION = Lifecycle(
    name="deliberation",
    label=_("Deliberation"),
    states=(
        State("draft", _("Being prepared"), days=20, waits=Role.OFFICE),
        State("collecting", _("Collecting statements"), public=True),
        State("weighing", _("Weighing statements"), public=True),
        State("discussing", _("Talking it over"), days=20, waits=Role.OFFICE, public=True),
        State("resulted", _("Result"), days=20, waits=Role.OFFICE, public=True),
        State("following", _("Following up"), days=120, waits=Role.OFFICE, public=True),
        State("ended", _("Ended"), public=True, final=True),
        State("called-off", _("Called off"), public=True, final=True),
    ),
    moves=(
        Move("collect", _("Collect statements"), ("draft",), "collecting", Role.OFFICE,
             needs="time-is-left"),
        Move("weigh", _("Open for weighing"), ("draft", "collecting"), "weighing", Role.OFFICE,
             needs="something-to-weigh"),
        Move("weigh-due", _("Opened for weighing by the clock"), ("collecting",), "weighing",
             Role.RULE),
        Move("discuss", _("Close the weighing"), ("weighing",), "discussing", Role.OFFICE),
        Move("discuss-due", _("Weighing closed by the clock"), ("weighing",), "discussing",
             Role.RULE),
        Move("result", _("Tell the result"), ("discussing",), "resulted", Role.OFFICE,
             needs="has-map"),
        Move("follow", _("Follow it up"), ("resulted",), "following", Role.OFFICE),
        Move("end", _("End it"), ("resulted", "following"), "ended", Role.OFFICE, "reason"),
        Move("call-off", _("Call it off"), ("draft", "collecting", "weighing", "discussing"),
             "called-off", Role.OFFICE, "reason"),
    ),
    deeds=(
        Deed("state", _("Add a statement"), (Role.OFFICE,), ("draft", "collecting", "weighing")),
        Deed("reschedule", _("Change the times"), (Role.OFFICE,),
             ("draft", "collecting", "weighing")),
        Deed("invite", _("Say who is invited"), (Role.OFFICE,),
             ("draft", "collecting", "weighing")),
        Deed("enter-card", _("Enter a paper card"), (Role.OFFICE,), ("weighing", "discussing")),
        Deed("hand-on", _("Make a matter of it"), (Role.OFFICE,), TOLD),
    ),
)  # fmt: skip

STATEMENT = Lifecycle(
    name="statement",
    label=_("Statement"),
    states=(
        State("waiting", _("Waiting to be looked at"), days=2, waits=Role.OFFICE),
        State("shown", _("Shown"), public=True),
        State("declined", _("Not shown"), public=True),
        State("withdrawn", _("Withdrawn"), final=True),
    ),
    moves=(
        Move("pass", _("Shown at once"), ("waiting",), "shown", Role.RULE),
        Move("show", _("Show"), ("waiting", "declined"), "shown", Role.OFFICE),
        Move("decline", _("Do not show"), ("waiting", "shown"), "declined", Role.OFFICE, "reason"),
        Move("withdraw", _("Withdraw"), ("waiting",), "withdrawn", Role.AUTHOR),
    ),
    deeds=(
        Deed("mend", _("Mend a slip of the pen"), (Role.OFFICE,), ("waiting", "shown")),
    ),
)  # fmt: skip

LIFECYCLES = (DELIBERATION, STATEMENT)
