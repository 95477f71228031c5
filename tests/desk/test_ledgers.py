"""Taking a ledger over at the desk: the files, a look, what came of it, and back again."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook, load_workbook

from xieshang.activities.models import Activity
from xieshang.audit.models import Entry
from xieshang.evidence.models import File
from xieshang.ledgers.models import Habit, JoinProposal, TakeOver
from xieshang.matters.models import Matter

pytestmark = pytest.mark.django_db
NEW, RECEIVED = "/desk/ledgers/new/", "/desk/ledgers/received/"
STUDY = ["序号", "活动时间", "活动主题", "活动形式", "参加人次", "其中委员"]


def sheet_of(*rows, title="学习活动台账", headings=STUDY):
    book = Workbook()
    sheet = book.active
    sheet.title = title
    sheet.append([f"柳州市政协2023年{title}"])
    sheet.append(headings)
    for row in rows:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


GOOD = (1, "2023-03-05", "读书分享会", "委员读书", 40, 31)
ALSO = (2, "2023-04-05", "委员讲堂", "委员讲堂", 60, 50)
BAD = (3, "2023-13-45", "日期写错", "委员读书", "若干", 5)


def named(content, name="柳州市政协2023年学习台账.xlsx"):
    return SimpleUploadedFile(name, content)


@pytest.fixture
def hand_in(at_desk, clerk):
    """Hand a file in as the clerk; gives the answer."""

    def hand(*rows, **how):
        return at_desk(clerk).post(NEW, {"files": [named(sheet_of(*rows, **how))]})

    return hand


@pytest.fixture
def take(hand_in, at_desk, clerk):
    """Hand a file in and take it over as it is; gives the take-over."""

    def take(*rows, **how):
        browser, address = at_desk(clerk), hand_in(*rows, **how).headers["Location"]
        browser.post(address, {"act": "take"})
        return TakeOver.objects.first()

    return take


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


def test_the_copy_that_goes_back_has_the_reasons_beside_the_rows(at_desk, clerk, take):
    found = take(GOOD, BAD)
    answer = at_desk(clerk).get(reverse("desk:annotated", args=[found.pk]))
    sheet = load_workbook(io.BytesIO(answer.content)).active
    assert [sheet.cell(2, 7).value, bool(sheet.cell(4, 7).value)] == ["退回原因", True]
    assert sheet.cell(3, 7).value is None


def test_a_take_over_is_undone_as_a_whole(at_desk, clerk, take):
    found, browser = take(GOOD, ALSO), at_desk(clerk)
    address = reverse("desk:undoing", args=[found.pk])
    assert "2 条记录" in browser.get(address).content.decode()
    assert browser.post(address).status_code == 302
    assert (Activity.objects.count(), File.objects.count()) == (0, 1)
    assert Entry.objects.last().verb == "undo-take-over"
    assert browser.post(address).status_code == 409


def test_what_somebody_has_moved_on_cannot_be_undone(at_desk, clerk, take):
    headings = ["序号", "发现日期", "问题", "问题来源", "承办单位", "办理状态"]
    row = (1, "2023-03-05", "路灯不亮", "委员走访", "市水利局", "办理中")
    found = take(row, title="问题台账", headings=headings)
    browser, matter = at_desk(clerk), Matter.objects.get()
    browser.post(reverse("desk:steps", args=[matter.pk]), {"verb": "solve"})
    assert browser.post(reverse("desk:undoing", args=[found.pk])).status_code == 409
    assert Matter.objects.get().status == "solved"


def test_the_board_says_what_is_to_mend(at_desk, clerk, take, hand_in):
    take(GOOD, BAD)
    hand_in(ALSO)
    boxes = {box.title: box.count for box in at_desk(clerk).get("/desk/").context["boxes"]}
    assert boxes == {"待改的行": 1, "待导入的文件": 1}


def test_the_region_sees_who_has_handed_in(at_desk, officer, city, sister, take):
    take(GOOD, ALSO)
    offices = at_desk(officer).get("/desk/?year=2023").context["offices"]
    assert [(o.committee, o.files, o.rows) for o in offices] == [(sister, 0, 0), (city, 1, 2)]


def test_several_files_are_done_by_a_worker_and_watched(at_desk, clerk, hand_in, work):
    browser = at_desk(clerk)
    hand_in(GOOD)
    hand_in(ALSO)
    keys = [file.pk for file in browser.get(RECEIVED).context["files"]]
    watched = browser.post(RECEIVED, {"pick": keys}).headers["Location"]
    assert browser.get(watched).context["waiting"]
    fragment = browser.get(watched, headers={"HX-Request": "true"}).content.decode()
    assert fragment.strip().startswith('<div class="meter"')
    work()
    outcomes = browser.get(watched).context["outcomes"]
    assert [(each["taken"], each["back"]) for each in outcomes] == [(1, 0), (1, 0)]
    on = browser.get(watched, headers={"HX-Request": "true"})
    assert on.headers["HX-Redirect"] == watched


def test_a_large_file_is_looked_at_by_a_worker(at_desk, clerk, hand_in, work, monkeypatch):
    for module in ("handing", "looking"):
        monkeypatch.setattr(f"xieshang.desk.{module}.LARGE", 100)
    browser, watched = at_desk(clerk), hand_in(GOOD).headers["Location"]
    assert watched.startswith("/desk/ledgers/running/")
    work()
    page = browser.get(watched, follow=True)
    assert page.context["found"]["count"] == 1
    file = File.objects.get()
    assert browser.get(f"{RECEIVED}{file.pk}/").templates[0].name == "desk/large.html"


def test_a_task_is_watched_by_whoever_began_it(at_desk, clerk, officer, hand_in):
    hand_in(GOOD)
    hand_in(ALSO)
    keys = list(File.objects.values_list("pk", flat=True))
    watched = at_desk(clerk).post(RECEIVED, {"pick": keys}).headers["Location"]
    assert at_desk(officer).get(watched).status_code == 404


@pytest.fixture
def proposal(at_desk, clerk, seated, sister, take):
    """Two offices have written nearly the same joint meeting down."""
    headings = [*STUDY, "主办单位", "联办单位"]
    take((*GOOD, "柳州市政协", "贺州市政协"), headings=headings)
    browser = at_desk(seated("sister", sister, "clerk"))
    theirs = (1, "2023-03-06", "读书分享会会", "委员读书", 40, 31, "柳州市政协", "贺州市政协")
    content = sheet_of(theirs, headings=headings)
    page = browser.post(NEW, {"files": [named(content, "贺州市政协2023年学习台账.xlsx")]})
    browser.post(page.headers["Location"], {"act": "take", "office": sister.pk, "year": "2023"})
    return JoinProposal.objects.get()


@pytest.mark.parametrize(("decision", "left"), [("join", 1), ("apart", 2)])
def test_one_meeting_or_two_is_decided_once(decision, left, at_desk, clerk, proposal):
    browser, address = at_desk(clerk), reverse("desk:join", args=[proposal.pk])
    page = browser.get(address)
    assert {label for label, _a, _b, differ in page.context["facts"] if differ} == {"名称", "日期"}
    assert browser.post(address, {"decision": "perhaps"}).status_code == 422
    assert browser.post(address, {"decision": decision}).status_code == 302
    assert Activity.objects.count() == left
    kept = Activity.objects.order_by("pk").first()
    told = browser.get(reverse("desk:activity", args=[kept.pk])).context["told"]
    assert len(told) == {1: 2, 2: 0}[left]
    assert browser.post(address, {"decision": decision}).status_code == 409


def test_a_stranger_to_both_offices_does_not_decide(at_desk, member, proposal):
    address = reverse("desk:join", args=[proposal.pk])
    assert at_desk(member).post(address, {"decision": "join"}).status_code == 404
    assert JoinProposal.objects.get().state == "open"
