"""Projects: sums apart, stages kept, who brought them in; one claimed twice counts once."""

import datetime as dt
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from xieshang.activities.models import Project
from xieshang.figures.metrics import METRICS
from xieshang.projects.actions import (
    come_to,
    decide_twin,
    enter_project,
    introduced_by,
    note_service,
    open_campaign,
    set_sums,
)
from xieshang.projects.models import Campaign, Introducer, Twin
from xieshang.projects.twins import alike, bare, twins

pytestmark = pytest.mark.django_db
DAY = dt.date(2023, 3, 5)


@pytest.fixture
def entered(city, clerk):
    def enter(name, amount=None, place=None):
        facts = {"amount": amount and Decimal(amount)}
        return enter_project(place or city, name, DAY, by=clerk, **facts)

    return enter


def test_sums_are_kept_apart_and_figures_count_the_contract(entered, clerk, city, year):
    project = entered("（示例）螺蛳粉产业园")
    set_sums(project, Decimal(12_000), Decimal(3_000), by=clerk)
    project.refresh_from_db()
    assert (project.amount, project.sums.paid_in) == (12_000, 3_000)
    assert METRICS["projects-over-100m"].value(year(city)) == 1


def test_stages_are_kept_and_the_latest_by_day_counts(entered, clerk):
    project = entered("（示例）园区")
    come_to(project, "begun", DAY + dt.timedelta(days=9), by=clerk)
    come_to(project, "signed", DAY, "先签约", by=clerk)
    project.refresh_from_db()
    assert [s.stage for s in project.stage_steps.all()] == ["signed", "begun"]
    assert project.stage == "已开工"


TWINS = [
    ("柳州螺蛳粉产业园项目", None, "柳州螺蛳粉产业园建设工程", None, True),
    ("柳州螺蛳粉产业园", "12000", "柳州市螺蛳粉产业园", "12100", True),
    ("柳州螺蛳粉产业园", "12000", "柳州市螺蛳粉产业园", "20000", False),
    ("柳州螺蛳粉产业园", "12000", "桂林米粉厂", "12000", False),
]


@pytest.mark.parametrize(("one", "sum_one", "other", "sum_other", "same"), TWINS)
def test_what_may_be_one_project_is_found(entered, one, sum_one, other, sum_other, same):
    entered(one, sum_one), entered(other, sum_other)
    found = [(a.name, b.name) for a, b in twins(list(Project.objects.all()))]
    assert found == ([(one, other)] if same else [])
    assert 0 <= alike(one, other) <= 1
    assert bare("项目") == "项目"


def test_claimed_twice_it_counts_once_and_nothing_of_it_is_lost(entered, clerk, year, city, seated):
    one, other = entered("（示例）园区"), entered("（示例）园区项目", "500")
    first, second = seated("one", city, "member"), seated("two", city, "member")
    introduced_by(one, first, "direct", by=clerk)
    introduced_by(other, second, "contact", by=clerk)
    introduced_by(other, first, "joint", by=clerk)
    decide_twin(other, one, same=True, by=clerk)
    kept = Project.objects.get()
    told = [(i.person, i.way) for i in Introducer.objects.order_by("pk")]
    assert (kept.pk, kept.amount, told) == (one.pk, 500, [(first, "direct"), (second, "contact")])
    assert METRICS["projects-introduced"].value(year(city)) == 1


def test_two_that_are_looked_at_and_differ_are_not_asked_about_again(entered, clerk):
    one, other = entered("（示例）园区"), entered("（示例）园区项目")
    decide_twin(one, other, same=False, by=clerk)
    assert (list(twins([one, other])), Twin.objects.count()) == ([], 1)


def test_only_its_office_writes(entered, member, sister, seated, city):
    project, theirs = entered("（示例）园区"), seated("theirs", sister, "clerk")
    for person in (member, theirs):
        for act in (
            lambda by: set_sums(project, None, None, by=by),
            lambda by: come_to(project, "signed", DAY, by=by),
            lambda by: enter_project(city, "x", DAY, by=by),
            lambda by: open_campaign(city, "x", DAY, by=by),
        ):
            with pytest.raises(PermissionDenied):
                act(person)


def test_a_campaign_tells_what_was_done_for_how_many(city, clerk, member, client):
    campaign = open_campaign(city, "（示例）产业振兴委员行动", DAY, by=clerk)
    note_service(campaign, "（示例）义诊", DAY, by=clerk, beneficiaries=120, members=[clerk])
    client.force_login(clerk)
    page = client.get("/desk/campaigns/").context["campaigns"]
    assert [(c.name, c.many, c.people) for c in page] == [("（示例）产业振兴委员行动", 1, 120)]
    place = f"/desk/campaigns/{campaign.pk}/"
    assert client.post(place, {"title": "（示例）送课", "day": "2023-04-01"}).status_code == 302
    assert client.post(place, {"title": ""}).status_code == 422
    body = {"committee": city.pk, "name": campaign.name, "since": "2023-01-01"}
    assert client.post("/desk/campaigns/", body).status_code == 422
    assert Campaign.objects.get().services.count() == 2


def test_the_desk_enters_and_joins(city, clerk, client):
    client.force_login(clerk)
    for name in ("（示例）园区", "（示例）园区工程"):
        body = {"committee": city.pk, "name": name, "day": "2023-05-01"}
        assert client.post("/desk/projects/new/", body).status_code == 302
    ((one, other),) = client.get("/desk/projects/twins/").context["pairs"]
    place = f"/desk/projects/{one.pk}/"
    said = [
        client.post(place, {"act": "stage", "stage": "signed", "day": "2023-05-02"}).status_code,
        client.post(place, {"act": "sums", "contract": "100.5"}).status_code,
        client.post(place, {"act": "who", "person": clerk.pk, "way": "direct"}).status_code,
        client.post(place, {"act": "sums", "contract": "-1"}).status_code,
        client.post(place, {"act": "x"}).status_code,
    ]
    assert said == [302, 302, 302, 422, 422]
    same = {"one": one.pk, "other": one.pk, "same": "yes"}
    assert client.post("/desk/projects/twins/decision/", same).status_code == 422
    both = {"one": one.pk, "other": other.pk, "same": "yes"}
    assert client.post("/desk/projects/twins/decision/", both).status_code == 302
    assert Project.objects.count() == 1
