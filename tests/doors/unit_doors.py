"""The doors of assignments and of rules."""

from .door import (
    AWAY,
    BAD,
    CLOSED,
    KEEPERS,
    LIST,
    NOBODY,
    NOWHERE,
    Door,
    only,
    record,
    signed_in,
)  # fmt: skip

UNITS = {
    "desk:assigning": Door(signed_in(), signed_in()),
    "desk:assignments": LIST,
    "desk:many_assignments": Door(signed_in(NOWHERE), signed_in(NOWHERE)),
    "desk:assignment": record("assignment"),
    "desk:assignment_steps": Door(
        NOBODY,
        only(KEEPERS, AWAY) | {"leader": CLOSED},
        args=("assignment",),
        body={"verb": "pass"},
    ),
    "desk:assignment_deeds": Door(
        NOBODY, only(KEEPERS, AWAY) | {"leader": CLOSED}, args=("given",), body={"name": "nudge"}
    ),
    # What is not signed off yet is for the office and the units alone.
    "desk:letter": Door(only(KEEPERS), args=("assignment", "reply", "docx")),
    "desk:opinion_letter": Door(only(KEEPERS), args=("joint", "docx")),
    "desk:rules": Door(signed_in(AWAY)),
    "desk:rule": Door(
        signed_in(),
        only(KEEPERS, others=CLOSED),
        args=("city", "rules"),
        body={"life": "proposal", "state": "filed", "days": "5", "act": "look"},
    ),
    "desk:calendar": Door(
        signed_in(), only({"officer"}, BAD, others=CLOSED), body={"text": "国庆节快乐"}
    ),
}
