"""A reception day in a browser: planned by rule, two on duty, a visit that becomes a matter."""

import datetime as dt

import pytest
from django.utils.timezone import localdate
from playwright.sync_api import expect

from xieshang.activities.models import Venue
from xieshang.matters.actions import load_rules
from xieshang.matters.models import Matter
from xieshang.venues.models import Reception

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DAY = dt.date(2023, 3, 5)


@pytest.fixture
def venue(city, region, officer):
    load_rules(region, by=officer)
    return Venue.objects.create(committee=city, name="（示例）工作室", form="工作室", since=DAY)


@pytest.fixture
def hosts(seated, city):
    return [seated(f"示例委员{n}", city, "member") for n in range(3)]


def test_days_are_planned_somebody_comes_and_it_becomes_a_matter(
    venue, hosts, clerk, reader, session, barriers
):
    page = reader(f"/desk/venues/{venue.pk}/", **session(clerk))
    page.get_by_role("link", name="规则与轮值").click()
    page.locator("[name=month_day]").fill("15")
    page.locator("[name=begins]").fill("09:00")
    page.locator("[name=ends]").fill("11:00")
    for host in hosts:
        page.get_by_label(host.name).check()
    page.get_by_role("button", name="安排接待日", exact=True).click()
    page.get_by_role("button", name="安排明年的接待日").click()
    ahead = Reception.objects.filter(day__gt=localdate()).order_by("day")
    assert ahead.count() >= 12
    assert [each for each in ahead if not (each.first and each.second)] == []
    expect(page.get_by_text("09:00–11:00").first).to_be_visible()
    assert barriers(page) == []

    page.get_by_role("link", name="登记来访").click()
    page.locator("[name=category]").select_option(index=1)
    page.locator("[name=text]").fill("小区门口的路灯坏了三个月，晚上看不清。")
    page.get_by_label("可以，隐去我的姓名和号码").check()
    page.get_by_role("button", name="登记", exact=True).click()
    page.get_by_text("查询码", exact=True).wait_for()  # the slip for the visitor
    matter = Matter.objects.get()
    assert (matter.venue, matter.kind, matter.committee) == (venue, "problem", venue.committee)

    page.goto(f"/desk/venues/{venue.pk}/")
    page.get_by_role("link", name=matter.title).click()
    page.get_by_text(matter.short).first.wait_for()
    public = reader("/venues/")
    expect(public.get_by_text("下一个接待日").first).to_be_visible()
    assert page.faults == []
