"""Where messages may go: nowhere but to an e-mail address or to one of three hosts."""

import pytest
from django.core.exceptions import ValidationError

from xieshang.notices.forms import WishesForm
from xieshang.notices.models import Way, Wishes
from xieshang.notices.places import place_of

KEY = "0123abcd-0123-4567-89ab-0123456789ab"
HEX = "0123456789abcdef" * 4
WECOM = f"https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key={KEY}"
DINGTALK = f"https://oapi.dingtalk.com/robot/send?access_token={HEX}"
FEISHU = f"https://open.feishu.cn/open-apis/bot/v2/hook/{KEY}"


@pytest.mark.parametrize(
    ("way", "said", "kept"),
    [
        (Way.WECOM, WECOM, KEY),
        (Way.DINGTALK, DINGTALK, HEX),
        (Way.FEISHU, FEISHU, KEY),
        (Way.MAIL, "Zhang.San+x@Mail.Example.CN", "Zhang.San+x@mail.example.cn"),
    ],
)
def test_what_fits_is_kept(way, said, kept):
    assert place_of(way, said) == kept


@pytest.mark.parametrize(
    ("way", "said"),
    [
        (Way.WECOM, DINGTALK),
        (Way.WECOM, WECOM.replace("https", "http")),
        (Way.WECOM, WECOM.replace("qyapi.weixin.qq.com", "127.0.0.1")),
        (Way.WECOM, WECOM.replace("qyapi.weixin.qq.com", "qyapi.weixin.qq.com.evil.cn")),
        (Way.WECOM, WECOM.replace("qyapi.weixin.qq.com", "qyapi.weixin.qq.com@evil.cn")),
        (Way.WECOM, WECOM.replace("qyapi.weixin.qq.com", "evil.cn/qyapi.weixin.qq.com")),
        (Way.WECOM, WECOM.replace("qyapi.weixin.qq.com", "qyapi.weixin.qq.com:22")),
        (Way.WECOM, WECOM.replace("qyapi.", "qyapi\u3002")),
        (Way.WECOM, f"{WECOM}&x=1"),
        (Way.WECOM, f"{WECOM}\n"),
        (Way.WECOM, f"{WECOM}/../../x"),
        (Way.WECOM, f"{WECOM}#{KEY}"),
        (Way.WECOM, KEY),
        (Way.WECOM, "file:///etc/passwd"),
        (Way.FEISHU, f"{FEISHU}?x=1"),
        (Way.FEISHU, FEISHU.replace(KEY, "../" * 10)),
        (Way.DINGTALK, f"https://oapi.dingtalk.com/robot/send?access_token={'０' * 32}"),
        (Way.MAIL, ""),
        (Way.MAIL, "a@localhost"),
        (Way.MAIL, "a@127.0.0.1"),
        (Way.MAIL, "a@b.cn\r\nBcc: c@d.cn"),
        (Way.MAIL, "a@b.cn, c@d.cn"),
        (Way.MAIL, "张三 <a@b.cn>"),
        (Way.MAIL, '"a b"@b.cn'),
        (Way.MAIL, "a\u202e@b.cn"),
        (Way.MAIL, "а@b.cn"),  # a Cyrillic а
        (Way.MAIL, f"a@{'b.' * 200}cn"),
        (Way.MAIL, "?to=c@d.cn&a@b.cn"),
    ],
)
def test_what_does_not_fit_is_refused(way, said):
    with pytest.raises(ValidationError):
        place_of(way, said)


@pytest.fixture
def form(settings):
    settings.MAIL = "mailto://127.0.0.1:1?from=office@example.org"

    def filled(wishes=None, **said):
        usual = {
            "way": "mail",
            "address": "a@b.cn",
            "rhythm": "daily",
            "quiet_from": "21:00",
            "quiet_until": "08:00",
            "language": "en",
        }
        return WishesForm(wishes or Wishes(), usual | said)

    return filled


def test_an_address_stays_while_the_way_does_and_goes_with_it(form):
    known = Wishes(way=Way.MAIL, address="a@b.cn")
    told = [
        ({"address": ""}, "a@b.cn"),
        ({"address": " new@b.cn "}, "new@b.cn"),
        ({"way": "page", "address": "x"}, ""),
        ({"way": "wecom", "address": WECOM}, KEY),
    ]
    for said, kept in told:
        filled = form(known, **said)
        assert filled.is_valid()
        assert filled.cleaned_data["address"] == kept
    assert list(form(known, way="feishu", address="").errors) == ["address"]
    assert list(form(address="").errors) == ["address"]


def test_only_ways_the_operator_opened_are_offered(form, settings):
    settings.BOTS = ["feishu", "telegram"]
    assert [way for way, _label in form().fields["way"].choices] == ["page", "mail", "feishu"]
    settings.MAIL = ""
    assert [way for way, _label in form().fields["way"].choices] == ["page", "feishu"]
    assert list(form(way="mail").errors) == ["way"]


@pytest.mark.parametrize(
    ("way", "address", "shown"),
    [(Way.MAIL, "zhangsan@example.org", "z*******@example.org"), (Way.WECOM, KEY, "…89ab")],
)
def test_an_address_is_shown_masked(way, address, shown):
    assert Wishes(way=way, address=address).masked == shown
    label = WishesForm(Wishes(way=way, address=address)).fields["address"].help_text
    assert (shown in label, address in label) == (True, False)
