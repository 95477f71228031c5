"""The life of advice that is told of, or has no procedure of its own: ledgers, speeches, papers."""

from django.utils.translation import gettext_lazy as _

from xieshang.lifecycle.table import Lifecycle, Move, Role, State

OFFERED = ("submitted", "kept", "passed-on")
ADVISED = ("proposal", "opinion-report", "speech", "research", "suggestion")

ADVICE = Lifecycle(
    name="advice",
    label=_("Advice"),
    states=(
        State("submitted", _("Submitted"), days=60, waits=Role.OFFICE, public=True),
        State("kept", _("Kept for reference"), public=True),
        State("passed-on", _("Passed on"), public=True),
        State("not-adopted", _("Not adopted"), public=True, final=True),
        State("adopted", _("Adopted"), public=True, final=True),
    ),
    moves=(
        Move("keep", _("Keep for reference"), ("submitted",), "kept", Role.OFFICE),
        Move("pass-on", _("Pass on"), ("submitted", "kept"), "passed-on", Role.OFFICE),
        Move("refuse", _("Do not adopt"), OFFERED, "not-adopted", Role.OFFICE),
        Move("adopt", _("Adopt"), OFFERED, "adopted", Role.OFFICE),
    ),
)
