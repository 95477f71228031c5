"""Erasing reaches every place a word was copied to; following asks the address first."""

import datetime as dt

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from xieshang.audit.actions import first_broken
from xieshang.audit.models import Entry
from xieshang.evidence.models import File
from xieshang.lifecycle.actions import Hindered
from xieshang.lifecycle.table import Role
from xieshang.matters.actions import publish, take
from xieshang.matters.actions.voicing import add
from xieshang.matters.actions.voicing_erasing import ERASED, erase
from xieshang.matters.actions.voicing_following import (
    MOST_UNCONFIRMED,
    NotPublic,
    confirm_following,
    follow,
    forget_unconfirmed,
    unfollow,
)
from xieshang.matters.actions.voicing_photos import (
    drop_pictures,
    forget_held,
    held_pictures,
    hold_pictures,
)
from xieshang.matters.actions.voicing_receipt import WITHDRAWN, change_contact, code_of, receipt_for
from xieshang.matters.models import Follower, Matter, Publication
from xieshang.notices.models import Notice
from xieshang.people.actions import resident

from .voices import category, picture, raised

__all__ = ["category", "raised"]
pytestmark = pytest.mark.django_db
WORD = "独有之词"


def everything() -> str:
    """Every row of every table, as text."""
    rows = (row for model in apps.get_models() for row in model._default_manager.values_list())
    return "\n".join(map(str, rows))


@pytest.fixture
def mail(settings):
    settings.MAIL = "mailtos://user:password@host.example.org"


@pytest.fixture
def told_everywhere(mail, raised, clerk, unit, django_capture_on_commit_callbacks):
    """A matter whose raiser's words stand wherever they can, with the bytes of its pictures."""
    matter = raised(
        f"{WORD}在这里，路灯坏了。", pictures=[picture(WORD)], name=WORD, shown=True,
        telephone="13877212345", email="duyou@example.org",
    )  # fmt: skip
    take(matter, "ask-back", by=clerk, note="哪里？")
    take(matter, "say-more", by=resident(), role=Role.AUTHOR, note=WORD)
    add(matter, words=WORD, pictures=[picture(f"{WORD}2")], by=resident(), role=Role.AUTHOR)
    publish(matter, title=WORD, text=WORD, by=clerk)
    follow(matter, by=resident(), email="other@example.org")
    take(matter, "close", by=clerk, note="已修", outcome="partly")
    take(matter, "not-solved", by=resident(), role=Role.AUTHOR, note=WORD)
    return matter


def test_no_word_and_no_picture_of_it_is_left(told_everywhere, django_capture_on_commit_callbacks):
    matter = told_everywhere
    paths = [file.path for file in File.objects.all()]
    assert all(path.exists() for path in paths)
    for canary in (WORD, "13877212345", "duyou@"):
        assert canary in everything()
    with django_capture_on_commit_callbacks(execute=True):
        erase(matter.receipt, by=resident())
    left = everything()
    assert [c for c in (WORD, "13877212345", "duyou@", "other@", "示例小区") if c in left] == []
    assert not any(path.exists() for path in paths)
    assert first_broken() is None


def test_what_stays_says_that_something_was_raised(told_everywhere, clerk):
    erase(told_everywhere.receipt, by=resident())
    matter = Matter.objects.get()
    assert (matter.title, matter.status, matter.published_on) == (ERASED, "handling", None)
    assert [s.verb for s in matter.steps.all()] == [
        "open", "ask-back", "say-more", "close", "not-solved",
    ]  # fmt: skip
    assert matter.steps.get(verb="close").note == "已修"
    assert Publication.objects.public().get().ended_why == ERASED
    assert Entry.objects.about(matter).last().verb == "erase"
    assert not Notice.objects.exclude(to="").exists()
    assert {n.params["title"] for n in Notice.objects.filter(person=clerk)} == {ERASED}


def test_the_code_still_opens_what_is_left_and_nothing_is_kept_again(told_everywhere):
    receipt = told_everywhere.receipt
    erase(receipt, by=resident())
    erase(receipt, by=resident())
    assert receipt_for(told_everywhere.short, code_of("key-of-a-form")) == receipt
    with pytest.raises(PermissionDenied):
        change_contact(receipt, name="x", telephone="", email="", shown=True, by=resident())
    assert [e.verb for e in Entry.objects.about(told_everywhere)].count("erase") == 1


def test_a_picture_that_stands_elsewhere_too_keeps_its_bytes(raised):
    one = raised(pictures=[picture()])
    other = raised(pictures=[picture()], key="key-of-another")
    erase(one.receipt, by=resident())
    assert other.photos.get().file.path.exists()
    assert (one.photos.count(), File.objects.count()) == (0, 2)


@pytest.fixture
def public(raised, clerk):
    matter = raised(shown=True)
    publish(matter, title="路灯", text="路灯坏了", by=clerk)
    return matter


def test_a_consent_is_asked_for_and_can_be_taken_back(raised, public, clerk):
    with pytest.raises(Hindered):
        publish(raised(key="key-of-another"), title="路灯", text="x", by=clerk)
    change_contact(public.receipt, name="", telephone="", email="", shown=False, by=resident())
    assert not Matter.objects.public().exists()
    assert Publication.objects.public().get().ended_why == WITHDRAWN


def test_an_address_hears_nothing_but_one_question_before_it_confirms(mail, public, clerk):
    follower = follow(public, by=resident(), email="one@example.org")
    follow(public, by=resident(), email="one@example.org")
    take(public, "handle", by=clerk)
    assert [n.kind for n in Notice.objects.filter(to="one@example.org")] == ["follow-asked"]
    confirm_following(follower, by=resident())
    take(public, "close", by=clerk, note="修好了", outcome="partly")
    told = Notice.objects.filter(to="one@example.org").order_by("pk")
    assert [n.kind for n in told] == ["follow-asked", "followed"]
    assert told[1].params == {"title": "路灯"}
    unfollow(follower, by=resident())
    assert not Notice.objects.filter(to="one@example.org").exists()
    assert not Follower.objects.exists()


def test_nobody_can_have_an_address_flooded(mail, public, raised, clerk):
    for n in range(MOST_UNCONFIRMED + 2):
        matter = raised(key=f"key-number-{n}", shown=True)
        publish(matter, title="路灯", text="x", by=clerk)
        follow(matter, by=resident(), email="one@example.org")
    assert Notice.objects.filter(to="one@example.org").count() == MOST_UNCONFIRMED
    assert forget_unconfirmed(timezone.now() + dt.timedelta(days=2)) == 0
    assert forget_unconfirmed(timezone.now() + dt.timedelta(days=4)) == MOST_UNCONFIRMED


def test_only_what_is_public_is_followed_and_only_while_it_is(
    mail, raised, public, stranger, clerk
):
    with pytest.raises(NotPublic):
        follow(raised(key="key-of-another"), by=stranger)
    follow(public, by=stranger)
    follow(public, by=stranger)
    take(public, "ask-back", by=clerk, note="哪里？")
    assert Follower.objects.count() == 1
    assert not Notice.objects.filter(person=stranger).exists()


def test_pictures_wait_a_day_for_what_they_belong_to(data_folder):
    token = hold_pictures("key-of-a-form", [picture("a"), picture("b")])
    assert held_pictures(token) == [picture("a"), picture("b")]
    assert hold_pictures("key-of-a-form", [picture("c")]) == token
    assert held_pictures(token) == [picture("c")]
    assert [held_pictures(odd) for odd in ("", "../x", "0" * 64, f"{token}/..")] == [[]] * 4
    drop_pictures("../..")
    now = timezone.now()
    assert [forget_held(now + dt.timedelta(hours=h)) for h in (23, 25, 25)] == [0, 1, 0]
    assert held_pictures(token) == []
