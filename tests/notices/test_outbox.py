"""What is written into the outbox: with its cause, once for each, and nothing that could harm."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import translation

from xieshang.audit.models import Entry
from xieshang.notices.actions import (
    NotInTransaction,
    forget,
    forget_old,
    mark_seen,
    post,
    retell,
)
from xieshang.notices.actions.composing import compose
from xieshang.notices.models import Message, Notice, Went
from xieshang.notices.words import clean

from .conftest import DUE, FILED, HERE

pytestmark = pytest.mark.django_db
WORDS = {"title": "修路", "number": "12"}
ADDRESS = "Resident@example.org"


def test_a_notice_names_its_event_its_record_and_the_reason(tell, city, clerk):
    tell(city, "step:3", [clerk])
    [notice] = Notice.objects.visible_to(clerk)
    assert (notice.event, notice.about, notice.href, notice.get_why_display(), notice.went) == (
        "people.committee:450200:step:3",
        "people.committee:450200",
        HERE,
        "您是提案人",
        Went.PAGE,
    )


def test_each_is_told_of_an_event_once_whatever_the_reason(tell, city, clerk, officer):
    tell(city, 1, [clerk, clerk])
    tell(city, 1, [clerk, officer], kind=DUE)
    tell(city, 2, [clerk])
    told = Notice.objects.order_by("pk").values_list("person__username", "kind")
    assert list(told) == [("clerk", "filed"), ("officer", "due"), ("clerk", "filed")]


@pytest.mark.django_db(transaction=True)
def test_what_is_rolled_back_is_not_told(tell, city, clerk):
    with pytest.raises(RuntimeError), transaction.atomic():
        tell(city, 1, [clerk])
        raise RuntimeError
    assert Notice.objects.count() == 0
    with pytest.raises(NotInTransaction):
        post(FILED, city, 1, [clerk], href=HERE, params=WORDS)


def test_who_left_is_not_told(tell, city, clerk):
    clerk.is_active = False
    tell(city, 1, [clerk])
    assert Notice.objects.count() == 0


def test_an_address_without_an_account_is_kept_only_where_there_is_mail(tell, city, settings):
    tell(city, 1, [ADDRESS])
    assert Notice.objects.count() == 0
    settings.MAIL = "mailto://127.0.0.1:1?from=office@example.org"
    tell(city, 1, [ADDRESS, "resident@EXAMPLE.org"])
    tell(city, 1, [ADDRESS])
    assert sorted(Notice.objects.values_list("to", flat=True)) == [
        "Resident@example.org",
        "resident@example.org",
    ]


def test_an_address_can_be_forgotten_with_all_that_was_sent_to_it(tell, city, clerk, at, wishing):
    wishing(clerk)
    at(1)
    tell(city, 1, [ADDRESS, clerk])
    assert compose(at(9)) == 2
    tell(city, 2, [ADDRESS])
    assert forget(" resident@example.org") == 2
    assert [each.person for each in Notice.objects.all()] == [clerk]
    assert [each.person for each in Message.objects.all()] == [clerk]


def test_what_was_told_of_one_record_can_be_forgotten_or_told_otherwise(
    tell, city, county, clerk, settings
):
    settings.MAIL = "mailto://127.0.0.1:1?from=office@example.org"
    for subject in (city, county):
        tell(subject, 1, [ADDRESS, clerk])
    assert retell(city, title="已删除\r\n", note="不在句中") == 2
    assert [str(each) for each in Notice.objects.visible_to(clerk)] == [
        "“修路” was filed as 12",
        "“已删除” was filed as 12",
    ]
    assert forget(ADDRESS, city) == 1
    assert [each.about for each in Notice.objects.filter(person=None)] == [
        "people.committee:450202"
    ]


@pytest.mark.parametrize(("occurrence", "href"), [("x" * 160, HERE), (1, "/" + "x" * 300)])
def test_what_is_too_long_for_its_column_is_refused_on_every_database(
    occurrence, href, city, clerk
):
    with pytest.raises(ValueError, match="too long"):
        post(FILED, city, occurrence, [clerk], href=href, params=WORDS)


def test_an_address_is_kept_for_ninety_days(tell, city, clerk, at, wishing):
    wishing(clerk)
    at(0)
    tell(city, 1, [ADDRESS, clerk])
    day = 24
    assert (forget_old(at(89 * day)), forget_old(at(91 * day))) == (0, 1)
    assert [each.person for each in Notice.objects.all()] == [clerk]


@pytest.mark.parametrize("href", ["https://example.org/", "//example.org/", "/\\example.org", ""])
def test_a_notice_leads_nowhere_but_here(href, city, clerk):
    with pytest.raises(ValueError, match="no path"):
        post(FILED, city, 1, [clerk], href=href, params=WORDS)


@pytest.mark.parametrize("params", [{}, {"title": "修路"}, {"title": None, "number": 1}])
def test_values_that_do_not_fit_the_sentence_are_refused_at_once(params, city, clerk):
    with pytest.raises((ValueError, TypeError)):
        post(FILED, city, 1, [clerk], href=HERE, params=params)


@pytest.mark.parametrize("to", ["", "a@b", "a@b.cn\r\nBcc: c@d.cn", "a@b.cn,c@d.cn", "<a@b.cn>"])
def test_what_is_no_address_is_refused(to, city, settings):
    settings.MAIL = "mailto://127.0.0.1:1?from=office@example.org"
    with pytest.raises(ValidationError):
        post(FILED, city, 1, [to], href=HERE, params=WORDS)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("修路\r\nBcc: a@b.cn", "修路 Bcc: a@b.cn"),
        ("a\u202ecod.exe", "acod.exe"),
        ("\u2066安\u2069全\u200b\ufeff", "安全"),
        ("nul\x00\x1b[31m红", "nul[31m红"),
        ("\ud800半", "半"),
        ("标\U000e0041签", "标签"),
        ("段\u2028落\u3000间\t隔", "段 落 间 隔"),
        ("𠮷" * 10_000, "𠮷" * 199 + "…"),
        ("\u202e" * 10_000 + "x", ""),
        ("", ""),
    ],
)
def test_a_value_is_one_visible_line(text, shown, tell, city, clerk):
    assert clean(text) == shown
    tell(city, 1, [clerk], title=text)
    [notice] = Notice.objects.visible_to(clerk)
    assert str(notice) == f"“{shown}” was filed as 12"


def test_a_day_is_said_in_the_readers_language(tell, city, clerk):
    tell(city, 1, [clerk], kind=DUE)
    [notice] = Notice.objects.visible_to(clerk)
    with translation.override("en"):
        assert str(notice) == "“修路” is due on 31 March 2026"
    with translation.override("zh-hans"):
        assert str(notice) == "“修路” is due on 2026年3月31日"


def test_a_sentence_that_has_changed_since_still_shows(tell, city, clerk):
    tell(city, 1, [clerk])
    Notice.objects.update(words="now about %(other)s")
    assert str(Notice.objects.get()) == "now about %(other)s"


def test_looking_is_noted_and_the_log_is_not_told(tell, city, clerk, officer):
    for occurrence in (1, 2, 3):
        tell(city, occurrence, [clerk, officer])
    last = Notice.objects.visible_to(clerk).get(event__endswith=":2").pk
    entries = Entry.objects.count()
    assert mark_seen(clerk, last) == 2
    seen = [Notice.objects.visible_to(person).unseen() for person in (clerk, officer)]
    assert (seen, Entry.objects.count()) == (["1", "3"], entries)


@pytest.mark.parametrize(
    "facts",
    [
        {"to": ADDRESS},  # a person and an address
        {"person": None},  # nobody
        {"went": Went.MESSAGE},  # in a message that is not named
    ],
)
def test_the_database_keeps_what_a_notice_is(facts, city, clerk, tell):
    tell(city, 1, [clerk])
    with pytest.raises(IntegrityError), transaction.atomic():
        Notice.objects.update(**facts)


def test_two_thousand_are_told_in_a_few_writes(
    city, django_assert_max_num_queries, django_user_model, tell
):
    made = [django_user_model(username=f"m{n}") for n in range(2000)]
    people = django_user_model.objects.bulk_create(made)
    with django_assert_max_num_queries(40):
        tell(city, dt.date(2026, 3, 2), people)
    assert Notice.objects.count() == 2000
