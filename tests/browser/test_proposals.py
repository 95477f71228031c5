"""One proposal from its draft to a second handling, in the browsers of five people."""

import datetime as dt

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from xieshang.matters.actions import (
    Wishes,
    Words,
    begin_proposal,
    check,
    load_rules,
    sign,
    take,
)
from xieshang.matters.models import AnswerClass, Category, Matter, Signature

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WORDS = Words("加装路灯", "两盏路灯不亮", "线路老化", "更换线路和灯具")
SOON = timezone.localdate() + dt.timedelta(days=7)


@pytest.fixture
def author(seated, city):
    return seated("作者", city, "member")


@pytest.fixture
def cosigner(seated, city):
    return seated("联名人", city, "member")


@pytest.fixture
def draft(region, officer, city, author):
    load_rules(region, by=officer)
    return begin_proposal(WORDS, Wishes(), by=author, committee=city)


@pytest.fixture
def asked(draft, author, cosigner):
    take(draft, "invite", by=author, people=[cosigner], due=SOON)
    return draft


@pytest.fixture
def submitted(asked, author, cosigner):
    sign(asked, agreed=True, by=cosigner)
    take(asked, "submit", by=author)
    return asked


@pytest.fixture
def filed(submitted, clerk, city):
    for aspect in ("qualification", "content", "form"):
        check(submitted, aspect=aspect, passed=True, by=clerk)
    category = Category.objects.filter(use="reporting").of(city)[0]
    take(submitted, "file", by=clerk, category=category, working=None, units=[])
    return submitted


@pytest.fixture
def replied(filed, clerk, city, unit):
    take(filed, "assign", by=clerk, lead=unit, joint=[], separate=[])
    lead, who = filed.assignments.get(), unit.clerks.get()
    take(lead, "receive", by=who)
    letter = AnswerClass.objects.of(city)[1]
    said = {"number": "柳函1号", "text": "列入明年计划", "contact_name": "经办人"}
    take(lead, "reply", by=who, answer_class=letter, telephone="0772-2834567", **said)
    take(lead, "pass", by=clerk)
    take(lead, "sign-off", by=who, leader="分管领导")
    return filed


def at(matter, query=""):
    return f"/desk/matters/{matter.pk}/{query}"


@pytest.fixture
def opened(reader, plain, session):
    """The page of somebody, with its scripts or without them."""

    def go(path, person, scripts=True):
        return reader(path, **session(person)) if scripts else plain(path, person)

    return go


@pytest.mark.parametrize("scripts", [True, False])
def test_the_author_writes_and_asks_for_signatures(
    scripts, opened, region, officer, author, cosigner, seated, city
):
    load_rules(region, by=officer)
    seated("另一人", city, "member")
    page = opened("/desk/proposals/new/", author, scripts)
    page.get_by_label("案由").fill("加装路灯")
    page.get_by_label("情况").fill("两盏路灯不亮")
    page.locator("#id_advice").fill("更换灯具")
    if scripts:
        expect(page.locator("[data-counted]").first).to_have_text("6 / 3,000")
    page.get_by_role("button", name="保存草稿").click()
    page.get_by_role("link", name="邀请联名").click()
    if scripts:  # the field that was swapped in listens only once it has settled
        page.locator("#picker-q").wait_for()
        page.wait_for_function("() => !document.querySelector('.htmx-added, .htmx-settling')")
    page.get_by_label("按姓名或界别查找委员").fill("联名")
    if not scripts:  # with them it searches as one types
        page.get_by_role("button", name="搜索").click()
    expect(page.locator("#picker-found label")).to_have_count(1)
    page.get_by_label("联名人").check()
    page.get_by_label("答复截止").fill(SOON.isoformat())
    page.get_by_role("button", name="邀请联名").click()
    page.wait_for_load_state("networkidle")  # what is sent in place comes back in place
    page.get_by_text("“邀请联名”已办").wait_for()
    assert Signature.objects.get().person == cosigner
    assert Matter.objects.get().status == "cosigning"


@pytest.mark.parametrize("scripts", [True, False])
def test_the_asked_one_comes_by_the_notice_and_signs(scripts, opened, asked, cosigner):
    page = opened("/desk/notices/", cosigner, scripts)
    page.get_by_role("link", name="加装路灯").first.click()
    page.get_by_label("同意联名").check()
    page.get_by_role("button", name="答复是否联名").click()
    page.get_by_text("“答复是否联名”已办").wait_for()
    assert Signature.objects.get().answer == "agreed"


@pytest.mark.parametrize("scripts", [True, False])
def test_the_office_checks_thrice_and_files(scripts, opened, submitted, clerk):
    page = opened(at(submitted), clerk, scripts)
    for n in range(3):
        page.locator("form.check").nth(n).get_by_role("button", name="通过", exact=True).click()
        expect(page.locator("form.check .chip.good")).to_have_count(n + 1)
    page.get_by_role("link", name="立案", exact=True).click()
    page.get_by_label("类别", exact=True).select_option(index=1)
    page.get_by_role("button", name="立案", exact=True).click()
    page.get_by_text("第1号").first.wait_for()
    assert Matter.objects.get().number == 1


def test_the_office_assigns_the_unit_answers_and_the_office_lets_it_pass(
    opened, filed, clerk, unit
):
    office = opened(at(filed), clerk)
    office.get_by_role("link", name="交办", exact=True).last.click()
    office.get_by_label("单办或主办单位").select_option(label="水利局")
    office.get_by_role("button", name="交办").click()
    office.get_by_text("“交办”已办").wait_for()
    lead = filed.assignments.get()
    who, page = unit.clerks.get(), f"/desk/assignments/{lead.pk}/"
    desk = opened(page, who)
    desk.get_by_role("link", name="签收").click()
    desk.get_by_role("button", name="签收").click()
    desk.get_by_text("“签收”已办").wait_for()
    lead.refresh_from_db()
    assert lead.status == "handling"
    office.goto(at(filed))
    assert office.locator(".stamps li.now").inner_text().startswith("主办")


def test_who_is_not_satisfied_opens_a_second_handling(opened, replied, cosigner, unit):
    page = opened(at(replied), cosigner)
    assert page.get_by_text("列入明年计划").is_visible()
    box = page.locator("#acting form")
    box.get_by_label("满意", exact=True).first.check()
    box.get_by_label("不满意").last.check()
    box.get_by_label("上门走访").check()
    box.get_by_role("button", name="评价").click()
    page.get_by_text("请说明还差什么").first.wait_for()
    page.get_by_label("意见与建议").fill("没有时间表")
    page.get_by_role("button", name="评价").click()
    page.get_by_text("“评价”已办").wait_for()
    replied.refresh_from_db()
    assert (replied.status, replied.round) == ("handling", 2)
    again = opened(at(replied), unit.clerks.get())
    assert again.get_by_text("没有时间表").count() == 1
    assert again.locator(".stamps li.now").inner_text().startswith("主办")


def test_two_windows_on_one_text_lose_neither(opened, draft, author):
    first, second = (opened(f"{at(draft)}text/", author) for _window in range(2))
    first.get_by_label("情况").fill("第一个窗口")
    first.get_by_role("button", name="保存草稿").click()
    first.get_by_role("heading", name="加装路灯").wait_for()
    second.get_by_label("情况").fill("第二个窗口")
    second.get_by_role("button", name="保存草稿").click()
    second.get_by_role("button", name="把两边合到右边").click()
    assert second.locator("#mine-situation").input_value() == "第二个窗口\n\n第一个窗口"
    second.get_by_role("button", name="保存右边的内容").click()
    second.get_by_text("第二个窗口").wait_for()
    assert draft.texts.latest_of("original").number == 3


@pytest.mark.parametrize("manner", [{}, {"theme": "dark"}, {"size": "elder"}, {"language": "en"}])
def test_its_pages_are_open_to_everybody(manner, reader, session, barriers, replied, clerk):
    page = reader(at(replied), **session(clerk), **manner)
    for path in (at(replied), at(replied, "publication/?deed=consent"), "/matters/"):
        page.goto(path)
        assert (barriers(page), page.faults) == ([], []), path


@pytest.mark.parametrize("manner", [{}, {"theme": "dark"}, {"size": "elder"}])
def test_its_forms_are_open_to_everybody(manner, reader, session, barriers, draft, author):
    page = reader("/desk/proposals/new/", **session(author), **manner)
    for path in ("/desk/proposals/new/", at(draft, "text/"), at(draft, "?move=invite")):
        page.goto(path)
        assert (barriers(page), page.faults) == ([], []), path


@pytest.mark.parametrize("size", ["usual", "elder"])
def test_nothing_is_cut_off_on_a_phone(size, reader, session, draft, author):
    page = reader(at(draft), width=320, size=size, **session(author))
    for path in (at(draft), at(draft, "text/"), at(draft, "?move=invite"), "/desk/proposals/new/"):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") == 320, path
