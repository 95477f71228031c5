"""Telling people what has happened to a matter, in the transaction in which it happened."""

from collections.abc import Iterable
from uuid import uuid4

from django.urls import reverse
from django.utils.timezone import localdate as today

from xieshang.lifecycle.actions import last_step
from xieshang.lifecycle.table import Role
from xieshang.notices.actions import post
from xieshang.notices.kinds import Kind
from xieshang.people.models import Committee, Person

from .. import notices
from ..models import Adoption, Assignment, Instruction, Matter, Merger, Referral, Signature
from .hearing import along, authors, between, hearers, keepers, office, signers

# Nobody rates the answer to a report: its author has each reply, its tiers hear of the last one.
TIERS_HEAR = {("opinion-report", "answered"): notices.DEPARTMENT_ANSWERED}
# What a tier makes of a report goes back to its author, and to every office between.
HEARD_BACK = ("adopt", "correct", "keep", "refuse")
GOES_BACK = {(life, verb) for life in ("opinion-report", "referral") for verb in HEARD_BACK}


def moved(matter: Matter, verb: str, *, by) -> None:
    """Tell whom a move concerns; whoever made it knows."""
    if (matter.life, verb) in TIERS_HEAR:
        tell(TIERS_HEAR[matter.life, verb], matter, along(matter), by=by)
        return
    for kind, people in hearers(matter, verb):
        tell(kind, matter, people, by=by)


def heard_by(subject, verb: str, *, by) -> int:
    """How many people would be told of a move, before it is made."""
    if (subject.lifecycle.name, verb) in GOES_BACK:
        matter = getattr(subject, "matter", subject)
        return len(will_hear(matter, subject.committee) - {by.pk})
    if not isinstance(subject, Matter):
        return 0
    told = {person.pk for _kind, people in hearers(subject, verb) for person in people}
    return len(told - {by.pk})


def tell(kind: Kind, matter: Matter, people: Iterable[Person], *, by, **more) -> None:
    """Post one notice about a matter's last step; of what its sentence does not name, nothing."""
    step = last_step(matter)
    known = {
        "title": matter.title,
        "number": matter.short,
        "n": matter.number or 0,
        "day": matter.due_on or matter.moved_on,
        "note": step.note if step else "",
        "who": str(by),
        **more,
    }
    params = {name: value for name, value in known.items() if f"%({name})" in kind.words}
    occurrence = f"step:{step.pk if step else 0}:{more.get('once', '')}"
    receivers = [person for person in people if person.pk != by.pk]
    href = reverse("desk:matter", args=[matter.pk])
    post(kind, matter, occurrence, receivers, href=href, params=params)


def asked_to_sign(matter: Matter, *, by) -> None:
    asked = matter.signatures.asked().select_related("person")
    tell(notices.ASKED_TO_SIGN, matter, [each.person for each in asked], by=by)


def signed(matter: Matter, signature: Signature, *, by) -> None:
    agreed = signature.answer == Signature.Answer.AGREED
    kind = notices.SIGNED if agreed else notices.NOT_SIGNED
    tell(kind, matter, authors(matter), by=by, once=signature.pk)


def merger_proposed(merger: Merger, *, by) -> None:
    for one, other in ((merger.joined, merger.main), (merger.main, merger.joined)):
        people = authors(one)
        tell(notices.MERGER_ASKED, one, people, by=by, other=other.title, once=merger.pk)


def merger_answered(merger: Merger, consent, *, by) -> None:
    kind = notices.MERGER_AGREED if consent.agreed else notices.MERGER_DECLINED
    more = {"other": merger.main.title, "once": consent.pk}
    tell(kind, merger.joined, [merger.proposed_by], by=by, **more)


def given(assignment: Assignment, *, by) -> None:
    """Tell the unit that it has the next word."""
    of_unit(notices.GIVEN, assignment, by=by)


def disputed(assignment: Assignment, *, by) -> None:
    matter = assignment.matter
    step = last_step(assignment)
    note, once = (step.note, f"A{step.pk}") if step else ("", "")
    more = {"unit": str(assignment.unit), "note": note, "once": once}
    tell(notices.DISPUTED, matter, office(matter), by=by, **more)


def dispute_settled(assignment: Assignment, *, by) -> None:
    of_unit(notices.DISPUTE_SETTLED, assignment, by=by)


def of_unit(kind: Kind, assignment: Assignment, *, by) -> None:
    """Tell those who answer for the unit."""
    step = last_step(assignment)
    once = f"A{step.pk}" if step else ""
    more = {"day": assignment.due_on or assignment.moved_on, "once": once}
    tell(kind, assignment.matter, assignment.unit.clerks.all(), by=by, **more)


def replied(assignment: Assignment, *, by) -> None:
    more = {"unit": str(assignment.unit), "once": f"A{assignment.pk}-{assignment.round}"}
    tell(notices.REPLIED, assignment.matter, signers(assignment.matter), by=by, **more)


def nudged(subject, note: str, *, by) -> None:
    """Remind whoever has the next word, at most once a day."""
    matter = subject if isinstance(subject, Matter) else subject.matter
    kind, people = next_to_act(subject, matter)
    tell(kind, matter, people, by=by, note=note, once=f"{subject.short}-{today()}")


def next_to_act(subject, matter: Matter) -> tuple[Kind, Iterable[Person]]:
    """The people behind whom a matter or an assignment waits for, and why they are told."""
    match subject.state.waits:
        case Role.UNIT:
            return notices.NUDGED_UNIT, Person.objects.filter(units=subject.unit)
        case Role.AUTHOR:
            return notices.NUDGED_AUTHOR, authors(matter)
        case Role.SIGNER:
            rated = matter.ratings.filter(round=matter.round).values("person")
            return notices.NUDGED_SIGNER, signers(matter).exclude(pk__in=rated)
    return notices.NUDGED, office(matter)


def adopted(subject, adoption: Adoption, *, again: bool, by) -> None:
    """Word of an adoption, or of its correction."""
    way = notices.CORRECTED if again else notices.ADOPTED
    once = f"{subject.short}-{step_of(subject)}"
    back(way, adoption.matter, adoption.committee, by=by, once=once)


def decided(subject, verb: str, *, by) -> None:
    """Word of a decision that is no adoption goes the same way; a return, to the author alone."""
    matter = getattr(subject, "matter", subject)
    step = last_step(subject)
    more = {"note": step.note if step else "", "once": f"{subject.short}-{step_of(subject)}"}
    if verb == "return":
        tell(notices.RETURNED, matter, authors(matter), by=by, **more)
    else:
        back(DECISIONS[verb], matter, subject.committee, by=by, **more)


DECISIONS = {"keep": notices.KEPT, "refuse": notices.NOT_ADOPTED}


def sent_up(referral: Referral, *, by) -> None:
    """The office above has it before it; the author and those between know where it is."""
    matter, more = referral.matter, {"once": referral.short}
    receivers = list(keepers(referral.committee_id))
    sender = str(referral.sender)
    tell(notices.SENT_UP, matter, receivers, by=by, committee=sender, **more)
    back(notices.GONE_UP, matter, referral.committee, but=receivers, by=by, **more)


def instructed(instruction: Instruction, *, by, way=notices.INSTRUCTED, **more) -> None:
    """That there is an instruction is told, and what became of it; its words are not."""
    adoption = instruction.adoption
    once = f"I{instruction.pk}" if way is notices.INSTRUCTED else uuid4().hex
    back(way, adoption.matter, adoption.committee, by=by, once=once, **more)


def back(way: notices.WayBack, matter: Matter, committee, *, by, but=(), **more) -> None:
    """Tell the author and the offices between, each once; nobody has to ask."""
    more = {"committee": str(committee), **more}
    told = {person.pk for person in but}
    for kind, people in ((way.author, authors(matter)), (way.between, between(matter, committee))):
        tell(kind, matter, [p for p in people if p.pk not in told], by=by, **more)
        told |= {person.pk for person in people}


def step_of(subject) -> int:
    """The key of a subject's last step: it tells one event of it from the next."""
    step = last_step(subject)
    return step.pk if step else 0


def will_hear(matter: Matter, committee: Committee) -> set[int]:
    """The keys of those who would hear of what this committee makes of a report."""
    people = [*authors(matter), *between(matter, committee)]
    return {person.pk for person in people if person.is_active}
