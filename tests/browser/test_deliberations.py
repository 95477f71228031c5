"""Weighing by the keyboard alone, declined in public, read without the map, made again."""

import pytest
from click.testing import CliRunner

from tests.deliberation.conftest import prepared, weighed
from xieshang.cli.commands import xieshang
from xieshang.deliberation.actions import joined, make_map, take, vote
from xieshang.deliberation.models import Deliberation, Vote

__all__ = ["prepared", "weighed"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def told(weighed, clerk):
    """One with a result, of two groups and what they share."""
    deliberation = weighed(seeds=[f"（示例）说法{n}" for n in range(5)])
    keys = list(deliberation.statements.values_list("pk", flat=True))
    for n in range(24):
        voice = joined(deliberation, token=f"voice-of-a-browser-{n}")
        for place, key in enumerate(keys):
            vote(voice, key, 1 if place == 4 or (place % 2 == 1) == (n < 14) else -1)
    take(deliberation, "discuss", by=clerk)
    make_map(Deliberation.objects.get())
    take(Deliberation.objects.get(), "result", by=clerk)
    return Deliberation.objects.get()


def test_somebody_weighs_all_of_it_by_the_keyboard_alone(weighed, reader, barriers):
    deliberation = weighed()
    page = reader(f"/deliberations/D{deliberation.pk}/")
    assert barriers(page) == []
    for key, left in (("1", "已表态 1 条"), ("2", "已表态 2 条")):
        page.keyboard.press(key)
        page.get_by_text(left).wait_for()
    page.keyboard.press("u")
    page.get_by_text("已表态 1 条").wait_for()
    page.keyboard.press("3")
    page.get_by_text("已表态 2 条").wait_for()
    page.keyboard.press("1")
    page.get_by_text("目前的说法您都表过态了").wait_for()
    assert sorted(Vote.objects.values_list("value", flat=True)) == [0, 1, 1]
    assert page.faults == []


@pytest.mark.parametrize("manner", [{"width": 320}, {"width": 320, "size": "elder"}], ids=str)
def test_the_card_fits_a_telephone_in_either_theme(weighed, reader, barriers, manner):
    page = reader(f"/deliberations/D{weighed().pk}/", theme="dark", **manner)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert barriers(page) == []


def test_a_statement_is_declined_and_everybody_reads_why(weighed, reader, session, clerk):
    deliberation = weighed()
    page = reader(f"/deliberations/D{deliberation.pk}/statements/")
    page.get_by_label("您的说法").fill("（示例）每周六上午在楼下一起商量。")
    page.get_by_role("button", name="补充").click()
    page.get_by_text("谢谢。有人看过后就会公开").wait_for()
    desk = reader(f"/desk/deliberations/{deliberation.pk}/", **session(clerk))
    desk.get_by_role("link", name="每周六上午").first.click()
    desk.get_by_label("理由").fill("与主办方的安排重复")
    desk.get_by_role("button", name="不予公开").click()
    desk.wait_for_url(f"**/desk/deliberations/{deliberation.pk}/")
    anybody = reader(f"/deliberations/D{deliberation.pk}/statements/")
    declined = anybody.locator("#declined")
    assert declined.get_by_text("与主办方的安排重复").inner_text() == "理由：与主办方的安排重复"


def test_the_result_is_read_without_the_map(told, reader, barriers):
    page = reader(f"/deliberations/D{told.pk}/result/", theme="light")
    assert barriers(page) == []
    heads = page.get_by_role("heading", level=2).all_inner_texts()
    assert heads.index("各群体都赞成的") < heads.index("意见图")
    rows = page.locator("section", has=page.get_by_role("heading", name="各群体都赞成的"))
    assert rows.locator("tbody tr").all_inner_texts() == ["5　（示例）说法4\t100%\t100%\t100%"]


def test_a_published_map_is_made_again_from_its_export(told, reader, tmp_path):
    page = reader(f"/deliberations/D{told.pk}/result/")
    for name in ("votes.csv", "comments.csv"):
        with page.expect_download() as download:
            page.get_by_role("link", name=name).click()
        download.value.save_as(tmp_path / name)
    command = ["opinion", "map", str(tmp_path / "votes.csv"), "--statements"]
    done = CliRunner().invoke(xieshang, [*command, str(tmp_path / "comments.csv")])
    assert done.output.strip().endswith(page.locator("#digest").inner_text())


def test_without_a_script_one_votes_all_the_same(weighed, plain, clerk):
    page = plain(f"/deliberations/D{weighed().pk}/", clerk)
    page.get_by_role("button", name="不赞成").click()
    page.get_by_text("已表态 1 条").wait_for()
    assert list(Vote.objects.values_list("value", flat=True)) == [-1]
