"""From a plan to visits, findings, and what became of them."""

import datetime as dt
import re
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests.doors.supervision import picture
from xieshang.audit.models import Entry
from xieshang.duty.sources import portrait
from xieshang.lifecycle.actions import Hindered, NoSuchMove
from xieshang.supervision.actions import (
    NotInTurn,
    Seen,
    adopted,
    answered,
    begin,
    enter,
    look_again,
    make_matter,
    note_finding,
    plan,
    sent,
    take,
    write_visit,
)
from xieshang.supervision.models import Advice, Finding, Supervision, Visit

pytestmark = pytest.mark.django_db
DAY = dt.date(2023, 3, 5)
YEAR = dt.date(2023, 1, 1), dt.date(2023, 12, 31)
LATER = DAY + dt.timedelta(days=30)
CHECKS = ["垃圾日产日清", "公厕有人管"]


@pytest.fixture
def mate(seated, city):
    """A member of the city, on the team."""
    return seated("mate", city, "member")


@pytest.fixture
def begun(city, clerk):
    return begin(city, "农村人居环境整治", "群众反映多。", by=clerk)


@pytest.fixture
def out(begun, clerk, mate):
    """One whose visits have begun."""
    plan(begun, "看十个村。", CHECKS, [mate], by=clerk)
    take(begun, "go-out", by=clerk)
    return begun


def seen(**facts):
    said = {"key": uuid4(), "day": DAY, "place": "示例村", "note": "垃圾未清。"}
    return Seen(**said | {"answers": {1: ("not", "堆在河边"), 2: ("met", "")}} | facts)


def found(supervision, clerk, **facts):
    said = {"words": "垃圾堆在河边。", "due_on": DAY, "revisit_on": LATER}
    return note_finding(supervision, by=clerk, **said | facts)


def test_a_supervision_from_plan_to_end(out, clerk, mate):
    write_visit(out, seen(), [picture()], by=mate)
    one, two = found(out, clerk), found(out, clerk, words="公厕无灯。")
    take(out, "report", by=clerk, note="报告全文")
    take(out, "send", by=clerk, note="市农业农村局")
    with pytest.raises(Hindered):
        take(out, "end", by=clerk, note="整改完成")
    look_again(one, "done", LATER, by=clerk)
    look_again(two, "partly", LATER, "装了一半", by=clerk, revisit_on=LATER)
    with pytest.raises(Hindered):
        take(out, "end", by=clerk, note="整改完成")
    matter = make_matter(two, by=clerk)
    take(out, "end", by=clerk, note="整改完成")
    assert (out.status, out.report, out.sent_to) == ("ended", "报告全文", "市农业农村局")
    assert (matter.kind, matter.title, matter.wanted_on) == ("problem", "公厕无灯。", DAY)
    assert matter.published_on is None  # its office decides whether to
    verbs = list(Entry.objects.filter(subject=f"supervision.supervision:{out.pk}")
                 .order_by("pk").values_list("verb", flat=True))  # fmt: skip
    assert verbs == [
        "open", "plan", "go-out", "visit", "find", "find", "report", "send", "look-again",
        "look-again", "hand-on", "end",
    ]  # fmt: skip


def test_visits_and_authorship_stand_in_the_duty_record(out, city, clerk, mate):
    write_visit(out, seen(), by=mate)
    enter(city, "report", "关于垃圾清运的调研报告", DAY, authors=[mate], by=clerk)
    told = {s.name: [line.title for line in lines] for s, lines in portrait(mate, YEAR).items()}
    assert (told["supervision"], told["advice"]) == (["示例村"], ["关于垃圾清运的调研报告"])


@pytest.mark.parametrize("lacking", ["words", "checks", "team"])
def test_visits_begin_when_the_plan_is_whole(begun, clerk, mate, lacking):
    whole = {"words": "看十个村。", "checks": CHECKS, "team": [mate]}
    plan(begun, **whole | {lacking: type(whole[lacking])()}, by=clerk)
    with pytest.raises(Hindered):
        take(begun, "go-out", by=clerk)
    plan(begun, **whole, by=clerk)
    take(begun, "go-out", by=clerk)
    with pytest.raises(NoSuchMove):
        plan(begun, **whole, by=clerk)


def test_a_visit_arrives_once_however_often_it_is_sent(out, mate, clerk):
    once = seen()
    first = write_visit(out, once, [picture()], by=mate)
    assert write_visit(out, once, [picture()], by=mate) == first
    assert (Visit.objects.count(), first.shots.count(), first.answers.count()) == (1, 1, 2)
    with pytest.raises(PermissionDenied):
        write_visit(out, once, by=clerk)  # the key of another


def test_a_visit_may_come_after_the_report_and_not_after_that(out, mate, clerk):
    write_visit(out, seen(), by=mate)
    take(out, "report", by=clerk, note="报告")
    write_visit(out, seen(place="远处的村"), by=mate)
    take(out, "send", by=clerk, note="市政府")
    with pytest.raises(NoSuchMove):
        write_visit(out, seen(), by=mate)


def test_a_visit_is_written_down_by_the_team_or_the_office(out, clerk, mate, officer, member):
    for person in (clerk, mate, officer):
        write_visit(out, seen(), by=person)
    with pytest.raises(PermissionDenied):
        write_visit(out, seen(), by=member)
    assert list(Supervision.objects.visible_to(mate)) == [out]
    assert list(Supervision.objects.visible_to(member)) == []


def test_a_finding_becomes_one_matter(out, clerk):
    finding = found(out, clerk)
    assert make_matter(finding, by=clerk) == make_matter(finding, by=clerk)
    assert Finding.objects.get().matter.source == f"民主监督 {out.short}"


def test_what_was_put_right_is_not_looked_at_again(out, clerk):
    finding = found(out, clerk)
    found(out, clerk, revisit_on=timezone.localdate() + dt.timedelta(1))  # not late yet
    assert [each.late for each in Supervision.objects.with_page()] == [1]
    look_again(finding, "done", LATER, by=clerk)
    assert [each.late for each in Supervision.objects.with_page()] == [0]
    with pytest.raises(NoSuchMove):
        look_again(finding, "not", LATER, by=clerk, revisit_on=LATER)


def test_a_finding_is_not_looked_at_before_it_is_due(out, clerk):
    with pytest.raises(IntegrityError), transaction.atomic():
        found(out, clerk, due_on=LATER, revisit_on=DAY)


def test_advice_is_adopted_then_sent_then_answered(city, clerk, mate, member):
    made = enter(city, "proposed", "关于河长制的建议案", DAY, authors=[mate], by=clerk)
    steps = [
        lambda day, by=clerk: adopted(made, "standing", day, by=by),
        lambda day, by=clerk: sent(made, "市人民政府", day, by=by),
        lambda day, by=clerk: answered(made, "已研究采纳。", day, by=by),
    ]
    for number, step in enumerate(steps):
        for early in steps[number + 1 :]:
            with pytest.raises(NotInTurn):
                early(LATER)
        with pytest.raises(NotInTurn):
            step(DAY - dt.timedelta(days=1))
        with pytest.raises(PermissionDenied):
            step(LATER, by=member)
        step(LATER)
        with pytest.raises(NotInTurn):
            step(LATER)
    made.refresh_from_db()
    assert (made.stands, made.level, made.sent_to) == ("已答复", "standing", "市人民政府")


@pytest.mark.parametrize(
    "days", [{"sent_on": LATER}, {"answered_on": LATER}, {"adopted_on": LATER}, {"level": "chairs"}]
)
def test_a_step_of_advice_is_no_row_without_the_one_before(city, clerk, days):
    made = enter(city, "report", "调研报告", DAY, by=clerk)
    with pytest.raises(IntegrityError), transaction.atomic():
        Advice.objects.filter(pk=made.pk).update(**days)


def test_authors_are_named_on_the_page(client, city, clerk, mate, member):
    made = enter(city, "report", "调研报告", DAY, by=clerk)
    place = f"/desk/advice/{made.pk}/authors/"
    client.force_login(clerk)
    assert client.post(place, {"authors": [member.pk]}).status_code == 422  # of another place
    assert client.post(place, {"authors": [mate.pk]}).status_code == 302
    assert list(made.authors.all()) == [mate]
    assert client.post(place, {}).status_code == 302
    assert list(made.authors.all()) == []


@pytest.mark.parametrize("many", [1, 6])
def test_the_page_asks_no_more_for_more_visits(
    client, out, clerk, mate, many, django_assert_max_num_queries
):
    for _number in range(many):
        visit = write_visit(out, seen(), [picture()], by=mate)
        finding = found(out, clerk, visit=visit)
        look_again(finding, "not", LATER, by=clerk, revisit_on=LATER)
    client.force_login(clerk)
    with django_assert_max_num_queries(27):
        page = client.get(f"/desk/supervision/{out.pk}/").content.decode()
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_the_page_takes_a_visit_and_says_what_is_wrong(client, out, mate):
    client.force_login(mate)
    place = f"/desk/supervision/{out.pk}/visit/"
    body = {"key": uuid4().hex, "place": "示例村", "day": timezone.localdate(), "said-1": "not"}
    for wrong in ({"day": "2999-01-01"}, {"place": ""}, {"key": "x"}, {"said-1": "unknown"}):
        assert client.post(place, body | wrong).status_code == 422
    assert not Visit.objects.exists()
    for _time in range(2):
        assert client.post(place, body).status_code == 302
    visit = Visit.objects.get()
    assert [(a.check_item.number, a.said) for a in visit.answers.all()] == [(1, "not")]
    page = client.get(f"/desk/supervision/{out.pk}/").content.decode()
    assert "示例村" in page and "写一处走访" not in page


def test_a_plan_has_so_many_lines(client, begun, clerk):
    client.force_login(clerk)
    place = f"/desk/supervision/{begun.pk}/plan/"
    assert client.post(place, {"checks": "\n".join("一" * 41)}).status_code == 422
    assert client.post(place, {"checks": "一" * 201}).status_code == 422
    assert client.post(place, {"checks": " 甲 \r\n\r\n 乙 ", "words": "看"}).status_code == 302
    assert [check.text for check in begun.checks.all()] == ["甲", "乙"]
