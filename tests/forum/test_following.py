"""The page of what one raised: who gets in, what they can do, what it never gives away."""

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from tests.doors.asking import writes
from xieshang.audit.models import Entry
from xieshang.matters.actions import take
from xieshang.matters.actions.voicing import add
from xieshang.matters.actions.voicing_asking import ask_if_solved
from xieshang.matters.actions.voicing_receipt import code_of
from xieshang.matters.forms.photos import Picture
from xieshang.matters.models import Matter, Receipt, Remark
from xieshang.matters.models.voice import Question

pytestmark = pytest.mark.django_db
KEY = "0123456789abcdef0123456789abcdef"


def of(matter, room=""):
    return f"/follow/M{matter.pk}/{room}"


def test_number_and_code_open_it(raised, opened):
    matter, code = raised()
    page = opened(matter, code).get(of(matter))
    assert (page.status_code, page.context["matter"]) == (200, matter)
    assert page.headers["Cache-Control"].count("no-store") == 1
    assert code not in page.content.decode()


@pytest.mark.parametrize("number", ["M999999", "M1", "zzz", "M" + "9" * 19])
def test_what_is_not_there_answers_like_what_is(client, raised, number):
    """The same words and the same status, for a number that exists and one that does not."""
    matter, _code = raised()
    wrong = {"code": "abcd-efgh-abcd-efgh"}
    known = client.post("/follow/", wrong | {"number": matter.short})
    other = client.post("/follow/", wrong | {"number": number})
    assert (known.status_code, other.status_code) == (422, 422)
    assert known.context["form"].errors == other.context["form"].errors
    for key in (matter.pk, 999_999):
        answer = Client().get(f"/follow/M{key}/")
        assert answer.headers["Location"] == f"/follow/?number=M{key}"


def test_ten_wrong_codes_from_one_place_are_enough(client, raised, opened):
    matter, code = raised()
    sent = {"number": matter.short, "code": "abcd-efgh-abcd-efgh"}
    statuses = [client.post("/follow/", sent).status_code for _try in range(12)]
    assert statuses == [422] * 10 + [429] * 2
    right = {"number": matter.short, "code": code}
    assert client.post("/follow/", right).status_code == 429
    assert Client(REMOTE_ADDR="192.0.2.7").post("/follow/", right).status_code == 302


def test_wrong_codes_for_one_number_count_from_wherever_they_come(raised):
    matter, code = raised()
    for n in range(30):
        browser = Client(REMOTE_ADDR=f"192.0.2.{n}")
        browser.post("/follow/", {"number": f"m 0{matter.pk}", "code": "abcdefgh"})
    last = Client(REMOTE_ADDR="198.51.100.1").post(
        "/follow/", {"number": matter.short, "code": code}
    )
    assert last.status_code == 429


def test_addresses_of_one_line_count_as_one(raised):
    matter, _code = raised()
    sent = {"number": matter.short, "code": "abcdefgh"}
    for n in range(10):
        Client(REMOTE_ADDR=f"2001:db8:1:2::{n}").post("/follow/", sent)
    assert Client(REMOTE_ADDR="2001:db8:1:2:ffff::9").post("/follow/", sent).status_code == 429
    assert Client(REMOTE_ADDR="2001:db8:1:3::9").post("/follow/", sent).status_code == 422


ROOMS = [
    ("get", ""), ("post", "steps/"), ("post", "remarks/"), ("post", "answer/"), ("get", "contact/"),
    ("post", "contact/"), ("get", "erasure/"), ("post", "erasure/"), ("post", "leaving/"),
    ("get", "photos/1/small/"),
]  # fmt: skip


@pytest.mark.parametrize(("method", "room"), ROOMS)
def test_the_key_to_one_matter_opens_no_other(raised, opened, method, room, clerk):
    mine, code = raised()
    theirs, _other = raised(key="key-of-another")
    browser = opened(mine, code)
    forged = Client()
    forged.cookies["own"] = "altered:value"
    signed_in = Client()
    signed_in.force_login(clerk)
    with writes() as written:
        for each in (browser, Client(), forged, signed_in):
            answer = getattr(each, method)(of(theirs, room), {"verb": "confirm", "words": "x" * 20})
            assert answer.status_code == 302
            assert answer.headers["Location"] == f"/follow/?number=M{theirs.pk}"
    assert written == []


def test_a_page_that_is_closed_or_of_an_old_code_stays_shut(raised, opened):
    matter, code = raised()
    browser = opened(matter, code)
    Receipt.objects.update(secret="0" * 64)
    assert browser.get(of(matter)).status_code == 302
    matter, code = raised(key="key-of-another")
    browser = opened(matter, code)
    browser.post(of(matter, "leaving/"))
    assert browser.get(of(matter)).status_code == 302


def test_reading_it_writes_nothing_and_costs_few_queries(
    raised, opened, closed, django_assert_max_num_queries
):
    matter, code = raised(email="one@example.org", pictures=[Picture(b"a", b"b")])
    closed(matter)
    ask_if_solved(timezone.now() + dt.timedelta(days=28))
    browser = opened(matter, code)
    with writes() as written, django_assert_max_num_queries(15):
        assert browser.get(of(matter)).status_code == 200
    assert written == []


def test_it_says_who_has_the_next_word_and_what_the_office_asked(raised, opened, clerk, county):
    matter, code = raised()
    browser = opened(matter, code)
    assert browser.get(of(matter)).context["waits"][0] == county.title
    take(matter, "ask-back", by=clerk, note="哪一栋的路灯？")
    page = browser.get(of(matter))
    assert page.context["waits"][0] == "反映人"
    assert "哪一栋的路灯？" in page.content.decode()
    answer = browser.post(of(matter, "steps/"), {"key": KEY, "verb": "say-more", "note": "三栋"})
    assert answer.headers["Location"] == f"{of(matter)}?done=say-more"
    assert (matter.steps.last().verb, matter.steps.last().note) == ("say-more", "三栋")


def test_a_double_click_is_one_step(raised, opened, closed):
    matter, code = raised()
    browser = opened(closed(matter), code)
    sent = {"key": KEY, "verb": "not-solved", "note": "灯还是不亮"}
    answers = [browser.post(of(matter, "steps/"), sent) for _twice in range(2)]
    assert [a.status_code for a in answers] == [302, 302]
    assert [s.verb for s in matter.steps.all()] == ["open", "close", "not-solved"]


@pytest.mark.parametrize(
    ("verb", "status"),
    [("close", 404), ("solve", 404), ("delete", 404), ("answered", 404), ("not-solved", 409)],
)
def test_no_move_of_another_and_none_that_is_not_open(raised, opened, verb, status):
    matter, code = raised()
    sent = {"key": KEY, "verb": verb, "note": "x"}
    assert opened(matter, code).post(of(matter, "steps/"), sent).status_code == status
    assert [s.verb for s in matter.steps.all()] == ["open"]


def test_not_solved_without_a_word_comes_back(raised, opened, closed):
    matter, code = raised()
    sent = {"key": KEY, "verb": "not-solved", "note": " "}
    page = opened(closed(matter), code).post(of(matter, "steps/"), sent)
    assert (page.status_code, list(page.context["form"].errors)) == (422, ["note"])
    assert '<details class="part-tight" open>' in page.content.decode()


def test_words_and_pictures_are_added_once(raised, opened, photo):
    matter, code = raised()
    browser = opened(matter, code)
    for _twice in range(2):
        sent = {"key": KEY, "words": "又坏了一盏", "photos": [photo()]}
        assert browser.post(of(matter, "remarks/"), sent).status_code == 302
    remark = Remark.objects.get()
    assert (remark.side, remark.public, remark.photos.count()) == ("author", False, 1)
    page = browser.get(of(matter)).content.decode()
    picture = remark.photos.get()
    assert f"photos/{picture.pk}/small/" in page
    shown = browser.get(of(matter, f"photos/{picture.pk}/large/"))
    assert b"".join(shown).startswith(b"\xff\xd8\xff")
    assert (shown.status_code, shown.headers["Content-Type"]) == (200, "image/jpeg")
    assert browser.get(of(matter, f"photos/{picture.pk}/huge/")).status_code == 404


def test_the_office_is_heard_on_the_page(raised, opened, clerk):
    matter, code = raised()
    add(matter, words="已派人去看", by=clerk)
    assert "已派人去看" in opened(matter, code).get(of(matter)).content.decode()


@pytest.mark.parametrize(
    ("answer", "stands"), [("yes", "closed"), ("no", "handling"), ("unknown", "closed")]
)
def test_the_one_question_stands_above_all_else_and_is_answered_once(
    raised, opened, closed, answer, stands
):
    matter, code = raised()
    ask_if_solved(timezone.now())
    browser = opened(closed(matter), code)
    assert browser.get(of(matter)).context["question"] is None
    ask_if_solved(timezone.now() + dt.timedelta(days=28))
    page = browser.get(of(matter))
    assert "已转路灯所更换" in page.content.decode().split("</section>")[0]
    sent = {"key": KEY, "answer": answer, "note": "没换" if answer == "no" else ""}
    assert browser.post(of(matter, "answer/"), sent).status_code == 302
    assert browser.post(of(matter, "answer/"), sent).status_code == 302
    assert browser.post(of(matter, "answer/"), sent | {"key": "y" * 32}).status_code == 409
    assert (Matter.objects.get().status, Question.objects.get().answer) == (stands, answer)


def test_how_to_be_reached_is_changed_and_a_consent_taken_back(opened, public):
    matter = public(key="key-of-mine")
    browser = opened(matter, code_of("key-of-mine"))
    bad = browser.post(of(matter, "contact/"), {"email": "x", "shown": "no"})
    assert (bad.status_code, Matter.objects.public().count()) == (422, 1)
    browser.post(of(matter, "contact/"), {"email": "new@example.org", "shown": "no"})
    assert Receipt.objects.get().email == "new@example.org"
    assert not Matter.objects.public().exists()
    assert Client().get(f"/voices/M{matter.pk}/").status_code == 410


def test_all_of_it_is_erased_and_the_page_says_what_is_left(raised, opened):
    matter, code = raised(name="示例人", email="one@example.org")
    browser = opened(matter, code)
    assert "不能" in browser.get(of(matter, "erasure/")).content.decode()
    assert Receipt.objects.get().erased_at is None
    for _twice in range(2):
        assert browser.post(of(matter, "erasure/")).status_code == 302
    page = browser.get(of(matter)).content.decode()
    assert [w for w in ("示例人", "one@", "路灯", "示例小区") if w in page] == []
    assert [e.verb for e in Entry.objects.about(matter)].count("erase") == 1
    assert browser.get(of(matter, "contact/")).status_code == 404
