"""The doors of study and reading: an episode, and a group with a note, each with its own word."""

import datetime as dt

from xieshang.activities.models import Programme
from xieshang.study.actions import hold_sitting, join, open_group, write_note
from xieshang.study.sorts import SORTS

from .deliberations import CONFLICT
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

DAY = dt.date(2023, 3, 5)
WRONG = only(KEEPERS, BAD) | {"leader": CLOSED}
STUDY = {
    "portal:series": PUBLIC,
    "portal:sessions": Door(everybody(NOWHERE), args=("absent",)),
    "desk:study": LIST,
    "desk:new_sitting": LIST,
    "desk:new_sitting_of": Door(signed_in(), signed_in(BAD), args=("sort",)),
    "desk:sitting": record("sitting"),
    "desk:sitting_follow_up": Door(
        NOBODY, WRONG, args=("sitting",), body={"recording": "javascript:alert(1)"}
    ),
    "desk:sitting_guest": Door(NOBODY, WRONG, args=("sitting",)),
    "desk:sitting_question": Door(NOBODY, WRONG, args=("sitting",)),
    "desk:sitting_back": Door(
        NOBODY, only(KEEPERS, CONFLICT) | {"leader": CLOSED}, args=("sitting",)
    ),
    "desk:reading": LIST,
    "desk:new_group": Door(signed_in(), signed_in(BAD)),
    "desk:reading_group": record("group"),
    "desk:group_chapters": Door(NOBODY, only(OURS, BAD), args=("group",)),
    "desk:group_joining": Door(NOBODY, only(OURS, AWAY), args=("group",)),
    "desk:group_notes": Door(NOBODY, only(OURS, BAD), args=("group",)),
    "desk:note_proposal": Door(NOBODY, only({"officer"}, BAD), args=("note",)),
}


def study(city, clerk, officer, secret):
    facts = {"committee": city, "by": clerk}
    series = Programme.objects.create(
        committee=city, name=f"{secret}系列", kind="series", since=DAY
    )
    said = {"title": secret, "day": DAY, "programme": series}
    first, _later = (hold_sitting(SORTS["episode"], **said, **facts) for _n in range(2))
    words = {"name": secret, "theme": secret, "book": secret}
    group = open_group(city, by=clerk, since=DAY, **words)
    join(group, by=officer)
    note = write_note(group, secret, by=officer)
    return {"sitting": first.pk, "group": group.pk, "note": note.pk, "sort": "lecture"}
