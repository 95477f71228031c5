"""The page of what I was told and why, and of how I want to be told."""

import pytest
from django.test import Client
from django.urls import reverse

from xieshang.audit.models import Entry
from xieshang.notices.actions import order_test
from xieshang.notices.actions.sending import send_due
from xieshang.notices.channels import NotDelivered
from xieshang.notices.models import Message, Notice, Rhythm, Wishes
from xieshang.notices.models.notice import Fault

from .conftest import HERE

pytestmark = pytest.mark.django_db
PAGE = reverse("desk:notices")
SAID = {
    "way": "mail",
    "address": "zhangsan@example.org",
    "rhythm": "daily",
    "quiet_from": "22:00",
    "quiet_until": "07:30",
    "language": "zh-hans",
}


@pytest.fixture
def browser(clerk, settings):
    settings.MAIL = "mailto://127.0.0.1:1?from=office@example.org"
    client = Client()
    client.force_login(clerk)
    return client


def text(answer):
    return answer.content.decode()


def test_the_page_says_what_why_and_what_became_of_it(
    at, tell, wishing, city, clerk, officer, browser, sink
):
    wishing(clerk, rhythm=Rhythm.AT_ONCE)
    tell(city, 0, [officer], title="别人的")
    now = at(10)
    tell(city, 1, [clerk], title="<b>已送</b>")
    send_due(now)
    tell(city, 2, [clerk], title="等着")
    page = browser.get(PAGE)
    told = [(str(each.notice), each.state, each.hidden) for each in page.context["told"]]
    assert told == [
        ("“等着” was filed as 12", "等待发送", False),
        ("“<b>已送</b>” was filed as 12", "已发送", False),
    ]
    for words in (f'href="{HERE}"', "为什么收到：您是提案人", "c****@example.org", "&lt;b&gt;"):
        assert words in text(page)
    assert ("别人的" in text(page), "clerk@example.org" in text(page)) == (False, False)


def test_an_empty_page_says_what_will_stand_there(browser):
    assert "还没有通知" in text(browser.get(PAGE))


def test_what_is_not_theirs_to_see_any_more_is_not_named(tell, unit, clerk, browser):
    tell(unit, 1, [clerk], title="机密")
    assert "机密" in text(browser.get(PAGE))
    clerk.seats.all().delete()
    page = text(browser.get(PAGE))
    assert ("机密" in page, HERE in page, "所涉事项您已无权查看" in page) == (False, False, True)


def test_the_masthead_counts_what_is_new_until_the_page_has_been_open(tell, city, clerk, browser):
    for occurrence in range(3):
        tell(city, occurrence, [clerk])
    board = reverse("desk:board")
    assert '<span class="count">3</span>' in text(browser.get(board))
    last = browser.get(PAGE).context["newest"]
    tell(city, 3, [clerk])
    seen = browser.post(
        reverse("desk:seen_notices"), {"last": last}, headers={"HX-Request": "true"}
    )
    assert (seen.status_code, seen.content) == (204, b"")
    assert '<span class="count">1</span>' in text(browser.get(board))
    answer = browser.post(reverse("desk:seen_notices"), {"last": Notice.objects.first().pk})
    assert (answer.status_code, answer.url) == (302, PAGE)
    assert 'class="count"' not in text(browser.get(board))


def test_more_than_ninety_nine_are_not_counted(tell, city, clerk, browser):
    for occurrence in range(101):
        tell(city, occurrence, [clerk])
    assert '<span class="count">99+</span>' in text(browser.get(PAGE))


@pytest.mark.parametrize("last", ["", "x", "-1", str(2**63), "9" * 400, "\x00"])
def test_odd_keys_are_seen_by_nobody(last, browser):
    assert browser.post(reverse("desk:seen_notices"), {"last": last}).status_code == 302


def test_wishes_are_kept_and_the_log_holds_no_address(clerk, browser):
    assert browser.post(PAGE, SAID).url == PAGE
    wishes = Wishes.objects.get(person=clerk)
    assert (wishes.address, f"{wishes.quiet_until:%H:%M}") == ("zhangsan@example.org", "07:30")
    entry = Entry.objects.get(verb="set-wishes")
    assert entry.detail == {"way": "mail", "rhythm": "daily"}
    page = text(browser.get(PAGE))
    assert ("z*******@example.org" in page, "zhangsan@" in page) == (True, False)
    assert browser.post(PAGE, SAID | {"address": ""}).status_code == 302
    assert browser.post(PAGE, SAID | {"way": "page"}).status_code == 302
    assert list(Wishes.objects.values_list("way", "address")) == [("page", "")]


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"address": "http://127.0.0.1/"}, "address"),
        ({"way": "wecom", "address": "https://127.0.0.1/send?key=0123456789abcdef"}, "address"),
        ({"way": "sms"}, "way"),
        ({"quiet_from": "25:00"}, "quiet_from"),
        ({"language": "fr"}, "language"),
        ({"address": "a\x00@b.cn"}, "address"),
    ],
)
def test_what_does_not_fit_comes_back_with_a_reason(said, field, browser):
    page = browser.post(PAGE, SAID | said)
    assert (page.status_code, list(page.context["form"].errors)) == (422, [field])
    assert Wishes.objects.count() == 0


def test_a_test_is_ordered_with_one_press(wishing, clerk, browser, sink, at):
    press = reverse("desk:test_notice")
    notes = [said(browser, press)]
    wishing(clerk)
    now = at(3)
    notes += [said(browser, press), said(browser, press)]
    assert notes == [
        "请先选择接收方式。",
        "已交发送，一分钟内本页会显示是否送达。",
        "十分钟内已发过一次。",
    ]
    assert (send_due(now), len(sink)) == ({"sent": 1}, 1)


def said(browser, address):
    [note] = browser.post(address, follow=True).context["messages"]
    return str(note)


def test_a_message_that_does_not_arrive_is_told_until_one_does(
    at, wishing, clerk, browser, sink, monkeypatch
):
    wishing(clerk)
    now = at(10)
    order_test(by=clerk, href=HERE)

    def refuse(*_said):
        raise NotDelivered(Fault.REFUSED, "550 <no> such user")

    with monkeypatch.context() as broken:
        broken.setattr("xieshang.notices.actions.sending.deliver", refuse)
        send_due(now)
    page = text(browser.get(PAGE))
    for words in ("自 2026-03-02 10:00 起，发给您的消息未能送达", "550 &lt;no&gt; such user",
                  "将于 2026-03-02 10:01 重发"):  # fmt: skip
        assert words in page
    Message.objects.update(ended_at=now)
    assert "已停止发送" in text(browser.get(PAGE))
    later = at(11)
    order_test(by=clerk, href=HERE)
    send_due(later)
    assert "未能送达" not in text(browser.get(PAGE))


def test_a_page_of_many_costs_few_queries(
    tell, wishing, city, unit, clerk, browser, django_assert_max_num_queries
):
    wishing(clerk)
    for occurrence in range(40):
        tell(unit if occurrence % 2 else city, occurrence, [clerk])
    with django_assert_max_num_queries(15):
        page = browser.get(PAGE)
    assert (len(page.context["told"]), "after=" in text(page)) == (30, True)
