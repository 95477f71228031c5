"""The life of a meeting: planned, announced, held; then its minutes until they are final."""

from django.utils.translation import gettext_lazy as _

from xieshang.lifecycle.table import Deed, Lifecycle, Move, Role, State

AHEAD = ("planned", "announced")
WRITTEN = ("held", "circulated")

MEETING = Lifecycle(
    name="meeting",
    label=_("Meeting"),
    states=(
        State("planned", _("Being planned"), days=20, waits=Role.OFFICE),
        State("announced", _("Announced"), waits=Role.OFFICE),
        State("held", _("Held, minutes to be written"), days=7, waits=Role.OFFICE),
        State("circulated", _("Minutes looked through by those present"), days=5,
              waits=Role.OFFICE),
        State("final", _("Minutes final"), final=True),
        State("called-off", _("Did not take place"), final=True),
    ),
    moves=(
        Move("announce", _("Announce"), ("planned",), "announced", Role.OFFICE,
             needs="somebody-is-asked"),
        Move("hold", _("It was held"), AHEAD, "held", Role.OFFICE, needs="has-begun"),
        Move("circulate", _("Send the minutes round"), ("held",), "circulated", Role.OFFICE,
             needs="something-is-written"),
        Move("write-on", _("Write on"), ("circulated",), "held", Role.OFFICE, "reason"),
        Move("finish", _("Make the minutes final"), ("circulated",), "final", Role.OFFICE,
             needs="corrections-are-answered"),
        Move("drop", _("It does not take place"), AHEAD, "called-off", Role.OFFICE, "reason"),
    ),
    deeds=(
        Deed("plan", _("Change the plan"), (Role.OFFICE,), AHEAD),
        Deed("ask", _("Ask people"), (Role.OFFICE,), AHEAD),
        Deed("give-out", _("Give material out"), (Role.OFFICE,), (*AHEAD, *WRITTEN)),
        Deed("answer", _("Reply to the invitation"), (Role.ASKED,), AHEAD),
        Deed("tick", _("Note who came"), (Role.OFFICE,), (*AHEAD, *WRITTEN)),
        Deed("come", _("Say that one is here"), (Role.ASKED,), (*AHEAD, "held")),
        Deed("minute", _("Write the minutes"), (Role.OFFICE,), ("held",)),
        Deed("look-through", _("Look the minutes through"), (Role.ASKED,), ("circulated",)),
        Deed("settle", _("Answer a correction"), (Role.OFFICE,), ("circulated",)),
    ),
)  # fmt: skip
