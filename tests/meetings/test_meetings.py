"""A meeting from the plan to final minutes: who is asked, seats, who came, what was decided."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.utils import timezone

from xieshang.activities.models import Activity
from xieshang.figures.metrics import METRICS
from xieshang.figures.scope import Scope
from xieshang.lifecycle.actions import Hindered, NoSuchMove
from xieshang.matters.models import Matter
from xieshang.meetings.actions import (
    Moved,
    Plan,
    add_point,
    answer,
    ask,
    come,
    confirm,
    correct,
    give_code,
    load_forms,
    plan,
    save_item,
    settle,
    sum_up,
    take,
    tick,
)
from xieshang.meetings.models import Code, Form, Invitation, Meeting
from xieshang.notices.models import Notice
from xieshang.people.actions import found_unit
from xieshang.people.models import Person, Seat

pytestmark = pytest.mark.django_db
postgres = pytest.mark.skipif(
    "connection.vendor != 'postgresql'", reason="only PostgreSQL lets two answer at once"
)


@pytest.fixture
def members(city, clerk):
    found = [Person.objects.create(username=f"m{n}", name=f"示例委员{n}") for n in range(4)]
    for person in found:
        Seat.objects.create(person=person, committee=city, post="member", since="2023-03-05")
    return found


@pytest.fixture
def planned(city, clerk, members):
    """A consultation that began an hour ago, with two items and four people asked."""

    def make(**more):
        load_forms(city, by=clerk)
        now = timezone.now()
        facts = {
            "title": "（示例）路灯协商会", "form": Form.objects.get(name="专题协商会"),
            "starts_at": now - timedelta(hours=1), "ends_at": now + timedelta(hours=1),
            "items": [("通报情况", 20), ("商量办法", 40)],
        }  # fmt: skip
        made = plan(Plan(city, **facts | more), by=clerk)
        ask(made, members, by=clerk)
        return made

    return make


def test_the_usual_forms_are_loaded_once(city, clerk):
    assert [load_forms(city, by=clerk) for _time in range(2)] == [16, 0]
    kinds = Form.objects.filter(committee=city).values_list("kind", flat=True)
    assert sorted(set(kinds)) == ["consultation", "study"]


def test_a_meeting_goes_from_the_plan_to_final_minutes(planned, clerk, members, city, year):
    unit = found_unit("示例局", city, clerk, by=clerk)
    meeting = planned()
    take(meeting, "announce", by=clerk)
    assert Notice.objects.filter(person__in=members).count() == 4
    tick(meeting, [i.pk for i in meeting.invitations.all()[:3]], 5, by=clerk)
    take(meeting, "hold", by=clerk)
    activity = Activity.objects.get()
    told = (activity.form, activity.attendances, activity.member_attendances)
    assert told == ("专题协商会", 8, 3)
    first, second = meeting.items.all()
    save_item(first, "城建局通报了情况。", "", version=0, by=clerk)
    save_item(second, "大家商量了办法。", "先修主路。", version=0, by=clerk)
    add_point(second, "（示例）修好主路的路灯", timezone.localdate(), unit, by=clerk)
    sum_up(meeting, "先修主路", "费用由谁出", by=clerk)
    take(meeting, "circulate", by=clerk)
    confirm(meeting, by=members[0])
    asked = correct(second, "先修主路。", "先修主路，再修支路。", by=members[1])
    with pytest.raises(Hindered):
        take(meeting, "finish", by=clerk)
    settle(asked, "taken", "", by=clerk)
    take(meeting, "finish", by=clerk)
    second.refresh_from_db()
    assert (second.decision, len(meeting.digest)) == ("先修主路，再修支路。", 64)
    matter = Matter.objects.get(decided_in__item=second)
    given = matter.assignments.get()
    assert (matter.status, given.unit, given.status) == ("assigned", unit, "assigned")


def test_attendances_are_counted_again_when_more_are_ticked(planned, clerk, members, sister):
    meeting = planned(partners=[sister])
    tick(meeting, [], 2, by=clerk)
    take(meeting, "hold", by=clerk)
    tick(meeting, [i.pk for i in meeting.invitations.all()], 2, by=clerk)
    activity = Activity.objects.get()
    codes = [each.committee_id for each in activity.organisers.all()]
    assert (activity.attendances, activity.member_attendances, codes) == (6, 4, [450200, 451100])
    today = timezone.localdate()
    region = meeting.lead.parent
    scope = Scope(region, today - timedelta(days=1), today)
    assert METRICS["consultations-held"].value(scope) == 1  # a joint one counts once


def test_who_takes_the_last_seat_and_who_waits(planned, members):
    meeting = planned(seats=2)
    said = [answer(meeting, "coming", by=person).answer for person in members]
    assert said == ["coming", "coming", "waiting", "waiting"]
    answer(meeting, "leave", "ill", by=members[0])
    rows = meeting.invitations.order_by("pk").values_list("answer", "leave")
    assert list(rows) == [("leave", "ill"), ("coming", ""), ("coming", ""), ("waiting", "")]


@postgres
@pytest.mark.django_db(transaction=True)
def test_of_four_at_once_two_have_the_seats(planned, members):
    meeting = planned(seats=2)

    def reply(person):
        try:
            return answer(meeting, "coming", by=person).answer
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        said = sorted(pool.map(reply, members))
    assert said == ["coming", "coming", "waiting", "waiting"]


def test_one_says_that_one_is_here_with_a_code_that_holds_ten_minutes(planned, clerk, members):
    meeting = planned()
    code = give_code(meeting, by=clerk).code
    wrong = f"{(int(code) + 1) % 10**6:06d}"
    with pytest.raises(Hindered):
        come(meeting, wrong, by=members[0])
    come(meeting, code, by=members[0])
    Code.objects.update(until=timezone.now())
    with pytest.raises(Hindered):
        come(meeting, code, by=members[1])
    assert [i.person for i in Invitation.objects.came()] == [members[0]]


def test_two_who_write_at_once_see_each_other(planned, clerk, officer):
    meeting = planned()
    take(meeting, "hold", by=clerk)
    item = meeting.items.first()
    save_item(item, "甲", "", version=0, by=clerk)
    with pytest.raises(Moved) as fault:
        save_item(item, "乙", "", version=0, by=officer)
    assert (fault.value.theirs.notes, fault.value.theirs.saved_by) == ("甲", clerk)
    assert save_item(item, "甲", "", version=0, by=officer).version == 1  # the same words: nothing
    assert save_item(item, "甲乙", "", version=1, by=officer).version == 2


def test_who_may_do_what(planned, clerk, members, member, stranger):
    meeting = planned()
    for person in (members[0], member, stranger):
        with pytest.raises(PermissionDenied):
            take(meeting, "drop", by=person, note="x")
    with pytest.raises(PermissionDenied):
        answer(meeting, "coming", by=stranger)
    assert not Meeting.objects.visible_to(stranger).exists()
    with pytest.raises(NoSuchMove):
        take(meeting, "circulate", by=clerk)
    later = planned(starts_at=timezone.now() + timedelta(days=1),
                    ends_at=timezone.now() + timedelta(days=2))  # fmt: skip
    with pytest.raises(Hindered):
        take(later, "hold", by=clerk)


def test_a_meeting_that_is_only_planned_is_seen_by_its_office_alone(planned, clerk, members):
    meeting = planned()
    outsider = Person.objects.create(username="guest")
    Invitation.objects.create(meeting=meeting, person=outsider)
    assert not Meeting.objects.visible_to(outsider).exists()
    take(meeting, "announce", by=clerk)
    assert Meeting.objects.visible_to(outsider).get() == meeting
