"""Each office finds its own practice: the page it lives on, its number, and the cell behind it.

One walk for each section of `docs/guide/offices.md`, over the sample year. With XIESHANG_PICTURE=1
the pictures of that guide are taken anew.
"""

import io
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image

from xieshang.demo.living import bring_to_life
from xieshang.demo.people import open_logins
from xieshang.demo.prepare import prepare_demo
from xieshang.demo.weighing import weigh_samples
from xieshang.matters.actions import load_rules
from xieshang.people.actions import load_body, system
from xieshang.people.models import Committee, Person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

HOUSE = Path(__file__).resolve().parents[2]
PICTURES = HOUSE / "docs" / "images" / "offices"
SIZE = (1120, 720)
COLOURS = 32  # of a picture: a page has few
YEAR = "from=2023-01-01&to=2023-12-31"
DAYS = "since=2023-01-01&until=2023-12-31"


@dataclass(frozen=True)
class Walk:
    """What one office looks for: the way there, and what it must come to."""

    office: int
    goes: Callable
    comes_to: object


def listed(address: str) -> Callable:
    """A list: how many are in it; then its first record, and the row of a ledger it rests on."""

    def go(page):
        page.goto(address)
        many = int(re.search(r"\d+", page.locator(".list-head .count").inner_text())[0])
        page.screenshot_here()
        page.locator("[data-row] a").first.click()
        page.locator("main a[href*='/desk/evidence/']").first.click()
        page.locator("table").first.wait_for()
        return many

    return go


def figured(name: str, committee: int, days: str = YEAR) -> Callable:
    """A figure: its number; then its rows, and the cell of a ledger that the first rests on."""

    def go(page):
        page.goto(f"/figures/{name}/?committee={committee}&{days}")
        number = int(re.search(r"\d+", page.locator(".headline").inner_text())[0])
        page.screenshot_here()
        page.get_by_role("link", name="查看明细").click()
        page.locator("main a[href*='/evidence/']").first.click()
        page.locator("table").first.wait_for()
        return number

    return go


def beside(committee: int, words: str = "") -> Callable:
    """Brands: those of an office ticked and put side by side, slot by slot."""

    def go(page):
        page.goto(f"/desk/programmes/?committee={committee}&own=on&kind=brand&q={words}")
        for box in page.locator("[data-pick]").all()[:5]:
            box.check()
        page.get_by_role("button", name="所选并列对照").click()
        page.locator("table.beside").wait_for()
        page.screenshot_here()
        slots = page.locator("table.beside tbody th").all_inner_texts()
        return len(page.locator("table.beside thead th").all()), slots

    return go


def sessions_of(words: str) -> Callable:
    """A brand or series by name, and how many activities it has held; then one of them."""

    def go(page):
        page.goto(f"/desk/programmes/?q={words}")
        page.locator("[data-row] a").first.click()
        heading = page.locator(".part-head h2").inner_text()
        page.screenshot_here()
        page.locator(".part [data-row] a").first.click()
        page.locator("main a[href*='/desk/evidence/']").first.wait_for()
        return int(re.search(r"\d+", heading)[0])

    return go


def covered(page) -> str:
    """How many sectors have a studio in use."""
    page.goto("/desk/venues/coverage/")
    page.screenshot_here()
    return page.get_by_text("有工作室的界别").first.inner_text()


def weighed_together(page) -> tuple[int, str]:
    """What three places across the border hold together: the meetings, and a deliberation."""
    held = figured("joint-consultations", 451100)(page)
    page.goto("/deliberations/")
    page.get_by_role("link", name="三地共护一条河").first.click()
    owners = page.locator("dl.facts dd").first.inner_text()
    page.screenshot_here()
    return held, owners


SIX = ["有目标", "有制度", "有清单", "有抓手", "有载体", "有影响"]
WALKS = (
    Walk(450000, covered, "有工作室的界别：29 个，共 29 个"),
    Walk(450000, listed(f"/desk/activities/?committee=450000&own=on&form=全媒体协商&{DAYS}"), 69),
    Walk(450000, sessions_of("同心讲座"), 61),
    Walk(450300, listed(f"/desk/activities/?committee=450300&form=宣讲报告会&{DAYS}"), 10),
    Walk(450200, figured("training-sessions", 450200), 45),
    Walk(450800, listed(f"/desk/activities/?committee=450800&form=第一议题&{DAYS}"), 12),
    Walk(450900, sessions_of("书香润玉"), 35),
    Walk(450700, listed("/desk/venues/?committee=450700&form=党建阅读长廊"), 3),
    Walk(450100, beside(450100), (3, SIX)),
    Walk(450400, figured("problems-solved", 450400), 92),
    Walk(450600, beside(450600, "特色协商品牌"), (1, SIX)),
    Walk(451400, beside(451400), (5, SIX)),
    Walk(451000, sessions_of("先锋引领"), 43),
    Walk(450500, figured("projects-over-100m", 450500), 20),
    Walk(451100, weighed_together, (8, "贺州市政协、湖南省永州市政协、广东省肇庆市政协")),
    Walk(451200, figured("projects-introduced", 451200), 187),
    Walk(451300, figured("consultations-held", 451300, "from=2022-01-01&to=2023-12-31"), 133),
)


@pytest.fixture
def sample_year():
    """The sample year with its living body, as `xieshang setup --demo` makes it."""
    load_body()
    load_rules(Committee.objects.get(pk=450000), by=system())
    open_logins()
    prepare_demo(lambda done, total, doing: None)
    bring_to_life(lambda done, total, doing: None)
    weigh_samples()


def test_every_office_finds_its_own_practice(sample_year, reader, session):
    officer = Person.objects.get(username="region-officer")
    page = reader("/desk/", width=SIZE[0], theme="light", **session(officer))
    page.set_viewport_size({"width": SIZE[0], "height": SIZE[1]})
    taken = {}
    found = []
    for walk in WALKS:
        page.screenshot_here = lambda office=walk.office: taken.update({office: page.screenshot()})
        found.append((walk.office, walk.goes(page)))
    assert found == [(walk.office, walk.comes_to) for walk in WALKS]
    assert page.faults == []
    assert {*taken} == {walk.office for walk in WALKS} == {*told_of()}
    if os.environ.get("XIESHANG_PICTURE") == "1":
        PICTURES.mkdir(parents=True, exist_ok=True)
        for office, content in taken.items():
            small = Image.open(io.BytesIO(content)).convert("P", palette=1, colors=COLOURS)
            small.save(PICTURES / f"{office}.png", optimize=True)


def told_of() -> list[int]:
    """The offices that the guide has a section with a picture of."""
    text = (HOUSE / "docs" / "guide" / "offices.md").read_text("utf-8")
    return [int(code) for code in re.findall(r"images/offices/(\d{6})\.png", text)]
