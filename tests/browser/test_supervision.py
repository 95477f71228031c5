"""A visit where there is no network, in a real browser: nothing is lost, and it arrives once."""

from uuid import uuid4

import pytest
from django.utils.timezone import localdate
from playwright.sync_api import expect

from xieshang.supervision.actions import Seen, begin, note_finding, plan, take, write_visit
from xieshang.supervision.models import Visit

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def mate(seated, city):
    return seated("mate", city, "member")


@pytest.fixture
def out(city, clerk, mate):
    begun = begin(city, "农村人居环境整治（示例）", by=clerk)
    plan(begun, "看十个村。", ["垃圾日产日清", "公厕有人管"], [mate], by=clerk)
    take(begun, "go-out", by=clerk)
    return begun


def photo(tmp_path):
    from PIL import Image  # noqa: PLC0415

    file = tmp_path / "村口.jpg"
    Image.new("RGB", (320, 240), "olive").save(file, "JPEG")
    return file


def test_a_day_without_a_network(out, mate, reader, session, tmp_path):
    place = f"/desk/supervision/{out.pk}/visit/"
    page = reader(place, **session(mate))
    address = page.url
    page.get_by_role("button", name="带到没有网络的地方用").click()
    expect(page.get_by_text("这一页在本机没有网络也能打开了。")).to_be_visible()
    context = page.context
    context.set_offline(True)

    page.goto(address)  # from this device
    page.get_by_label("地点").fill("示例村一组")
    page.get_by_role("group", name="垃圾日产日清").get_by_label("不符合", exact=True).check()
    page.get_by_label("看到、听到的情况").fill("垃圾堆在河边。")
    page.get_by_label("照片").set_input_files(photo(tmp_path))
    page.close()  # the telephone is put away before anything was sent

    page = context.new_page()
    page.goto(address)
    expect(page.get_by_label("地点")).to_have_value("示例村一组")
    page.get_by_role("button", name="记下这次走访").click()
    expect(page.locator("[data-many]")).to_have_text("1")
    page.get_by_label("地点").fill("示例村二组")
    page.get_by_role("button", name="记下这次走访").click()
    expect(page.locator("[data-many]")).to_have_text("2")
    page.close()
    assert not Visit.objects.exists()

    context.set_offline(False)
    page = context.new_page()
    page.goto(address)
    expect(page.get_by_text("已送出，已记下。")).to_be_visible()
    expect(page.locator("[data-when=waiting]")).to_be_hidden()
    told = Visit.objects.order_by("pk")
    assert [each.place for each in told] == ["示例村一组", "示例村二组"]
    assert (told[0].note, told[0].shots.count()) == ("垃圾堆在河边。", 1)
    assert [a.said for a in told[0].answers.all()] == ["not"]
    page.goto(address)
    page.get_by_role("button", name="从本机移除").click()
    expect(page.get_by_role("button", name="带到没有网络的地方用")).to_be_visible()


def test_what_is_being_written_is_not_written_over(out, clerk, mate, reader, session):
    page = reader(f"/desk/supervision/{out.pk}/visit/", **session(mate))
    context = page.context
    context.set_offline(True)
    page.get_by_label("地点").fill("示例村四组")
    page.get_by_label("日期").fill("2001-01-01")  # which will be refused
    page.get_by_role("button", name="记下这次走访").click()
    expect(page.locator("[data-many]")).to_have_text("1")
    page.get_by_label("地点").fill("正在写的一组")
    context.set_offline(False)
    page.get_by_role("button", name="现在送出").click()
    expect(page.locator("[data-many]")).to_have_text("1")
    expect(page.get_by_label("地点")).to_have_value("正在写的一组")
    page.get_by_role("button", name="记下这次走访").click()
    expect(page.get_by_text("有一次走访没有收下")).to_be_visible()
    expect(page.get_by_label("地点")).to_have_value("示例村四组")
    expect(page.locator("[data-when=waiting]")).to_be_hidden()  # the other one has gone
    assert Visit.objects.get().place == "正在写的一组"


def test_what_is_written_while_another_is_sent_goes_next(out, mate, reader, session):
    """The first is held on its way until the second has been written down."""
    page = reader(f"/desk/supervision/{out.pk}/visit/", **session(mate))
    held = []

    def hold(route):
        if route.request.method == "POST" and not held:
            held.append(route)
        else:
            route.continue_()

    page.route("**/visit/", hold)
    for place in ("示例村五组", "示例村六组"):
        page.get_by_label("地点").fill(place)
        page.get_by_role("button", name="记下这次走访").click()
        expect(page.get_by_label("地点")).to_have_value("")
    expect(page.locator("[data-many]")).to_have_text("2")
    held[0].continue_()
    expect(page.locator("[data-when=waiting]")).to_be_hidden()
    assert [each.place for each in Visit.objects.order_by("pk")] == ["示例村五组", "示例村六组"]


def test_the_pages_have_no_barriers(out, clerk, reader, session, barriers):
    write_visit(out, Seen(uuid4(), localdate(), "示例村", "看过。"), by=clerk)
    for _number in range(2):
        note_finding(out, "路灯不亮", due_on=localdate(), revisit_on=localdate(), by=clerk)
    for place in ("", "visit/"):
        page = reader(f"/desk/supervision/{out.pk}/{place}", **session(clerk))
        assert barriers(page) == []


def test_who_was_signed_out_loses_nothing(out, mate, reader, session):
    place = f"/desk/supervision/{out.pk}/visit/"
    page = reader(place, **session(mate))
    page.get_by_label("地点").fill("示例村三组")
    kept = page.context.cookies()
    page.context.clear_cookies()
    page.get_by_role("button", name="记下这次走访").click()
    expect(page.get_by_text("登录已过期。")).to_be_visible()
    page.context.add_cookies(kept)
    page.get_by_role("button", name="现在送出").click()
    expect(page.get_by_text("已送出，已记下。")).to_be_visible()
    assert Visit.objects.get().place == "示例村三组"
