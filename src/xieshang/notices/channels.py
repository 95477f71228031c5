"""Handing a letter to a mail server or a bot, through apprise; and hearing what became of it."""

import logging
import re
import warnings
from collections.abc import Callable
from typing import Any

import requests
from apprise import AppriseAsset, NotifyFormat
from apprise.exception import AppriseException
from apprise.plugins.base import NotifyBase
from apprise.plugins.dingtalk import NotifyDingTalk
from apprise.plugins.feishu import NotifyFeishu
from apprise.plugins.wecombot import NotifyWeComBot
from django.conf import settings

from xieshang.reading.masking import mask

from .letters import Letter
from .models import Way
from .models.notice import Fault
from .words import clean

with warnings.catch_warnings():
    warnings.filterwarnings("ignore", "'imghdr' is deprecated")  # which its mail plugin imports
    from apprise.plugins.email import NotifyEmail

LOG = logging.getLogger("apprise")
LOG.propagate = False  # what it logs holds addresses and tokens
ASSET = AppriseAsset(
    app_id="Xieshang", app_desc="Xieshang", app_url="", secure_logging=True, http_redirects=False
)
HEADERS = {"Auto-Submitted": "auto-generated"}  # so that no absent reader's machine answers
SAID_BY_SERVER = re.compile(r"\(?(\d{3}), b['\"](.*?)['\"]\)")


class NotDelivered(Exception):
    """A letter did not arrive: the fault, and what the other side said."""

    def __init__(self, fault, heard: str = ""):
        super().__init__(fault, heard)
        self.fault, self.heard = fault, heard


class Listener(logging.Handler):
    """What apprise says of one sending; it returns no more than yes or no."""

    def __init__(self):
        super().__init__(logging.DEBUG)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())

    def __enter__(self) -> "Listener":
        self.level_before = LOG.level
        LOG.setLevel(logging.DEBUG)
        LOG.addHandler(self)
        return self

    def __exit__(self, *_fault) -> None:
        LOG.removeHandler(self)
        LOG.setLevel(self.level_before)

    @property
    def fault(self):
        """On which side it went wrong."""
        closed = any("onnection error" in line for line in self.said)
        return Fault.UNREACHABLE if closed else Fault.REFUSED

    def heard(self, address: str) -> str:
        """The other side's own words, without the address or token they repeat."""
        told = [line for line in self.said if line.startswith(("Socket Exception: ", "Refused: "))]
        line = told[-1].partition(": ")[2] if told else ""
        reply = SAID_BY_SERVER.search(line)
        return clean(mask(" ".join(reply.groups()) if reply else line.replace(address, "…")))


def deliver(way: str, address: str, letter: Letter) -> None:
    """Send one letter; raises NotDelivered."""
    try:
        plugin = PLUGINS[way](address)
    except (AppriseException, TypeError) as fault:
        raise NotDelivered(Fault.SETTINGS) from fault
    with Listener() as listener:
        sent = plugin.notify(body=letter.text, title=letter.subject, body_format=NotifyFormat.TEXT)
    if not sent:
        raise NotDelivered(listener.fault, listener.heard(address))


def mail(address: str) -> NotifyEmail:
    """A letter to one address, through the operator's server; raises TypeError where it is none."""
    facts = NotifyEmail.parse_url(settings.MAIL)
    if not facts or facts["schema"] not in ("mailto", "mailtos"):
        raise TypeError("no mail server")
    own = {"targets": [address], "cc": None, "bcc": None, "format": "text", "asset": ASSET}
    return NotifyEmail(**facts | own | {"headers": HEADERS})


def wecom(token: str) -> NotifyWeComBot:
    return WeCom(key=token, asset=ASSET)


def dingtalk(token: str) -> NotifyDingTalk:
    return DingTalk(token=token, asset=ASSET)


def feishu(token: str) -> NotifyFeishu:
    return NotifyFeishu(token=token, asset=ASSET)


class WeCom(NotifyWeComBot):
    def send(self, body, *_more, **_named) -> bool:
        return accepted(self, self.api_url, body)


class DingTalk(NotifyDingTalk):
    def send(self, body, *_more, **_named) -> bool:
        return accepted(self, self.notify_url.format(token=self.token), body)


def accepted(plugin, place: str, text: str) -> bool:
    """Whether a bot took a text.

    Apprise 2.3 takes every HTTP 200 for that, but these two refuse with one and say so inside.
    """
    said: Any = {"msgtype": "text", "text": {"content": text}}
    try:
        answer = requests.post(
            place, json=said, timeout=plugin.request_timeout, allow_redirects=False
        )
    except requests.RequestException as fault:
        LOG.warning("Connection error")
        LOG.debug("Socket Exception: %s", fault)
        return False
    try:
        code, words = (answer.json().get(name) for name in ("errcode", "errmsg"))
    except (ValueError, AttributeError):
        code, words = None, answer.reason
    if answer.status_code == requests.codes.ok and code == 0:
        return True
    LOG.warning("Refused: %s %s", answer.status_code if code is None else code, words)
    return False


PLUGINS: dict[object, Callable[[str], NotifyBase]] = {
    Way.MAIL: mail,
    Way.WECOM: wecom,
    Way.DINGTALK: dingtalk,
    Way.FEISHU: feishu,
}
