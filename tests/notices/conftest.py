"""A kind of notice, somebody who reads mail, and a mail server on this machine that keeps it."""

import datetime as dt
import email
import email.policy
import socketserver
import threading

import pytest
from django.db import transaction
from django.utils import timezone

from xieshang.notices.actions import post, set_wishes
from xieshang.notices.kinds import Kind, Why
from xieshang.notices.models import Rhythm, Way

FILED = Kind("filed", "“%(title)s” was filed as %(number)s", Why.PROPOSER)
DUE = Kind("due", "“%(title)s” is due on %(day)s", Why.UNIT, urgent=True)
HERE = "/desk/matters/12/"
MIDNIGHT = dt.datetime(2026, 3, 2, tzinfo=dt.timezone(dt.timedelta(hours=8)))  # a Monday


class Mailbox(socketserver.StreamRequestHandler):
    """As much of SMTP as it takes to receive, and to refuse addresses that begin with "bad"."""

    def say(self, line):
        self.wfile.write(line.encode() + b"\r\n")

    def handle(self):
        self.say("220 here")
        for line in self.rfile:
            verb = line[:4].upper()
            if verb == b"RCPT" and b"<bad" in line:
                self.say("550 5.1.1 no such user")
            elif verb == b"DATA":
                self.say("354 go on")
                self.server.got.append(self.letter())
                self.say("250 kept")
            else:
                self.say("221 bye" if verb == b"QUIT" else "250 well")

    def letter(self):
        lines = []
        for line in self.rfile:
            if line == b".\r\n":
                break
            lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
        return email.message_from_bytes(b"".join(lines), policy=email.policy.default)


@pytest.fixture
def mailbox(settings):
    """What has arrived: the messages, parsed."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Mailbox) as server:
        server.daemon_threads, server.got = True, []
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        port = server.server_address[1]
        settings.MAIL = f"mailto://127.0.0.1:{port}?from=Office<office@example.org>"
        yield server.got
        server.shutdown()


@pytest.fixture
def sink(monkeypatch, settings):
    """What was handed over, instead of sending it: (way, address, letter)."""
    settings.MAIL = "mailto://127.0.0.1:1?from=office@example.org"
    got = []
    place = "xieshang.notices.actions.sending.deliver"
    monkeypatch.setattr(place, lambda *said: got.append(said))
    return got


@pytest.fixture
def at(monkeypatch):
    """Make it a certain hour of the week that begins on MIDNIGHT; returns the moment."""

    def turn(hours):
        moment = MIDNIGHT + dt.timedelta(hours=hours)
        monkeypatch.setattr(timezone, "now", lambda: moment)
        return moment

    return turn


@pytest.fixture
def wishing(settings):
    """Let somebody wish: `wishing(person, rhythm="at-once", …)`."""
    settings.MAIL = settings.MAIL or "mailto://127.0.0.1:1?from=office@example.org"

    def wish(person, **said):
        usual = {
            "way": Way.MAIL,
            "address": f"{person.username}@example.org",
            "openly": False,
            "rhythm": Rhythm.DAILY,
            "quiet_from": dt.time(21),
            "quiet_until": dt.time(8),
            "language": "en",
        }
        return set_wishes(by=person, **usual | said)

    return wish


@pytest.fixture
def tell():
    """Post a notice in a transaction of its own: `tell(subject, 1, [person])`."""

    def posted(subject, occurrence, receivers, kind=FILED, **params):
        told = {"title": "修路", "number": "12"} if kind is FILED else {"title": "修路"}
        if kind is DUE:
            told["day"] = dt.date(2026, 3, 31)
        with transaction.atomic():
            post(kind, subject, occurrence, receivers, href=HERE, params=told | params)

    return posted


@pytest.fixture
def due(at, tell, wishing, city, clerk):
    """A message of ten o'clock that is ready to go; the moment."""
    wishing(clerk, rhythm=Rhythm.AT_ONCE)
    now = at(10)
    tell(city, 1, [clerk])
    return now
