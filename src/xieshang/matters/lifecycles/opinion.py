"""The life of an opinion report at its own tier, and of its referral to the tier above.

Each tier adopts it by a record of its own (mode, issue, day, instructions); the report itself is
one, seen by every tier it was sent to.
"""

from django.utils.translation import gettext_lazy as _

from xieshang.lifecycle.table import Deed, Lifecycle, Move, Role, State

DECIDED = ("adopted", "kept")
ISSUED = ("adopted", "handling", "answered")

OPINION_REPORT = Lifecycle(
    name="opinion-report",
    label=_("Opinion report"),
    states=(
        State("draft", _("Draft"), waits=Role.AUTHOR),
        State("submitted", _("Under review"), days=10, waits=Role.OFFICE),
        State("returned", _("Returned"), days=10, waits=Role.AUTHOR),
        State("editing", _("Being edited"), days=5, waits=Role.OFFICE),
        State("checking", _("To be signed for issue"), days=3, waits=Role.OFFICE),
        State("adopted", _("Adopted"), public=True),
        State("kept", _("Kept for reference")),
        State("handling", _("With a department"), days=65, waits=Role.UNIT, public=True),
        State("answered", _("Answered by the department"), public=True),
        State("not-adopted", _("Not adopted"), final=True),
        State("withdrawn", _("Withdrawn"), final=True),
    ),
    moves=(
        Move("submit", _("Submit"), ("draft", "returned"), "submitted", Role.AUTHOR,
             "declaration", needs="one-matter"),
        Move("return", _("Return"), ("submitted",), "returned", Role.OFFICE, "reason"),
        Move("edit", _("Edit"), ("submitted", "kept"), "editing", Role.OFFICE),
        Move("hand-up", _("Hand up for signature"), ("editing",), "checking", Role.OFFICE,
             needs="edited-text"),
        Move("hand-back", _("Back to the editor"), ("checking",), "editing", Role.OFFICE, "reason"),
        Move("adopt", _("Sign and issue"), ("checking",), "adopted", Role.OFFICE, "adoption"),
        Move("keep", _("Keep for reference"), ("submitted", "editing"), "kept", Role.OFFICE,
             "reason"),
        Move("refuse", _("Do not adopt"), ("submitted", "editing", "kept"), "not-adopted",
             Role.OFFICE, "reason"),
        Move("correct", _("Correct the adoption"), ("adopted",), "adopted", Role.OFFICE,
             "adoption"),
        Move("transfer", _("Transfer to a department"), (*DECIDED, "answered"), "handling",
             Role.OFFICE, "assignment"),
        Move("answered", _("Answered by the department"), ("handling",), "answered", Role.RULE),
        Move("withdraw", _("Withdraw"), ("submitted", "returned"), "withdrawn",
             Role.AUTHOR),
    ),
    deeds=(
        Deed("write", _("Write the text"), (Role.AUTHOR,), ("draft", "returned")),
        Deed("attach", _("Attach a file"), (Role.AUTHOR,), ("draft", "returned")),
        Deed("edit-text", _("Edit the text"), (Role.OFFICE,), ("editing",)),
        Deed("send-up", _("Send up"), (Role.OFFICE,), (*ISSUED, "kept"), needs="may-go-up"),
        Deed("instruct", _("Note an instruction"), (Role.OFFICE,), ISSUED, needs="adopted-here"),
        Deed("publish", _("Publish"), (Role.OFFICE,), ISSUED),
        Deed("unpublish", _("Take back from the public"), (Role.OFFICE,), ISSUED,
             needs="is-public"),
    ),
)  # fmt: skip

REFERRAL = Lifecycle(
    name="referral",
    label=_("Opinion report sent up"),
    states=(
        State("sent", _("Sent up"), days=15, waits=Role.OFFICE),
        State("adopted", _("Adopted"), public=True),
        State("kept", _("Kept for reference")),
        State("not-adopted", _("Not adopted"), final=True),
    ),
    moves=(
        Move("adopt", _("Adopt"), ("sent", "kept"), "adopted", Role.OFFICE, "adoption"),
        Move("keep", _("Keep for reference"), ("sent",), "kept", Role.OFFICE, "reason"),
        Move("refuse", _("Do not adopt"), ("sent", "kept"), "not-adopted", Role.OFFICE, "reason"),
        Move("correct", _("Correct the adoption"), ("adopted",), "adopted", Role.OFFICE,
             "adoption"),
    ),
    deeds=(
        Deed("send-further", _("Send further up"), (Role.OFFICE,), ("sent", *DECIDED),
             needs="may-go-up"),
        Deed("instruct", _("Note an instruction"), (Role.OFFICE,), ("adopted",)),
    ),
)  # fmt: skip
