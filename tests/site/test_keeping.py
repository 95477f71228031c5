"""A public page is drawn once while nothing is written, and never shows what is past."""

import re

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from xieshang.audit.actions import seal

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


@pytest.fixture(autouse=True)
def keeping(settings):
    settings.CACHES = settings.CACHES | {"pages": {"BACKEND": settings.MEMORY}}
    yield
    caches["pages"].clear()


def queries_of(client, address, **headers):
    with CaptureQueriesContext(connection) as seen:
        reply = client.get(address, headers=headers)
    assert reply.status_code == 200
    return len(seen), reply.content.decode()


def test_a_page_is_drawn_once_until_something_is_written(client, region, clerk, held):
    first, page = queries_of(client, "/committees/450000/")
    again, same = queries_of(client, "/committees/450000/")
    assert first > again == 1
    assert TOKEN.sub("", page).count("\n") == TOKEN.sub("", same).count("\n")
    held(region, title="新的学习会")
    seal(clerk, "hold", region)
    _count, page = queries_of(client, "/committees/450000/")
    assert "新的学习会" in page


def test_each_reader_gets_a_token_that_works(region):
    for _reader in range(2):
        client = Client(enforce_csrf_checks=True)
        token = TOKEN.search(client.get("/").content.decode())[1]
        sent = {"csrfmiddlewaretoken": token, "language": "en", "next": "/"}
        assert client.post("/manner/", sent).status_code == 302


def test_manners_and_addresses_are_kept_apart(client, region):
    chinese = client.get("/").content
    client.cookies["language"] = "en"
    assert client.get("/").content != chinese
    assert queries_of(client, "/?year=2022")[0] > 1


def test_who_is_signed_in_is_always_shown_the_present(client, region, clerk):
    client.force_login(clerk)
    counts = [queries_of(client, "/")[0] for _time in range(2)]
    assert counts[0] == counts[1] > 1


def test_a_page_that_tells_one_reader_something_is_not_kept(client, region):
    client.cookies["messages"] = "anything"
    counts = [queries_of(client, "/")[0] for _time in range(2)]
    assert counts[0] == counts[1] > 1
