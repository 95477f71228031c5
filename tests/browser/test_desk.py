"""Journeys at the desk, in a real browser: with its scripts, without them, on a phone."""

import datetime as dt
import io

import pytest
from openpyxl import Workbook

from xieshang.activities.models import Activity
from xieshang.ledgers.models import TakeOver
from xieshang.matters.actions import load_rules, open_matter
from xieshang.matters.models import Matter

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DAY = dt.date(2023, 3, 5)
ODD = ["序号", "活动时间", "活动主题", "来了多少", "其中委员"]


@pytest.fixture
def problem(clerk, city):
    return open_matter("problem", by=clerk, committee=city, title="路灯不亮", day=DAY)


def ledger():
    book = Workbook()
    sheet = book.active
    sheet.title = "学习情况"
    sheet.append(["柳州市政协2023年学习情况"])
    for row in (
        ODD,
        (1, "2023-03-05", "读书分享会", "40余人次"),
        (2, "2023-04-05", "讲堂", "若干"),
    ):
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return {"name": "柳州市政协2023年学习.xlsx", "mimeType": "x/y", "buffer": out.getvalue()}


def take_over(page):
    """The three steps, as somebody with a mouse takes them."""
    page.set_input_files("input[type=file]", ledger())
    page.get_by_role("button", name="下一步：核对").click()
    page.locator(".headline", has_text="2").wait_for()
    page.get_by_label("来了多少").select_option("attendances")
    page.get_by_role("button", name="按以上选择重新核对").click()
    page.locator(".headline", has_text="1").wait_for()
    page.get_by_role("button", name="导入", exact=True).click()
    page.wait_for_url("**/ledgers/*/?taken=1")


def undo(page):
    page.get_by_role("link", name="撤销").click()
    page.get_by_role("button", name="撤销").click()
    page.wait_for_url("**/ledgers/*/")


@pytest.mark.parametrize("scripts", [True, False])
def test_a_ledger_comes_in_in_three_steps_and_goes_again(scripts, reader, plain, session, clerk):
    if scripts:
        page = reader("/desk/ledgers/new/", **session(clerk))
    else:
        page = plain("/desk/ledgers/new/", clerk)
    take_over(page)
    assert page.locator("main .list", has_text="“若干”").count() == 1
    assert Activity.objects.get().approximate == ["attendances"]
    undo(page)
    assert (Activity.objects.count(), TakeOver.objects.get().state) == (0, "undone")
    assert getattr(page, "faults", []) == []


def proposals():
    """The list of an office's proposals, as it keeps it in a workbook."""
    book = Workbook()
    sheet = book.active
    for row in (
        ["提案号", "案由", "提案人类别", "提案人", "类别", "提交时间", "状态", "办理时间",
         "办理意见"],
        ["001", "关于加装电梯的建议", "个人", "示例委员", "", "2023-01-10", "已办结", "2023-06-01",
         "A 已经解决"],
        ["002", "关于增设公交的建议", "个人", "示例委员", "", "2023-01-10", "办理中", "", ""],
        ["", "关于夜市的建议", "个人", "示例委员", "", "2023年13月40日", "待审查", "", ""],
    ):  # fmt: skip
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    name = "450200柳州市政协2023年提案办理情况表.xlsx"
    return {"name": name, "mimeType": "x/y", "buffer": out.getvalue()}


def test_a_list_of_proposals_is_looked_over_comes_in_and_is_carried_on(
    reader, session, clerk, region, officer
):
    load_rules(region, by=officer)
    page = reader("/desk/matters/?kind=proposal", **session(clerk))
    page.get_by_role("link", name="导入台账").click()
    page.set_input_files("input[type=file]", proposals())
    page.get_by_role("button", name="下一步：核对").click()
    page.locator(".headline", has_text="2").wait_for()
    assert Matter.objects.count() == 0  # it was only looked over
    page.get_by_role("button", name="导入", exact=True).click()
    page.wait_for_url("**/ledgers/*/?taken=1")
    assert page.get_by_text("2023年13月40日").count() > 0  # the row that came back, by its fault
    page.goto(page.url.split("/desk/")[0] + "/desk/matters/?kind=proposal")
    page.get_by_role("link", name="关于增设公交的建议").click()
    page.get_by_text("2023-002").first.wait_for()
    assert sorted(Matter.objects.values_list("title", "status")) == [
        ("关于加装电梯的建议", "archived"), ("关于增设公交的建议", "handling"),
    ]  # fmt: skip
    assert page.faults == []


@pytest.mark.parametrize("scripts", [True, False])
def test_a_matter_is_moved(scripts, reader, plain, session, clerk, problem):
    path = f"/desk/matters/{problem.pk}/"
    page = reader(path, **session(clerk)) if scripts else plain(path, clerk)
    page.get_by_role("link", name="暂缓").click()
    page.get_by_label("说明").fill("先修主路")
    page.get_by_role("button", name="暂缓").click()
    page.get_by_text("先修主路").wait_for()
    assert page.get_by_text("“暂缓”已办").count() == 1
    assert Matter.objects.get().status == "deferred"


def test_a_move_that_is_gone_says_so_in_place(reader, session, clerk, problem):
    page = reader(f"/desk/matters/{problem.pk}/?move=handle", **session(clerk))
    other = reader(f"/desk/matters/{problem.pk}/?move=handle", **session(clerk))
    other.get_by_role("button", name="开始办理").click()
    other.get_by_text("“开始办理”已办").wait_for()
    page.get_by_label("说明").fill("我来办")
    page.get_by_role("button", name="开始办理").click()
    page.get_by_text("“开始办理”已不能办理").wait_for()
    assert page.get_by_text("我来办").count() == 1
    assert page.get_by_role("link", name="暂缓").count() == 1


def test_two_moves_for_many_in_a_row(reader, session, clerk, city):
    for title in ("一", "二", "三"):
        open_matter("problem", by=clerk, committee=city, title=title, day=DAY)
    page = reader("/desk/matters/?kind=problem", **session(clerk))
    for verb, said in (("handle", "开始办理"), ("defer", "暂缓")):
        page.get_by_label("全选").check()
        assert page.locator("[data-picked]").inner_text() == "3"
        page.get_by_label("办理", exact=True).select_option(verb)
        page.get_by_role("button", name="批量办理").click()
        page.get_by_role("button", name=said).click()
        page.get_by_text(f"“{said}”：3 件中已办 3 件。").wait_for()
        assert page.url.endswith("/desk/matters/?kind=problem")
    assert set(Matter.objects.values_list("status", flat=True)) == {"deferred"}


def test_what_was_typed_survives_the_end_of_a_session(reader, session, clerk):
    page = reader("/desk/activities/new/", **session(clerk))
    page.get_by_label("名称").fill("读书分享会")
    clerk.set_password("another-password-1")
    clerk.save()  # every session of theirs ends
    page.get_by_role("button", name="登记").click()
    page.goto("/account/login/?next=/desk/activities/new/")
    page.get_by_label("用户名").fill("clerk")
    page.get_by_label("密码").fill("another-password-1")
    page.get_by_role("button", name="登录").click()
    page.wait_for_url("**/desk/activities/new/")
    assert page.get_by_label("名称").input_value() == "读书分享会"


ROOMS = (
    "/desk/", "/desk/activities/", "/desk/activities/new/", "/desk/matters/", "/desk/matters/new/",
    "/desk/ledgers/",
    "/desk/ledgers/new/", "/desk/ledgers/received/", "/desk/programmes/", "/desk/files/",
    "/desk/committees/450200/", "/desk/log/", "/desk/joins/",
)  # fmt: skip


@pytest.mark.parametrize("path", ROOMS)
@pytest.mark.parametrize("manner", [{}, {"theme": "dark"}, {"size": "elder"}])
def test_every_room_is_open_to_everybody(
    path, manner, reader, session, barriers, clerk, problem, city, held, paper
):
    held(city, evidence=[paper])
    page = reader(path, **session(clerk), **manner)
    assert (barriers(page), page.faults) == ([], [])


@pytest.mark.parametrize("path", ROOMS)
@pytest.mark.parametrize("size", ["usual", "elder"])
def test_nothing_is_cut_off_on_a_phone(path, size, reader, session, clerk, problem, city, held):
    held(city)
    page = reader(path, width=320, size=size, **session(clerk))
    assert page.evaluate("document.documentElement.scrollWidth") == 320
