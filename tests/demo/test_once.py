"""The samples of what offices do: each made once, by the real actions, and marked."""

import pytest

from xieshang.audit.models import Entry
from xieshang.consultation.models import Topic, YearPlan
from xieshang.deliberation.models import Deliberation
from xieshang.demo.meeting import AHEAD, meet_samples
from xieshang.demo.people import open_logins
from xieshang.demo.planning import plan_samples
from xieshang.demo.studying import study_samples
from xieshang.demo.supervising import TITLE, supervise_sample
from xieshang.demo.weighing import weigh_samples
from xieshang.matters.actions import load_rules
from xieshang.meetings.actions import load_forms
from xieshang.meetings.models import Meeting
from xieshang.people.actions import load_body, system
from xieshang.people.models import Committee
from xieshang.study.models import Guest, Sitting
from xieshang.supervision.models import Advice, Finding, Shot, Supervision, Visit

pytestmark = pytest.mark.django_db


@pytest.fixture
def body():
    load_body(by=system())
    region = Committee.objects.get(pk=450000)
    load_rules(region, by=system())
    load_forms(region, by=system())
    open_logins()


def test_the_sample_year_is_planned_once(body):
    meet_samples()
    assert (plan_samples(), plan_samples(), YearPlan.objects.count()) == (2, 0, 2)
    assert sorted(YearPlan.objects.values_list("status", flat=True)) == ["asking", "decided"]
    assert [each for each in Topic.objects.all() if "（示例）" not in each.title] == []
    assert Topic.objects.get(meeting__isnull=False).meeting.title == AHEAD


def test_the_sample_series_are_held_once_and_numbered(body):
    assert (study_samples(), study_samples()) == (4, 0)
    held = Sitting.objects.order_by("pk").values_list("sort", "number")
    assert list(held) == [("lecture", 1), ("lecture", 2), ("episode", 1), ("episode", 2)]
    assert [each for each in Sitting.objects.all() if "（示例）" not in each.activity.title] == []
    assert Guest.objects.count() == 4


@pytest.mark.parametrize(
    ("make", "model"),
    [(supervise_sample, Supervision), (meet_samples, Meeting), (weigh_samples, Deliberation)],
    ids=["supervision", "meetings", "deliberations"],
)
def test_a_sample_is_made_once_and_is_marked(make, model, body):
    made = make()
    assert model.objects.count() == made > 0
    sealed = Entry.objects.count()
    assert (make(), model.objects.count(), Entry.objects.count()) == (0, made, sealed)
    assert [each for each in model.objects.all() if "示例" not in str(each)] == []


def test_the_sample_of_supervision_has_each_part(body):
    supervise_sample()
    made = Supervision.objects.get(title=TITLE)
    counts = [each.objects.count() for each in (Visit, Shot, Finding, Advice)]
    assert (made.status, counts) == ("visiting", [2, 2, 2, 1])
    assert {each.came: each.matter is not None for each in Finding.objects.all()} == {
        "": True, "done": False,
    }  # fmt: skip
    assert all("示例" in str(each) for each in (*Advice.objects.all(), *Visit.objects.all()))
