"""A handling unit, in a real browser: from its board to the reply that its leader signed."""

import datetime as dt

import pytest
from django.utils.timezone import localdate
from playwright.sync_api import expect

from xieshang.matters.actions import load_rules, open_matter, take
from xieshang.matters.models import Assignment, Matter, Reply

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DAY = dt.date(2023, 3, 5)


@pytest.fixture
def given(region, officer, city, clerk, unit):
    """A filed proposal of the city in the hands of its unit."""
    load_rules(region, by=officer)
    matter = open_matter("proposal", by=clerk, committee=city, title="加装路灯", day=DAY)
    Matter.objects.filter(pk=matter.pk).update(status="filed", number=1, series="2023")
    matter.refresh_from_db()
    take(matter, "assign", by=clerk, lead=unit, joint=[], separate=[])
    part = matter.assignments.get()
    take(part, "receive", by=unit.clerks.get())
    return part


@pytest.fixture
def opened(reader, session):
    return lambda path, person: reader(path, **session(person))


def press(page, name):
    """A way that is offered, then the button of its form."""
    page.get_by_role("link", name=name, exact=True).click()
    return page.get_by_role("button", name=name, exact=True)


def test_from_the_board_to_the_signed_reply(given, opened, clerk, unit):
    page = opened("/desk/", unit.clerks.get())
    page.get_by_role("link", name="加装路灯").first.click()
    noted = press(page, "记录沟通")
    page.get_by_label("沟通内容").fill("到现场看过，缺两盏灯。")
    page.get_by_label("走访").check()
    page.get_by_label("日期").fill(localdate().isoformat())
    noted.click()
    page.get_by_text("“记录沟通”已办").wait_for()
    handed_in = press(page, "提交复文")
    page.get_by_label("办理结果类别").select_option(index=1)
    for label, said in (
        ("复文号", "柳水函〔2023〕1号"), ("复文内容", "已加装两盏路灯。"),
        ("联系人", "经办人"), ("联系电话", "0772-2834567"),
    ):  # fmt: skip
        page.get_by_label(label, exact=True).fill(said)
    handed_in.click()
    page.get_by_text("“提交复文”已办").wait_for()
    office = opened(f"/desk/assignments/{given.pk}/", clerk)
    press(office, "复文审核通过").click()
    office.get_by_text("“复文审核通过”已办").wait_for()
    page.reload()
    signed = press(page, "签发")
    page.get_by_label("签发人").fill("分管领导")
    signed.click()
    page.get_by_text("“签发”已办").wait_for()
    expect(page.get_by_text("已加装两盏路灯。").first).to_be_visible()
    assert Assignment.objects.get().status == "replied"
    assert (Reply.objects.get().leader, Matter.objects.get().status) == ("分管领导", "replied")
    assert page.faults == office.faults == []
