"""What opens by a link in a letter: one thing each, until it is used or too old."""

import datetime as dt

import pytest
from django.utils import timezone

from tests.doors.asking import writes
from xieshang.matters.actions import take
from xieshang.matters.actions.voicing_asking import ask_if_solved
from xieshang.matters.models import Matter, Receipt
from xieshang.notices.models import Notice

pytestmark = pytest.mark.django_db


def test_a_letter_s_link_answers_its_question_and_is_used_up(client, settings, raised, closed):
    settings.MAIL = "mailtos://user:password@host.example.org"
    matter, _code = raised(email="one@example.org")
    closed(matter)
    ask_if_solved(timezone.now() + dt.timedelta(days=28))
    link = Notice.objects.get(kind="asked-if-solved").href
    with writes() as written:
        page = client.get(link)
    assert (page.status_code, written) == (200, [])
    assert client.post(link, {"answer": "no", "note": ""}).status_code == 422
    assert client.post(link, {"answer": "no", "note": "没换"}).status_code == 200
    assert Matter.objects.get().status == "handling"
    used = [client.get(odd).status_code for odd in (link, f"{link[:-2]}x/", "/follow/question/x/")]
    assert used == [410, 410, 410]
    assert client.get(link.replace("question", "reached")).status_code == 410


def test_an_address_is_erased_by_its_link(client, settings, raised, clerk):
    settings.MAIL = "mailtos://user:password@host.example.org"
    matter, _code = raised(email="one@example.org")
    take(matter, "handle", by=clerk)
    link = Notice.objects.get(to="one@example.org").href
    page = client.get(link).content.decode()
    assert (matter.short in page, "路灯" in page) == (True, False)
    assert client.post(link).status_code == 200
    assert (Receipt.objects.get().email, Notice.objects.filter(person=None).count()) == ("", 0)
    assert client.get(link).status_code == 410
