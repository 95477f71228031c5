"""Taking part in a browser without an account, and looking after it at the desk."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from docx import Document

from xieshang.deliberation.actions import decide, hand_on, joined, make_map, state, take, vote
from xieshang.deliberation.models import Deliberation, Participant, Statement, Vote
from xieshang.matters.models import Matter
from xieshang.notices.models import Notice
from xieshang.opinion import map_opinions
from xieshang.opinion.export import read_export

pytestmark = pytest.mark.django_db


@pytest.fixture
def camps(weighed):
    """Twenty and fifteen who differ, all of whom like the last statement."""
    deliberation = weighed(seeds=[f"（示例）说法{n}" for n in range(9)])
    keys = list(deliberation.statements.values_list("pk", flat=True))
    for n in range(35):
        voice = joined(deliberation, token=f"voice-of-a-browser-{n}")
        for place, key in enumerate(keys):
            vote(voice, key, 1 if place == 8 or (place % 2 == 1) == (n < 20) else -1)
    make_map(deliberation)
    return deliberation


def address(deliberation, rest=""):
    return f"/deliberations/D{deliberation.pk}/{rest}"


def test_somebody_answers_changes_takes_back_and_downloads(weighed):
    deliberation, browser = weighed(), Client()
    first, second, _third = deliberation.statements.all()
    page = browser.get(address(deliberation))
    assert (page.status_code, page.cookies.keys()) == (200, {"csrftoken"} & page.cookies.keys())
    sent = browser.post(address(deliberation, "vote/"), {"statement": first.pk, "value": "1"})
    assert (sent.status_code, sent.url) == (302, address(deliberation))
    more = {"statement": second.pk, "value": "-1", "important": "on"}
    browser.post(address(deliberation, "vote/"), more)
    browser.post(address(deliberation, "vote/"), {"statement": first.pk, "value": "0"})
    votes = Vote.objects.order_by("statement__number").values_list("value", "important")
    assert list(votes) == [(0, False), (-1, True)]
    taken = browser.get(address(deliberation, "mine/?export=csv")).content.decode("utf-8-sig")
    assert taken.splitlines()[1:3] == [
        f"1,{first.text},跳过", f"2,{second.text},不赞成",
    ]  # fmt: skip
    browser.post(address(deliberation, "vote/"), {"statement": first.pk, "value": "undo"})
    assert Vote.objects.count() == 1
    browser.post(address(deliberation, "mine/leaving/"))
    assert Vote.objects.count() == 0
    assert Participant.objects.count() == 1


def test_a_page_that_is_only_read_makes_no_voice(weighed):
    deliberation = weighed()
    for rest in ("", "statements/", "mine/", "result/", "votes.csv", "comments.csv"):
        assert Client().get(address(deliberation, rest)).status_code == 200
    assert Participant.objects.count() == 0


ODD = [
    {}, {"statement": "x", "value": "1"}, {"statement": "1", "value": "2"},
    {"statement": "9" * 30, "value": "1"}, {"statement": "-1", "value": "0"},
    {"statement": "1", "value": "1\0"},
]  # fmt: skip


@pytest.mark.parametrize("body", ODD, ids=str)
def test_odd_answers_are_refused(weighed, body):
    deliberation = weighed()
    assert Client().post(address(deliberation, "vote/"), body).status_code == 422
    assert Vote.objects.count() == 0


def test_a_vote_on_what_is_not_there_is_late(weighed):
    deliberation = weighed()
    body = {"statement": 999_999, "value": "1"}
    assert Client().post(address(deliberation, "vote/"), body).status_code == 409


def test_a_statement_is_put_beside_those_that_say_nearly_the_same(weighed, clerk):
    deliberation, browser = weighed(), Client()
    place = address(deliberation, "statements/")
    near = browser.post(place, {"text": "加装电梯的费用应该按楼层来分摊"})
    assert (near.status_code, Statement.objects.count()) == (200, 3)
    assert [each.number for each in near.context["near"]] == [1]
    sent = browser.post(place, {"text": "加装电梯的费用应该按楼层来分摊", "anyway": "1"})
    assert (sent.status_code, Statement.objects.count()) == (302, 4)
    decide(Statement.objects.last(), "decline", by=clerk, note="与第一条重复")
    page = Client().get(place)
    assert [(s.number, s.reason) for s in page.context["declined"]] == [(4, "与第一条重复")]
    assert [s.number for s in browser.get(place).context["own"]] == [4]


def test_the_desk_leads_it_to_a_result_a_document_and_a_matter(camps, clerk, client):
    client.force_login(clerk)
    desk = f"/desk/deliberations/{camps.pk}/"
    assert client.post(f"{desk}steps/", {"verb": "discuss"}).status_code == 302
    early = client.post(f"{desk}steps/", {"verb": "result"})
    assert (early.status_code, Deliberation.objects.get().status) == (409, "discussing")
    make_map(Deliberation.objects.get())
    assert client.post(f"{desk}steps/", {"verb": "result"}).status_code == 302
    last = camps.statements.last()
    content = b"".join(client.get(f"{desk}report/").streaming_content)
    document = Document(io.BytesIO(content))
    shared = document.tables[0]
    assert [cell.text for cell in shared.rows[1].cells][:2] == ["9", last.text]
    body = {"statement": last.pk, "kind": "problem", "committee": 450200}
    made = client.post(f"{desk}outcomes/", body)
    matter = Matter.objects.get(weighed_in__deliberation=camps)
    assert (made.url, matter.title) == (f"/desk/matters/{matter.pk}/", last.text)
    result = Client().get(address(camps, "result/"))
    assert [each.matter for each in result.context["outcomes"]] == [matter]


def test_the_result_tells_groups_and_what_they_share(camps):
    page = Client().get(address(camps, "result/?order=apart"))
    result = page.context["result"]
    assert [(g.letter, g.size) for g in result.opinion_groups] == [("A", 20), ("B", 15)]
    assert [line.number for line in result.shared] == [9]
    assert {line.number for line in result.dividing} == set(range(1, 9))
    assert [line.number for line in page.context["lines"]][-1] == 9
    assert sum(dot.many for dot in page.context["dots"]) == 35


def test_an_export_comes_to_the_same_digest_and_joins_no_other(camps, clerk, tmp_path):
    take(camps, "discuss", by=clerk)
    kept = make_map(Deliberation.objects.get())
    files = []
    for n in range(2):
        path = tmp_path / f"{n}.csv"
        path.write_bytes(Client().get(address(camps, "votes.csv")).content)
        files.append(path)
    found = [map_opinions(read_export(path)) for path in files]
    assert [each.digest for each in found] == [kept.digest] * 2
    assert [each.sizes() for each in found] == [[20, 15]] * 2
    assert files[0].read_text() != files[1].read_text()  # 35! orders: never twice the same
    heads, first = files[0].read_text().splitlines()[:2]
    assert heads == "timestamp,datetime,comment-id,voter-id,vote"
    assert int(first.split(",")[0]) % 86400 == 16 * 3600  # the day's first moment in China


CANARY = "canary-of-a-voter-7301"


def test_no_voter_stands_in_anything_that_leaves(weighed, stranger, clerk, client):
    """A canary in the account's name, and keys that stand nowhere else."""
    stranger.username = stranger.name = CANARY
    stranger.save()
    deliberation = weighed(first_looked_at=False)
    voter = Client()
    voter.force_login(stranger)
    for statement in deliberation.statements.all():
        body = {"statement": statement.pk, "value": "1"}
        answers = [voter.post(address(deliberation, "vote/"), body)]
    state(Participant.objects.get(), "（示例）我的一条说法")
    Participant.objects.filter().update(area=450200)
    make_map(deliberation)
    client.force_login(clerk)
    places = [address(deliberation, rest) for rest in (
        "", "statements/", "mine/", "result/", "votes.csv", "comments.csv", "vote/", "none/",
    )]  # fmt: skip
    answers += [Client().get(place) for place in places]
    answers += [client.get(place) for place in (
        "/desk/deliberations/", f"/desk/deliberations/{deliberation.pk}/", "/desk/log/",
        f"/desk/deliberations/{deliberation.pk}/report/", "/desk/deliberations/?export=csv",
    )]  # fmt: skip
    for answer in answers:
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        said = body + str(dict(answer.headers)).encode()
        assert CANARY.encode() not in said


def test_a_card_is_typed_once_with_its_scan(weighed, clerk, client):
    deliberation = weighed()
    client.force_login(clerk)
    place = f"/desk/deliberations/{deliberation.pk}/card/"
    first, second, _third = deliberation.statements.all()

    def send():
        scan = SimpleUploadedFile("卡片.pdf", b"%PDF-1.7 card", "application/pdf")
        body = {"scan": scan, f"s{first.pk}": "1", f"s{second.pk}": "-1"}
        return client.post(place, body).status_code

    assert [send(), send()] == [302, 422]
    votes = Vote.objects.order_by("statement__number").values_list("value", "participant__way")
    assert list(votes) == [(1, "paper"), (-1, "paper")]


def test_the_form_prepares_one_with_partners(sister, clerk, client, city):
    client.force_login(clerk)
    body = {
        "committee": city.pk, "title": "（示例）河道", "question": "怎样护河？", "about": "共用。",
        "seeds": "（示例）统一巡查。\n\n（示例）统一巡查。\n（示例）设联系人。", "who": "anyone",
        "closes_at": "2027-01-01T12:00", "partners": [sister.pk], "first_looked_at": "on",
    }  # fmt: skip
    sent = client.post("/desk/deliberations/new/", body)
    begun = Deliberation.objects.get()
    assert sent.url == f"/desk/deliberations/{begun.pk}/"
    assert [(o.committee, o.lead) for o in begun.owners.all()] == [(city, True), (sister, False)]
    assert [s.text for s in begun.statements.all()] == ["（示例）统一巡查。", "（示例）设联系人。"]
    again = client.post("/desk/deliberations/new/", body | {"closes_at": "2020-01-01T12:00"})
    assert (again.status_code, list(again.context["form"].errors)) == (422, ["closes_at"])


def test_the_list_is_narrowed_by_committee_state_and_words(weighed, clerk, client, sister):
    weighed()
    client.force_login(clerk)
    query = "committee=450200&state=weighing&q=接受"
    for asked, many in ((query, 1), ("committee=451100", 0), ("state=ended", 0), ("q=无", 0)):
        assert len(client.get(f"/desk/deliberations/?{asked}").context["lines"]) == many
    assert client.get(f"/desk/deliberations/?{query}&export=csv").status_code == 200


@pytest.mark.parametrize("size", [3, 40])
def test_pages_ask_few_questions(weighed, clerk, client, size, django_assert_max_num_queries):
    deliberation = weighed(seeds=[f"（示例）第{n}种做法" for n in range(size)])
    for n in range(8):
        vote(joined(deliberation, token=str(n)), deliberation.statements.first().pk, 1)
    make_map(deliberation)
    client.force_login(clerk)
    for place in ("/desk/deliberations/", f"/desk/deliberations/{deliberation.pk}/"):
        with django_assert_max_num_queries(17):
            client.get(place)
    for rest in ("", "statements/", "result/", "mine/"):
        with django_assert_max_num_queries(15):
            Client().get(address(deliberation, rest))


def test_a_tablet_goes_from_hand_to_hand(weighed):
    deliberation, tablet = weighed(), Client()
    first = deliberation.statements.first()
    for value in ("1", "-1"):
        tablet.post(address(deliberation, "next/"))
        body = {"statement": first.pk, "value": value}
        tablet.post(address(deliberation, "vote/"), body)
    said = Vote.objects.order_by("pk").values_list("value", "participant__way")
    assert list(said) == [(1, "tablet"), (-1, "tablet")]
    assert tablet.get(address(deliberation, "mine/")).context["votes"][0].value == -1


def test_who_wishes_is_told_of_the_result_and_what_came_of_it(camps, clerk, member, stranger):
    for person, wish in ((member, "on"), (stranger, "")):
        browser = Client()
        browser.force_login(person)
        vote(joined(camps, person=person), camps.statements.first().pk, 1)
        browser.post(address(camps, "mine/about/"), {"wants_news": wish} if wish else {})
    take(camps, "discuss", by=clerk)
    make_map(Deliberation.objects.get())
    camps = Deliberation.objects.get()
    take(camps, "result", by=clerk)
    hand_on(camps.statements.last(), "problem", by=clerk, committee=camps.lead)
    told = Notice.objects.filter(about__startswith="deliberation.").values_list("person", "kind")
    assert sorted(told) == [(member.pk, "weighed-matter"), (member.pk, "weighed-result")]
