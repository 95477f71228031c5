"""The life of one supervision: a plan, visits, a report, rectification, and the last look back."""

from django.utils.translation import gettext_lazy as _

from xieshang.lifecycle.table import Deed, Lifecycle, Move, Role, State

OUT = ("visiting", "reported")  # what was seen on a visit may still arrive: there was no network
OPEN = ("visiting", "reported", "rectifying")

SUPERVISION = Lifecycle(
    name="supervision",
    label=_("Democratic supervision"),
    states=(
        State("planned", _("Being planned"), days=30, waits=Role.OFFICE),
        State("visiting", _("Visits under way"), days=90, waits=Role.OFFICE),
        State("reported", _("Report handed in"), days=20, waits=Role.OFFICE),
        State("rectifying", _("Being put right"), days=120, waits=Role.OFFICE),
        State("ended", _("Ended"), final=True),
        State("called-off", _("Not carried out"), final=True),
    ),
    moves=(
        Move("go-out", _("Begin the visits"), ("planned",), "visiting", Role.OFFICE,
             needs="plan-is-whole"),
        Move("report", _("Hand in the report"), ("visiting",), "reported", Role.OFFICE, "report",
             needs="was-visited"),
        Move("send", _("Send it to be put right"), ("reported",), "rectifying", Role.OFFICE,
             "sending"),
        Move("end", _("End it"), ("rectifying",), "ended", Role.OFFICE, "reason",
             needs="findings-are-settled"),
        Move("call-off", _("Call it off"), ("planned", "visiting"), "called-off", Role.OFFICE,
             "reason"),
    ),
    deeds=(
        Deed("plan", _("Change the plan of supervision"), (Role.OFFICE,), ("planned",)),
        Deed("find", _("Write a finding down"), (Role.OFFICE,), OPEN),
        Deed("look-again", _("Look at a finding again"), (Role.OFFICE,), OPEN),
    ),
)  # fmt: skip
