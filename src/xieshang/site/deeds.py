"""What an entry of the log says, in words: what was done, and to what."""

from django.utils.translation import gettext_lazy as _

from xieshang.audit.models import Entry
from xieshang.consultation.lifecycles import YEAR_PLAN
from xieshang.deliberation.lifecycles import DELIBERATION, STATEMENT
from xieshang.lifecycle.table import Lifecycle
from xieshang.matters.lifecycles import JOINT, LEAD, LIFECYCLES, REFERRAL
from xieshang.meetings.lifecycles import MEETING
from xieshang.reports.lifecycles import REPORT
from xieshang.supervision.lifecycles import SUPERVISION

from .deeds_of_offices import HELD, HELD_THINGS

DEEDS: dict[str, str] = {
    "keep": _("Taken in"),
    "entrust": _("Handed to its office"),
    "take-over": _("Taken over"),
    "undo-take-over": _("Take-over undone"),
    "decide-join": _("Decided whether two rows are one meeting"),
    "remember": _("Remembered how an office heads its columns"),
    "hold": _("Entered by hand"),
    "correct": _("Corrected by hand"),
    "take-back": _("Taken back"),
    "open": _("Opened"),
    "take": _("Taken as a figure"),
    "draw": _("Drawn up"),
    "order": _("Ordered"),
    "finish": _("Finished"),
    "fail": _("Failed"),
    "load": _("Committees founded"),
    "load-sample": _("Sample data loaded"),
    "open-sample-terms": _("Sample terms opened"),
    "represent": _("Sectors ticked"),
    "open-account": _("Account opened"),
    "reset-password": _("Password given anew"),
    "appoint": _("Seat given"),
    "vacate": _("Seat ended"),
    "found-unit": _("Handling unit opened"),
    "write-adoption": _("Adoption written down"),
    "instruct": _("Note an instruction"),
    "drop-issue": _("Number of an issue freed"),
    "correct-instruction": _("Instruction corrected"),
    "drop-instruction": _("Instruction taken back"),
    "sign-as": _("Written as"),
    "invite": _("Contributor invited"),
    "end-invitation": _("Invitation ended"),
    "found-national": _("National Committee written down"),
    "add-photo": _("Picture put beside it"),
    "add-rule": _("Rule added"),
    "answer-if-solved": _("Answered whether it is solved"),
    "answer-merger": _("Answered about merging"),
    "ask-if-solved": _("Asked whether it is solved"),
    "ask-to-follow": _("Asked to follow it"),
    "begin-own-rules": _("Rules of its own begun"),
    "change-category": _("Category changed"),
    "change-contact": _("Way to be reached changed"),
    "clear-day": _("Day off cleared"),
    "detach": _("Attachment taken away"),
    "drop-merger": _("Proposed merger dropped"),
    "end-distinction": _("Distinction ended"),
    "end-rule": _("Rule ended"),
    "end-token": _("Key for a program ended"),
    "erase": _("Erased as its author asked"),
    "find": _("Look-back noted"),
    "follow": _("Followed"),
    "follow-calendar": _("Running days follow the calendar"),
    "forget-address": _("Address forgotten"),
    "give-token": _("Key for a program given"),
    "give-up": _("Sending given up"),
    "load-rules": _("Usual rules loaded"),
    "name-ground": _("Ground named"),
    "open-term": _("Term opened"),
    "order-test": _("Test message ordered"),
    "raise": _("Raised without an account"),
    "see-contact": _("Contact looked at"),
    "send": _("Sent"),
    "set-day": _("Day off set"),
    "set-limit": _("Limit set"),
    "set-numbering": _("Numbering set"),
    "set-session": _("Session set"),
    "set-wishes": _("Wishes about notices set"),
    "sign-reply": _("Reply signed off"),
    "unfollow": _("Followed no more"),
    "wish": _("Author's wishes kept"),
    "write-opinion": _("Opinion written"),
    "write-reply": _("Reply written"),
    "convert": _("Made an opinion report"),
    "save-view": _("List kept"),
    "drop-view": _("Kept list dropped"),
    **HELD,
}


def words_of(*cycles: Lifecycle) -> dict[str, str]:
    """The verbs of moves and the names of deeds, each with its label."""
    deeds = {deed.name: deed.label for cycle in cycles for deed in cycle.deeds}
    return deeds | {move.verb: move.label for cycle in cycles for move in cycle.moves}


# A verb of a lifecycle means what its move means: a matter is kept for reference, a file received.
MOVES: dict[str, dict[str, str]] = {
    "matters.matter": words_of(*LIFECYCLES.values()),
    "matters.assignment": words_of(LEAD, JOINT),
    "matters.referral": words_of(REFERRAL),
    "reports.report": words_of(REPORT),
    "meetings.meeting": words_of(MEETING),
    "deliberation.deliberation": words_of(DELIBERATION),
    "deliberation.statement": words_of(STATEMENT),
    "supervision.supervision": words_of(SUPERVISION),
    "consultation.yearplan": words_of(YEAR_PLAN),
}
THINGS: dict[str, str] = {
    "evidence.file": _("File"),
    "ledgers.takeover": _("Take-over of a ledger"),
    "ledgers.joinproposal": _("Joint meeting"),
    "figures.figure": _("Figure"),
    "reports.report": _("Report"),
    "reports.template": _("Template of a report"),
    "reports.batch": _("Batch of reports"),
    "activities.activity": _("Activity"),
    "matters.matter": _("Matter"),
    "matters.assignment": _("Assignment"),
    "matters.referral": _("Report sent up"),
    "matters.adoption": _("Adoption"),
    "matters.issue": _("Issue"),
    "matters.contributor": _("Invited contributor"),
    "matters.session": _("Session"),
    "matters.merger": _("Merger"),
    "people.dayoff": _("Day off"),
    "people.token": _("Key for a program"),
    "notices.message": _("Message"),
    "notices.wishes": _("Wishes about notices"),
    "people.committee": _("Committee"),
    "people.person": _("Account"),
    "people.term": _("Term"),
    "people.seat": _("Seat"),
    "people.unit": _("Handling unit"),
    "people.savedview": _("Kept list"),
    **HELD_THINGS,
}


def deed_said(entry: Entry) -> str:
    """What was done; a verb nobody has put into words is said as it is."""
    moves = MOVES.get(entry.subject.partition(":")[0], {})
    return str(moves.get(entry.verb) or DEEDS.get(entry.verb, entry.verb))


def subject_said(entry: Entry) -> str:
    """What it was done to, with its number: File 22."""
    label, _colon, key = entry.subject.partition(":")
    return f"{THINGS.get(label, label)} {key}"
