"""What anybody may read: the list and its filters, the feed, one problem, following it."""

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from tests.doors.asking import writes
from xieshang.evidence.actions import keep_file
from xieshang.lifecycle.table import Role
from xieshang.matters.actions import publish, take, unpublish
from xieshang.matters.actions.voicing import add
from xieshang.matters.actions.voicing_asking import answer_question, ask_if_solved, question_of
from xieshang.matters.actions.voicing_photos import hide_photo
from xieshang.matters.forms.photos import Picture
from xieshang.matters.models import Follower, Matter, Photo
from xieshang.notices.models import Notice
from xieshang.people.actions import resident

pytestmark = pytest.mark.django_db


def listed(client, **query):
    return [line[0].pk for line in client.get("/voices/", query).context["lines"]]


def page_of(client, matter):
    return client.get(f"/voices/M{matter.pk}/")


def test_nothing_is_public_before_the_office_publishes(client, raised, clerk):
    matter, _code = raised(pictures=[Picture(b"a", b"b")])
    photo = Photo.objects.get()
    assert listed(client) == []
    assert page_of(client, matter).status_code == 404
    assert client.get(f"/voices/M{matter.pk}/photos/{photo.pk}/small/").status_code == 404
    assert client.get("/voices/feed/").content.decode().count("<item>") == 0


def test_the_public_reads_what_was_published_and_nothing_else(client, raised, clerk, county):
    matter, _code = raised(name="示例人", email="one@example.org")
    take(matter, "ask-back", by=clerk, note="问题不公开")
    take(matter, "say-more", by=resident(), role=Role.AUTHOR, note="回答不公开")
    add(matter, words="补充不公开", by=resident(), role=Role.AUTHOR)
    add(matter, words="内部说明", by=clerk)
    add(matter, words="已派人查看，电话13877212345", public=True, by=clerk)
    publish(matter, title="路灯不亮", text="两盏路灯不亮。", by=clerk)
    take(matter, "close", by=clerk, note="已换灯", outcome="partly")
    take(matter, "not-solved", by=resident(), role=Role.AUTHOR, note="理由不公开")
    text = page_of(client, matter).content.decode()
    there = ("路灯不亮", "两盏路灯不亮。", "已派人查看", "138******45", "已换灯", county.title)
    assert [word for word in there if word not in text] == []
    hidden = ("不公开", "内部说明", "示例人", "one@", "13877212345", "示例小区", "门口")
    assert [word for word in hidden if word in text] == []


@pytest.mark.parametrize(
    ("name", "count"),
    [("place", 2), ("city", 3), ("category", 1), ("state", 1), ("outcome", 1), ("none", 2)],
)
def test_the_list_is_narrowed_by_its_address(
    client, public, closed, county, city, category, name, count
):
    first, second = public("甲"), public("乙", key="key-of-a-second")
    third = public("丙", key="key-of-a-third")
    Matter.objects.filter(pk=third.pk).update(committee=city)
    Matter.objects.filter(pk=second.pk).update(category=None)
    Matter.objects.filter(pk=third.pk).update(category=None)
    closed(first)
    query = {
        "place": {"place": county.pk},
        "city": {"place": city.pk},
        "category": {"category": category.name},
        "state": {"state": "closed"},
        "outcome": {"outcome": "partly"},
        "none": {"outcome": "none"},
    }[name]
    assert len(listed(client, **query)) == count
    feed = client.get("/voices/feed/", query).content.decode()
    assert feed.count("<item>") == count


def test_the_newest_stands_first_and_pages_follow_each_other(client, public):
    made = [public(f"第{n}件", key=f"key-number-{n:03}").pk for n in range(23)]
    newest = made[::-1]
    assert listed(client) == newest[:20]
    assert listed(client, after=newest[19]) == newest[20:]
    assert listed(client, before=newest[20]) == newest[:20]


@pytest.mark.parametrize(
    "query",
    [{"place": "x"}, {"place": "9" * 30}, {"after": "x"}, {"outcome": "🙂"}],
)
def test_what_an_address_cannot_mean_is_left_out(client, public, query):
    matter = public()
    assert listed(client, **query) == [matter.pk]
    assert client.get("/voices/feed/", query).status_code == 200


@pytest.mark.parametrize("count", [1, 12])
def test_the_list_costs_the_same_with_one_and_with_many(
    client, public, count, django_assert_max_num_queries
):
    for n in range(count):
        public(f"第{n}件", key=f"key-number-{n:03}")
    with writes() as written, django_assert_max_num_queries(12):
        client.get("/voices/")
    assert written == []


def standing(client, matter):
    context = page_of(client, matter).context["standing"]
    return (str(context.verdict), context.state, context.outcome)


def test_four_ends_are_told_apart(client, public, closed, clerk, city):
    matter = closed(public(key="key-of-a-form"))
    assert standing(client, matter) == ("closed", "已办结", "部分解决")
    ask_if_solved(timezone.now() + dt.timedelta(days=28))
    answer_question(question_of(matter), answer="unknown", by=resident())
    assert standing(client, matter)[0] == "unknown"
    take(matter, "confirm", by=resident(), role=Role.AUTHOR)
    assert standing(client, matter)[0] == "said"
    other = public("丁", key="key-of-another")
    file, _new = keep_file([b"proof"], "p.jpg", committee=city, by=clerk)
    other.attachments.create(file=file, use="proof", by=clerk)
    take(other, "solve", by=clerk, note="照片为证")
    assert standing(client, other)[0] == "proven"


def test_what_is_taken_back_leaves_its_reason(client, public, clerk):
    matter = public()
    unpublish(matter, why="涉及他人隐私", by=clerk)
    answer = page_of(client, matter)
    assert (answer.status_code, "涉及他人隐私" in answer.content.decode()) == (410, True)
    publish(matter, title="路灯", text="x", by=clerk)
    assert page_of(client, matter).status_code == 200


def test_a_picture_is_asked_for_anew_each_time(client, public, clerk):
    matter = public(pictures=[Picture(b"large", b"small"), Picture(b"l2", b"s2")])
    first, second = matter.photos.all()
    address = f"/voices/M{matter.pk}/photos/{first.pk}/"
    small, large = client.get(f"{address}small/"), client.get(f"{address}large/")
    assert (b"".join(small), b"".join(large)) == (b"small", b"large")
    assert "no-store" in small.headers["Cache-Control"]
    assert client.get(f"/voices/M{matter.pk + 1}/photos/{first.pk}/small/").status_code == 404
    hide_photo(matter, photo=first, why="有车牌", by=clerk)
    assert client.get(f"{address}small/").status_code == 404
    assert "有车牌" in page_of(client, matter).content.decode()
    unpublish(matter, why="x", by=clerk)
    other = f"/voices/M{matter.pk}/photos/{second.pk}/small/"
    assert client.get(other).status_code == 404


def test_an_address_follows_once_it_has_said_so_by_its_own_link(client, settings, public, clerk):
    settings.MAIL = "mailtos://user:password@host.example.org"
    matter = public()
    follow = f"/voices/M{matter.pk}/following/"
    assert client.post(follow, {"email": "x"}).status_code == 422
    assert client.post(follow, {"email": "one@example.org"}).status_code == 302
    assert not Follower.objects.confirmed().exists()
    link = Notice.objects.get(to="one@example.org").href
    with writes() as written:
        assert client.get(link).status_code == 200
    assert written == []
    client.post(link, {"answer": "yes"})
    take(matter, "handle", by=clerk)
    assert Notice.objects.filter(to="one@example.org", kind="followed").count() == 1
    assert client.post(link, {"answer": "no"}).status_code == 200
    assert (Follower.objects.count(), Notice.objects.filter(to="one@example.org").count()) == (0, 0)
    assert client.get(link).status_code == 410


def test_an_account_follows_at_once(public, stranger, clerk):
    matter, browser = public(), Client()
    browser.force_login(stranger)
    for _twice in range(2):
        browser.post(f"/voices/M{matter.pk}/following/")
    take(matter, "handle", by=clerk)
    assert Notice.objects.get(person=stranger).href == f"/voices/M{matter.pk}/"


def test_nobody_is_written_to_by_strangers_without_end(client, settings, public):
    settings.MAIL = "mailtos://user:password@host.example.org"
    matter = public()
    follow = f"/voices/M{matter.pk}/following/"
    sent = [client.post(follow, {"email": f"n{n}@example.org"}).status_code for n in range(12)]
    assert sent == [302] * 10 + [429] * 2


def test_the_feed_is_sound_and_says_where_it_leads(client, public, settings):
    settings.ADDRESS = "https://example.org"
    matter = public("<b>路灯</b> & 井盖")
    text = client.get("/voices/feed/").content.decode()
    assert f"<link>https://example.org/voices/M{matter.pk}/</link>" in text
    assert "&lt;b&gt;路灯&lt;/b&gt; &amp; 井盖" in text
