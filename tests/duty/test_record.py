"""A duty record: collected by itself, by day, for the member and their office alone."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from xieshang.activities.models import Venue
from xieshang.duty.actions import answer_objection, object_to
from xieshang.duty.models import Objection
from xieshang.duty.sources import ladder, off_session, portrait
from xieshang.matters.actions import Words, draft, take
from xieshang.matters.models import Matter
from xieshang.meetings.actions import Plan, ask, load_forms, plan, tick
from xieshang.meetings.models import Form
from xieshang.people.actions import open_term
from xieshang.people.models import Term
from xieshang.venues.models import Reception

pytestmark = pytest.mark.django_db
YEAR = dt.date(2026, 1, 1), dt.date(2027, 12, 31)


@pytest.fixture
def doer(seated, city, clerk):
    """A member with a proposal, a draft, a meeting attended, one missed, a day on duty."""
    person = seated("doer", city, "member")
    words = Words("（示例）路灯", "黑", "旧", "修")
    take(draft("proposal", words, by=person, committee=city), "submit", by=person)
    draft("proposal", Words("（示例）草稿", "黑", "旧", "修"), by=person, committee=city)
    load_forms(city, by=clerk)
    now = timezone.now()
    for title, came in (("（示例）到会", True), ("（示例）未到", False)):
        form = Form.objects.get(name="专题协商会")
        times = (now - dt.timedelta(hours=2), now - dt.timedelta(hours=1))
        meeting = plan(Plan(city, title, form, *times), by=clerk)
        ask(meeting, [person], by=clerk)
        tick(meeting, [i.pk for i in meeting.invitations.all() if came], by=clerk)
    venue = Venue.objects.create(
        committee=city, name="（示例）工作室", form="工作室", since=YEAR[0]
    )
    day = timezone.localdate()
    for on in (day, day + dt.timedelta(days=40)):
        Reception.objects.create(
            venue=venue, named_on=on, day=on, begins=dt.time(9), ends=dt.time(11), first=person
        )
    return person


def test_it_collects_what_was_done_and_nothing_else(doer):
    told = {s.name: [line.title for line in lines] for s, lines in portrait(doer, YEAR).items()}
    assert told == {
        "proposals": ["（示例）路灯"], "signed": [], "reports": [], "problems": [],
        "meetings": ["（示例）到会"], "receptions": ["（示例）工作室"], "services": [],
        "supervision": [], "advice": [],
    }  # fmt: skip
    assert [rung.many for rung in ladder(doer, YEAR)] == [1, 0, 0, 0, 0, 0]
    assert off_session(doer, YEAR) == (1, 1)
    before = dt.date(2020, 1, 1), dt.date(2020, 12, 31)
    assert all(lines == [] for lines in portrait(doer, before).values())


def test_one_objects_and_the_answer_is_kept(doer, clerk, member):
    matter = Matter.objects.get(title="（示例）路灯")
    said = object_to(f"matter:{matter.pk}", "不是我提的", by=doer)
    with pytest.raises(PermissionDenied):
        answer_objection(said, "是", by=member)
    answer_objection(said, "已核对，是联名误登", by=clerk)
    said.refresh_from_db()
    assert (said.answer, said.answered_by) == ("已核对，是联名误登", clerk)
    assert not Objection.objects.visible_to(member).exists()


def test_the_page_is_for_the_member_and_their_office(doer, clerk, officer, member, client):
    place = f"/desk/duty/{doer.pk}/"
    for person, status in ((doer, 200), (clerk, 200), (officer, 200), (member, 404)):
        client.force_login(person)
        assert client.get(place).status_code == status
    for odd in ("x", "99999", "0000", "-1", "１２３４"):
        client.force_login(doer)
        assert client.get(f"/desk/duty/?year={odd}").status_code == 200
    taken = client.get("/desk/duty/?year=2026&export=csv").content.decode("utf-8-sig")
    assert "（示例）路灯" in taken
    body = {"about": "matter:1", "words": "不对"}
    assert client.post("/desk/duty/objections/", body).status_code == 302
    assert client.post("/desk/duty/objections/", {"about": "x", "words": "a"}).status_code == 422


def test_the_page_costs_little(doer, client, django_assert_max_num_queries):
    client.force_login(doer)
    with django_assert_max_num_queries(22):
        client.get("/desk/duty/")


def test_a_whole_term_stands_together_and_an_ended_one_stays_to_be_read(doer, city, clerk, client):
    today = timezone.localdate()
    first = Term.objects.create(committee=city, number=13, since=dt.date(2001, 1, 1))
    open_term(city, number=14, since=dt.date(2024, 1, 1), by=clerk)
    now = Term.objects.get(number=14)
    Term.objects.create(committee=city.parent, number=13, since=dt.date(2001, 1, 1))
    client.force_login(doer)
    page = client.get("/desk/duty/")
    assert [span.query for span in page.context["terms"]] == [f"term={now.pk}", f"term={first.pk}"]
    held = client.get("/desk/duty/", {"term": now.pk}).context
    assert held["span"].days == (dt.date(2024, 1, 1), today)
    told = {source.name: len(lines) for source, lines in held["portrait"]}
    assert (told["proposals"], told["meetings"]) == (1, 1)
    ended = client.get("/desk/duty/", {"term": first.pk}).context
    assert ended["span"].days == (dt.date(2001, 1, 1), dt.date(2023, 12, 31))
    assert sum(len(lines) for _source, lines in ended["portrait"]) == 0
    for odd in ("²", "-1", "999999", "a" * 300):
        assert client.get("/desk/duty/", {"term": odd}).context["span"].year == today.year
    file = client.get("/desk/duty/", {"term": now.pk, "export": "csv"}).content.decode("utf-8-sig")
    assert "（示例）路灯" in file
