"""Minutes lose no letter: saved as one types, and kept by the browser when the session ends."""

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from tests.meetings.test_meetings import members, planned
from xieshang.meetings.actions import take
from xieshang.meetings.models import Item

__all__ = ["members", "planned"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def writing(planned, clerk, reader, session):
    """The minutes of a meeting that was held, open before whoever writes them."""
    meeting = planned()
    take(meeting, "hold", by=clerk)
    return reader(f"/desk/meetings/{meeting.pk}/minutes/", **session(clerk))


def test_what_is_typed_is_saved_without_a_button(writing, barriers):
    assert barriers(writing) == []
    item = Item.objects.first()
    writing.locator(f"#notes-{item.pk}").press_sequentially("大家商量了路灯。")
    writing.get_by_text("已保存（第 1 次）").wait_for()
    item.refresh_from_db()
    assert (item.notes, writing.faults) == ("大家商量了路灯。", [])


def test_when_the_session_ends_one_signs_in_over_the_page_and_loses_no_letter(
    writing, clerk, barriers
):
    clerk.set_password("a-password-of-the-test")
    clerk.save()
    item = Item.objects.first()
    Session.objects.all().delete()
    notes = writing.locator(f"#notes-{item.pk}")
    notes.press_sequentially("会话断了也不能丢。")
    layer = writing.get_by_role("dialog", name="请重新登录")
    expect(layer).to_be_visible()
    assert barriers(writing) == []
    layer.get_by_label("密码").fill("a-wrong-password")
    layer.get_by_role("button", name="登录").click()
    expect(layer.get_by_role("alert")).to_be_visible()
    layer.get_by_label("密码").fill("a-password-of-the-test")
    layer.get_by_role("button", name="登录").click()
    writing.get_by_text("已保存（第 1 次）").wait_for()
    expect(layer).to_be_hidden()
    notes.press_sequentially("接着写。")
    writing.get_by_text("已保存（第 2 次）").wait_for()
    item.refresh_from_db()
    assert item.notes == "会话断了也不能丢。接着写。"


def test_what_was_typed_outlives_the_page(writing):
    item = Item.objects.first()
    Session.objects.all().delete()
    writing.locator(f"#notes-{item.pk}").press_sequentially("浏览器也关了。")
    expect(writing.get_by_role("dialog", name="请重新登录")).to_be_visible()
    kept = writing.evaluate("JSON.stringify({...localStorage})")
    assert "浏览器也关了。" in kept
