"""The life of a proposal, from a draft to the look-back on what was promised.

While units handle it, its assignments move by tables of their own; a rule brings it on when the
last of them has answered. Sources of the procedure: the national rules on proposals (rev. 2018)
and the local ones that differ in their days, which are limits of a place and not other tables.
"""

from django.utils.translation import gettext_lazy as _

from xieshang.lifecycle.table import Deed, Lifecycle, Move, Role, State

WITH_AUTHOR = ("draft", "cosigning", "returned")
IN_REVIEW = ("submitted", "filed")
ON_FILE = ("filed", "merged", "handling", "replied", "tracked", "archived")

PROPOSAL = Lifecycle(
    name="proposal",
    label=_("Proposal"),
    states=(
        State("draft", _("Draft"), waits=Role.AUTHOR),
        State("cosigning", _("Being co-signed"), days=10, waits=Role.AUTHOR),
        State("submitted", _("Under review"), days=10, waits=Role.OFFICE),
        State("returned", _("Returned"), days=10, waits=Role.AUTHOR),
        State("offered", _("Offered as an opinion report"), days=5, waits=Role.AUTHOR),
        State("filed", _("Filed"), days=20, waits=Role.OFFICE, public=True),
        State("merged", _("Merged"), public=True),
        State("handling", _("Being handled"), days=65, waits=Role.UNIT, public=True),
        State("replied", _("Replied, to be rated"), days=15, waits=Role.SIGNER, public=True),
        State("tracked", _("Looked back on"), days=250, waits=Role.OFFICE, public=True),
        State("archived", _("Archived"), public=True),
        State("not-filed", _("Not filed"), public=False),
        State("converted", _("Made an opinion report"), final=True),
        State("withdrawn", _("Withdrawn"), final=True),
    ),
    moves=(
        Move("invite", _("Ask for signatures"), ("draft", "cosigning"), "cosigning", Role.AUTHOR,
             "invitation"),
        Move("recall", _("Back to the draft"), ("cosigning", "returned"), "draft", Role.AUTHOR),
        Move("submit", _("Submit"), WITH_AUTHOR, "submitted", Role.AUTHOR, needs="whole-text"),
        Move("return", _("Return"), ("submitted",), "returned", Role.OFFICE, "reason"),
        Move(
            "file", _("Put on file"), ("submitted",), "filed", Role.OFFICE, "filing",
            needs="three-checks",
        ),
        Move("refuse", _("Do not file"), ("submitted",), "not-filed", Role.OFFICE, "ground"),
        Move(
            "offer", _("Offer to make it an opinion report"), ("submitted", "not-filed"),
            "offered", Role.OFFICE, "reason",
        ),
        Move("agree", _("Agree to it"), ("offered",), "converted", Role.AUTHOR),
        Move("keep", _("Keep it a proposal"), ("offered",), "submitted", Role.AUTHOR, "reason"),
        Move("withdraw", _("Withdraw"), ("returned", *IN_REVIEW), "withdrawn", Role.AUTHOR,
             "reason", needs="not-led-by-others"),
        Move("merge", _("Merged into another"), ("filed",), "merged", Role.RULE),
        Move("part", _("Take apart again"), ("merged",), "filed", Role.OFFICE, "reason"),
        Move("assign", _("Assign"), ("filed",), "handling", Role.OFFICE, "assignment"),
        Move("answered", _("Answered by every unit"), ("handling",), "replied", Role.RULE),
        Move("again", _("Second handling"), ("replied",), "handling", Role.RULE),
        Move("track", _("Look back on it"), ("replied",), "tracked", Role.OFFICE,
             needs="ratings-over"),
        Move("archive", _("Archive"), ("replied",), "archived", Role.OFFICE,
             needs="done-and-rated"),
        Move("look-back", _("Note a look-back"), ("tracked",), "tracked", Role.OFFICE, "look-back"),
        Move("settle", _("Look back for the last time"), ("tracked",), "archived", Role.OFFICE,
             "look-back"),
        Move("reopen", _("Open again"), ("archived",), "tracked", Role.OFFICE, "reason"),
    ),
    deeds=(
        Deed("write", _("Write the text"), (Role.AUTHOR,), ("draft", "returned")),
        Deed("attach", _("Attach a file"), (Role.AUTHOR,), ("draft", "returned")),
        Deed("sign", _("Answer whether to sign"), (Role.ASKED,), ("cosigning",),
             needs="in-its-days"),
        Deed("unsign", _("Take the signature back"), (Role.COSIGNER,), ("cosigning",)),
        Deed("check", _("Check"), (Role.OFFICE,), ("submitted",)),
        Deed("propose-merger", _("Propose to merge"), (Role.OFFICE,), ("filed",)),
        Deed("assign-more", _("Give it to one more unit"), (Role.OFFICE,), ("handling",)),
        Deed("rate", _("Rate"), (Role.SIGNER,), ("replied",), needs="not-rated"),
        Deed("nudge", _("Nudge"), (Role.AUTHOR,), IN_REVIEW),
        Deed("nudge", _("Nudge"), (Role.OFFICE,), ("returned", "offered", "replied")),
        Deed("distinguish", _("Distinguish"), (Role.OFFICE,), ON_FILE),
        Deed("consent", _("Say whether it may be published"),
             (Role.AUTHOR, Role.OFFICE, Role.UNIT), ON_FILE),
        Deed("publish", _("Publish"), (Role.OFFICE,), ON_FILE, needs="consented"),
        Deed("unpublish", _("Take back from the public"), (Role.OFFICE,), ON_FILE,
             needs="is-public"),
    ),
)  # fmt: skip
