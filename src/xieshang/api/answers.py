"""What programs are told, as JSON: the same words and the same limits as on the pages."""

from typing import Any

from django.urls import reverse
from ninja import Schema

from xieshang.lifecycle.actions import open_to
from xieshang.lifecycle.models import Subject

Json = dict[str, Any]


class Fault(Schema):
    """Why something was not done, in words for people."""

    detail: str


class Wrong(Fault):
    """What is wrong with what was sent: field → what to mend."""

    errors: dict[str, list[str]]


class Late(Fault):
    """Somebody else was first, or something must happen before; what was done last."""

    verb: str = ""
    by: str = ""
    at: str = ""


class Page(Schema):
    """Some rows, and the key after which the next page begins; null on the last one."""

    rows: list[Json]
    after: int | None


class Answer(Schema):
    """A subject as it stands now."""

    subject: Json


def of_matter(matter) -> Json:
    """A matter in a list."""
    waits = matter.next
    return {
        "key": matter.pk,
        "short": matter.short,
        "kind": matter.kind,
        "title": matter.title,
        "committee": matter.committee_id,
        "series": matter.series,
        "number": matter.number,
        "state": matter.status,
        "state_label": str(matter.state.label),
        "outcome": matter.outcome,
        "tracked": matter.tracked,
        "raised_on": matter.raised_on.isoformat(),
        "waits_for": waits and {"role": waits.role, "who": waits.who},
        "due_on": waits.due.isoformat() if waits and waits.due else None,
        "public": matter.is_public,
        "page": reverse("desk:matter", args=[matter.pk]),
    }


def of_matter_whole(matter, person) -> Json:
    """A matter with its text, its signatures, its assignments and what this person may do."""
    text = matter.texts.latest_of("original")
    return {
        **of_matter(matter),
        "text": text and {
            "number": text.number,
            "title": text.title,
            "situation": text.situation,
            "analysis": text.analysis,
            "advice": text.advice,
        },
        "signatures": [
            {"name": str(each.person), "answer": each.answer}
            for each in matter.signatures.select_related("person")
        ],
        "assignments": [
            of_assignment(each) for each in matter.assignments.select_related("unit")
        ],
        "referrals": [of_referral(each) for each in matter.referrals.select_related("committee")],
        "steps": [
            {
                "verb": step.verb,
                "went_to": step.went_to,
                "outcome": step.outcome,
                "day": step.day.isoformat(),
                "note": step.note,
                "key": step.pk,
            }
            for step in matter.steps.all()
        ],
        **ways(matter, person),
    }  # fmt: skip


def of_assignment(assignment) -> Json:
    """An assignment beside its matter."""
    return {
        "key": assignment.pk,
        "short": assignment.short,
        "matter": assignment.matter_id,
        "unit": str(assignment.unit),
        "part": assignment.part,
        "round": assignment.round,
        **standing(assignment),
    }


def of_referral(referral) -> Json:
    """A report before the committee it was sent up to."""
    return {
        "key": referral.pk,
        "short": referral.short,
        "matter": referral.matter_id,
        "committee": referral.committee_id,
        **standing(referral),
    }


def standing(subject: Subject) -> Json:
    """Where a subject stands, and until when."""
    return {
        "state": subject.status,
        "state_label": str(subject.state.label),
        "due_on": subject.due_on.isoformat() if subject.due_on else None,
    }


def ways(subject: Subject, person) -> Json:
    """What this person may do now, with what stands in the way."""
    moves, deeds = open_to(subject.roles_of(person), subject)
    return {
        "moves": [
            {"verb": m.verb, "label": str(m.label), "hindrance": subject.hindrance(m)}
            for m in moves
        ],
        "deeds": [
            {
                "name": d.name,
                "label": str(d.label),
                "hindrance": subject.deed_hindrance(d, person),
            }
            for d in deeds
        ],
    }
