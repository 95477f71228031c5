"""What is written leads somewhere, is found from the front page, and keeps its form."""

import re
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parent.parent
PAGES = sorted([*HOUSE.glob("*.md"), *(HOUSE / "docs").rglob("*.md")])
DECISIONS = sorted((HOUSE / "docs" / "adr").glob("*.md"))
LINK = re.compile(r"\]\((?!\w+://|#|mailto:)([^)#]+)")
FORM = ("We must:", "We could:", "We chose:", "Because:", "It costs:", "It forbids:", "Undo by:")


def name_of(path: Path) -> str:
    return path.relative_to(HOUSE).as_posix()


def links(page: Path) -> list[Path]:
    """Where the relative links of a page lead."""
    return [(page.parent / found).resolve() for found in LINK.findall(page.read_text("utf-8"))]


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_leads_somewhere(page):
    assert [name_of(target) for target in links(page) if not target.exists()] == []


def test_every_guide_and_every_printed_page_is_named_on_the_front_page():
    named = set(links(HOUSE / "docs" / "README.md"))
    pages = [*(HOUSE / "docs/guide").glob("*.md"), *(HOUSE / "docs/reference").glob("*.md")]
    assert [name_of(page) for page in pages if page not in named] == []


@pytest.mark.parametrize("page", DECISIONS, ids=name_of)
def test_a_decision_is_ten_lines_in_the_one_form(page):
    title, empty, dated, *lines = page.read_text("utf-8").splitlines()
    assert title.startswith("# ")
    assert empty == ""
    assert re.fullmatch(r"20\d\d-\d\d-\d\d, (accepted|replaced by .*)", dated)
    assert [line.split(":")[0] + ":" for line in lines] == [*FORM, "See:"]


@pytest.mark.parametrize("page", ["README.md", "README.zh-CN.md"])
def test_both_front_pages_show_the_two_commands(page):
    text = (HOUSE / page).read_text("utf-8")
    assert [command for command in ("make run", "make test") if command not in text] == []


@pytest.mark.parametrize("page", sorted((HOUSE / "changes").glob("*.md")), ids=name_of)
def test_a_fragment_is_one_sentence_in_each_language(page):
    assert re.fullmatch(r"[a-z-]+\.(added|changed|fixed)\.md", page.name)
    english, chinese = page.read_text("utf-8").splitlines()
    assert english.endswith(".")
    assert chinese.endswith("。")


def test_a_guide_in_chinese_stands_beside_its_twin():
    twins = [
        page.with_name(page.name.replace(".zh-CN", "")) for page in PAGES if "zh-CN" in page.name
    ]
    assert [name_of(twin) for twin in twins if not twin.exists()] == []
