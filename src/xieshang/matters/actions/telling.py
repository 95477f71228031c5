"""Telling people what has happened to a matter, in the transaction in which it happened."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.timezone import localdate as today

from xieshang.lifecycle.actions import last_step
from xieshang.lifecycle.table import Role
from xieshang.notices.actions import post
from xieshang.notices.kinds import Kind
from xieshang.people.models import Committee, Person

from .. import notices
from ..models import Adoption, Assignment, Instruction, Matter, Merger, Referral, Signature

# What those who signed are told of a move, and those to whom it is their own concern alone.
SIGNERS_HEAR = {
    "file": notices.FILED,
    "answered": notices.TO_RATE,
    "look-back": notices.LOOKED_BACK,
    "distinguish": notices.DISTINGUISHED,
    "publish": notices.PUBLISHED,
}
AUTHOR_HEARS = {
    "return": notices.RETURNED,
    "refuse": notices.NOT_TAKEN,
    "offer": notices.OFFERED,
    "convert": notices.CONVERTED,
    "part": notices.PARTED,
    "close": notices.CLOSED,
}
OFFICE_HEARS = {"submit": notices.HANDED_IN}


def moved(matter: Matter, verb: str, *, by) -> None:
    """Tell whom a move concerns; whoever made it knows."""
    for table, people in (
        (SIGNERS_HEAR, signers), (AUTHOR_HEARS, authors), (OFFICE_HEARS, office),
    ):  # fmt: skip
        if kind := table.get(verb):
            tell(kind, matter, people(matter), by=by)


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
    occurrence = f"{kind.slug}:{step.pk if step else 0}:{more.get('once', '')}"
    receivers = [person for person in people if person.pk != by.pk]
    href = reverse("desk:matter", args=[matter.pk])
    post(kind, matter, occurrence, receivers, href=href, params=params)


def authors(matter: Matter) -> list[Person]:
    return [matter.raised_by] if matter.raised_by else []


def signers(matter: Matter) -> Iterable[Person]:
    """The author and all who signed along."""
    return Person.objects.filter(pk__in=matter.signers())


def office(matter: Matter) -> Iterable[Person]:
    return keepers(matter.committee)


def keepers(committee: Committee) -> Iterable[Person]:
    """Those who keep the records of just this committee today."""
    return Person.objects.filter(seats__in=committee.seats.current().keeping()).distinct()


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
    more = {"unit": str(assignment.unit), "note": step.note, "once": f"A{step.pk}"}
    tell(notices.DISPUTED, matter, office(matter), by=by, **more)


def dispute_settled(assignment: Assignment, *, by) -> None:
    of_unit(notices.DISPUTE_SETTLED, assignment, by=by)


def of_unit(kind: Kind, assignment: Assignment, *, by) -> None:
    """Tell those who answer for the unit."""
    step = last_step(assignment)
    more = {"day": assignment.due_on or assignment.moved_on, "once": f"A{step.pk}"}
    tell(kind, assignment.matter, assignment.unit.clerks.all(), by=by, **more)


def replied(assignment: Assignment, *, by) -> None:
    more = {"unit": str(assignment.unit), "once": f"A{assignment.pk}-{assignment.round}"}
    tell(notices.REPLIED, assignment.matter, signers(assignment.matter), by=by, **more)


def nudged(subject, note: str, *, by) -> None:
    """Remind whoever has the next word, at most once a day."""
    matter = subject if isinstance(subject, Matter) else subject.matter
    if subject.state.waits is Role.UNIT:
        people: Iterable[Person] = Person.objects.filter(units=subject.unit)
    else:
        people = office(matter)
    tell(notices.NUDGED, matter, people, by=by, note=note, once=f"{subject.short}-{today()}")


def adopted(adoption: Adoption, *, by) -> None:
    """Word of an adoption goes to the author, and to every tier it passed through."""
    more = {"committee": str(adoption.committee), "once": f"D{adoption.pk}"}
    tell(notices.ADOPTED, adoption.matter, authors(adoption.matter), by=by, **more)
    people = between(adoption.matter, adoption.committee)
    tell(notices.ADOPTED_BETWEEN, adoption.matter, people, by=by, **more)


def between(matter: Matter, committee: Committee) -> Iterable[Person]:
    """The offices of the tiers under `committee` which the report passed through."""
    codes = {matter.committee_id, *matter.referrals.values_list("committee", flat=True)}
    below = [code for code in codes if code != committee.pk and committee.holds(code)]
    places = Committee.objects.filter(pk__in=below)
    return [person for place in places for person in keepers(place)]


def decided(subject, verb: str, *, by) -> None:
    """Word of a decision that is no adoption goes the same way."""
    matter = subject if isinstance(subject, Matter) else subject.matter
    deed = subject.state.label
    more = {
        "committee": str(subject.committee),
        "deed": str(deed),
        "once": f"{subject.short}{verb}",
    }
    tell(notices.DECIDED, matter, authors(matter), by=by, **more)
    if isinstance(subject, Referral):
        people = between(matter, subject.committee)
        tell(notices.DECIDED_BETWEEN, matter, people, by=by, **more)


def sent_up(referral: Referral, *, by) -> None:
    more = {"committee": str(referral.sender), "once": referral.short}
    tell(notices.SENT_UP, referral.matter, keepers(referral.committee), by=by, **more)


def instructed(instruction: Instruction, *, by) -> None:
    """That there is an instruction is told; its words are not."""
    adoption, once = instruction.adoption, f"I{instruction.pk}"
    tell(notices.INSTRUCTED, adoption.matter, authors(adoption.matter), by=by, once=once)
    people = between(adoption.matter, adoption.committee)
    tell(notices.INSTRUCTED_BETWEEN, adoption.matter, people, by=by, once=once)
