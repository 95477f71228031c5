"""Every component in a real browser: open to all, at every width, with and without its script."""

import pytest

from tests.site.conftest import chinese, gallery

__all__ = ["chinese", "gallery"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

MANNERS = [
    {},
    {"theme": "dark"},
    {"size": "elder"},
    {"size": "elder", "theme": "dark"},
    {"language": "en"},
    {"width": 320},
    {"width": 320, "size": "elder"},
]


@pytest.fixture(autouse=True)
def addresses(gallery):
    """The gallery's own addresses, before the server starts to answer."""


@pytest.mark.parametrize("manner", MANNERS, ids=str)
def test_nothing_stands_in_anybody_s_way(reader, barriers, manner):
    page = reader("/gallery/", **manner)
    assert barriers(page) == []
    assert page.faults == []
    assert page.evaluate("document.documentElement.scrollWidth") <= manner.get("width", 1280)


def test_a_number_opens_beside_the_text_and_esc_closes_it(reader, barriers):
    page = reader("/gallery/")
    page.locator(".lead .figure").first.click()
    panel = page.locator("#panel")
    panel.locator(".headline").wait_for()
    assert panel.get_by_role("heading").all_inner_texts() == ["协商活动"]
    assert page.url.endswith("/gallery/")
    assert barriers(page) == []
    page.keyboard.press("Escape")
    assert not panel.is_visible()


def test_the_theme_changes_at_once_and_is_remembered(reader):
    page = reader("/gallery/", theme="light")
    page.get_by_role("button", name="浅色").click()
    page.locator("html[data-theme=dark]").wait_for()
    page.reload()
    assert page.locator("html").get_attribute("data-theme") == "dark"
    assert page.faults == []


def test_the_elder_reader_gets_larger_type_and_targets(reader):
    page = reader("/gallery/", size="elder")
    size = "element => getComputedStyle(element).fontSize"
    assert page.locator("html").evaluate(size) == "20px"
    small = page.evaluate(
        """() => [...document.querySelectorAll("button, .call, .nav a, .manners button, summary")]
            .filter((one) => one.checkVisibility())
            .filter((one) => one.getBoundingClientRect().height < 48)
            .map((one) => one.outerHTML)"""
    )
    assert small == []


def test_a_filter_asks_at_once_and_leaves_out_what_is_empty(reader):
    page = reader("/gallery/")
    page.get_by_label("形式").select_option("forum")
    page.wait_for_url("**/gallery/?words=%E5%8D%8F%E5%95%86&form=forum")


def test_j_and_k_walk_the_rows_and_a_question_mark_shows_the_keys(reader):
    page = reader("/gallery/")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.textContent") == "121"
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()


def test_what_was_typed_is_still_there_after_the_page_was_lost(reader):
    page = reader("/gallery/")
    page.get_by_label("备注").fill("写到一半")
    page.reload()
    kept = page.evaluate("localStorage.getItem('xieshang:draft:gallery')")
    assert "写到一半" in kept


def test_a_chart_is_drawn_from_its_table_and_the_table_stays(reader):
    page = reader("/gallery/")
    page.locator("[data-canvas] canvas").wait_for()
    page.get_by_text("对应表格").click()
    assert page.locator("#twin tbody tr").count() == 12
    assert page.faults == []


def test_the_search_for_barriers_finds_one(reader, barriers):
    page = reader("/gallery/")
    page.evaluate("document.querySelector('main').append(document.createElement('button'))")
    assert [fault.split(":")[0] for fault in barriers(page)] == ["button-name"]
