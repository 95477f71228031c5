"""What a unit answers: opinions, replies, counter-signatures; and when a matter is answered."""

from collections.abc import Callable

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from xieshang.audit.actions import fingerprint, seal
from xieshang.lifecycle.actions import Hindered, Said, follow_rule, hold_for

from ..lifecycles import ANSWERED_BY_REPLY, Outcome
from ..models import Assignment, Contact, Matter, Reply
from . import telling, voicing_telling
from .findable import words_changed
from .signing import send_forms

# From the least that came of it to the most: a matter came to what its weakest answer came to.
WEIGHT = (
    Outcome.NOT_OURS, Outcome.REFERENCE, Outcome.NOT_NOW, Outcome.PLANNED, Outcome.PARTLY,
    Outcome.DONE,
)  # fmt: skip
REPLY = ("answer_class", "number", "text", "contact_name", "telephone")


@transaction.atomic
def note_contact(assignment: Assignment, *, way: str, on, by, note: str) -> Contact:
    """Note that the unit spoke with whoever raised the matter."""
    locked = hold_for(assignment, "note-contact", by=by)
    contact = Contact.objects.create(assignment=locked, way=way, on=on, note=note, by=by)
    seal(by, "note-contact", locked, way=way, on=on.isoformat(), note=fingerprint(note))
    return contact


def opine(assignment: Assignment, *, by, opinion: str) -> None:
    """Keep a joint unit's opinion, for the lead."""
    assignment.opinion = opinion
    assignment.save(update_fields=["opinion"])
    seal(by, "write-opinion", assignment, text=fingerprint(opinion))


def reply(assignment: Assignment, *, by, **words) -> None:
    """Keep a reply, and ask the joint units to counter-sign; with none, it goes to be checked."""
    versions = assignment.replies.filter(round=assignment.round)
    version = (versions.aggregate(last=Max("version"))["last"] or 0) + 1
    made = Reply(assignment=assignment, round=assignment.round, version=version, by=by)
    for name in REPLY:
        setattr(made, name, words[name])
    made.save(force_insert=True)
    letter = made.answer_class.letter
    seal(by, "write-reply", assignment, version=version, letter=letter, text=fingerprint(made.text))
    joints = list(assignment.joints().filter(status="opined"))
    for joint in joints:
        follow_rule(joint, "ask", by=by)
        telling.given(joint, by=by)
    if not joints:
        follow_rule(assignment, "agreed", by=by)


def latest_reply(assignment: Assignment) -> Reply | None:
    """The newest reply of the present round."""
    return assignment.replies.filter(round=assignment.round).order_by("version").last()


def countersign(joint: Assignment, *, by) -> None:
    """When the last joint unit has agreed, the reply goes to be checked."""
    lead = lead_beside(joint)
    if lead and not lead.joints().filter(status="asked").exists():
        follow_rule(lead, "agreed", by=by)


def objected(joint: Assignment, *, by) -> None:
    """A joint unit does not agree: the reply goes back to the lead, and nobody else is asked."""
    lead = lead_beside(joint)
    if lead:
        release(lead, by=by)
        follow_rule(lead, "objected", by=by)
        telling.given(lead, by=by)


def lead_beside(joint: Assignment) -> Assignment | None:
    """The lead whose reply waits for counter-signatures."""
    return joint.sisters().filter(part="lead", status="countersigning").first()


def release(lead: Assignment, *, by) -> None:
    """Joint units that have not counter-signed are asked no more."""
    for joint in lead.joints().filter(status="asked"):
        follow_rule(joint, "done-without", by=by)


def sign_off(assignment: Assignment, *, by, leader: str) -> None:
    """Date the reply: the author has it, the assignment rests, the matter may be answered."""
    made = latest_reply(assignment)
    if made is None:
        raise Hindered(assignment.short)  # a table that signs off what was not written
    made.leader, made.signed_on = leader, timezone.localdate()
    made.save(update_fields=["leader", "signed_on"])
    assignment.outcome = made.answer_class.outcome
    assignment.save(update_fields=["outcome"])
    seal(by, "sign-reply", assignment, version=made.version, letter=made.answer_class.letter)
    words_changed(assignment.matter_id)
    telling.replied(assignment, by=by)
    settle(assignment.matter, by=by)


def settle(matter: Matter, *, by) -> None:
    """Bring a matter on when every unit that owes a reply has replied."""
    owing = matter.assignments.answering()
    if owing.exclude(status="replied").exists() or not matter.lifecycle.move(
        "answered", matter.status
    ):
        return
    came_to = min((a.outcome for a in owing), key=WEIGHT.index)
    said = Said(outcome=came_to if matter.life in ANSWERED_BY_REPLY else None)
    follow_rule(matter, "answered", by=by, said=said)
    send_forms(matter)
    TELLS.get(matter.life, telling.moved)(matter, "answered", by=by)


TELLS = {"problem": voicing_telling.moved}  # who has raised a problem need not have an account
EFFECTS: dict[tuple[str, str], Callable[..., None]] = {
    ("joint", "opine"): opine,
    ("joint", "countersign"): countersign,
    ("joint", "object"): objected,
    ("lead", "reply"): reply,
    ("lead", "waive"): release,
    ("lead", "sign-off"): sign_off,
    **{(life, "call-off"): lambda assignment, *, by: settle(assignment.matter, by=by)
       for life in ("lead", "joint")},
}  # fmt: skip
