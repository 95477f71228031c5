"""Meetings on the desk: planned, answered, ticked, minuted as one types, made a document."""

import io
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from docx import Document

from xieshang.meetings.actions import ask, give_code, take
from xieshang.meetings.models import Form, Invitation, Meeting

from .test_meetings import members, planned

__all__ = ["members", "planned"]
pytestmark = pytest.mark.django_db


def test_the_desk_plans_asks_ticks_and_writes(planned, clerk, client, city, members):
    planned()
    client.force_login(clerk)
    starts = timezone.localtime() - timedelta(hours=1)
    body = {
        "committee": city.pk, "form": Form.objects.get(name="界别协商会").pk,
        "title": "（示例）界别协商", "items": "通报情况 20\n讨论",
        "starts_at": f"{starts:%Y-%m-%dT%H:%M}",
        "ends_at": f"{starts + timedelta(hours=2):%Y-%m-%dT%H:%M}",
    }  # fmt: skip
    made = client.post("/desk/meetings/new/", body)
    meeting = Meeting.objects.latest("pk")
    place = f"/desk/meetings/{meeting.pk}/"
    assert made.url == f"{place}people/"
    items = list(meeting.items.values_list("order", "title", "minutes"))
    assert items == [(1, "通报情况", 20), (2, "讨论", 0)]
    assert client.post(f"{place}people/", {"people": [p.pk for p in members]}).status_code == 302
    assert client.post(f"{place}steps/", {"verb": "announce"}).status_code == 302
    present = [i.pk for i in meeting.invitations.all()[:2]]
    client.post(f"{place}present/", {"present": present, "others": "3"})
    assert client.post(f"{place}steps/", {"verb": "hold"}).status_code == 302
    item = meeting.items.first()
    words = {"notes": "城建局通报。", "decision": "先修主路。", "version": "0"}
    saved = client.post(f"/desk/items/{item.pk}/", words, headers={"HX-Request": "true"})
    assert (saved.status_code, 'value="1"' in saved.content.decode()) == (200, True)
    late = client.post(f"/desk/items/{item.pk}/", words | {"notes": "另写"},
                       headers={"HX-Request": "true"})  # fmt: skip
    assert (late.status_code, "城建局通报。" in late.content.decode()) == (409, True)
    content = b"".join(client.get(f"{place}minutes/document/").streaming_content)
    text = [p.text for p in Document(io.BytesIO(content)).paragraphs]
    assert [line for line in text if "先修主路" in line or "到会" in line] == [
        "到会：示例委员0、示例委员1", "决定：先修主路。",
    ]  # fmt: skip


def test_a_member_answers_and_says_that_they_are_here(planned, members, clerk):
    meeting, browser = planned(), Client()
    take(meeting, "announce", by=clerk)
    browser.force_login(members[0])
    place = f"/desk/meetings/{meeting.pk}/"
    said = [
        browser.post(f"{place}answer/", {"answer": "leave"}).status_code,
        browser.post(f"{place}answer/", {"answer": "leave", "leave": "work"}).status_code,
        browser.post(f"{place}answer/", {"answer": "coming"}).status_code,
        browser.post(f"{place}here/", {"code": "12345"}).status_code,
        browser.post(f"{place}here/", {"code": "123456"}).status_code,
    ]
    assert said == [422, 302, 302, 422, 422]
    code = give_code(meeting, by=clerk).code
    assert browser.post(f"{place}here/", {"code": code}).status_code == 302
    own = Invitation.objects.get(person=members[0])
    assert (own.answer, own.leave, own.came) == ("coming", "", True)


@pytest.mark.parametrize("said", ["", "2026-11", "x", "9999-12", "0000-00", "2026-13"])
def test_a_month_is_shown_whatever_the_address_says(planned, clerk, client, said):
    planned()
    client.force_login(clerk)
    page = client.get(f"/desk/meetings/month/?month={said}")
    assert (page.status_code, len(page.context["weeks"]) in (4, 5, 6)) == (200, True)


@pytest.mark.parametrize("many", [2, 30])
def test_pages_ask_few_questions(planned, clerk, client, seated, city, many,
                                 django_assert_max_num_queries):  # fmt: skip
    meeting = planned()
    ask(meeting, [seated(f"guest-{n}", city, "member") for n in range(many)], by=clerk)
    client.force_login(clerk)
    for rest in ("", "month/", f"{meeting.pk}/", f"{meeting.pk}/minutes/"):
        with django_assert_max_num_queries(16):
            client.get(f"/desk/meetings/{rest}")
