"""Merging: asked of both authors, undone again; signatures and numbers stay where they are."""

import pytest

from xieshang.matters.actions import answer_merger, propose_merger, take
from xieshang.matters.models import Merger

from .conftest import page, parts_of, to

pytestmark = pytest.mark.django_db
PATH = "/desk/proposals/merging/"


@pytest.fixture
def pair(filed_of, members):
    """Two proposals; the first signed by three besides its author, the second by two of them."""
    first = filed_of(members[0], "充电桩", members[2:5])
    return first, filed_of(members[1], "充电难", members[3:5])


def test_from_one_proposal_the_other_is_found_and_both_authors_are_asked(
    at_desk, clerk, members, pair
):
    first, second = pair
    browser = at_desk(clerk)
    dress = browser.get(page(second, "?deed=propose-merger")).context["acting"].dress
    assert [each.pk for each in dress["found"]] == [first.pk]
    looked = browser.post(
        to("deeds", second), {"name": "propose-merger", "look": "1", "q": "不存在"}
    )
    assert (looked.status_code, looked.context["acting"].dress["found"]) == (200, [])
    browser.post(to("deeds", second), {"name": "propose-merger", "main": first.pk})
    (merger,) = parts_of(at_desk(members[0]).get(page(first)))["mergers"]["open"]
    assert (merger.leads, merger.other, merger.mine.person) == (True, second, members[0])


def test_when_both_agree_the_signatures_are_counted_and_both_numbers_stay(
    at_desk, clerk, members, pair
):
    first, second = pair
    merger = propose_merger(first, second, by=clerk)
    for person, matter in ((members[0], first), (members[1], second)):
        answer = at_desk(person).post(to("merger_answer", merger), {"agreed": "yes"})
        assert answer.headers["Location"] == page(matter)
    second.refresh_from_db()
    assert (second.status, second.number, first.number) == ("merged", 2, 1)
    (led,) = parts_of(at_desk(clerk).get(page(first)))["mergers"]["standing"]
    assert (led.signed.counts, led.signed.both, led.signed.total) == ([4, 3], 2, 5)
    response = at_desk(members[1]).get(page(second))
    (joined,) = parts_of(response)["mergers"]["standing"]
    assert (joined.leads, joined.other) == (False, first)
    assert "4 + 3</span>，两边都签的2人" in response.content.decode()
    assert [s.matter_id for s in members[3].signatures.all()] == [first.pk, second.pk]


def test_it_can_be_taken_apart_again(at_desk, clerk, members, pair):
    first, second = pair
    merger = propose_merger(first, second, by=clerk)
    for person in members[:2]:
        answer_merger(merger, agreed=True, by=person)
    at_desk(clerk).post(to("steps", second), {"verb": "part", "note": "内容不同"})
    second.refresh_from_db()
    assert second.status == "filed"
    assert "mergers" not in parts_of(at_desk(clerk).get(page(first)))


def test_one_no_ends_it_and_an_answer_is_given_once(at_desk, clerk, members, pair):
    merger = propose_merger(*pair, by=clerk)
    browser = at_desk(members[1])
    silent = browser.post(to("merger_answer", merger), {})
    assert (silent.status_code, silent.context["acting"].hindered) == (409, "请选择同意或不同意。")
    browser.post(to("merger_answer", merger), {"agreed": "no", "note": "不是一回事"})
    again = browser.post(to("merger_answer", merger), {"agreed": "yes"})
    assert (again.status_code, again.context["acting"].hindered) == (
        409,
        "这件并案已不再等您答复。",
    )
    other = at_desk(members[3]).post(to("merger_answer", merger), {"agreed": "yes"})
    assert other.status_code == 403


def test_the_office_drops_the_question(at_desk, clerk, members, pair):
    merger = propose_merger(*pair, by=clerk)
    assert at_desk(members[0]).post(to("merger_end", merger)).status_code == 403
    assert at_desk(clerk).post(to("merger_end", merger)).status_code == 302
    assert not Merger.objects.open().exists()
    assert at_desk(clerk).post(to("merger_end", merger)).status_code == 409


def test_of_many_ticked_ones_one_leads_and_each_that_stays_is_named(
    at_desk, clerk, members, pair, filed_of, draft_of, unit
):
    first, second = pair
    third = filed_of(members[2], "充电费")
    take(third, "assign", by=clerk, lead=unit, joint=[], separate=[])
    browser = at_desk(clerk)
    ticked = {"pick": [first.pk, second.pk, third.pk]}
    asked = browser.get(PATH, ticked).context
    assert [(matter, n) for matter, n in asked["able"]] == [(first, 4), (second, 3)]
    assert [matter for matter, _reason in asked["stay"]] == [third]
    empty = browser.post(PATH, ticked)
    assert (empty.status_code, list(empty.context["form"].errors)) == (422, ["main"])
    answer = browser.post(PATH, ticked | {"main": second.pk, "note": "同一内容"})
    assert answer.headers["Location"] == page(second)
    merger = Merger.objects.get()
    assert (merger.main, merger.joined, merger.note) == (second, first, "同一内容")
    again = browser.post(PATH, ticked | {"main": second.pk}, follow=True)
    assert "正在征求并案意见" in again.content.decode()


def test_who_keeps_no_office_merges_nothing(at_desk, author, pair):
    ticked = {"pick": [each.pk for each in pair], "main": pair[0].pk}
    answer = at_desk(author).post(PATH, ticked)
    assert (answer.status_code, answer.context["able"]) == (422, [])
    assert not Merger.objects.exists()
