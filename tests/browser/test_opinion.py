"""One opinion report, in a real browser: up three tiers and back, by the hands of six people."""

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from tests.reports_written import edited, handed_in, issued, office, sent_up, writer
from xieshang.matters.actions import take
from xieshang.matters.models import Adoption, Matter, Referral

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def session():
    """The cookie of a session in which this person has signed in."""

    def sign_in(person):
        client = Client()
        client.force_login(person)
        return {"sessionid": client.cookies[settings.SESSION_COOKIE_NAME].value}

    return sign_in


@pytest.fixture
def seen_by(reader, session):
    """A page as somebody opens it."""
    return lambda person, path, **manner: reader(path, **session(person), **manner)


def page_of(matter):
    return f"/desk/matters/{matter.pk}/"


def press(page, button):
    page.get_by_role("button", name=button, exact=True).click()
    page.get_by_text(f"“{button}”已办，并已记入").wait_for()


def go(page, link):
    page.get_by_role("link", name=link, exact=True).click()


def adopt(page, button, number):
    go(page, button)
    page.get_by_label("期号").fill(str(number))
    page.get_by_label("刊物").fill("社情民意")
    press(page, button)


def test_a_member_writes_and_hands_in(seen_by, county):
    page = seen_by(writer(county), "/desk/opinion/new/")
    assert page.get_by_text("本系统不处理涉密信息").count() == 1
    page.get_by_label("标题").fill("电梯停运两周")
    page.get_by_label("情况").fill("字" * 1501)
    assert page.locator("[data-length-now]").inner_text() == "1,501"
    assert page.locator("[data-length-over]").is_visible()
    page.get_by_label("情况").fill("三部电梯停运两周。")
    page.get_by_role("button", name="保存草稿").click()
    page.wait_for_url("**/desk/matters/*/?sent=new-opinion")
    go(page, "提交")
    page.get_by_label("一事一报").check()
    press(page, "提交")
    assert (Matter.objects.get().status, page.faults) == ("submitted", [])


def test_an_office_edits_beside_the_original_and_issues(seen_by, county):
    report = handed_in(county)
    page = seen_by(office(county), page_of(report))
    go(page, "编辑")
    press(page, "编辑")
    go(page, "编辑正文")
    page.get_by_label("标题").fill("关于电梯应急维修的建议")
    page.get_by_role("button", name="查看改动").click()
    assert "关于电梯应急维修的建议" in page.locator("#changes ins").first.inner_text()
    page.get_by_role("button", name="保存编辑稿").click()
    page.wait_for_url("**/desk/matters/*/?sent=*")
    go(page, "核稿送签")
    press(page, "核稿送签")
    adopt(page, "签发", 7)
    assert Adoption.objects.get().issue.number == 7
    assert page.faults == []


def test_it_goes_up_as_one_record_and_each_tier_adopts_it(seen_by, county, city, region):
    report = issued(county)
    page = seen_by(office(county), page_of(report))
    go(page, "上报")
    page.get_by_text(f"原件报送{city.title}").wait_for()
    press(page, "上报")
    page.get_by_text(f"已于{timezone.localdate()}报送{city.title}").wait_for()
    for place, number in ((city, 12), (region, 3)):
        sent = Referral.objects.get(committee=place)
        page = seen_by(office(place), f"/desk/referrals/{sent.pk}/")
        adopt(page, "采用", number)
        go(page, "继续上报")
        press(page, "继续上报")
    nation = Referral.objects.get(committee=100000)
    adopt(seen_by(office(region), f"/desk/referrals/{nation.pk}/"), "采用", 5)
    numbers = Adoption.objects.values_list("committee", "issue__number")
    assert list(numbers) == [(450202, 1), (450200, 12), (450000, 3), (100000, 5)]
    assert Matter.objects.count() == 1


def test_the_author_finds_all_of_it_on_one_page_without_asking(seen_by, county, city):
    sent = sent_up(county, 7)
    take(sent, "refuse", by=office(city), note="已有同类信息")
    page = seen_by(writer(county), "/desk/notices/")
    page.get_by_role("link", name=f"{city.title}未采用").click()
    page.wait_for_url("**/desk/matters/*/")
    ladder = page.locator("#ladder li")
    assert ladder.count() == 4
    assert "第7期" in ladder.nth(0).inner_text()
    assert "已有同类信息" in ladder.nth(1).inner_text()
    assert "未上报" in ladder.nth(3).inner_text()


def rooms(county, city):
    """The address of every page of opinion reports, and who opens it."""
    sent = sent_up(county, 7)
    report = edited(county)
    take(report, "hand-back", by=office(county), note="再核")
    return {
        page_of(sent.matter): writer(county),
        f"/desk/opinion/{report.pk}/edited/": office(county),
        f"/desk/referrals/{sent.pk}/?move=adopt": office(city),
        f"/desk/issues/new/?pick={sent.matter_id}&pick={report.pk}": office(city),
        f"/desk/issues/{Adoption.objects.get().issue_id}/": office(city),
        **dict.fromkeys(
            (
                "/desk/opinion/", "/desk/opinion/new/", "/desk/referrals/", "/desk/issues/",
                "/desk/adoptions/", "/desk/adoptions/counts/", "/desk/opinion/contributors/",
            ),
            office(city),
        ),
    }  # fmt: skip


@pytest.mark.parametrize("manner", [{}, {"theme": "dark"}, {"size": "elder"}])
def test_every_page_is_open_to_everybody(manner, seen_by, barriers, county, city):
    for path, person in rooms(county, city).items():
        page = seen_by(person, path, **manner)
        assert (path, barriers(page), page.faults) == (path, [], [])


@pytest.mark.parametrize("size", ["usual", "elder"])
def test_nothing_is_cut_off_on_a_phone(size, seen_by, county, city):
    for path, person in rooms(county, city).items():
        page = seen_by(person, path, width=320, size=size)
        assert (path, page.evaluate("document.documentElement.scrollWidth")) == (path, 320)
