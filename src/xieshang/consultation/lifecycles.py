"""The life of a year plan: topics are asked for, a draft is made of them, and it is decided."""

from django.utils.translation import gettext_lazy as _

from xieshang.lifecycle.table import Deed, Lifecycle, Move, Role, State

OPEN_TO_ALL = ("asking", "decided", "summed-up")  # what the office still writes is not shown

YEAR_PLAN = Lifecycle(
    name="year-plan",
    label=_("Year plan of consultations"),
    states=(
        State("asking", _("Topics are asked for"), waits=Role.OFFICE, public=True),
        State("draft", _("Draft being made"), days=20, waits=Role.OFFICE),
        State("submitted", _("Submitted for decision"), days=30, waits=Role.OFFICE),
        State("decided", _("Plan decided"), public=True),
        State("summed-up", _("Year summed up"), final=True, public=True),
    ),
    moves=(
        Move("draw-up", _("Make the draft"), ("asking",), "draft", Role.OFFICE),
        Move("hand-up", _("Submit it for decision"), ("draft",), "submitted", Role.OFFICE,
             needs="every-topic-has-its-answer"),
        Move("hand-back", _("Back to the draft"), ("submitted",), "draft", Role.OFFICE, "reason"),
        Move("decide", _("Note the decision"), ("submitted",), "decided", Role.OFFICE, "decision"),
        Move("adjust", _("Adjust the plan"), ("decided",), "draft", Role.OFFICE, "reason"),
        Move("sum-up", _("Sum the year up"), ("decided",), "summed-up", Role.OFFICE, "summary"),
    ),
    deeds=(
        Deed("choose", _("Choose topics"), (Role.OFFICE,), ("draft",)),
        Deed("hold", _("Plan a meeting on a topic"), (Role.OFFICE,), ("decided",)),
    ),
)  # fmt: skip
