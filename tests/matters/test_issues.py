"""Issues of a bulletin out of one report or of several, and who may write reports at all."""

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone, translation

from tests.reports_written import (
    WORDS,
    edited,
    issue,
    issued,
    office,
    second_county,
    sent_up,
    writer,
)
from xieshang.lifecycle.actions import Hindered, NoSuchMove, deeds_open_to, moves_open_to
from xieshang.lifecycle.table import Role
from xieshang.matters.actions import (
    NotAll,
    begin_report,
    compose,
    end_invitation,
    invite_contributor,
    take,
)
from xieshang.matters.lifecycles import REFERRAL
from xieshang.matters.models import Issue, Matter, Referral, standings_of
from xieshang.notices.models import Notice

pytestmark = pytest.mark.django_db


def number(n, heading="电梯三题"):
    today = timezone.localdate()
    return {"bulletin": "政协信息", "number": n, "heading": heading, "adopted_on": today}


def test_three_reports_of_two_counties_become_one_issue_of_the_city(county, city):
    other = second_county(city)
    sent = [
        sent_up(county, 1, title="甲"), sent_up(county, 2, title="乙"),
        sent_up(other, 1, title="丙"),
    ]  # fmt: skip
    shares = {sent[2].short: "第三段"}
    made = compose(sent, by=office(city), shares=shares, text="综述", **number(9))
    rows = made.adoptions.order_by("matter__pk").values_list("matter__title", "mode", "share")
    combined = [("甲", "combined", ""), ("乙", "combined", ""), ("丙", "combined", "第三段")]
    assert list(rows) == combined
    year = timezone.localdate().year
    told = (made.title, made.text, str(made))
    assert told == ("电梯三题", "综述", f"《政协信息》{year}年第9期")
    heard = Notice.objects.filter(kind="adopted", person=writer(other))
    assert sorted(each.params["committee"] for each in heard) == sorted([other.title, city.title])
    # Its author knows the issue, and not what others wrote for it.
    seen = made.adoptions.visible_to(writer(other)).values_list("matter__title", flat=True)
    assert (list(Issue.objects.visible_to(writer(other)).filter(pk=made.pk)), list(seen)) == (
        [made], ["丙"],
    )  # fmt: skip


def test_own_reports_and_such_from_below_stand_in_one_issue(county, city):
    made = compose([sent_up(county), edited(city)], by=office(city), **number(1))
    assert made.adoptions.filter(committee=city, mode="combined").count() == 2


def test_of_several_none_is_issued_where_one_cannot_be(county):
    one, two = edited(county, "甲"), edited(county, "乙")
    take(two, "hand-back", by=office(county), note="再核")
    with pytest.raises(NotAll) as found, translation.override("en"):
        compose([one, two], by=office(county), **number(9))
    assert found.value.reasons == {two.short: "It stands at “Being edited”."}
    one.refresh_from_db()
    assert (one.status, Issue.objects.count()) == ("checking", 0)


def test_a_number_is_one_reports_unless_both_say_combined(county):
    one, two, three = (edited(county, title) for title in "甲乙丙")
    clerk = office(county)
    take(one, "adopt", by=clerk, **issue(1))
    for mode in ("single", "combined"):
        with pytest.raises(Hindered):
            take(two, "adopt", by=clerk, **issue(1, mode=mode))
    take(two, "adopt", by=clerk, **issue(2, mode="combined"))
    with pytest.raises(Hindered):
        take(three, "adopt", by=clerk, **issue(2))
    take(three, "adopt", by=clerk, **issue(2, mode="combined"))
    assert Issue.objects.get(number=2).adoptions.count() == 2


@pytest.mark.parametrize("state", [s.name for s in REFERRAL.states])
def test_a_referral_is_moved_by_the_office_it_lies_with_and_by_nobody_else(
    state, stranger, county, city, clerk
):
    sent = sent_up(county)
    Referral.objects.filter(pk=sent.pk).update(status=state)
    sent.refresh_from_db()
    moves = REFERRAL.moves_from(state)
    assert sent.roles_of(clerk) == {Role.OFFICE}
    assert moves_open_to(clerk, sent) == moves
    assert deeds_open_to(clerk, sent) == [d for d in REFERRAL.deeds if state in d.states]
    for person in (office(county), writer(county), stranger):
        assert (moves_open_to(person, sent), deeds_open_to(person, sent)) == ([], [])
        for move in moves:
            with pytest.raises(PermissionDenied):
                take(sent, move.verb, by=person, **issue(2))
    for verb in {m.verb for m in REFERRAL.moves} - {m.verb for m in moves}:
        with pytest.raises(NoSuchMove):
            take(sent, verb, by=clerk, **issue(2))


def ways(person):
    return [(place.pk, str(standing)) for place, standing in standings_of(person)]


def test_who_may_write_as_what(stranger, county):
    seat = [(county.pk, as_what) for as_what in ("member", "organisation", "special")]
    assert ways(writer(county)) == seat
    assert ways(office(county)) == [*seat, (county.pk, "office")]
    assert ways(stranger) == []
    invited = invite_contributor(stranger, county, by=office(county))
    assert ways(stranger) == [(county.pk, "invited")]
    assert invite_contributor(stranger, county, by=office(county)) == invited
    end_invitation(invited, by=office(county))
    assert ways(stranger) == []


def test_an_invited_contributor_sees_what_they_wrote_and_nothing_else(stranger, county):
    issued(county)
    invite_contributor(stranger, county, by=office(county))
    report = begin_report(WORDS, by=stranger, committee=county, standing="invited")
    take(report, "submit", by=stranger)
    assert list(Matter.objects.visible_to(stranger)) == [report]
    assert report.byline.standing == "invited"
    with pytest.raises(PermissionDenied):
        begin_report(WORDS, by=stranger, committee=county, standing="member")


def test_only_an_office_invites(stranger, county, sister):
    for person in (writer(county), office(sister), stranger):
        with pytest.raises(PermissionDenied):
            invite_contributor(stranger, county, by=person)
    invited = invite_contributor(stranger, county, by=office(county))
    with pytest.raises(PermissionDenied):
        end_invitation(invited, by=stranger)


def test_a_report_names_the_body_it_is_written_for(county):
    facts = {"committee": county, "standing": "organisation", "body": "示例党派支部"}
    assert begin_report(WORDS, by=writer(county), **facts).organisation == "示例党派支部"
    ours = begin_report(WORDS, by=office(county), committee=county, standing="office")
    assert ours.organisation == county.title
