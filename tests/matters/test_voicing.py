"""What a resident raises, from the slip to the last word, without an account."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext

from xieshang.audit.actions import fingerprint, first_broken
from xieshang.audit.models import Entry
from xieshang.lifecycle.actions import Hindered, NoSuchMove
from xieshang.lifecycle.table import Role
from xieshang.matters.actions import publish, take
from xieshang.matters.actions.voicing import Voice, add, raise_voice, title_of
from xieshang.matters.actions.voicing_photos import MOST_AT_ONCE, hide_photo
from xieshang.matters.actions.voicing_receipt import (
    change_contact,
    code_of,
    code_typed,
    forget_address,
    receipt_for,
    see_contact,
)
from xieshang.matters.actions.writing import TooMany
from xieshang.matters.models import Matter, Photo, Receipt, Remark
from xieshang.notices.models import Notice
from xieshang.people.actions import resident

from .voices import TEXT, answered, category, picture, raised

__all__ = ["answered", "category", "raised"]
pytestmark = pytest.mark.django_db


def told(person):
    return list(Notice.objects.filter(person=person).order_by("pk").values_list("kind", flat=True))


def test_nothing_of_it_is_public_and_the_log_says_a_resident(raised, county):
    matter = raised(pictures=[picture()])
    assert (matter.status, matter.committee, matter.raised_by) == ("registered", county, None)
    assert matter.published_on is None
    assert not Matter.objects.public().exists()
    assert not Photo.objects.public().exists()
    assert {entry.actor for entry in Entry.objects.about(matter)} == {resident()}
    assert [entry.verb for entry in Entry.objects.about(matter)] == ["open", "add-photo", "raise"]
    assert first_broken() is None


def test_the_title_is_its_first_sentence_with_numbers_masked():
    assert title_of(TEXT) == "小区门口两盏路灯坏了三个月，晚上老人出门看不见路"
    assert title_of("\n 13877212345的人\u202e说话。后面") == "138******45的人说话"
    assert len(title_of("长" * 300)) == 40


def test_it_waits_for_an_office_that_has_somebody(raised, clerk, seated, county):
    """The county has nobody yet, so the city hears of it; once it has, the county does."""
    raised()
    assert told(clerk) == ["raised"]
    of_county = seated("county-clerk", county, "clerk")
    raised(key="key-of-another")
    assert (told(clerk), told(of_county)) == (["raised"], ["raised"])


def test_a_category_names_the_unit_that_usually_answers(raised, category, unit):
    category.unit = unit
    category.save()
    assert list(raised().suggested.all()) == [unit]


def test_a_category_that_stops_raises_nothing(raised, category):
    category.stop = "请拨打110"
    category.save()
    with pytest.raises(Hindered):
        raised()
    assert not Matter.objects.exists()


def test_the_code_opens_it_however_it_is_typed_and_is_kept_nowhere(raised):
    matter, code = raised(), code_of("key-of-a-form")
    assert len(code) == 19
    for said in (code, code.upper(), code.replace("-", ""), f" {code.replace('-', ' ')} "):
        assert receipt_for(matter.short, said) == matter.receipt
    for number in (f"m{matter.pk}", str(matter.pk), f"Ｍ{matter.pk}", f"M 00{matter.pk}"):
        assert receipt_for(number, code) == matter.receipt
    assert matter.receipt.secret == fingerprint(code)


@pytest.mark.parametrize(
    ("number", "code"),
    [("M999999", None), (None, "abcd-abcd-abcd-abcd"), ("", ""), ("M-1", None), ("M0", None),
     ("M99999999999999999999", None), ("\x00", "\ud800"), (None, "x" * 10_000)],
)  # fmt: skip
def test_no_other_number_and_no_other_code_opens_it(raised, number, code):
    matter = raised()
    given = code_of("key-of-a-form") if code is None else code
    assert receipt_for(matter.short if number is None else number, given) is None


def test_codes_are_of_all_legible_letters_and_none_comes_twice():
    codes = [code_of(f"key-{n}") for n in range(2000)]
    assert len(set(codes)) == 2000
    assert code_of("key-1") == codes[1]
    letters = "".join(codes).replace("-", "")
    counts = {letter: letters.count(letter) for letter in set(letters)}
    assert len(counts) == 31
    assert max(counts.values()) < 1.25 * min(counts.values())
    assert code_typed("АBCD") == "bcd"  # a letter of another alphabet is none


def test_a_clerk_types_for_somebody_and_the_log_says_so(category, county, clerk):
    voice = Voice(county, TEXT, category)
    matter = raise_voice(voice, by=clerk, code=code_of("key-of-a-clerk"), typed_by=clerk)
    assert (matter.raised_by, matter.receipt.typed_by) == (None, clerk)
    assert {e.actor for e in Entry.objects.about(matter)} == {clerk}
    assert Entry.objects.about(matter).last().detail["typed_by"] == clerk.pk
    assert Role.AUTHOR not in matter.roles_of(clerk)


def test_an_account_raises_it_as_itself(category, county, stranger):
    voice = Voice(county, TEXT, category)
    matter = raise_voice(voice, by=stranger, code=code_of("key"), author=stranger)
    assert (matter.raised_by, matter.roles_of(stranger)) == (stranger, {Role.AUTHOR, Role.SIGNER})
    assert list(Matter.objects.visible_to(stranger)) == [matter]


def test_texts_that_differ_in_signs_alone_are_one_to_the_office(raised, county):
    one = raised("路灯坏了三个月了，没人修！")
    same = raised("路灯坏了三个月了 没人修。", key="key-of-another")
    other = raised("路灯坏了四个月了，没人修！", key="key-of-a-third")
    assert (one.likeness == same.likeness, one.likeness == other.likeness) == (True, False)
    assert raised("！！！！！！！！！！！！", key="key-of-signs").likeness is None


def test_whoever_has_the_receipt_moves_it_as_its_author(raised, clerk, answered, unit):
    matter = raised()
    take(matter, "ask-back", by=clerk, note="哪一栋？")
    assert matter.next.who == gettext("Whoever raised it")
    take(matter, "say-more", by=resident(), role=Role.AUTHOR, note="三栋")
    answered(matter)
    assert (matter.status, matter.outcome) == ("handling", "")
    take(matter, "close", by=clerk, note="已换灯", outcome="partly")
    take(matter, "not-solved", by=resident(), role=Role.AUTHOR, note="又坏了")
    assert (matter.status, matter.outcome) == ("handling", "")
    take(matter, "confirm", by=resident(), role=Role.AUTHOR)
    assert (matter.status, matter.outcome) == ("closed", "done")
    assert told(clerk) == ["raised", "said-more", "unit-answered", "not-solved", "said-solved"]
    assert told(unit.clerks.get()) == ["given", "not-solved-unit"]
    with pytest.raises(PermissionDenied):
        take(matter, "confirm", by=clerk)


def test_the_author_adds_in_private_and_the_office_in_public(raised, clerk):
    matter = raised(shown=True)
    mine = add(
        matter, words="补充", public=True, pictures=[picture()], by=resident(), role=Role.AUTHOR
    )
    theirs = add(matter, words="已派人", public=True, by=clerk)
    assert [(r.side, r.public) for r in (mine, theirs)] == [("author", False), ("office", True)]
    assert mine.photos.count() == 1
    with pytest.raises(PermissionDenied):
        add(matter, words="x", by=resident())


def test_nothing_is_added_to_what_is_over(raised):
    matter = raised()
    take(matter, "withdraw", by=resident(), role=Role.AUTHOR)
    with pytest.raises(NoSuchMove):
        add(matter, words="x", by=resident(), role=Role.AUTHOR)
    assert not Remark.objects.exists()


def test_pictures_are_bounded(raised):
    with pytest.raises(TooMany):
        raised(pictures=[picture(str(n)) for n in range(MOST_AT_ONCE + 1)])
    assert not Matter.objects.exists()


def test_a_picture_is_seen_after_publishing_and_hidden_with_its_reason(
    raised, clerk, sister, seated
):
    matter = raised(pictures=[picture("a"), picture("b")], shown=True)
    first, second = matter.photos.all()
    publish(matter, title="路灯", text="路灯坏了", by=clerk)
    assert list(Photo.objects.public()) == [first, second]
    later = add(matter, words="x", pictures=[picture("c")], by=resident(), role=Role.AUTHOR)
    hide_photo(matter, photo=first, why="有人脸", by=clerk)
    assert list(Photo.objects.public()) == [second]
    publish(matter, title="路灯", text="路灯坏了", by=clerk)
    assert list(Photo.objects.public()) == [second, later.photos.get()]
    with pytest.raises(PermissionDenied):
        hide_photo(matter, photo=second, why="x", by=seated("other", sister, "clerk"))


def test_how_to_be_reached_is_changed_forgotten_and_seen_with_an_entry(raised, clerk, stranger):
    matter = raised(name="示例", telephone="07720000000", email="one@example.org")
    change_contact(
        matter.receipt, name="", telephone="", email="two@example.org", shown=True, by=resident()
    )
    assert see_contact(matter, by=clerk).email == "two@example.org"
    forget_address(matter.receipt, by=resident())
    assert see_contact(matter, by=clerk).email == ""
    verbs = [e.verb for e in Entry.objects.about(matter)]
    assert verbs[2:] == ["change-contact", "see-contact", "forget-address", "see-contact"]
    with pytest.raises(PermissionDenied):
        see_contact(matter, by=stranger)
    assert Receipt.objects.get().name == ""


def test_a_later_day_is_not_a_raised_one(category, county, clerk):
    day = dt.date(2026, 3, 5)
    voice = Voice(county, TEXT, category, day=day)
    assert raise_voice(voice, by=clerk, code=code_of("key"), typed_by=clerk).raised_on == day
