"""The table: what each role gets at each address, for reading and for sending."""

from dataclasses import dataclass, field

ROLES = (
    "anonymous", "stranger", "member", "clerk", "sister", "officer", "unit", "leader", "operator",
)  # fmt: skip
OURS = {"clerk", "officer", "leader"}  # a seat over the city that the records are of
KEEPERS = {"clerk", "officer"}
MAY_KEEP = KEEPERS | {"sister"}
AWAY, NOWHERE, CLOSED, NO_METHOD, GONE, BAD = 302, 404, 403, 405, 410, 422


def everybody(status: int) -> dict[str, int]:
    return dict.fromkeys(ROLES, status)


def signed_in(status: int = 200) -> dict[str, int]:
    return everybody(status) | {"anonymous": AWAY}


def only(roles: set[str], status: int = 200, others: int = NOWHERE) -> dict[str, int]:
    return {role: status if role in roles else others for role in ROLES} | {"anonymous": AWAY}


NOBODY = everybody(NO_METHOD)


@dataclass(frozen=True)
class Door:
    """What each role gets for reading, and for sending `body`."""

    reads: dict[str, int]
    sends: dict[str, int] = field(default_factory=lambda: NOBODY)
    args: tuple[str, ...] = ()  # names of what stands in the address
    body: dict[str, str] = field(default_factory=dict)


LIST = Door(signed_in())


def record(*args: str) -> Door:
    return Door(only(OURS), args=args)


def raiser(status: int) -> dict[str, int]:
    """Whoever raised it, here without a seat; all others are asked for the code."""
    return everybody(AWAY) | {"stranger": status}


WITHDRAWN = {"verb": "withdraw", "key": "0123456789abcdef"}
PUBLIC = Door(everybody(200))
DOORS = {
    "site:manner": Door(NOBODY, everybody(AWAY), body={"theme": "dark"}),
    "account_login": Door(
        everybody(AWAY) | {"anonymous": 200}, everybody(AWAY) | {"anonymous": 200}
    ),
    "account_logout": Door(signed_in(), everybody(AWAY)),
    "account_inactive": PUBLIC,
    "account_change_password": Door(signed_in(), signed_in()),
    "account_set_password": Door(everybody(AWAY), everybody(AWAY)),
    "account_reauthenticate": Door(signed_in(), signed_in()),
    "desk:board": LIST,
    "desk:activities": LIST,
    "desk:activity": record("activity"),
    "desk:correction": Door(
        only(KEEPERS) | {"leader": CLOSED},
        only(KEEPERS, BAD) | {"leader": CLOSED},
        args=("by_hand",),
    ),
    "desk:taking_back": Door(
        only(KEEPERS) | {"leader": CLOSED},
        only(KEEPERS, AWAY) | {"leader": CLOSED},
        args=("by_hand",),
    ),
    "desk:new_activity": Door(signed_in(), signed_in(BAD)),
    "desk:matters": LIST,
    "desk:similar": LIST,
    "desk:alike": LIST,
    "desk:new_matter": Door(signed_in(), signed_in(BAD)),
    "desk:matter": Door(signed_in(), args=("matter",)),  # in a public state: anybody may read it
    "desk:steps": Door(
        NOBODY, only(KEEPERS, AWAY, others=CLOSED), args=("matter",), body={"verb": "handle"}
    ),
    "desk:deeds": Door(
        NOBODY, only(KEEPERS, AWAY, others=CLOSED), args=("matter",), body={"name": "nudge"}
    ),
    "desk:new_proposal": Door(signed_in(), signed_in(BAD)),
    "desk:text": Door(only({"clerk"}), only({"clerk"}, BAD), args=("draft",)),
    "desk:attaching": Door(only({"clerk"}), only({"clerk"}, BAD), args=("draft",)),
    "desk:attachment": record("proposal_file"),
    "desk:removal": Door(NOBODY, only({"clerk"}, AWAY), args=("draft_file",)),
    "desk:form": record("proposal", "docx"),
    "desk:publication": Door(
        only(KEEPERS) | {"leader": CLOSED},
        only(KEEPERS, BAD) | {"leader": CLOSED},
        args=("proposal",),
        body={"name": "consent"},
    ),
    "desk:merging": Door(signed_in(), signed_in(BAD)),
    "desk:merger_answer": Door(
        NOBODY,
        only({"clerk"}, AWAY) | {"officer": CLOSED, "leader": CLOSED},
        args=("merger",),
        body={"agreed": "yes"},
    ),
    "desk:merger_end": Door(NOBODY, only(KEEPERS, AWAY) | {"leader": CLOSED}, args=("merger",)),
    "desk:distinction_end": Door(
        NOBODY,
        only(KEEPERS, AWAY) | {"leader": CLOSED},
        args=("distinction",),
        body={"why": "改为一般提案"},
    ),
    "desk:many_steps": Door(signed_in(NOWHERE), signed_in(NOWHERE)),
    "desk:opinion": LIST,
    "desk:new_opinion": Door(signed_in(), signed_in(BAD)),
    "desk:contributors": Door(only(MAY_KEEP, others=CLOSED), only(MAY_KEEP, BAD, others=CLOSED)),
    "desk:contributor": Door(NOBODY, only(KEEPERS, AWAY), args=("contributor",)),
    "desk:opinion_text": Door(only({"clerk"}), only({"clerk"}, BAD), args=("opinion_draft",)),
    "desk:opinion_edit": Door(
        only(KEEPERS) | {"leader": CLOSED},
        only(KEEPERS, BAD) | {"leader": CLOSED},
        args=("opinion_editing",),
    ),
    "desk:referrals": LIST,
    "desk:issue_of_referrals": Door(everybody(AWAY)),
    "desk:referral": record("referral"),
    "desk:referral_steps": Door(
        NOBODY,
        only({"officer"}, AWAY) | {"clerk": CLOSED, "leader": CLOSED},
        args=("referral",),
        body={"verb": "keep", "note": "备用"},
    ),
    "desk:referral_deeds": Door(
        NOBODY,
        only({"officer"}, AWAY) | {"clerk": CLOSED, "leader": CLOSED},
        args=("referral",),
        body={"name": "send-further"},
    ),
    "desk:issues": LIST,
    "desk:new_issue": Door(only(MAY_KEEP, others=CLOSED), only(MAY_KEEP, BAD, others=CLOSED)),
    "desk:issue": record("issue"),
    "desk:adoptions": LIST,
    "desk:adoption_counts": LIST,
    "desk:programmes": LIST,
    "desk:programme": record("programme"),
    "desk:beside": LIST,
    "desk:venues": LIST,
    "desk:venue": record("venue"),
    "desk:projects": LIST,
    "desk:project": record("project"),
    "desk:ledgers": LIST,
    "desk:handing": Door(signed_in(), only(MAY_KEEP, BAD, others=CLOSED)),
    "desk:received": Door(signed_in(), signed_in(BAD)),
    "desk:look": Door(
        only(OURS), only(OURS, BAD), args=("lying",), body={"act": "look", "office": "450200"}
    ),
    "desk:running": Door(signed_in(NOWHERE), args=("task",)),
    "desk:take_over": record("take_over"),
    "desk:annotated": record("take_over"),
    "desk:undoing": Door(only(OURS), only(KEEPERS, AWAY) | {"leader": CLOSED}, args=("take_over",)),
    "desk:joins": LIST,
    "desk:join": Door(
        only(OURS | {"sister"}),
        only(KEEPERS | {"sister"}, AWAY) | {"leader": CLOSED},
        args=("join",),
        body={"decision": "apart"},
    ),
    "desk:reports": LIST,
    "desk:drawing": Door(signed_in(), only(MAY_KEEP, BAD, others=CLOSED)),
    "desk:batch": Door(only(OURS), args=("batch",)),
    "desk:report_templates": Door(signed_in(), only(MAY_KEEP, BAD, others=CLOSED)),
    "desk:shipped_template": Door(signed_in(), args=("tier",)),
    "desk:report_template": Door(only(OURS), args=("template",)),
    "desk:report": record("report"),
    "desk:report_steps": Door(
        NOBODY, only(KEEPERS, AWAY) | {"leader": CLOSED}, args=("report",), body={"verb": "confirm"}
    ),
    "desk:report_standing": record("report"),
    "desk:drawn_anew": Door(NOBODY, only(KEEPERS, AWAY) | {"leader": CLOSED}, args=("report",)),
    "desk:report_file": record("report", "kind"),
    "desk:files": LIST,
    "desk:file": record("file"),
    "desk:file_bytes": record("file"),
    "desk:evidence": record("evidence"),
    "desk:committees": LIST,
    "desk:committee": Door(signed_in(), args=("city",)),
    "desk:search": LIST,
    "desk:log": LIST,
    "desk:entry": Door(only(KEEPERS), args=("entry",)),
    "desk:notices": Door(signed_in(), signed_in(BAD)),
    "desk:seen_notices": Door(NOBODY, signed_in(AWAY), body={"last": "1"}),
    "desk:test_notice": Door(NOBODY, signed_in(AWAY)),
    "desk:views": Door(NOBODY, signed_in(BAD)),
    "desk:forgotten_view": Door(NOBODY, only({"clerk"}, AWAY), args=("view",)),
    "forum:raise": PUBLIC,
    "forum:say": Door(everybody(AWAY), everybody(AWAY)),
    "forum:send": Door(NOBODY, everybody(AWAY)),
    "forum:receipt": Door(everybody(AWAY)),
    "forum:follow": Door(everybody(200), everybody(BAD)),
    "forum:question": Door(everybody(GONE), everybody(GONE), args=("token",)),
    "forum:reached": Door(everybody(GONE), everybody(GONE), args=("token",)),
    "forum:following": Door(everybody(GONE), everybody(GONE), args=("token",)),
    "forum:own": Door(raiser(200), args=("voice",)),
    "forum:own_steps": Door(NOBODY, raiser(AWAY), args=("voice",), body=WITHDRAWN),
    "forum:own_remarks": Door(NOBODY, raiser(BAD), args=("voice",)),
    "forum:own_answer": Door(NOBODY, raiser(BAD), args=("voice",)),
    "forum:own_contact": Door(raiser(200), raiser(BAD), args=("voice",)),
    "forum:own_erasure": Door(raiser(200), raiser(AWAY), args=("voice",)),
    "forum:own_leaving": Door(NOBODY, everybody(AWAY), args=("voice",)),
    "forum:own_photo": Door(raiser(NOWHERE), args=("voice", "absent", "size")),
    "forum:voices": PUBLIC,
    "forum:feed": PUBLIC,
    "forum:voice": Door(everybody(200), args=("matter",)),
    "forum:follow_it": Door(NOBODY, everybody(AWAY) | {"anonymous": BAD}, args=("matter",)),
    "forum:photo": Door(everybody(NOWHERE), args=("matter", "absent", "size")),
    "portal:home": PUBLIC,
    "portal:committees": PUBLIC,
    "portal:committee": Door(everybody(200), args=("city",)),
    "portal:figures": PUBLIC,
    "portal:figure": Door(everybody(200), args=("metric",)),
    "portal:rows": Door(everybody(200), args=("metric",)),
    "portal:taken": Door(everybody(200), args=("figure",)),
    "portal:matters": PUBLIC,
    "portal:matter": Door(everybody(200), args=("matter",)),
    "portal:reports": PUBLIC,
    "portal:report": Door(everybody(NOWHERE), args=("absent",)),
    "portal:report-file": Door(everybody(NOWHERE), args=("absent", "kind")),
    "portal:prove": Door(everybody(200), everybody(BAD)),
    "portal:evidence": Door(everybody(200), args=("evidence",)),
    "portal:entry": Door(everybody(200), args=("entry",)),
}
