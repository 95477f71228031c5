"""The doors of supervision and research: each record with a word of its own."""

import datetime as dt
from io import BytesIO
from uuid import UUID

from PIL import Image

from xieshang.evidence.photos import clean_photo
from xieshang.matters.forms.photos import Picture
from xieshang.supervision.actions import Seen, begin, enter, note_finding, plan, take, write_visit

from .deliberations import CONFLICT
from .door import AWAY, BAD, CLOSED, KEEPERS, LIST, NOBODY, OURS, Door, only, record, signed_in

DAY = dt.date(2023, 3, 5)
SUPERVISION = {
    "desk:supervision": LIST,
    "desk:new_supervision": Door(signed_in(), signed_in(BAD)),
    "desk:offline_worker": LIST,
    "desk:visit_picture": record("shot", "size"),
    "desk:supervision_of": record("supervision"),
    "desk:supervision_steps": Door(
        NOBODY,
        only(KEEPERS, AWAY) | {"leader": CLOSED},
        args=("supervision",),
        body={"verb": "report", "note": "报告"},
    ),
    "desk:supervision_plan": Door(
        only(KEEPERS) | {"leader": CLOSED},
        only(KEEPERS, CONFLICT) | {"leader": CLOSED},
        args=("supervision",),
    ),
    "desk:checklist": Door(
        only(KEEPERS) | {"leader": CLOSED}, only(OURS, BAD), args=("supervision",)
    ),
    "desk:supervision_findings": Door(NOBODY, only(OURS, BAD), args=("supervision",)),
    "desk:finding_matter": Door(
        NOBODY, only(KEEPERS, AWAY) | {"leader": CLOSED}, args=("finding",)
    ),
    "desk:finding_look": Door(NOBODY, only(OURS, BAD), args=("finding",)),
    "desk:advice": LIST,
    "desk:new_advice": Door(signed_in(), signed_in(BAD)),
    "desk:advice_of": record("advice"),
    "desk:advice_authors": Door(NOBODY, only(KEEPERS, AWAY) | {"leader": CLOSED}, args=("advice",)),
    "desk:advice_step": Door(
        NOBODY, only(KEEPERS, BAD) | {"leader": CLOSED}, args=("advice", "adopted")
    ),
}


def supervision(city, clerk, secret):
    """One under way with a visit, its picture and a finding; and a research report."""
    begun = begin(city, secret, by=clerk)
    plan(begun, secret, [secret], [clerk], by=clerk)
    take(begun, "go-out", by=clerk)
    seen = Seen(UUID(int=7), DAY, secret, secret, {1: ("not", secret)})
    visit = write_visit(begun, seen, [picture()], by=clerk)
    facts = {"due_on": DAY, "revisit_on": DAY}
    finding = note_finding(begun, secret, visit=visit, by=clerk, **facts)
    return {
        "supervision": begun.pk,
        "shot": visit.shots.get().pk,
        "finding": finding.pk,
        "advice": enter(city, "report", secret, DAY, words=secret, by=clerk).pk,
        "adopted": "adopted",
    }


def picture():
    """A picture as a telephone takes it, cleaned."""
    file = BytesIO()
    Image.new("RGB", (64, 48), "navy").save(file, "JPEG")
    made = clean_photo(file.getvalue())
    return Picture(made.photo, made.thumbnail)
