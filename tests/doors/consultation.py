"""The doors of a year plan whose draft its office still makes."""

import datetime as dt

from django.utils.timezone import localdate

from xieshang.consultation.actions import answer_topic, begin_plan, propose, take
from xieshang.meetings.models import Form

from .door import (
    AWAY,
    BAD,
    CLOSED,
    KEEPERS,
    LIST,
    NOBODY,
    NOWHERE,
    OURS,
    PUBLIC,
    Door,
    everybody,
    only,
    record,
    signed_in,
)

CONSULTATION = {
    "desk:year_plans": LIST,
    "desk:new_year_plan": Door(signed_in(), signed_in(BAD)),
    "desk:year_plan": record("year_plan"),
    "desk:year_plan_steps": Door(
        NOBODY,
        only(KEEPERS, AWAY) | {"leader": CLOSED},
        args=("year_plan",),
        body={"verb": "hand-up"},
    ),
    "desk:topics": Door(NOBODY, only(OURS, BAD), args=("year_plan",)),
    "desk:topic": Door(
        NOBODY,
        only(KEEPERS, AWAY) | {"leader": CLOSED},
        args=("topic",),
        body={"answer": "left", "why_not": "已有同题"},
    ),
    "portal:year-plans": PUBLIC,
    "portal:year-plan": Door(everybody(NOWHERE), args=("year_plan",)),
}


def consultation(city, clerk, secret) -> dict[str, int]:
    """A draft with one topic; the usual forms of meetings are there."""
    plan = begin_plan(city, 2030, localdate() + dt.timedelta(30), by=clerk)
    topic = propose(plan, secret, secret, by=clerk)
    take(plan, "draw-up", by=clerk)
    form = Form.objects.filter(kind="consultation").first()
    answer_topic(topic, answer="chosen", form=form, month=5, by=clerk)
    return {"year_plan": plan.pk, "topic": topic.pk}
