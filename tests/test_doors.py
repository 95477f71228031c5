"""Every address × every role × reading and sending: who gets in, and what is never written.

An address that is not in the table fails the test, so that none comes to be without a door.
"""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from io import BytesIO
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from xieshang.activities.models import Programme, Project, Venue
from xieshang.audit.actions import seal
from xieshang.evidence.actions import keep_file
from xieshang.evidence.models import Evidence
from xieshang.figures.actions import take_figure
from xieshang.ledgers.models import JoinProposal, TakenRow, TakeOver
from xieshang.ledgers.understanding.record import Remark
from xieshang.matters.actions import open_matter
from xieshang.people.actions import save_view
from xieshang.people.models import Person
from xieshang.reports.actions import order_batch
from xieshang.reports.actions.drafting import keep_report
from xieshang.reports.document.blank import blank
from xieshang.reports.models import Report, Template

pytestmark = pytest.mark.django_db

ROLES = (
    "anonymous", "stranger", "member", "clerk", "sister", "officer", "unit", "leader", "operator",
)  # fmt: skip
OURS = {"clerk", "officer", "leader"}  # a seat over the city that the records are of
KEEPERS = {"clerk", "officer"}
MAY_KEEP = KEEPERS | {"sister"}
DAY = dt.date(2023, 3, 5)
AWAY, NOWHERE, CLOSED, NO_METHOD, BAD = 302, 404, 403, 405, 422


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
    "desk:new_matter": Door(signed_in(), signed_in(BAD)),
    "desk:matter": Door(signed_in(), args=("matter",)),  # in a public state: anybody may read it
    "desk:steps": Door(
        NOBODY, only(KEEPERS, AWAY, others=CLOSED), args=("matter",), body={"verb": "handle"}
    ),
    "desk:many_steps": Door(signed_in(NOWHERE), signed_in(NOWHERE)),
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
    "desk:log": LIST,
    "desk:entry": Door(only(KEEPERS), args=("entry",)),
    "desk:views": Door(NOBODY, signed_in(BAD)),
    "desk:forgotten_view": Door(NOBODY, only({"clerk"}, AWAY), args=("view",)),
    "portal:home": PUBLIC,
    "portal:committees": PUBLIC,
    "portal:committee": Door(everybody(200), args=("city",)),
    "portal:figures": PUBLIC,
    "portal:figure": Door(everybody(200), args=("metric",)),
    "portal:rows": Door(everybody(200), args=("metric",)),
    "portal:taken": Door(everybody(200), args=("figure",)),
    "portal:reports": PUBLIC,
    "portal:report": Door(everybody(NOWHERE), args=("absent",)),
    "portal:report-file": Door(everybody(NOWHERE), args=("absent", "kind")),
    "portal:prove": Door(everybody(200), everybody(BAD)),
    "portal:evidence": Door(everybody(200), args=("evidence",)),
    "portal:entry": Door(everybody(200), args=("entry",)),
}


def addresses(patterns, space: str = "") -> Iterator[str]:
    """The name of every address there is."""
    for each in patterns:
        if isinstance(each, URLPattern):
            yield f"{space}{each.name}"
        else:
            inner = f"{space}{each.namespace}:" if each.namespace else space
            yield from addresses(each.url_patterns, inner)


def test_every_address_is_in_the_table():
    assert sorted(addresses(get_resolver().url_patterns)) == sorted(DOORS)


@pytest.fixture
def people(clerk, officer, member, stranger, unit, seated, sister, region):
    """One person for each role."""
    operator = Person.objects.create(username="operator", is_staff=True, is_superuser=True)
    return {
        "anonymous": None,
        "stranger": stranger,
        "member": member,
        "clerk": clerk,
        "sister": seated("sister", sister, "clerk"),
        "officer": officer,
        "unit": unit.clerks.get(),
        "leader": seated("leader", region, "leader"),
        "operator": operator,
    }


@pytest.fixture
def records(people, clerk, officer, city, sister, held, year):
    """One record of each kind; all but the matter, which is public, carry a word of their own."""
    file, row = ledger(city, clerk, "a")
    theirs, their_row = ledger(sister, officer, "b")
    refused = [{"sheet": "学习", "row": 3, "remarks": [asdict(Remark("missing", "day"))]}]
    done = {"year": 2023, "ended": timezone.now()}
    took = TakeOver.objects.create(file=file, office=city, by=clerk, refused=refused, **done)
    other = TakeOver.objects.create(file=theirs, office=sister, by=officer, **done)
    rows = [
        taken(take_over, evidence, held(city, title=SECRET, partners=[sister], evidence=[evidence]))
        for take_over, evidence in ((took, row), (other, their_row))
    ]
    activity = held(city, title=SECRET, evidence=[row])
    facts = {"committee": city, "name": SECRET}
    programme = Programme.objects.create(**facts, kind="brand", since=DAY)
    return {
        "activity": activity.pk,
        "by_hand": held(city, title=SECRET).pk,
        "matter": open_matter("problem", by=clerk, committee=city, title="路", day=DAY).pk,
        "programme": programme.pk,
        "venue": Venue.objects.create(**facts, form="工作室", since=DAY).pk,
        "project": Project.objects.create(**facts, day=DAY).pk,
        "file": file.pk,
        "lying": keep_file([b"%PDF-1.7"], f"{SECRET}.xlsx", committee=city, by=clerk)[0].pk,
        "evidence": row.pk,
        "take_over": took.pk,
        "join": JoinProposal.objects.create(row_a=rows[0], row_b=rows[1], likeness=0.9).pk,
        "entry": seal(clerk, "hold", activity, title=SECRET).pk,
        "view": save_view("matters", SECRET, "", by=clerk).pk,
        "figure": take_figure("study-sessions", year(city), by=clerk).code,
        "report": drawn_up(city, clerk).pk,
        "template": Template.objects.create(committee=city, file=file, kept_by=clerk).pk,
        "batch": order_batch(year(city), by=clerk).pk,
        "tier": "city",
        "city": city.pk,
        "task": uuid4(),
        "metric": "study-sessions",
        "absent": 999_999,
        "kind": "pdf",
    }


SECRET = "柳州独有之词"


def ledger(committee, by, letter):
    """A kept file with one row."""
    content = f"序号,活动时间,活动主题\n{letter},2023-03-05,{SECRET}\n".encode()
    file, _new = keep_file([content], f"{SECRET}{letter}.csv", committee=committee, by=by)
    row = Evidence.objects.create(file=file, sheet="学习", row=3, header=2, cells=[SECRET])
    return file, row


def drawn_up(committee, by):
    """A report of one paragraph, as its two files."""
    document, written = blank(), BytesIO()
    document.add_paragraph(SECRET)
    document.save(written)
    facts = {"start": DAY, "end": DAY, "drawn_on": DAY, "title": SECRET}
    report = Report(committee=committee, **facts)
    return keep_report(report, written.getvalue(), b"%PDF-1.7", [], by=by)


def taken(take_over, evidence, activity):
    """A row that was taken over, as its activity."""
    facts = {
        "title": SECRET, "day": "2023-03-05", "lead": 450200, "partners": [451100], "host": "",
        "kind": "study", "form": "", "programme": "", "session": None, "place": "", "area": "",
        "attendances": 10, "member_attendances": None, "public_attendances": None,
        "approximate": [],
    }  # fmt: skip
    return TakenRow.objects.create(
        take_over=take_over, evidence=evidence, kind="study", key="k", fields=facts,
        activity=activity,
    )  # fmt: skip


def browser_of(person) -> Client:
    browser = Client()
    if person:
        browser.force_login(person)
    return browser


def asked(browser, method: str, address: str, body):
    """The answer, as if nothing had been asked before and nothing after; its stream is read."""
    with transaction.atomic():
        answer = getattr(browser, method)(address, body)
        transaction.set_rollback(True)
    if answer.streaming:
        b"".join(answer.streaming_content)
    return answer


WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE")


@contextmanager
def writes() -> Iterator[list[str]]:
    """What is written meanwhile, but for the session, in which a note may lie for the next page."""
    written: list[str] = []

    def watch(execute, sql, params, many, context):
        if sql.lstrip().upper().startswith(WRITES) and "django_session" not in sql:
            written.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        yield written


@pytest.mark.parametrize("name", DOORS)
def test_each_role_gets_what_the_table_says(name, people, records):
    """And reading writes nothing, and no word of an office reaches whom it does not concern."""
    door, got, reached = DOORS[name], {"reads": {}, "sends": {}}, set()
    address = reverse(name, args=[records[arg] for arg in door.args])
    for role, person in people.items():
        browser = browser_of(person)
        with writes() as written:
            pages = [asked(browser, "get", address, query) for query in ({}, {"export": "csv"})]
        assert written == []
        got["reads"][role] = pages[0].status_code
        if any(SECRET in text_of(page) for page in pages):
            reached.add(role)
        got["sends"][role] = asked(browser, "post", address, door.body).status_code
    assert got == {"reads": door.reads, "sends": door.sends}
    if name.startswith("desk:"):
        assert reached <= OURS | ({"sister"} if name in JOINT else set())


JOINT = {  # the sister office takes part in one of the meetings, and keeps a file of its own
    "desk:board", "desk:activities", "desk:joins", "desk:join", "desk:ledgers", "desk:received",
    "desk:files", "desk:committee",
}  # fmt: skip


def text_of(answer) -> str:
    return "" if answer.streaming else answer.content.decode()


ODD = st.one_of(
    st.sampled_from(
        [
            "\x00",
            "-1",
            "0",
            "9" * 400,
            "1e999",
            "NaN",
            "2023-02-30",
            "0000-00-00",
            "9999-12-31",
            "１２",
            "\u202e",
            "'; --",
            "%",
            "\\",
            "{{7*7}}",
            "on",
            "450200",
            "study",
            "late",
        ]
    ),  # fmt: skip
    st.text(max_size=80),
)
ADDRESSES = [
    name for name in DOORS if name not in ("account_login", "account_reauthenticate")
]  # these count wrong passwords
FIELDS = [
    "q", "kind", "form", "committee", "own", "since", "until", "state", "waiting", "unit", "mine",
    "programme", "sort", "after", "before", "export", "pick", "verb", "note", "move", "year",
    "look", "subject", "actor", "list", "name", "query", "title", "day", "attendances", "session",
    "partners", "office", "strict", "act", "sheet-0", "kind-0", "heading-0-0", "field-0-0",
    "unit-0", "decision", "from", "to", "text", "next", "language", "size", "theme",
]  # fmt: skip
KNOWN = {200, 204, 302, 400, 403, 404, 405, 409, 422}


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(said=st.dictionaries(st.sampled_from(FIELDS), ODD, max_size=6), data=st.data())
def test_nothing_that_is_sent_breaks_a_page(said, data, people, records):
    name = data.draw(st.sampled_from(ADDRESSES))
    method = data.draw(st.sampled_from(["get", "post"]))
    address = reverse(name, args=[records[arg] for arg in DOORS[name].args])
    query = urlencode(said, errors="surrogatepass")
    browser = browser_of(people["officer"])
    if method == "get":
        answer = asked(browser, "get", f"{address}?{query}", {})
    else:
        kind = "application/x-www-form-urlencoded"
        with transaction.atomic():
            answer = browser.post(address, query, content_type=kind)
            transaction.set_rollback(True)
    assert answer.status_code in KNOWN
