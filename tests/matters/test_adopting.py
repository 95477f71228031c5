"""An opinion report goes up three tiers as one record, and word of it comes back by itself."""

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone, translation

from tests.reports_written import edited, issue, issued, office, sent_up, writer
from xieshang.audit.actions import first_broken
from xieshang.lifecycle.actions import Hindered, NoSuchMove
from xieshang.matters.actions import correct_instruction, do, drop_instruction, take
from xieshang.matters.models import (
    Adoption,
    AnswerClass,
    Instruction,
    Issue,
    Matter,
    Referral,
)
from xieshang.notices.models import Notice
from xieshang.people.models import Committee, Seat, Tier

pytestmark = pytest.mark.django_db


@pytest.fixture
def news():
    """What has been told since it was last asked: who, and which kind."""
    seen = set()

    def since():
        rows = Notice.objects.exclude(pk__in=seen).values_list("pk", "person__username", "kind")
        seen.update(pk for pk, _who, _kind in rows)
        return sorted((who, kind) for _pk, who, kind in rows)

    return since


def instruction(**more):
    return {"level": "city", "post": "市长", "given_on": timezone.localdate()} | more


def test_a_report_goes_up_three_tiers_and_every_word_of_it_comes_back(county, city, region, news):
    report = edited(county)
    at_county, at_city, at_region = office(county), office(city), office(region)
    author, county_office, city_office = "writer-450202", "office-450202", "office-450200"
    news()

    def below(kind):
        """Who hears of what the region does."""
        return [*((each, f"{kind}-between") for each in (city_office, county_office)),
                (author, kind)]  # fmt: skip

    take(report, "adopt", by=at_county, **issue(7))
    assert news() == [(author, "adopted")]
    first = do(report, "send-up", by=at_county, note="请阅")
    assert news() == [(city_office, "sent-up"), (author, "gone-up")]
    take(first, "adopt", by=at_city, **issue(12))
    assert news() == [(county_office, "adopted-between"), (author, "adopted")]
    do(first, "instruct", by=at_city, **instruction(words="请办"))
    assert news() == [(county_office, "instructed-between"), (author, "instructed")]
    second = do(first, "send-further", by=at_city)
    assert news() == [
        ("office-450000", "sent-up"), (county_office, "gone-up-between"), (author, "gone-up"),
    ]  # fmt: skip
    take(second, "keep", by=at_region, note="已有同类")
    assert news() == below("kept")
    take(second, "adopt", by=at_region, mode="forwarded", adopted_on=timezone.localdate())
    assert news() == below("adopted")
    third = do(second, "send-further", by=at_region)
    assert news() == below("gone-up")
    take(third, "adopt", by=at_region, **issue(3))  # as the National Committee let it know
    assert news() == below("adopted")

    assert Matter.objects.count() == 1
    rows = Adoption.objects.values_list("committee__title", "mode", "issue__number")
    assert list(rows) == [
        (county.title, "single", 7), (city.title, "single", 12), (region.title, "forwarded", None),
        ("全国政协", "single", 3),
    ]  # fmt: skip
    assert first_broken() is None


def test_an_office_hears_that_a_report_was_handed_in(county, news):
    clerk = office(county)
    report = edited(county)
    assert news() == [("office-450202", "handed-in")]
    take(report, "hand-back", by=clerk, note="再核")
    take(report, "refuse", by=clerk, note="不属实")
    assert news() == [("writer-450202", "not-adopted")]


def test_nobody_is_told_of_what_they_may_not_see(county, seated, sister):
    seated("sister-clerk", sister, Seat.Post.CLERK)
    report = sent_up(county).matter
    for notice in Notice.objects.select_related("person"):
        assert Matter.objects.visible_to(notice.person).filter(pk=report.pk).exists()
    assert not Notice.objects.filter(person__username="sister-clerk").exists()


def test_a_clerk_who_wrote_it_hears_of_it_as_its_author_alone(county, city, news):
    sent = sent_up(county, by=office(county))
    office(city)
    news()
    take(sent, "refuse", by=office(city), note="不属本级")
    assert news() == [("office-450202", "not-adopted")]


def test_a_correction_takes_the_place_of_the_first_word_and_is_told_as_one(county, city, news):
    sent = sent_up(county)
    take(sent, "adopt", by=office(city), **issue(4))
    news()
    take(sent, "correct", by=office(city), **issue(5, share="第二部分"))
    assert news() == [("office-450202", "corrected-between"), ("writer-450202", "corrected")]
    take(sent, "correct", by=office(city), **issue(5))
    assert len(news()) == 2
    row = Adoption.objects.get(committee=city)
    assert (row.issue.number, row.share) == (5, "")
    assert [each.number for each in Issue.objects.filter(committee=city)] == [5]  # 4 is free again


def test_what_was_sent_up_is_not_sent_again_and_says_why(county, city):
    report = edited(county)
    with pytest.raises(NoSuchMove):
        do(report, "send-up", by=office(county))
    take(report, "adopt", by=office(county), **issue(1))
    sent = do(report, "send-up", by=office(county))
    with pytest.raises(Hindered) as reason, translation.override("en"):
        do(report, "send-up", by=office(county))
    day = sent.sent_on.isoformat()
    assert str(reason.value) == f"It was sent up to {city} on {day}, as {sent.short}."
    assert Referral.objects.count() == 1


def test_the_nation_is_above_the_region_and_nothing_is_above_it(region):
    sent = sent_up(region)
    nation = Committee.objects.get(pk=100000)
    assert (nation.title, nation.tier, sent.committee) == ("全国政协", Tier.OUTSIDE, nation)
    assert (sent.due_on, sent.keeper) == (None, region)  # no clock of this body runs there
    with pytest.raises(Hindered) as reason, translation.override("en"):
        do(sent, "send-further", by=office(region))
    assert str(reason.value) == "There is no tier above 全国政协."
    take(sent, "adopt", by=office(region), **issue(8))
    do(sent, "instruct", by=office(region), **instruction(level="national"))
    assert nation.adoptions.get().instructions.get().level == "national"


def test_an_instruction_is_corrected_or_taken_back_and_who_heard_of_it_hears_that(
    county, city, news
):
    sent = sent_up(county)
    take(sent, "adopt", by=office(city), **issue(4))
    noted = do(sent, "instruct", by=office(city), **instruction(words="请办"))
    news()
    told = [("office-450202", "instruction-corrected-between"),
            ("writer-450202", "instruction-corrected")]  # fmt: skip
    now = instruction(post="副市长", words="请速办", restricted=False)
    correct_instruction(noted, by=office(city), **now)
    assert news() == told
    correct_instruction(noted, by=office(city), **now)  # as it stands: nothing to tell
    assert news() == []
    kept = Instruction.objects.get()
    assert (kept.post, kept.words, kept.restricted) == ("副市长", "请速办", False)
    for other in (office(county), writer(county)):
        with pytest.raises(PermissionDenied):
            correct_instruction(noted, by=other, **now)
        with pytest.raises(PermissionDenied):
            drop_instruction(noted, why="误记", by=other)
    drop_instruction(noted, why="记在了另一件上", by=office(city))
    assert news() == [("office-450202", "instruction-dropped-between"),
                      ("writer-450202", "instruction-dropped")]  # fmt: skip
    assert not Instruction.objects.exists()
    with pytest.raises(Hindered):  # somebody else had it open, and sends it now
        correct_instruction(noted, by=office(city), **now)
    assert "记在了另一件上" in Notice.objects.latest("pk").params["note"]
    assert first_broken() is None


def test_an_instruction_needs_an_adoption_of_the_same_tier(county, unit):
    report = edited(county)
    take(report, "hand-back", by=office(county), note="再核")
    take(report, "keep", by=office(county), note="备用")
    take(report, "transfer", by=office(county), lead=unit)
    with pytest.raises(Hindered):
        do(report, "instruct", by=office(county), **instruction(level="county"))


def test_a_second_transfer_does_not_make_a_second_lead(county, unit, second_unit):
    report = issued(county)
    take(report, "transfer", by=office(county), lead=unit)
    Matter.objects.filter(pk=report.pk).update(status="answered")
    report.refresh_from_db()
    with pytest.raises(Hindered):
        take(report, "transfer", by=office(county), lead=second_unit)
    take(report, "transfer", by=office(county), separate=[second_unit])
    parts = report.assignments.order_by("pk").values_list("part", flat=True)
    assert list(parts) == ["single", "separate"]


def test_the_answer_of_a_department_comes_back_to_all_who_hold_the_report(
    county, city, unit, rules, answers, news
):
    office(city)
    report = sent_up(county).matter
    take(report, "transfer", by=office(county), lead=unit)
    part, clerk = report.assignments.get(), unit.clerks.get()
    assert Matter.objects.visible_to(clerk).get() == report
    take(part, "receive", by=clerk)
    words = answers("reply", part) | {"answer_class": AnswerClass.objects.of(city)[0]}
    take(part, "reply", by=clerk, **words)
    take(part, "pass", by=office(county))
    news()
    take(part, "sign-off", by=clerk, leader="分管领导")
    report.refresh_from_db()
    assert (report.status, report.outcome) == ("answered", "done")
    assert news() == [
        ("office-450200", "department-answered"), ("office-450202", "department-answered"),
        ("writer-450202", "replied"),
    ]  # fmt: skip


@pytest.mark.parametrize("state", ["submitted", "returned"])
def test_an_author_takes_back_what_is_not_in_hand_yet(state, county):
    report = issued(county)
    Matter.objects.filter(pk=report.pk).update(status=state)
    report.refresh_from_db()
    take(report, "withdraw", by=writer(county))
    assert report.status == "withdrawn"


def test_what_is_in_hand_is_not_taken_back(county):
    with pytest.raises(NoSuchMove):
        take(edited(county), "withdraw", by=writer(county))
