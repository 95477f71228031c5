"""The portal in a real browser: open to all, and a number followed down to its cell."""

import datetime as dt

import pytest

from tests.portal.conftest import chinese, ledger, year_of_work

__all__ = ["chinese", "ledger", "year_of_work"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = (
    "/",
    "/committees/",
    "/committees/450200/",
    "/figures/",
    "/figures/consultations-held/",
    "/figures/consultations-held/rows/",
    "/figures/venues/?from=2023-12-31&to=2023-01-01",
    "/reports/",
    "/prove/",
    "/nowhere/",
)
MANNERS = ({}, {"theme": "dark"}, {"size": "elder", "width": 320}, {"language": "en", "width": 320})


@pytest.mark.parametrize("manner", MANNERS, ids=str)
def test_nothing_stands_in_anybody_s_way(reader, barriers, year_of_work, manner):
    found = {}
    page = reader("/", **manner)
    for address in (*PAGES, f"/evidence/{year_of_work.pk}/?figure=consultations-held"):
        page.goto(address)
        wide = page.evaluate("document.documentElement.scrollWidth") > manner.get("width", 1280)
        found[address] = (barriers(page), wide)
    assert found == dict.fromkeys(found, ([], False))


def test_a_number_is_followed_down_to_the_cell_it_came_from(reader, year_of_work):
    page = reader("/committees/450200/?from=2023-01-01&to=2023-12-31")
    page.locator(".stat-card .figure").first.click()
    panel = page.locator("#panel")
    panel.locator(".headline", has_text="3").wait_for()
    panel.get_by_role("link", name="协商活动，第 3 行").click()
    panel.locator("td.cell-marked", has_text="示例协商").wait_for()
    assert panel.locator(".hash").all_inner_texts() == [year_of_work.file.sha256]
    page.keyboard.press("Escape")
    assert not panel.is_visible()
    assert page.faults == []


def test_without_its_script_a_number_is_a_link_to_its_page(chromium, live_server, year_of_work):
    context = chromium.new_context(java_script_enabled=False, base_url=live_server.url)
    page = context.new_page()
    page.goto("/committees/450200/?from=2023-01-01&to=2023-12-31")
    page.locator(".stat-card .figure").first.click()
    assert page.locator("h1").inner_text() == "协商活动次数"
    page.get_by_role("link", name="查看明细").click()
    page.get_by_role("link", name="协商活动，第 3 行").click()
    assert page.locator("td.cell-marked").inner_text() == "示例协商"
    context.close()


def test_a_text_is_checked_and_each_verdict_opens(reader, barriers, year_of_work):
    page = reader("/prove/")
    page.get_by_label("文章").fill("2023年，柳州市政协开展协商活动3场，开展学习活动9期。")
    page.get_by_role("button", name="开始核对").click()
    page.locator(".claim.differs").wait_for()
    assert barriers(page) == []
    page.locator(".claim.proven").click()
    page.locator("#panel .headline", has_text="3").wait_for()
    assert page.faults == []


def test_days_chosen_in_the_filter_stand_in_the_address(reader, year_of_work):
    page = reader("/figures/consultations-held/?committee=450200&from=2023-01-01&to=2023-12-31")
    page.get_by_label("从").fill(dt.date(2023, 7, 1).isoformat())
    page.get_by_role("button", name="查看").click()
    page.wait_for_url("**/?committee=450200&from=2023-07-01&to=2023-12-31")
    assert page.locator(".headline").inner_text().startswith("1")
