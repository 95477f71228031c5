"""Handing a ledger in at the desk, looking at it, and saying how it is to be read."""

import io

import pytest
from openpyxl import load_workbook

from xieshang.activities.models import Activity
from xieshang.audit.models import Entry
from xieshang.evidence.models import File
from xieshang.ledgers.models import Habit, TakeOver

from .conftest import ALSO, BAD, GOOD, NEW, RECEIVED, STUDY, named, sheet_of

pytestmark = pytest.mark.django_db


def test_a_file_is_kept_looked_at_and_taken_over(at_desk, clerk, city, hand_in):
    browser, answer = at_desk(clerk), hand_in(GOOD, ALSO, BAD)
    file = File.objects.get()
    assert answer.headers["Location"] == f"{RECEIVED}{file.pk}/"
    assert (file.committee, file.kept_by, file.path.exists()) == (city, clerk, True)
    page = browser.get(answer.headers["Location"])
    (sheet,) = page.context["sheets"]
    assert [c["field"] for c in sheet["columns"]] == [
        "number", "day", "title", "form", "attendances", "member_attendances",
    ]  # fmt: skip
    assert (page.context["found"]["count"], [line["row"] for line in sheet["backs"]]) == (2, [5])
    assert not Activity.objects.exists()
    done = browser.post(answer.headers["Location"], {"act": "take"}, follow=True)
    assert sorted(Activity.objects.values_list("title", flat=True)) == ["委员讲堂", "读书分享会"]
    found = done.context["found"]
    assert (found.rows_taken, found.office, found.year) == (2, city, 2023)
    assert [(sheet, row) for sheet, row, _why in done.context["back"]] == [("学习活动台账", 5)]


def test_looking_writes_nothing(at_desk, clerk, hand_in):
    address = hand_in(GOOD).headers["Location"]
    before = Entry.objects.count()
    browser = at_desk(clerk)
    browser.get(address)
    browser.post(address, {"act": "look", "year": "2022"})
    assert (Entry.objects.count(), TakeOver.objects.count()) == (before, 0)


def test_a_column_can_be_assigned_and_is_remembered(at_desk, clerk, city, hand_in):
    headings = [*STUDY[:4], "规模", "其中委员"]
    address = hand_in(GOOD, headings=headings).headers["Location"]
    said = {
        "act": "look", "sheet-0": "学习活动台账", "kind-0": "study", "kind-was-0": "study",
        **{f"heading-0-{place}": each for place, each in enumerate(headings)},
        **{f"field-0-{place}": "" for place in range(6)},
        **{f"was-0-{place}": "" for place in range(6)},
        "field-0-4": "attendances",
    }  # fmt: skip
    browser = at_desk(clerk)
    page = browser.post(address, said)
    assert page.context["sheets"][0]["columns"][4]["field"] == "attendances"
    browser.post(address, said | {"act": "take"})
    assert Activity.objects.get().attendances == 40
    assert Habit.objects.filter(office=city, heading="规模").get().field == "attendances"


@pytest.mark.parametrize(
    "said",
    [
        {"office": "x"}, {"office": "9" * 40}, {"year": "1066"}, {"year": "\x00"},
        {"sheet-0": "学习活动台账", "kind-0": "party"},
        {"sheet-0": "学习活动台账", "kind-0": "study", "kind-was-0": "study", "heading-0-0": "序号",
         "field-0-0": "evil"},
        {"sheet-0": "学习活动台账", "unit-0": "美元"},
    ],
)  # fmt: skip
def test_answers_that_no_page_sends_are_refused(said, at_desk, clerk, hand_in):
    address = hand_in(GOOD).headers["Location"]
    assert at_desk(clerk).post(address, {"act": "look"} | said).status_code == 400


def test_all_or_nothing_takes_nothing_when_a_row_comes_back(at_desk, clerk, hand_in):
    address = hand_in(GOOD, BAD).headers["Location"]
    answer = at_desk(clerk).post(address, {"act": "take", "strict": "on"})
    assert (answer.headers["Location"], Activity.objects.count()) == (address, 0)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04 torn", "不完整"),
    ],
)
def test_a_bad_file_says_why_and_is_not_lost(content, words, at_desk, clerk):
    browser = at_desk(clerk)
    page = browser.post(NEW, {"files": [named(content)]}, follow=True)
    assert page.status_code == 200
    assert words in page.context["refused"]
    assert File.objects.get().size == len(content)


def test_a_file_of_no_known_office_asks_whose_it_is(at_desk, clerk, city):
    book = load_workbook(io.BytesIO(sheet_of(GOOD)))
    book.active["A1"] = "学习活动台账"
    out = io.BytesIO()
    book.save(out)
    browser = at_desk(clerk)
    page = browser.post(NEW, {"files": [named(out.getvalue(), "台账.xlsx")]}, follow=True)
    assert page.context["unknown_office"]
    browser.post(page.wsgi_request.path, {"act": "take", "office": city.pk, "year": "2023"})
    assert TakeOver.objects.get().office == city


def test_no_file_and_too_many_are_refused(at_desk, clerk):
    assert at_desk(clerk).post(NEW, {}).status_code == 422
    many = [named(b"x", f"{n}.csv") for n in range(61)]
    assert at_desk(clerk).post(NEW, {"files": many}).status_code == 422
    assert not File.objects.exists()


@pytest.mark.parametrize("who", ["stranger", "member"])
def test_who_keeps_no_office_hands_nothing_in(who, request, at_desk):
    answer = at_desk(request.getfixturevalue(who)).post(NEW, {"files": [named(sheet_of(GOOD))]})
    assert (answer.status_code, File.objects.count()) == (403, 0)


def test_a_clerk_cannot_take_over_for_a_sister_office(at_desk, clerk, sister, hand_in):
    address = hand_in(GOOD).headers["Location"]
    answer = at_desk(clerk).post(address, {"act": "take", "office": sister.pk}, follow=True)
    assert [str(m) for m in answer.context["messages"]] == ["您不是该单位台账的登记人员。"]
    assert not TakeOver.objects.exists()
