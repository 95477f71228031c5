"""Minutes lose no letter: saved as one types, and kept by the browser when the session ends."""

import pytest
from django.contrib.sessions.models import Session

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


def test_when_the_session_ends_the_browser_keeps_what_was_typed(
    writing, session, clerk, live_server
):
    item = Item.objects.first()
    Session.objects.all().delete()
    writing.locator(f"#notes-{item.pk}").press_sequentially("会话断了也不能丢。")
    writing.wait_for_url("**/login/**")
    for name, value in session(clerk).items():
        writing.context.add_cookies([{"name": name, "value": value, "url": live_server.url}])
    writing.goto(f"/desk/meetings/{item.meeting_id}/minutes/")
    assert writing.locator(f"#notes-{item.pk}").input_value() == "会话断了也不能丢。"
