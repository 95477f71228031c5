"""A caseload to measure on: matters of every kind and state, with what hangs on them."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from random import Random

from django.db import connection, transaction
from django.utils import timezone

from xieshang.evidence.bulk import insert_objects
from xieshang.matters.actions import load_rules
from xieshang.matters.lifecycles import LIFECYCLES, PARTS, REFERRAL
from xieshang.matters.models import Assignment, Matter, Referral, Signature
from xieshang.people.actions import load_body, load_holidays, system
from xieshang.people.models import Committee, Person, Seat, Unit

BATCH = 20_000
REGION, CITY, COUNTY = 450000, 450200, 450202
DAYS = 1_500  # over which the matters were raised
MEMBERS, UNITS = 2_000, 12  # members in all; units of each committee
OPEN, LATE, PUBLIC = 0.2, 0.15, 0.3  # of all; of the open ones; of those in a public state
LIVES = ["proposal"] * 9 + ["opinion-report"] * 5 + ["problem"] * 5 + ["advice"]
KINDS = {name: name for name in ("proposal", "opinion-report", "problem")} | {"advice": "speech"}
GIVEN = {"handling": 1.0, "replied": 1.0, "tracked": 1.0, "archived": 0.9, "assigned": 1.0}


@dataclass(frozen=True)
class Cast:
    """Who looks: the office of each tier, a unit's clerk, a member, a leader."""

    region: Person
    city: Person
    county: Person
    unit: Person
    member: Person


def fill(count: int) -> Cast:
    """Write `count` matters over the whole body, as the years leave them; those who look."""
    load_body()
    load_holidays()
    load_rules(Committee.objects.get(pk=REGION), by=system())
    codes = list(Committee.objects.inside().values_list("code", flat=True))
    cast, members = people(codes)
    units = {code: [] for code in codes}
    for unit in Unit.objects.order_by("pk"):
        units[unit.committee_id].append(unit.pk)
    random = Random(7)
    rows = matters(count, codes, members, random)
    while some := list(islice(rows, BATCH)):
        with transaction.atomic():
            insert_objects(some)
            insert_objects(list(assignments(some, units, random)))
            insert_objects(list(referrals(some, random)))
            insert_objects(list(signatures(some, members, random)))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return cast


def people(codes: Sequence[int]) -> tuple[Cast, list[int]]:
    """One person for each board, the members, and the units of every committee."""
    since = timezone.localdate() - dt.timedelta(DAYS)
    named = {name: Person.objects.create(username=name, name=name) for name in
             ("region", "city", "county", "unit", "member")}  # fmt: skip
    for name, code, post in (
        ("region", REGION, "officer"), ("city", CITY, "clerk"), ("county", COUNTY, "clerk"),
        ("member", COUNTY, "member"),
    ):  # fmt: skip
        Seat.objects.create(person=named[name], committee_id=code, post=post, since=since)
    Unit.objects.bulk_create(
        Unit(name=f"示例单位{n}", committee_id=code) for code in codes for n in range(UNITS)
    )
    Unit.objects.filter(committee=CITY).first().clerks.add(named["unit"])
    others = [Person(username=f"m{n}", name=f"示例委员{n}") for n in range(MEMBERS)]
    Person.objects.bulk_create(others)
    return Cast(**named), [named["member"].pk, *(person.pk for person in others)]


def matters(count: int, codes, members: Sequence[int], random: Random) -> Iterator[Matter]:
    """Matters in no order of their places; a county has few, a city more, the region most."""
    today = timezone.localdate()
    weights = [30 if code == REGION else 20 if code % 100 == 0 else 6 for code in codes]
    places = random.choices(codes, weights, k=count)
    states = {name: divided(cycle) for name, cycle in LIFECYCLES.items()}
    for n in range(count):
        life = random.choice(LIVES)
        opened = random.random() < OPEN
        state = random.choice(states[life][opened])
        raised = today - dt.timedelta(int(DAYS * n / count) * 7 % DAYS)
        public = state.public and random.random() < PUBLIC
        yield Matter(
            kind=KINDS[life], life=life, title=f"示例事项{n}", committee_id=places[n],
            status=state.name, moved_on=raised, raised_on=raised, author="示例委员",
            due_on=due(today, random) if state.waits and state.days else None,
            raised_by_id=random.choice(members), published_on=raised if public else None,
            series=str(raised.year), number=n if state.name not in ("draft", "cosigning") else None,
        )  # fmt: skip


def divided(cycle) -> dict[bool, list]:
    """The states of a table in which somebody has the next word, and those at rest."""
    return {
        opened: [state for state in cycle.states if bool(state.waits) is opened]
        or list(cycle.states)
        for opened in (True, False)
    }


def due(today: dt.date, random: Random) -> dt.date:
    late = random.random() < LATE
    return today - dt.timedelta(random.randint(1, 90)) if late else (
        today + dt.timedelta(random.randint(0, 120))
    )  # fmt: skip


def assignments(found, units, random: Random) -> Iterator[Assignment]:
    """One for each matter that a unit handles or has handled, and some joint ones."""
    today = timezone.localdate()
    lead = [s for s in PARTS["lead"].states if s.waits]
    for matter in found:
        if random.random() >= GIVEN.get(matter.status, 0):
            continue
        opened = bool(matter.state.waits) and matter.status in ("handling", "assigned")
        chosen = random.sample(units[matter.committee_id], 2)
        for n, unit in enumerate(chosen[: 2 if random.random() < 0.3 else 1]):
            joint = n == 1
            state = random.choice(lead).name if opened and not joint else "replied"
            state = ("handling" if opened else "opined") if joint else state
            yield Assignment(
                matter=matter, committee_id=matter.committee_id, unit_id=unit,
                part="joint" if joint else "lead", status=state,
                given_on=matter.raised_on, moved_on=matter.raised_on,
                due_on=due(today, random) if opened else None,
            )  # fmt: skip


def referrals(found, random: Random) -> Iterator[Referral]:
    """A fifth of the reports below the region went up one tier."""
    today = timezone.localdate()
    for matter in found:
        if matter.life != "opinion-report" or matter.committee_id == REGION:
            continue
        if matter.status not in ("adopted", "kept") or random.random() > 0.2:
            continue
        opened = random.random() < OPEN
        code = matter.committee_id
        yield Referral(
            matter=matter, committee_id=code - code % (100 if code % 100 else 10_000),
            sender_id=code, sent_on=matter.raised_on, moved_on=matter.raised_on,
            status="sent" if opened else REFERRAL.states[1].name,
            due_on=due(today, random) if opened else None,
        )  # fmt: skip


def signatures(found, members: Sequence[int], random: Random) -> Iterator[Signature]:
    """Every other proposal is signed along by one more."""
    now = timezone.now()
    for matter in found:
        if matter.life == "proposal" and random.random() < 0.5:
            yield Signature(
                matter=matter, person_id=random.choice(members), asked_at=now, answered_at=now,
                closes_on=matter.raised_on, answer="agreed",
            )  # fmt: skip
