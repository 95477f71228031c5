"""The same key gets the same answer, and what it stands for is done once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.utils import timezone

from xieshang.audit.actions import seal
from xieshang.audit.models import Entry, Once
from xieshang.audit.once import BadKey, OtherBody, forget_once, once

pytestmark = pytest.mark.django_db
KEY = "key-of-one-form"


@pytest.fixture
def ask(clerk, city):
    """Ask for an entry of the log under a key; the answer is its number."""

    def asked(who="clerk", route="seal", key=KEY, body="words"):
        return once(who, route, key, {"text": body}, lambda: seal(clerk, "read", city).pk)

    return asked


def test_a_key_that_comes_again_gets_the_first_answer_and_does_nothing(ask):
    first, again = ask(), ask()
    assert (first[1], again) == (False, (first[0], True))
    assert Entry.objects.count() == 1


def test_another_body_under_the_key_is_refused(ask):
    ask()
    with pytest.raises(OtherBody):
        ask(body="other words")
    assert Entry.objects.count() == 1


@pytest.mark.parametrize("other", [{"who": "officer"}, {"route": "open"}, {"key": "another-key"}])
def test_a_key_is_one_person_s_own_for_one_thing(ask, other):
    assert ask()[0] != ask(**other)[0]


def test_what_failed_may_be_done_under_the_same_key(ask):
    with pytest.raises(ZeroDivisionError):
        once("clerk", "seal", KEY, {"text": "words"}, lambda: 1 / 0)
    assert not Once.objects.exists()
    assert ask()[1] is False


@pytest.mark.parametrize(
    "key", ["", "short", "k" * 65, "key of words", "钥匙钥匙钥匙钥匙", "k\x00eyeyeye"]
)
def test_what_cannot_be_anybody_s_own_is_no_key(ask, key):
    with pytest.raises(BadKey):
        ask(key=key)


def test_a_text_no_database_could_hold_is_told_from_another(ask):
    ask(body="\ud800\x00")
    with pytest.raises(OtherBody):
        ask(body="\ud801\x00")


def test_what_was_sent_is_not_kept(ask):
    ask(body="电话13877212345")
    row = Once.objects.get()
    assert (len(row.body), "13877212345" in row.body) == (64, False)


def test_answers_are_forgotten_after_a_week(ask):
    ask()
    now = timezone.now()
    assert [forget_once(now + timedelta(days=day)) for day in (6, 8)] == [0, 1]


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_at_the_same_moment_get_one_answer(ask, clerk):
    """On SQLite in memory threads share nothing, so there only PostgreSQL can tell."""
    if connection.vendor != "postgresql":
        pytest.skip("only PostgreSQL lets two write at once")
    start = Barrier(8)

    def send(key):
        try:
            start.wait()
            return ask(key=key)
        finally:
            connection.close()

    for trial in range(25):
        with ThreadPoolExecutor(8) as senders:
            answers = list(senders.map(send, [f"trial-{trial:03}"] * 8))
        assert len({answer for answer, _again in answers}) == 1
        assert sorted(again for _answer, again in answers) == [False] + [True] * 7
    assert Entry.objects.count() == 25
