"""Activities: written down by hand, once; shown with who holds them and what they rest on."""

import re

import pytest
from django.urls import reverse

from xieshang.activities.models import Activity, Programme, Tally
from xieshang.audit.models import Entry

pytestmark = pytest.mark.django_db
NEW = "/desk/activities/new/"


@pytest.fixture
def said(city):
    return {
        "committee": city.pk,
        "kind": "study",
        "title": "读书会",
        "day": "2023-03-05",
        "attendances": "40",
        "member_attendances": "31",
    }


def test_a_clerk_writes_a_meeting_down(at_desk, clerk, sister, said):
    answer = at_desk(clerk).post(NEW, said | {"partners": [sister.pk], "form": "委员讲堂"})
    held = Activity.objects.get()
    assert answer.headers["Location"] == f"/desk/activities/{held.pk}/?entered=1"
    assert (held.title, held.form, held.attendances, held.together) == (
        "读书会",
        "委员讲堂",
        40,
        "across",
    )
    assert [(o.committee_id, o.lead) for o in held.organisers.all()] == [
        (said["committee"], True),
        (sister.pk, False),
    ]
    assert Tally.objects.filter(committee=sister, own=True).get().attendances == 40
    assert Entry.objects.get().verb == "hold"


def test_the_same_meeting_is_not_written_down_twice_unawares(at_desk, clerk, said):
    browser = at_desk(clerk)
    browser.post(NEW, said)
    again = browser.post(NEW, said)
    assert (again.status_code, list(again.context["form"].errors)) == (422, ["another"])
    assert Activity.objects.count() == 1
    browser.post(NEW, said | {"another": "on"})
    assert Activity.objects.count() == 2


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("title", "\x00"),
        ("title", " "),
        ("title", "字" * 201),
        ("day", "2023-02-30"),
        ("day", "昨天"),
        ("kind", "party"),
        ("attendances", "-1"),
        ("attendances", "9" * 400),
        ("member_attendances", "41"),
        ("session", "0"),
        ("committee", "450000"),
        ("committee", "不是数"),
        ("programme", "7"),
        ("partners", "999999"),
    ],
)
def test_what_cannot_be_is_named_at_its_field(name, value, at_desk, clerk, region, said):
    answer = at_desk(clerk).post(NEW, said | {name: value})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [name])
    assert not Activity.objects.exists()


def test_a_number_of_a_series_is_given_once(at_desk, clerk, said, city):
    series = Programme.objects.create(
        committee=city, name="读书讲堂", kind="series", since="2023-01-01"
    )  # fmt: skip
    browser = at_desk(clerk)
    third = {"programme": series.pk, "session": "3"}
    browser.post(NEW, said | third)
    again = browser.post(NEW, said | third | {"title": "另一场"})
    assert (again.status_code, list(again.context["form"].errors)) == (422, ["session"])
    held = Activity.objects.get()
    correction = reverse("desk:correction", args=[held.pk])
    assert browser.post(correction, said | third | {"attendances": "50"}).status_code == 302
    browser.post(NEW, said | third | {"title": "另一场", "session": "4"})
    assert sorted(Activity.objects.values_list("session", flat=True)) == [3, 4]


def test_what_was_entered_by_hand_is_corrected_and_taken_back(at_desk, clerk, sister, said, city):
    browser = at_desk(clerk)
    browser.post(NEW, said | {"partners": [sister.pk]})
    held = Activity.objects.get()
    correction, back = (
        reverse(f"desk:{name}", args=[held.pk]) for name in ("correction", "taking_back")
    )
    form = browser.get(correction).context["form"]
    assert (form.initial["title"], form.initial["partners"]) == ("读书会", [sister.pk])
    assert browser.post(correction, said | {"title": ""}).status_code == 422
    browser.post(correction, said | {"attendances": "50"})
    held = Activity.objects.get()
    assert (held.attendances, held.together) == (50, "")
    assert Tally.objects.get(committee=city, own=True, together="").attendances == 50
    browser.get(back)
    assert Activity.objects.count() == 1
    browser.post(back)
    assert not Activity.objects.exists()
    assert list(Entry.objects.values_list("verb", flat=True)) == ["hold", "correct", "take-back"]


def test_what_a_sheet_says_is_not_corrected_by_hand(at_desk, clerk, city, held, paper, said):
    activity, browser = held(city, evidence=[paper]), at_desk(clerk)
    for name in ("correction", "taking_back"):
        address = reverse(f"desk:{name}", args=[activity.pk])
        assert browser.get(address).status_code == browser.post(address, said).status_code == 403
    page = browser.get(reverse("desk:activity", args=[activity.pk]))
    assert not page.context["may_correct"]


@pytest.mark.parametrize("who", ["stranger", "member"])
def test_who_keeps_no_office_is_told_so(who, request, at_desk, said):
    browser = at_desk(request.getfixturevalue(who))
    assert "您没有登记权限" in browser.get(NEW).content.decode()
    assert browser.post(NEW, said).status_code == 422
    assert not Activity.objects.exists()


def test_its_page_names_who_holds_it_and_what_it_rests_on(
    at_desk, officer, city, sister, held, paper
):
    activity = held(city, partners=[sister], evidence=[paper], approximate=["attendances"])
    page = at_desk(officer).get(reverse("desk:activity", args=[activity.pk]))
    assert [o.committee for o in page.context["organisers"]] == [city, sister]
    assert list(page.context["evidence"]) == [paper]
    assert page.context["counts"] == [("参加人次", 10, True)]


def test_what_others_hold_is_not_even_there(at_desk, clerk, sister, held):
    theirs = held(sister)
    browser = at_desk(clerk)
    absent, foreign = (browser.get(reverse("desk:activity", args=[k])) for k in (9, theirs.pk))
    assert absent.status_code == foreign.status_code == 404
    assert without_chance(absent) == without_chance(foreign)


def without_chance(answer):
    """A page without the token of its forms and the number in its own address."""
    return re.sub(r"[0-9A-Za-z]{64}|/activities/\d+/", "", answer.content.decode())
