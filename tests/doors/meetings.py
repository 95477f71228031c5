"""A meeting that is only planned, and one that was held, each with a word of its own."""

from datetime import timedelta

from django.utils import timezone

from xieshang.meetings.actions import Plan, ask, give_feed, give_out, load_forms, plan, take
from xieshang.meetings.models import Correction, Feed, Form

from .door import (
    AWAY,
    BAD,
    CLOSED,
    KEEPERS,
    LIST,
    NOBODY,
    NOWHERE,
    OURS,
    Door,
    everybody,
    only,
    record,
    signed_in,
)

OFFICE = {"leader": CLOSED}
MEETINGS = {
    "desk:meetings": LIST,
    "desk:month": LIST,
    "desk:feeds": Door(signed_in(), signed_in()),
    "desk:feed_end": Door(NOBODY, only({"clerk"}, AWAY), args=("feed",)),
    "portal:feed": Door(everybody(NOWHERE), args=("token",)),
    "desk:new_meeting": Door(signed_in(), signed_in(BAD)),
    "desk:meeting": record("meeting"),
    "desk:meeting_steps": Door(
        NOBODY,
        only(KEEPERS, AWAY) | OFFICE,
        args=("meeting",),
        body={"verb": "drop", "note": "改期"},
    ),
    "desk:meeting_people": Door(
        only(KEEPERS) | OFFICE, only(KEEPERS, BAD) | OFFICE, args=("meeting",)
    ),
    "desk:meeting_answer": Door(NOBODY, only(OURS, BAD), args=("meeting",)),
    "desk:present": Door(only(KEEPERS) | OFFICE, only(KEEPERS, AWAY) | OFFICE, args=("meeting",)),
    "desk:meeting_code": Door(NOBODY, only(KEEPERS) | OFFICE, args=("meeting",)),
    "desk:here": Door(NOBODY, only(OURS, BAD), args=("meeting",)),
    "desk:materials": Door(NOBODY, only(OURS, BAD), args=("meeting",)),
    "desk:material": Door(only(KEEPERS), args=("material",)),
    "desk:material_end": Door(NOBODY, only(KEEPERS, AWAY), args=("material",)),
    "desk:minutes": Door(only(OURS), only(KEEPERS, AWAY) | OFFICE, args=("held_meeting",)),
    "desk:confirmation": Door(
        NOBODY, only(KEEPERS, 409) | {"leader": 409, "clerk": 409}, args=("held_meeting",)
    ),
    "desk:minutes_document": record("held_meeting"),
    "desk:item": Door(
        NOBODY, only(KEEPERS, AWAY) | OFFICE, args=("item",), body={"notes": "记录", "version": "0"}
    ),
    "desk:points": Door(NOBODY, only(OURS, BAD), args=("item",)),
    "desk:corrections": Door(NOBODY, only(OURS, BAD), args=("item",)),
    "desk:settled": Door(NOBODY, only(OURS, BAD), args=("line",)),
}


def meetings(city, clerk, secret):
    load_forms(city, by=clerk)
    now = timezone.now()
    facts = {
        "form": Form.objects.first(), "starts_at": now - timedelta(hours=2),
        "ends_at": now + timedelta(hours=2), "items": [(secret, 10)],
    }  # fmt: skip
    planned = plan(Plan(city, secret, **facts), by=clerk)
    held = plan(Plan(city, f"{secret}二", **facts), by=clerk)
    ask(held, [clerk], by=clerk)
    material = give_out(planned, [b"%PDF-1.7"], f"{secret}.pdf", "office", by=clerk)
    take(held, "hold", by=clerk)
    item = held.items.get()
    line = Correction.objects.create(
        meeting=held, item=item, by=clerk, line=secret, should_read=secret
    )
    give_feed(None, by=clerk)
    feed = Feed.objects.get(person=clerk).pk
    return {
        "feed": feed,
        "meeting": planned.pk,
        "held_meeting": held.pk,
        "item": item.pk,
        "material": material.pk,
        "line": line.pk,
    }
