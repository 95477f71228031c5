"""What residents raised at the desk: once for many senders, with words, pictures and a way back."""

import pytest
from django.utils import timezone

from tests.matters.voices import TEXT
from xieshang.activities.models import Venue
from xieshang.audit.models import Entry
from xieshang.matters.actions import load_rules
from xieshang.matters.actions.voicing import Voice, raise_voice
from xieshang.matters.actions.voicing_receipt import code_of, receipt_for
from xieshang.matters.forms.photos import Picture
from xieshang.matters.models import Category, Matter, Photo
from xieshang.people.actions import resident
from xieshang.people.models import Seat

pytestmark = pytest.mark.django_db
KEY = "0123456789abcdef0123456789abcdef"


@pytest.fixture(autouse=True)
def rules(region, officer):
    load_rules(region, by=officer)


@pytest.fixture
def category(rules, city):
    return Category.objects.public().filter(use="public", stop="").of(city).first()


@pytest.fixture
def raised(city, category):
    def make(text=TEXT, key="key-of-a-form", pictures=(), **facts):
        voice = Voice(city, text, category, **{"shown": True} | facts)
        return raise_voice(voice, pictures, by=resident(), code=code_of(key))

    return make


@pytest.fixture
def many(raised):
    return [raised("恢复25路早班车！" * 2, key=f"key-number-{n:03}") for n in range(3)]


def lines_of(page):
    return {line.key: [str(cell.value) for cell in line.cells] for line in page.context["lines"]}


def test_a_text_that_three_sent_stands_in_the_list_once(at_desk, clerk, raised, many):
    other = raised()
    lines = lines_of(at_desk(clerk).get("/desk/voices/"))
    assert {key: cells[2] for key, cells in lines.items()} == {many[0].pk: "3", other.pk: "1"}
    shared = lines_of(at_desk(clerk).get("/desk/voices/?shared=many"))
    assert list(shared) == [many[0].pk]


def test_a_text_that_three_sent_stands_on_the_board_once(at_desk, clerk, raised, many):
    other = raised()
    box = next(box for box in at_desk(clerk).get("/desk/").context["boxes"] if box.mine)
    told = {row.href: [said for said in row.meta if "人反映" in str(said)] for row in box.rows}
    assert told == {
        f"/desk/matters/{many[0].pk}/": ["3 人反映"],
        f"/desk/matters/{other.pk}/": [],
    }
    assert (box.count, box.above) == (4, 0)


def test_another_office_and_a_stranger_see_none_of_it(at_desk, seated, sister, stranger, raised):
    raised()
    for person in (seated("sister", sister, Seat.Post.CLERK), stranger):
        assert lines_of(at_desk(person).get("/desk/voices/")) == {}


@pytest.mark.parametrize("count", [1, 8])
def test_the_list_costs_the_same_with_one_and_with_many(
    at_desk, clerk, raised, count, django_assert_max_num_queries
):
    for n in range(count):
        raised(f"第{n}件事，路灯坏了很久。", key=f"key-number-{n:03}")
    browser = at_desk(clerk)
    with django_assert_max_num_queries(15):
        browser.get("/desk/voices/")


def test_moving_the_one_moves_all_who_sent_it(at_desk, clerk, many):
    browser = at_desk(clerk)
    page = browser.get("/desk/voices/steps/", {"pick": many[0].pk, "verb": "close"})
    assert len(page.context["able"]) == 3
    said = {"verb": "close", "note": "已恢复", "outcome": "partly"}
    browser.post("/desk/voices/steps/", said | {"pick": [m.pk for m in many]})
    assert list(Matter.objects.values_list("status", flat=True)) == ["closed"] * 3
    assert {m.steps.last().note for m in many} == {"已恢复"}


def test_one_that_was_moved_alone_stays_and_is_named(at_desk, clerk, many):
    browser = at_desk(clerk)
    browser.post(f"/desk/matters/{many[0].pk}/steps/", {"verb": "handle"})
    page = browser.get("/desk/voices/steps/", {"pick": many[0].pk, "verb": "handle"})
    assert [j.subject.pk for j in page.context["able"]] == [m.pk for m in many[1:]]
    assert [j.subject.pk for j in page.context["stay"]] == [many[0].pk]


def test_its_page_shows_the_words_the_pictures_and_who_else_sent_them(at_desk, clerk, many, raised):
    matter = raised(pictures=[Picture(b"large", b"small")], telephone="13877212345")
    browser = at_desk(clerk)
    page = browser.get(f"/desk/matters/{matter.pk}/").content.decode()
    photo = Photo.objects.get()
    assert ("老人出门看不见路" in page, f"photos/{photo.pk}/small/" in page) == (True, True)
    assert "13877212345" not in page.replace(TEXT.split("。")[1], "")
    small = browser.get(f"/desk/voices/photos/{photo.pk}/small/")
    assert b"".join(small) == b"small"
    others = browser.get(f"/desk/matters/{many[1].pk}/").content.decode()
    assert [m.short in others for m in many] == [True] * 3


def test_who_may_not_read_it_gets_no_picture(at_desk, stranger, raised):
    raised(pictures=[Picture(b"large", b"small")])
    address = f"/desk/voices/photos/{Photo.objects.get().pk}/small/"
    assert at_desk(stranger).get(address).status_code == 404


def test_the_page_of_one_stays_within_its_queries(
    at_desk, clerk, many, django_assert_max_num_queries
):
    browser = at_desk(clerk)
    with django_assert_max_num_queries(30):
        browser.get(f"/desk/matters/{many[0].pk}/")


def test_looking_at_how_to_reach_somebody_is_in_the_log(at_desk, clerk, member, raised):
    matter = raised(name="示例人", telephone="13877212345")
    browser = at_desk(clerk)
    assert "示例人" not in browser.get(f"/desk/matters/{matter.pk}/").content.decode()
    page = browser.post(f"/desk/voices/{matter.pk}/contact/").content.decode()
    assert ("示例人" in page, "13877212345" in page) == (True, True)
    last = Entry.objects.about(matter).last()
    assert (last.verb, last.actor) == ("see-contact", clerk)
    assert browser.get(f"/desk/voices/{matter.pk}/contact/").status_code == 405


@pytest.fixture
def said(city, category):
    return {
        "key": KEY, "place": city.pk, "day": timezone.localdate().isoformat(), "area": "示例小区",
        "category": category.pk, "text": TEXT, "name": "", "telephone": "", "email": "",
        "shown": "no", "answer": "", "outcome": "",
    }  # fmt: skip


def test_a_clerk_enters_for_somebody_once_and_prints_the_slip(at_desk, clerk, said):
    browser = at_desk(clerk)
    answers = [browser.post("/desk/voices/new/", said) for _twice in range(2)]
    matter = Matter.objects.get()
    assert [a.headers["Location"] for a in answers] == [f"/desk/voices/{matter.pk}/slip/"] * 2
    assert (matter.raised_by, matter.receipt.typed_by, matter.status) == (None, clerk, "registered")
    slip = browser.get(f"/desk/voices/{matter.pk}/slip/").content.decode()
    assert code_of(KEY) in slip
    assert receipt_for(matter.short, code_of(KEY)) == matter.receipt


def test_the_slip_of_another_is_shown_to_nobody(at_desk, clerk, officer, said):
    at_desk(clerk).post("/desk/voices/new/", said)
    matter = Matter.objects.get()
    answer = at_desk(officer).get(f"/desk/voices/{matter.pk}/slip/")
    assert answer.headers["Location"] == f"/desk/matters/{matter.pk}/"


@pytest.fixture
def studio(city):
    day = timezone.localdate()
    return Venue.objects.create(committee=city, name="示例工作室", form="委员工作室", since=day)


def test_what_is_answered_on_the_spot_by_the_office_is_closed(at_desk, clerk, said, studio):
    spoken = {"venue": studio.pk, "answer": "已当场说明办理窗口", "outcome": "reference"}
    answer = at_desk(clerk).post("/desk/voices/reception/", said | spoken)
    assert answer.status_code == 302
    matter = Matter.objects.get()
    assert (matter.venue, matter.status, matter.outcome) == (studio, "closed", "reference")
    assert matter.steps.last().note == "已当场说明办理窗口"


def test_what_a_member_answers_waits_for_the_office(at_desk, seated, city, said, studio):
    member = seated("city-member", city, Seat.Post.MEMBER)
    spoken = {"venue": studio.pk, "answer": "会转给教育部门", "outcome": "planned"}
    at_desk(member).post("/desk/voices/reception/", said | spoken)
    matter = Matter.objects.get()
    assert (matter.status, matter.receipt.typed_by) == ("registered", member)
    assert [(r.side, r.words, r.public) for r in matter.remarks.all()] == [
        ("office", "会转给教育部门", False)
    ]


@pytest.mark.parametrize(
    ("name", "value"),
    [("place", "451100"), ("day", "2020-01-01"), ("day", "2999-01-01"), ("text", "短"),
     ("answer", "只有答复"), ("shown", ""), ("category", "0"), ("name", "张\u202e三")],
)  # fmt: skip
def test_what_cannot_be_is_named_at_its_field(at_desk, clerk, said, name, value):
    page = at_desk(clerk).post("/desk/voices/new/", said | {name: value})
    assert page.status_code == 422
    assert list(page.context["form"].errors) == ["outcome" if name == "answer" else name]
    assert not Matter.objects.exists()


def test_who_has_no_seat_enters_nothing(at_desk, stranger, said):
    assert at_desk(stranger).post("/desk/voices/new/", said).status_code == 422
    assert not Matter.objects.exists()


def test_a_proof_beside_it_lets_the_office_call_it_solved(at_desk, clerk, raised, photo_file):
    matter, browser = raised(), at_desk(clerk)
    sent = {"verb": "solve", "note": "照片为证"}
    assert browser.post(f"/desk/matters/{matter.pk}/steps/", sent).status_code == 409
    browser.post(f"/desk/matters/{matter.pk}/attachments/", {"file": photo_file, "proof": "on"})
    assert browser.post(f"/desk/matters/{matter.pk}/steps/", sent).status_code == 302
    matter.refresh_from_db()
    assert (matter.status, matter.outcome) == ("closed", "done")


def test_it_is_published_as_looked_over_and_never_without_consent(at_desk, clerk, raised):
    matter, browser = raised(name="示例人"), at_desk(clerk)
    page = browser.get(f"/desk/matters/{matter.pk}/publication/?deed=publish")
    assert "138******45" in page.content.decode()
    sent = {"name": "publish", "title": "路灯不亮", "text": "路灯坏了"}
    assert browser.post(f"/desk/matters/{matter.pk}/publication/", sent).status_code == 302
    assert Matter.objects.public().get() == matter
    no, path = raised(key="key-of-another", shown=False), "/desk/matters/{}/publication/"
    assert browser.post(path.format(no.pk), sent).status_code == 409
    assert Matter.objects.public().count() == 1
