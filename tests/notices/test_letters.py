"""What a receiver reads, and what mail servers and bots say to it."""

import json
import logging

import pytest
import requests

from xieshang.notices import channels, letters
from xieshang.notices.actions.sending import send_due
from xieshang.notices.channels import NotDelivered, deliver
from xieshang.notices.kinds import Kind, Why, declared
from xieshang.notices.letters import LONGEST_BOT, Letter, letter
from xieshang.notices.models import Notice, Rhythm, Way
from xieshang.notices.models.notice import Fault
from xieshang.notices.notices import TEST

pytestmark = pytest.mark.django_db
SHORT = Letter("subject", "text")
TOKEN = "abcdef" * 6
EVIL = "一\r\nBcc: evil@example.org\r\n\r\n<b>\u202e.\r\n.\r\nQUIT"


@pytest.fixture
def posted(monkeypatch):
    """What was posted to bots; what they answer is `posted.answer`."""

    class Posted(list):
        answer = (200, {"errcode": 0, "errmsg": "ok", "code": 0})

    got = Posted()

    def post(url, *, data=None, json=None, allow_redirects, timeout, **_more):
        if isinstance(got.answer, Exception):
            raise got.answer
        got.append((url, json or loads(data), allow_redirects))
        answer = requests.Response()
        answer.status_code, said = got.answer
        answer._content = (said if isinstance(said, str) else dumps(said)).encode()
        return answer

    monkeypatch.setattr(requests, "post", post)
    return got


loads, dumps = json.loads, json.dumps


def test_a_letter_says_what_why_when_and_where(at, tell, wishing, city, clerk, mailbox, settings):
    settings.BODY, settings.ADDRESS = "示例政协", "https://example.org"
    wishing(clerk, language="zh-hans")
    at(10)
    tell(city, 1, [clerk])
    at(11)
    tell(city, 2, [clerk], number="13")
    assert send_due(at(24 + 8)) == {"sent": 2 - 1}
    [got] = mailbox
    assert (got["To"], got["From"], got["Subject"], got["Auto-Submitted"]) == (
        "clerk@example.org",
        "Office <office@example.org>",
        "您有 2 条通知 · 示例政协",
        "auto-generated",
    )
    assert got.get_content_type() == "text/plain"
    assert got.get_content().splitlines() == [
        "您有 2 条通知",
        "",
        "1. “修路” was filed as 12",
        "   为什么收到：您是提案人 · 2026年3月2日",
        "   https://example.org/desk/matters/12/",
        "",
        "2. “修路” was filed as 13",
        "   为什么收到：您是提案人 · 2026年3月2日",
        "   https://example.org/desk/matters/12/",
        "",
        "--",
        "更改邮箱、时段或不再接收：https://example.org/desk/notices/",
        "示例政协",
    ]


def test_a_resident_is_told_how_to_be_forgotten(at, tell, city, mailbox, settings):
    settings.BODY = "示例政协"
    at(10)
    tell(city, 1, ["resident@example.org"])
    send_due(at(24 + 8))
    assert "如需删除您的邮箱，请打开上面的链接办理。" in mailbox[0].get_content()
    assert "/desk/notices/" not in mailbox[0].get_content()


def test_no_value_breaks_a_header_or_begins_a_second_letter(
    at, tell, wishing, city, clerk, mailbox, settings
):
    settings.BODY = EVIL
    wishing(clerk, rhythm=Rhythm.AT_ONCE)
    now = at(10)
    tell(city, 1, [clerk], title=EVIL, number="1" * 10_000)
    assert send_due(now) == {"sent": 1}
    [got] = mailbox
    assert sorted(got.keys()) == [
        "Auto-Submitted", "Content-Transfer-Encoding", "Content-Type", "Date", "From",
        "MIME-Version", "Message-ID", "Subject", "To", "X-Application",
    ]  # fmt: skip
    assert got["To"] == "clerk@example.org"
    assert len(got["Subject"]) <= letters.LONGEST_SUBJECT
    text = got.get_content()
    assert "“一 Bcc: evil@example.org <b>. . QUIT” was filed as " + "1" * 199 + "…" in text
    assert "\u202e" not in text


def test_a_refusal_is_told_in_the_servers_words_without_the_address(mailbox):
    with pytest.raises(NotDelivered) as refused:
        deliver(Way.MAIL, "bad@example.org", SHORT)
    assert refused.value.args == (Fault.REFUSED, "550 5.1.1 no such user")


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("mailto://127.0.0.1:1?from=office@example.org", Fault.UNREACHABLE),
        ("mailto://127.0.0.1:1", Fault.SETTINGS),
        ("https://127.0.0.1:1/?from=office@example.org", Fault.SETTINGS),
        ("nonsense", Fault.SETTINGS),
    ],
)
def test_a_server_that_cannot_be_used_is_told_apart(url, fault, settings):
    settings.MAIL = url
    with pytest.raises(NotDelivered) as refused:
        deliver(Way.MAIL, "a@example.org", SHORT)
    assert refused.value.fault == fault


@pytest.mark.parametrize(
    ("way", "place"),
    [
        (Way.WECOM, f"https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key={TOKEN}"),
        (Way.DINGTALK, f"https://oapi.dingtalk.com/robot/send?access_token={TOKEN}"),
        (Way.FEISHU, f"https://open.feishu.cn/open-apis/bot/v2/hook/{TOKEN}/"),
    ],
)
def test_a_bot_is_asked_at_its_own_host_and_heard(way, place, posted):
    deliver(way, TOKEN, Letter("", "通知\n二"))
    [(url, said, redirects)] = posted
    text = said.get("text", said.get("content"))
    assert (url, text.get("content", text.get("text")), redirects) == (place, "通知\n二", False)
    unknown = {"errcode": 93000, "code": 9499, "errmsg": "invalid", "msg": "invalid"}
    broken = requests.ConnectionError(f"no route to {place}")
    heard = []
    for answer in [(200, unknown), (404, "gone"), (302, ""), (200, "[]"), broken]:
        if (way, answer) == (Way.FEISHU, (200, "[]")):
            continue  # which apprise takes for sent
        posted.answer = answer
        with pytest.raises(NotDelivered) as refused:
            deliver(way, TOKEN, SHORT)
        heard.append(refused.value.fault)
        assert TOKEN not in refused.value.heard
    assert set(heard[:-1]) == {Fault.REFUSED}
    assert heard[-1] == Fault.UNREACHABLE


def test_nothing_of_a_sending_reaches_the_servers_log(posted):
    posted.answer = requests.ConnectionError(TOKEN)
    root, before = channels.Listener(), list(channels.LOG.handlers)
    logging.getLogger().addHandler(root)
    with pytest.raises(NotDelivered):
        deliver(Way.FEISHU, TOKEN, SHORT)
    logging.getLogger().removeHandler(root)
    assert (root.said, channels.LOG.handlers) == ([], before)


@pytest.mark.parametrize("openly", [True, False])
def test_a_bot_says_how_many_and_what_only_if_it_may(openly, tell, wishing, city, clerk, settings):
    settings.BODY, settings.ADDRESS = "示例政协", "https://example.org"
    for occurrence in (1, 2):
        tell(city, occurrence, [clerk], title="信" * 150)
    wishes = wishing(clerk, way=Way.WECOM, address=TOKEN, openly=openly, language="zh-hans")
    written = letter(list(Notice.objects.order_by("pk")), wishes)
    lines = written.text.splitlines()
    assert (written.subject, lines[:2], lines[-1]) == (
        "",
        ["通知 · 示例政协", "您有 2 条通知"],
        "https://example.org/desk/notices/",
    )
    inner = [f"{n}. “{'信' * 150}” was filed as 12" for n in (1, 2)]
    assert lines[2:-1] == (inner if openly else ["· 您是提案人: 2"])


def test_a_long_text_for_a_bot_is_cut_and_keeps_its_link(tell, wishing, city, clerk):
    for occurrence in range(20):
        tell(city, occurrence, [clerk], title="信" * 200)
    wishes = wishing(clerk, way=Way.DINGTALK, address=TOKEN, openly=True)
    text = letter(list(Notice.objects.all()), wishes).text
    assert len(text.encode()) <= LONGEST_BOT
    assert text.splitlines()[-1] == letters.page()


def test_a_letter_of_hundreds_tells_of_fifty_and_says_so(tell, wishing, city, clerk):
    for occurrence in range(60):
        tell(city, occurrence, [clerk])
    text = letter(list(Notice.objects.all()), wishing(clerk)).text
    assert (text.count("was filed as"), "10 more are on the page." in text) == (50, True)


def test_every_kind_of_every_package_can_be_told():
    kinds = declared()
    assert kinds[TEST.slug] is TEST
    assert [kind for kind in kinds.values() if not isinstance(kind, Kind)] == []
    assert {kind.why for kind in kinds.values()} <= set(Why)
    assert [kind.slug for kind in kinds.values() if len(kind.words) > 300] == []
