"""Meetings on the desk: planned, answered, ticked, minuted as one types, made a document."""

import io
from datetime import timedelta

import pytest
from django.core.cache import caches
from django.test import Client
from django.utils import timezone
from docx import Document
from icalendar import Calendar

from xieshang.meetings.actions import ask, give_code, give_feed, take
from xieshang.meetings.models import Feed, Form, Invitation, Meeting

from .test_meetings import members, planned

__all__ = ["members", "planned"]
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh_tries():
    caches["tries"].clear()


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


def test_a_code_is_not_guessed(planned, members, clerk):
    meeting, guesser, other = planned(), Client(), Client()
    take(meeting, "announce", by=clerk)
    code = give_code(meeting, by=clerk).code
    wrong = "000000" if code != "000000" else "000001"
    guesser.force_login(members[0])
    other.force_login(members[1])
    place = f"/desk/meetings/{meeting.pk}/here/"
    tried = [guesser.post(place, {"code": wrong}).status_code for _time in range(11)]
    assert tried == [422] * 10 + [429]
    assert guesser.post(place, {"code": code}).status_code == 429
    assert other.post(place, {"code": code}).status_code == 302  # nobody shuts another out


@pytest.mark.parametrize("said", ["", "2026-11", "x", "9999-12", "0000-00", "2026-13"])
def test_a_month_is_shown_whatever_the_address_says(planned, clerk, client, said):
    planned()
    client.force_login(clerk)
    page = client.get(f"/desk/meetings/month/?month={said}")
    assert (page.status_code, len(page.context["weeks"]) in (4, 5, 6)) == (200, True)


def test_the_list_is_narrowed_by_committee_state_and_days(planned, clerk, client, sister):
    day = timezone.localdate(planned().starts_at)
    client.force_login(clerk)
    query = f"committee=450200&state=planned&since={day}&until={day}&q=路灯"
    for asked, many in ((query, 1), ("committee=451100", 0), ("own=on&committee=450000", 0)):
        assert len(client.get(f"/desk/meetings/?{asked}").context["lines"]) == many
    assert client.get(f"/desk/meetings/?{query}&export=xlsx").status_code == 200


@pytest.mark.parametrize("many", [2, 30])
def test_pages_ask_few_questions(planned, clerk, client, seated, city, many,
                                 django_assert_max_num_queries):  # fmt: skip
    meeting = planned()
    ask(meeting, [seated(f"guest-{n}", city, "member") for n in range(many)], by=clerk)
    client.force_login(clerk)
    one = f"{meeting.pk}/"
    for rest, most in (("", 16), ("month/", 16), (one, 18), (f"{one}minutes/", 16)):
        with django_assert_max_num_queries(most):
            client.get(f"/desk/meetings/{rest}")


def test_a_calendar_program_reads_what_somebody_is_asked_to(planned, members, clerk, client):
    ahead, dropped = planned(), planned(title="（示例）取消的会")
    for meeting in (ahead, dropped):
        take(meeting, "announce", by=clerk)
    take(dropped, "drop", by=clerk, note="改期")
    client.force_login(members[0])
    made = client.post("/desk/meetings/feeds/", {})
    place = "/calendar/" + made.context["address"].rpartition("/")[2]
    calendar = Calendar.from_ical(Client().get(place).content)
    told = sorted((str(each["summary"]), str(each["status"])) for each in calendar.walk("VEVENT"))
    assert told == [("（示例）取消的会", "CANCELLED"), ("（示例）路灯协商会", "CONFIRMED")]
    planned()  # only planned: nobody is told yet
    assert len(Calendar.from_ical(Client().get(place).content).walk("VEVENT")) == 2
    feed = Feed.objects.get(person=members[0])
    client.post(f"/desk/meetings/feeds/{feed.pk}/end/")
    assert Client().get(place).status_code == 404
    assert place.split("/")[-1].removesuffix(".ics") not in str(list(Feed.objects.values_list()))


def test_rights_end_with_the_seat_also_in_a_calendar(planned, clerk, city, client):
    take(planned(), "announce", by=clerk)
    token = give_feed(city, by=clerk)
    count = lambda: Client().get(f"/calendar/{token}.ics").content.count(b"BEGIN:VEVENT")  # noqa: E731
    assert count() == 1
    clerk.seats.update(until=timezone.localdate())
    assert count() == 0
