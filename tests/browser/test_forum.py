"""A resident in a real browser, without an account: from the receipt to “it is not solved”."""

import datetime as dt

import pytest
from django.utils import timezone

from tests.forum.conftest import category, chinese, nobody_tried_before, photo, rules
from xieshang.matters.actions import take
from xieshang.matters.actions.voicing_asking import ask_if_solved
from xieshang.matters.models import Matter

__all__ = ["category", "chinese", "nobody_tried_before", "photo", "rules"]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WORDS = "小区门口两盏路灯坏了三个月，晚上老人出门看不见路。"
MANNERS = ({}, {"theme": "dark"}, {"size": "elder", "width": 320}, {"language": "en", "width": 320})


def raise_it(page, county, picture=None):
    """Through the three pages; ends on the receipt."""
    page.goto("/raise/")
    page.get_by_label("市、县（区）").select_option(str(county.pk))
    page.get_by_label("道路与交通").check()
    page.get_by_role("button", name="继续").click()
    page.get_by_label("用您自己的话说清楚").fill(WORDS)
    if picture:
        files = [{"name": "p.jpg", "mimeType": "image/jpeg", "buffer": picture.getvalue()}]
        page.locator("input[type=file]").set_input_files(files)
    page.get_by_role("button", name="继续").click()
    page.get_by_label("可以，隐去我的姓名和号码").check()
    page.get_by_role("button", name="发送", exact=True).click()
    page.wait_for_url("**/raise/receipt/")
    return page.locator(".slip-said").all_inner_texts()


def test_a_resident_raises_it_follows_it_and_says_that_it_is_not_solved(
    reader, category, county, clerk, photo
):
    number, code = raise_it(reader("/raise/", width=320), county, photo())
    matter = Matter.objects.get()
    assert (matter.short, matter.photos.count()) == (number, 1)
    take(matter, "close", by=clerk, note="已转路灯所更换", outcome="partly")
    ask_if_solved(timezone.now() + dt.timedelta(days=28))
    later = reader(f"/follow/?number={number}")  # another day, another machine
    later.get_by_label("查询码").fill(code.upper())
    later.get_by_role("button", name="打开").click()
    assert "已转路灯所更换" in later.locator(".asks").inner_text()
    later.get_by_label("没有解决", exact=True).check()
    later.get_by_label("哪里没有解决").fill("灯还是不亮")
    later.get_by_role("button", name="发送答复").click()
    later.locator("[role=status]", has_text="谢谢").wait_for()
    matter.refresh_from_db()
    assert (matter.status, matter.steps.last().note) == ("handling", "灯还是不亮")
    assert later.faults == []


def test_without_scripts_it_is_the_same(chromium, live_server, category, county):
    context = chromium.new_context(java_script_enabled=False, base_url=live_server.url)
    page = context.new_page()
    number, _code = raise_it(page, county)
    page.get_by_role("link", name="我已保存").click()
    page.get_by_text("撤回").first.click()
    page.get_by_role("button", name="撤回").click()
    assert Matter.objects.get().status == "withdrawn"
    assert number in page.content()
    context.close()


@pytest.mark.parametrize("manner", MANNERS, ids=str)
def test_nothing_stands_in_anybody_s_way(reader, barriers, category, county, manner):
    found, page = {}, reader("/raise/", **manner)
    where = f"?place={county.pk}&area=&category={category.pk}"
    for address in ("/raise/", f"/raise/say/{where}", "/follow/", "/voices/", "/"):
        page.goto(address)
        wide = page.evaluate("document.documentElement.scrollWidth") > manner.get("width", 1280)
        found[address] = (barriers(page), wide)
    assert found == dict.fromkeys(found, ([], False))
