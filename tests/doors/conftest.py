"""One person for each role, and one record of each kind."""

import datetime as dt
from dataclasses import asdict
from io import BytesIO
from uuid import uuid4

import pytest
from django.utils import timezone

from xieshang.activities.models import Programme, Project
from xieshang.audit.actions import seal
from xieshang.brands.actions import show_record
from xieshang.duty.actions import object_to
from xieshang.evidence.actions import keep_file
from xieshang.evidence.models import Evidence
from xieshang.figures.actions import take_figure
from xieshang.ledgers.models import JoinProposal, TakenRow, TakeOver
from xieshang.ledgers.understanding.record import Remark
from xieshang.matters.actions import open_matter
from xieshang.matters.actions.voicing import Voice, raise_voice
from xieshang.matters.actions.voicing_receipt import code_of
from xieshang.people.actions import save_view
from xieshang.people.models import Person
from xieshang.projects.actions import open_campaign
from xieshang.reports.actions import order_batch
from xieshang.reports.actions.drafting import keep_report
from xieshang.reports.document.blank import blank
from xieshang.reports.models import Report, Template

from .consultation import consultation
from .deliberations import deliberations
from .meetings import meetings
from .opinion import opinion
from .proposals import proposals
from .study import study
from .supervision import supervision
from .units import units
from .venues import venues

DAY = dt.date(2023, 3, 5)
SECRET = "柳州独有之词"  # stands in every record but the matter, which is public


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
def records(people, clerk, officer, stranger, region, city, sister, held, year):
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
        "voice": voice_of(stranger, city),
        "token": "altered",
        "size": "small",
        "slot": "goal",
        "campaign": open_campaign(city, SECRET, DAY, by=clerk).pk,
        "recorded": people["member"].pk,
        "objection": object_to("matter:1", "不是这样", by=people["member"]).pk,
        "proof": show_record(programme, "goal", {"activity": activity}, by=clerk).pk,
        "kind": "pdf",
        **proposals(region, city, clerk, officer, SECRET),
        **opinion(city, clerk, SECRET),
        **units(city, clerk, SECRET),
        **deliberations(city, clerk, SECRET),
        **venues(city, clerk, SECRET),
        **meetings(city, clerk, SECRET),
        **consultation(city, clerk, SECRET),
        **study(city, clerk, officer, SECRET),
        **supervision(city, clerk, SECRET),
    }


def voice_of(person, committee):
    """What somebody without a seat raised, which is not public; its raiser may see it."""
    voice = Voice(committee, "小区门口的路灯坏了三个月。")
    return raise_voice(voice, by=person, code=code_of("key-of-a-form"), author=person).pk


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
