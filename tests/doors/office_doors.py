"""The doors of what offices keep: venues, brands, duty records."""

from .deliberations import CONFLICT
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
    only,
    signed_in,
)

OFFICE_DOORS = {
    "desk:new_project": Door(signed_in(), signed_in(BAD)),
    "desk:twin_projects": LIST,
    "desk:twin_decision": Door(NOBODY, signed_in(BAD)),
    "desk:project": Door(only(OURS), only(KEEPERS, BAD) | {"leader": CLOSED}, args=("project",)),
    "desk:campaigns": Door(signed_in(), signed_in(BAD)),
    "desk:campaign": Door(only(OURS), only(KEEPERS, BAD) | {"leader": CLOSED}, args=("campaign",)),
    "portal:venues": PUBLIC,
    "desk:new_venue": Door(signed_in(), signed_in(BAD)),
    "desk:venue_coverage": Door(signed_in(), signed_in(BAD)),
    "desk:venue_rule": Door(
        only(KEEPERS) | {"leader": CLOSED}, only(KEEPERS, BAD) | {"leader": CLOSED}, args=("venue",)
    ),
    "desk:venue_year": Door(NOBODY, only(KEEPERS, CONFLICT) | {"leader": CLOSED}, args=("venue",)),
    "desk:venue_review": Door(NOBODY, only(KEEPERS, BAD) | {"leader": CLOSED}, args=("venue",)),
    "desk:venue_township": Door(NOBODY, only(KEEPERS, BAD) | {"leader": CLOSED}, args=("venue",)),
    "desk:venue_pictures": Door(NOBODY, only(KEEPERS, BAD) | {"leader": CLOSED}, args=("venue",)),
    "desk:venue_picture_end": Door(
        NOBODY, only(KEEPERS, AWAY) | {"leader": CLOSED}, args=("venue_picture",)
    ),
    "portal:venue-picture": Door(PUBLIC.reads, args=("venue_picture", "size")),
    "desk:rooms": Door(only(OURS), only(OURS, BAD), args=("venue",)),
    "desk:duty": Door(
        only(KEEPERS) | {"leader": CLOSED},
        only(KEEPERS, AWAY) | {"leader": CLOSED},
        args=("reception",),
    ),
    "desk:booking_end": Door(NOBODY, only(KEEPERS, AWAY) | {"leader": CLOSED}, args=("booking",)),
    "desk:new_programme": Door(signed_in(), signed_in(BAD)),
    "desk:brand_coverage": Door(signed_in(), signed_in(BAD)),
    "desk:brand_holder": Door(
        NOBODY, only(KEEPERS, AWAY) | {"leader": CLOSED}, args=("programme",)
    ),
    "desk:slot": Door(
        only(KEEPERS) | {"leader": CLOSED},
        only(KEEPERS, BAD) | {"leader": CLOSED},
        args=("programme", "slot"),
    ),
    "desk:proof_end": Door(NOBODY, only(KEEPERS, AWAY) | {"leader": CLOSED}, args=("proof",)),
    "desk:duty_record": LIST,
    "desk:duty_of": Door(only({"clerk", "officer", "member"}), args=("recorded",)),
    "desk:objections": Door(NOBODY, signed_in(BAD)),
    "desk:objection_answer": Door(
        NOBODY, only({"clerk", "officer", "member"}, BAD), args=("objection",)
    ),
}
