"""The life of a report."""

from django.utils.translation import gettext_lazy as _

from xieshang.lifecycle.table import Lifecycle, Move, Role, State

REPORT = Lifecycle(
    name="report",
    label=_("Report"),
    states=(
        State("draft", _("Draft"), days=10, waits=Role.OFFICE),
        State("confirmed", _("Confirmed"), days=10, waits=Role.OFFICE),
        State("published", _("Published"), public=True),
        State("withdrawn", _("Withdrawn"), final=True),
    ),
    moves=(
        Move("confirm", _("Confirm"), ("draft",), "confirmed", Role.OFFICE),
        Move("return", _("Return to draft"), ("confirmed",), "draft", Role.OFFICE, "reason"),
        Move("publish", _("Publish"), ("confirmed",), "published", Role.OFFICE),
        Move(
            "withdraw",
            _("Withdraw"),
            ("draft", "confirmed", "published"),
            "withdrawn",
            Role.OFFICE,
            "reason",
        ),
    ),
)
