"""Issues, the ledger of adoptions, the room, the contributors: what each page holds and costs."""

import csv
import io

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.reports_written import (
    edited,
    handed_in,
    issue,
    issued,
    office,
    second_county,
    sent_up,
    writer,
)
from xieshang.matters.actions import do, take
from xieshang.matters.models import Contributor, Issue, Matter

pytestmark = pytest.mark.django_db
BUDGET = 15
NEW = "/desk/issues/new/"


def at(name, key):
    return reverse(f"desk:{name}", args=[key])


def number(n):
    today = timezone.localdate()
    return {"bulletin": "政协信息", "number": n, "heading": "电梯三题", "adopted_on": today}


@pytest.fixture
def two_sent(county, city):
    """Reports of two counties that lie before the city."""
    return sent_up(county, 1, title="甲"), sent_up(second_county(city), 1, title="丙")


def test_ticked_reports_become_one_issue(at_desk, two_sent, city, county):
    browser = at_desk(office(city))
    early = handed_in(county, title="乙")
    picked = [str(each.matter_id) for each in two_sent] + [str(early.pk)]
    shown = browser.get(NEW, {"pick": picked})
    assert [line.matter.title for line in shown.context["ready"]] == ["甲", "丙"]
    assert [line.matter.title for line in shown.context["stay"]] == ["乙"]
    assert "三部电梯停运两周" in shown.context["form"].initial["text"]
    share = {f"share-{two_sent[0].matter_id}": "第一段"}
    body = number(9) | share | {"pick": picked[:2], "committee": city.pk, "text": "综述"}
    sent = browser.post(NEW, body)
    made = Issue.objects.get(number=9)
    assert sent.headers["Location"].startswith(at("issue", made.pk))
    shares = made.adoptions.order_by("matter__pk").values_list("mode", "share")
    assert list(shares) == [("combined", "第一段"), ("combined", "")]
    theirs = at_desk(writer(county)).get(at("issue", made.pk))
    assert [each.matter.title for each in theirs.context["adoptions"]] == ["甲"]
    assert (theirs.context["others"], "综述" in theirs.content.decode()) == (1, False)
    assert "综述" in browser.get(at("issue", made.pk)).content.decode()


def test_a_number_that_is_taken_is_named_at_its_field(at_desk, two_sent, city):
    take(two_sent[0], "adopt", by=office(city), **issue(9, bulletin="政协信息"))
    body = number(9) | {"pick": [two_sent[1].matter_id], "committee": city.pk}
    answer = at_desk(office(city)).post(NEW, body)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["number"])
    assert Issue.objects.filter(committee=city).count() == 1


def test_ticks_among_what_was_sent_up_lead_to_the_same_page(at_desk, two_sent, city):
    answer = at_desk(office(city)).get(
        "/desk/referrals/issue/", {"pick": [each.pk for each in two_sent]}
    )
    picked = "&".join(f"pick={each.matter_id}" for each in two_sent)
    assert answer.headers["Location"] == f"{NEW}?{picked}&committee={city.pk}"


def test_the_ledger_of_adoptions_is_a_file_of_what_is_shown(at_desk, county, city):
    sent = sent_up(county, 7)
    take(sent, "adopt", by=office(city), **issue(12, share="第一段"))
    facts = {"level": "city", "post": "市长", "given_on": timezone.localdate(), "words": "机要"}
    do(sent, "instruct", by=office(city), **facts)
    file = at_desk(writer(county)).get("/desk/adoptions/?export=csv").content.decode("utf-8-sig")
    head, first, second = list(csv.reader(io.StringIO(file)))[:3]
    today = timezone.localdate()
    assert head == [
        "标题", "编号", "作者", "作者身份", "单位", "采用单位", "方式", "期号", "采用日期",
        "出自本篇的内容", "批示",
    ]  # fmt: skip
    own = [sent.matter.title, sent.matter.short, "writer-450202", "委员", county.title]
    assert second == [
        *own, county.title, "单篇采用", f"《社情民意》{today.year}年第7期", str(today), "", "",
    ]  # fmt: skip
    assert first == [
        *own, city.title, "单篇采用", f"《社情民意》{today.year}年第12期", str(today), "第一段",
        f"市 {today}",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("by", "lines"),
    [
        ("", [["柳州市城中区政协", 2, 2, 1, 0, 0, 1], ["柳州市鱼峰区政协", 1, 1, 0, 0, 0, 0]]),
        (
            "author",
            [
                ["writer-450202", "柳州市城中区政协", 2, 2, 1, 0, 0, 1],
                ["writer-450203", "柳州市鱼峰区政协", 1, 1, 0, 0, 0, 0],
            ],
        ),
    ],
)
def test_adoptions_are_counted_and_nobody_is_ranked(by, lines, at_desk, two_sent, county, city):
    issued(county, 2, title="乙")
    take(two_sent[0], "adopt", by=office(city), **issue(1))
    facts = {"level": "city", "post": "市长", "given_on": timezone.localdate()}
    for _each in range(2):  # two instructions on one adoption are one that was instructed
        do(two_sent[0], "instruct", by=office(city), **facts)
    browser = at_desk(office(city))
    assert browser.get(f"/desk/adoptions/counts/?by={by}").context["lines"] == lines
    file = browser.get(f"/desk/adoptions/counts/?by={by}&export=csv").content.decode("utf-8-sig")
    assert [row for row in csv.reader(io.StringIO(file))][1] == [str(each) for each in lines[0]]


def test_the_room_says_what_waits_for_whom(at_desk, county, city):
    handed_in(county)
    edited(county)
    sent_up(county)
    shown = at_desk(office(county)).get("/desk/opinion/")
    assert [each.count for each in shown.context["office"]] == [1, 0, 1, 0, 0, 0, 1]
    assert [each.count for each in shown.context["own"]] == [0, 0]
    above = at_desk(office(city))
    assert [each.count for each in above.get("/desk/opinion/").context["office"]][-2:] == [1, 0]
    for ready in shown.context["office"]:
        listed = at_desk(office(county)).get(ready.href)
        assert listed.context["page"].count == ready.count
    own = at_desk(writer(county)).get("/desk/opinion/").context["own"]
    assert [each.count for each in own] == [3, 0]


def test_an_office_invites_and_ends(at_desk, stranger, county):
    browser = at_desk(office(county))
    address = "/desk/opinion/contributors/"
    unknown = browser.post(address, {"username": "nobody", "committee": county.pk})
    assert list(unknown.context["form"].errors) == ["username"]
    browser.post(address, {"username": "stranger", "committee": county.pk})
    invited = Contributor.objects.get()
    assert [
        way[0] for way in at_desk(stranger).get("/desk/opinion/new/").context["form"].ways.values()
    ]
    browser.post(at("contributor", invited.pk))
    invited.refresh_from_db()
    assert invited.until == timezone.localdate()
    assert at_desk(stranger).get("/desk/opinion/new/").context["form"].ways == {}
    assert at_desk(stranger).post(at("contributor", invited.pk)).status_code == 403


def full(county, city, region):
    """A report with all it can have: three tiers, instructions, an issue with another's report."""
    sent = sent_up(county, 1)
    take(sent, "adopt", by=office(city), **issue(1))
    facts = {"level": "city", "post": "市长", "given_on": timezone.localdate(), "words": "请办"}
    do(sent, "instruct", by=office(city), **facts)
    second = do(sent, "send-further", by=office(city))
    take(second, "adopt", by=office(region), **issue(1))
    do(second, "send-further", by=office(region))
    return sent


def test_no_page_costs_more_than_its_budget(
    at_desk, county, city, region, django_assert_max_num_queries
):
    sent = full(county, city, region)
    others = [edited(county, title) for title in "甲乙"]
    take(others[1], "hand-back", by=office(county), note="再核")
    picked = f"?pick={others[0].pk}&pick={others[1].pk}&pick={sent.matter_id}"
    pages = {
        at("matter", sent.matter_id): (writer(county), office(county), office(city)),
        f"{at('matter', others[0].pk)}?move=adopt": (office(county),),
        at("referral", sent.pk): (office(city), writer(county)),
        at("opinion_edit", others[1].pk): (office(county),),
        f"{NEW}{picked}": (office(county),),
        at("issue", Issue.objects.first().pk): (office(city),),
        **dict.fromkeys(
            (
                "/desk/opinion/", "/desk/opinion/new/", "/desk/referrals/", "/desk/issues/",
                "/desk/adoptions/", "/desk/adoptions/counts/", "/desk/opinion/contributors/",
            ),
            (office(city),),
        ),
    }  # fmt: skip
    for address, people in pages.items():
        for person in people:
            browser = at_desk(person)
            with django_assert_max_num_queries(BUDGET, info=f"{address} {person}"):
                assert browser.get(address).status_code == 200
    assert Matter.objects.count() == 3
