"""Every write to year plans and their topics."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from xieshang.audit.actions import fingerprint, seal
from xieshang.lifecycle.actions import (
    Hindered,
    Said,
    hold_for,
    open_subject,
    seal_step,
    step_unsealed,
)
from xieshang.lifecycle.models import Step
from xieshang.matters.actions.hearing import keepers
from xieshang.matters.models import Matter
from xieshang.meetings.models import Meeting
from xieshang.notices.actions import post
from xieshang.notices.kinds import Kind
from xieshang.people.models import Committee, Person

from .models import Topic, YearPlan
from .notices import CHOSEN, LEFT, PROPOSED

MOST_OF_ONE = 20  # topics that one person proposes for one year
KEPT = {"decide": "decision", "sum-up": "summary"}  # what a move writes beside its step


@transaction.atomic
def begin_plan(committee: Committee, year: int, asks_until: date, *, by) -> YearPlan:
    """Ask for topics of a year until a day; raises PermissionDenied, or Hindered where there is a
    plan of that year."""
    if not by.may_keep(committee):
        raise PermissionDenied("a year is planned by its office")
    Committee.objects.select_for_update(no_key=True).get(pk=committee.pk)
    if committee.year_plans.filter(year=year).exists():
        raise Hindered(_("There is a plan of that year already."))
    made = YearPlan(committee=committee, year=year, asks_until=asks_until, begun_by=by)
    return open_subject(made, by=by, due=asks_until)


@transaction.atomic
def propose(
    plan: YearPlan, title: str, why: str = "", *, by, on_behalf: str = "",
    matter: Matter | None = None,
) -> Topic:  # fmt: skip
    """Propose a topic while topics are asked for; an office also while it makes the draft.

    Raises Hindered where it is too late or too many, PermissionDenied for what only an office says.
    """
    locked = YearPlan.objects.select_for_update().get(pk=plan.pk)
    office = by.keeps(locked.committee_id)
    if (on_behalf or matter) and not office:
        raise PermissionDenied("only the office writes down what others say")
    if not locked.takes_topics(office):
        raise Hindered(_("Topics of this year are not asked for any more."))
    if not office and locked.topics.filter(by=by).count() >= MOST_OF_ONE:
        raise Hindered(_("You have proposed %(n)d topics already.") % {"n": MOST_OF_ONE})
    made = Topic.objects.create(
        plan=locked, title=title, why=why, by=by, on_behalf=on_behalf, matter=matter
    )
    seal(by, "propose-topic", locked, topic=made.pk, title=fingerprint(title))
    tell(PROPOSED, made, (p for p in keepers(locked.committee_id) if p.pk != by.pk))
    return made


@transaction.atomic
def answer_topic(topic: Topic, *, by, **facts: Any) -> None:
    """Choose a topic, with its form and month, or say why not.

    `facts`: answer, form, month, why_not. Raises NoSuchMove or PermissionDenied.
    """
    hold_for(topic.plan, "choose", by=by)
    for name, value in facts.items():
        setattr(topic, name, value)
    topic.save(update_fields=[*facts])
    seal(by, "answer-topic", topic.plan, topic=topic.pk, answer=topic.answer, month=topic.month)


@transaction.atomic
def take(plan: YearPlan, verb: str, *, by, note: str = "") -> Step:
    """Lead it on, as a person who may; raises NoSuchMove, PermissionDenied or Hindered."""
    taken = step_unsealed(plan, verb, by, None, Said(note))
    if name := KEPT.get(verb):
        setattr(taken.subject, name, note)
        taken.subject.save(update_fields=[name])
    if verb == "decide":
        tell_proposers(taken.subject, str(taken.pk))
    seal_step(taken, by=by)
    plan.refresh_from_db()
    return taken


@transaction.atomic
def hold_meeting(topic: Topic, meeting: Meeting, *, by) -> None:
    """Let a planned meeting be the one on a topic of a decided plan; raises as `hold_for` does,
    Hindered where it has one."""
    locked = hold_for(topic.plan, "hold", by=by)
    topic.refresh_from_db(fields=["meeting"])
    if topic.meeting_id:
        raise Hindered(_("A meeting is planned on this topic already."))
    topic.meeting = meeting
    topic.save(update_fields=["meeting"])
    seal(by, "hold-topic", locked, topic=topic.pk, meeting=meeting.pk)


def tell_proposers(plan: YearPlan, once: str) -> None:
    """Everybody who proposed a topic hears whether it is in the plan, and if not, why."""
    for topic in plan.topics.select_related("by"):
        tell(CHOSEN if topic.answer == "chosen" else LEFT, topic, [topic.by], once)


def tell(kind: Kind, topic: Topic, people: Iterable[Person], once: str = "") -> None:
    """Post one notice about a topic to each of these people."""
    known = {"title": topic.title, "why": topic.why_not}
    params = {name: value for name, value in known.items() if f"%({name})" in kind.words}
    href = reverse("desk:year_plan", args=[topic.plan_id])
    occurrence = f"{kind.slug}:{topic.pk}:{once}"
    post(kind, topic.plan, occurrence, list(people), href=href, params=params)
