"""Writing the local rules, and what a change of them does to matters that are under way."""

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from xieshang.audit.actions import seal
from xieshang.people.models import Committee, calendar

from .. import usual
from ..models import (
    AnswerClass,
    Assignment,
    Category,
    Ground,
    Limit,
    Matter,
    Referral,
    Session,
    limits_of,
)


@transaction.atomic
def load_rules(committee: Committee, *, by) -> int:
    """Give a committee the usual rules where it has none; returns how many rows were new."""
    Use = Category.Use
    rows: list = []
    if not Ground.objects.filter(committee=committee).exists():
        rows += placed(Ground, committee, ({"words": words} for words in usual.GROUNDS))
    if not Category.objects.filter(committee=committee).exists():
        for use, names in ((Use.REPORTING, usual.SPHERES), (Use.WORKING, usual.WORKING)):
            rows += placed(Category, committee, ({"use": use, "name": name} for name in names))
        rows += placed(
            Category,
            committee,
            (
                {"use": Use.PUBLIC, "name": name, "notice": notice, "stop": stop}
                for name, notice, stop in usual.FOR_RESIDENTS
            ),
        )
    if not AnswerClass.objects.filter(committee=committee).exists():
        rows += [
            AnswerClass(committee=committee, letter=letter, words=words, outcome=outcome)
            for letter, words, outcome in usual.CLASSES
        ]
    for row in rows:
        row.save(force_insert=True)
    if rows:
        seal(by, "load-rules", committee, rows=len(rows))
    return len(rows)


def placed(model, committee: Committee, facts: Iterable[dict]) -> list:
    """Rows of a rule in their order."""
    return [model(committee=committee, place=n, **each) for n, each in enumerate(facts)]


@transaction.atomic
def set_limit(committee: Committee, *, life: str, state: str, days: int | None, by) -> int:
    """Allow so many working days in a state, or None for the rule above; returns how many
    subjects under way have another day now. Raises PermissionDenied."""
    if not by.may_keep(committee):
        raise PermissionDenied("only its office rules a committee")
    before = Limit.objects.filter(committee=committee, life=life, state=state)
    if days is None:
        before.delete()
    else:
        Limit.objects.update_or_create(
            committee=committee, life=life, state=state, defaults={"days": days}
        )
    changed = list(changed_days(committee, life, state, days))
    for subject, due in changed:
        subject.due_on = due
    for model, _path, _fixed in TABLES[life]:
        subjects = [subject for subject, _due in changed]
        model.objects.bulk_update(subjects, ["due_on"], batch_size=1000)
    seal(by, "set-limit", committee, life=life, state=state, days=days, changed=len(changed))
    return len(changed)


def changed_days(committee: Committee, life: str, state: str, days: int | None):
    """Each subject resting in a state, with the day it would be due by under another limit."""
    known = calendar()
    for subject in resting(committee, life, state):
        allowed = subject.lifecycle.state(state).days if days is None else days
        if days is None:
            above = [code for code in committee.line() if code != committee.pk]
            allowed = limits_of(above, life).get(state, allowed)
        due = subject.day_due(known.add(subject.moved_on, allowed) if allowed else None)
        if due != subject.due_on:
            yield subject, due


def resting(committee: Committee, life: str, state: str):
    """What rests in a state under this committee, where no nearer place has a rule of its own."""
    own = Limit.objects.filter(life=life, state=state).exclude(committee=committee)
    nearer = [each.committee.span for each in own.select_related("committee")
              if committee.holds(each.committee_id)]  # fmt: skip
    for model, path, fixed in TABLES[life]:
        rows = model.objects.filter(
            status=state, moved_on__isnull=False, due_on__isnull=False,
            **{f"{path}__code__range": committee.span}, **fixed,
        )  # fmt: skip
        for span in nearer:
            rows = rows.exclude(**{f"{path}__code__range": span})
        yield from rows.select_related(path)


TABLES: dict[str, tuple] = {
    **{
        life: ((Matter, "committee", {"life": life}),)
        for life in ("proposal", "opinion-report", "problem", "advice")
    },
    "lead": ((Assignment, "matter__committee", {"part__in": ["single", "lead", "separate"]}),),
    "joint": ((Assignment, "matter__committee", {"part": "joint"}),),
    "referral": ((Referral, "committee", {}),),
}


def made_late(changed, day: date | None = None) -> int:
    """How many of what `changed_days` gives would be late by their new day, and were not."""
    day = day or timezone.localdate()
    return sum(due is not None and due < day <= subject.due_on for subject, due in changed)


@transaction.atomic
def set_session(committee: Committee, *, term, number: int, opens_at, closes_at, by) -> Session:
    """Open a window for plenary proposals, or move it. Raises PermissionDenied."""
    if not by.may_keep(committee) or term.committee_id != committee.pk:
        raise PermissionDenied("only its office rules a committee")
    session, _made = Session.objects.update_or_create(
        term=term,
        number=number,
        defaults={"committee": committee, "opens_at": opens_at, "closes_at": closes_at},
    )
    seal(by, "set-session", session, opens=opens_at.isoformat(), closes=closes_at.isoformat())
    return session
