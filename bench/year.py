"""A year of a whole region: what its members, offices and leaders open most."""

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import islice
from random import Random

from django.db import connection, transaction
from django.urls import reverse
from django.utils import timezone

from xieshang.activities.models import Activity, Organiser
from xieshang.activities.models.activity import Kind
from xieshang.brands.actions import open_brand, show_record, write_slot
from xieshang.brands.models import IMPACT, SLOTS
from xieshang.evidence.bulk import insert_objects
from xieshang.meetings.models import Convener, Form, Invitation, Meeting
from xieshang.people.actions import load_body, load_holidays
from xieshang.people.models import Committee, Person, Seat

from .matters import browser_of, p95
from .table import Row

YEAR, REGION = 2023, 450000
SINCE = dt.date(YEAR, 1, 1)
MEMBERS = 20_000
ASKED = 50  # to each meeting: of sixty thousand, three million
CAME = 0.85
BATCH = 2_000  # meetings written at a time
BESIDE = 6
QUERIES = 15


def rows(count: int) -> Iterator[Row]:
    """p95 of the pages over `count` meetings and what hangs on them."""
    member, officer = fill(count)
    brands = six_haves(officer)
    attended = Invitation.objects.came().filter(person=member).count()
    told = (
        (f"a member's portrait with {attended} meetings", member, reverse("desk:duty_record")
         + f"?year={YEAR}", 0.1),
        ("a month of the whole region", officer, reverse("desk:month") + f"?month={YEAR}-06", 0.15),
        ("six brands side by side", officer, reverse("desk:beside") + "?"
         + "&".join(f"pick={each}" for each in brands), 0.15),
        ("the list of meetings", officer, reverse("desk:meetings"), 0.15),
        ("the list of activities", officer, reverse("desk:activities"), 0.15),
    )  # fmt: skip
    for name, person, address, goal in told:
        browser = browser_of(person)
        measured, queries = p95(lambda b=browser, a=address: b.get(a))
        yield Row(f"year of {count:,} meetings: {name}", measured, goal)
        yield Row(f"year: {name}, queries", queries, unit="queries")


def fill(count: int) -> tuple[Person, Person]:
    """Write the body and its meetings, each final, as one activity; a member, and an officer of
    the region."""
    load_body()
    load_holidays()
    codes = list(Committee.objects.inside().values_list("code", flat=True))
    officer = Person.objects.create(username="officer", name="示例审核")
    Seat.objects.create(person=officer, committee_id=REGION, post="officer", since=SINCE)
    members = seated(codes)
    forms = Form.objects.bulk_create(
        Form(committee_id=code, name="专题协商会", kind=Kind.CONSULTATION) for code in codes
    )
    random = Random(7)
    made = meetings(count, forms, officer, random)
    while some := list(islice(made, BATCH)):
        with transaction.atomic():
            insert_objects([meeting.activity for meeting in some])
            for meeting in some:
                meeting.activity = meeting.activity  # its key is known now
            insert_objects(some)
            insert_objects([convened(meeting) for meeting in some])
            insert_objects([held(meeting) for meeting in some])
            insert_objects([each for meeting in some for each in asked(meeting, members, random)])
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return Person.objects.get(pk=members[codes[-1]][0]), officer


def seated(codes: Sequence[int]) -> dict[int, list[int]]:
    """Members with a seat, by the code of their committee."""
    people = [Person(username=f"m{n}", name=f"示例委员{n}") for n in range(MEMBERS)]
    Person.objects.bulk_create(people, BATCH)
    found: dict[int, list[int]] = {code: [] for code in codes}
    keys = Person.objects.filter(username__startswith="m").values_list("pk", flat=True)
    for place, key in enumerate(keys):
        found[codes[place % len(codes)]].append(key)
    Seat.objects.bulk_create(
        (Seat(person_id=key, committee_id=code, post="member", since=SINCE)
         for code, some in found.items() for key in some), BATCH,
    )  # fmt: skip
    return found


def meetings(count: int, forms: Sequence[Form], by: Person, random: Random) -> Iterator[Meeting]:
    """Meetings over the year, one after the other by committee."""
    zone = timezone.get_current_timezone()
    for n in range(count):
        form = forms[n % len(forms)]
        day = SINCE + dt.timedelta(days=random.randrange(365))
        begins = dt.datetime.combine(day, dt.time(9), zone)
        title = f"示例协商会{n}"
        yield Meeting(
            title=title, form=form, starts_at=begins, ends_at=begins + dt.timedelta(hours=2),
            status="final", digest="0" * 64, begun_by=by, moved_on=day,
            activity=Activity(title=title, kind=form.kind, form=form.name, day=day,
                              attendances=ASKED),
        )  # fmt: skip


def convened(meeting: Meeting) -> Convener:
    return Convener(meeting=meeting, committee_id=meeting.form.committee_id, lead=True)


def held(meeting: Meeting) -> Organiser:
    activity = meeting.activity
    return Organiser(
        activity=activity, committee_id=meeting.form.committee_id, lead=True, joint=False,
        kind=activity.kind, day=activity.day,
    )  # fmt: skip


def asked(meeting: Meeting, members: dict[int, list[int]], random: Random) -> Iterator[Invitation]:
    """Members of its committee, of whom most came."""
    for key in random.sample(members[meeting.form.committee_id], ASKED):
        came = random.random() < CAME
        yield Invitation(meeting=meeting, person_id=key, answer="coming", came=came)


def six_haves(officer: Person) -> list[int]:
    """Brands of the region whose six slots are written and each show a record."""
    region = Committee.objects.get(pk=REGION)
    shown = Activity.objects.filter(organisers__committee=REGION).first()
    made = []
    for n in range(BESIDE):
        brand = open_brand(region, f"示例品牌{n}", "brand", SINCE, by=officer)
        for slot in SLOTS:
            write_slot(brand, slot, "示例：写给大家看的一句话。", by=officer)
            if slot != IMPACT:  # which only an outcome shows
                show_record(brand, slot, {"activity": shown}, by=officer)
        made.append(brand.pk)
    return made
