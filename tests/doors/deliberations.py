"""The doors of deliberations: one that is being prepared, and one that anybody may take part in."""

from datetime import timedelta

from django.utils import timezone

from xieshang.deliberation.actions import Opening, begin, take

from .door import (
    AWAY,
    BAD,
    CLOSED,
    KEEPERS,
    LIST,
    NOBODY,
    OURS,
    PUBLIC,
    Door,
    everybody,
    only,
    record,
    signed_in,
)

CONFLICT = 409
DELIBERATIONS = {
    "desk:deliberations": LIST,
    "desk:new_deliberation": Door(signed_in(), signed_in(BAD)),
    "desk:deliberation": record("deliberation"),
    "desk:deliberation_steps": Door(
        NOBODY,
        only(KEEPERS, AWAY) | {"leader": CLOSED},
        args=("deliberation",),
        body={"verb": "collect"},
    ),
    "desk:deliberation_times": Door(only(KEEPERS), only(KEEPERS, BAD), args=("deliberation",)),
    "desk:invited": Door(only(KEEPERS), only(KEEPERS, AWAY), args=("closed_circle",)),
    "desk:statements": Door(NOBODY, only(KEEPERS, BAD), args=("deliberation",)),
    "desk:card": Door(only(KEEPERS), only(KEEPERS, BAD), args=("deliberation",)),
    "desk:outcomes": Door(NOBODY, only(KEEPERS, BAD), args=("deliberation",)),
    "desk:result_report": Door(only(OURS, CONFLICT), args=("deliberation",)),
    "desk:statement": Door(only(KEEPERS), args=("statement",)),
    "desk:statement_steps": Door(
        NOBODY,
        only(KEEPERS, AWAY),
        args=("statement",),
        body={"verb": "decline", "note": "与另一条重复"},
    ),
    "desk:mending": Door(only(KEEPERS), only(KEEPERS, BAD), args=("statement",)),
    "forum:deliberations": PUBLIC,
    "forum:deliberation": Door(everybody(200), args=("opened",)),
    "forum:ballot": Door(NOBODY, everybody(BAD), args=("opened",)),
    "forum:deliberation_statements": Door(everybody(200), everybody(BAD), args=("opened",)),
    "forum:next_person": Door(NOBODY, everybody(AWAY), args=("opened",)),
    "forum:mine": Door(everybody(200), args=("opened",)),
    "forum:about_me": Door(NOBODY, everybody(AWAY), args=("opened",)),
    "forum:leaving": Door(NOBODY, everybody(AWAY), args=("opened",)),
    "forum:result": Door(everybody(200), args=("opened",)),
    "forum:votes": Door(everybody(200), args=("opened",)),
    "forum:comments": Door(everybody(200), args=("opened",)),
}


def deliberations(city, clerk, secret):
    """One with a word of its own that nobody but its office sees yet, and an open one."""
    closes = timezone.now() + timedelta(days=7)
    facts = {"question": "怎样加装电梯？", "closes_at": closes}
    begun = begin(Opening(city, secret, seeds=[secret], **facts), by=clerk)
    opened = begin(Opening(city, "电梯", seeds=["费用分摊。"], **facts), by=clerk)
    take(opened, "weigh", by=clerk)
    circle = begin(Opening(city, secret, seeds=[secret], who="invited", **facts), by=clerk)
    return {
        "deliberation": begun.pk,
        "statement": begun.statements.get().pk,
        "opened": opened.pk,
        "closed_circle": circle.pk,
    }
