"""Taking part in a browser without an account, and looking after it at the desk."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from xieshang.deliberation import opendata
from xieshang.deliberation.actions import decide, joined, make_map, state, take, vote
from xieshang.deliberation.models import Deliberation, Participant, Statement, Vote
from xieshang.opinion import map_opinions
from xieshang.opinion.export import read_export

from .conftest import address

pytestmark = pytest.mark.django_db


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
        path.write_bytes(Client().get(address(camps, "votes.csv")).getvalue())
        files.append(path)
    found = [map_opinions(read_export(path)) for path in files]
    assert [each.digest for each in found] == [kept.digest] * 2
    assert [each.sizes() for each in found] == [[20, 15]] * 2
    assert files[0].read_text() != files[1].read_text()  # 35! orders: never twice the same
    heads, first = files[0].read_text().splitlines()[:2]
    assert heads == "timestamp,datetime,comment-id,voter-id,vote"
    assert int(first.split(",")[0]) % 86400 == 16 * 3600  # the day's first moment in China


def test_votes_are_told_some_voices_at_a_time_each_once(camps, clerk, monkeypatch):
    take(camps, "discuss", by=clerk)
    make_map(Deliberation.objects.get())
    monkeypatch.setattr(opendata, "AT_ONCE", 8)
    deliberation = Deliberation.objects.get()
    with CaptureQueriesContext(connection) as caught:
        lines = list(opendata.votes_told(deliberation))
    voices = [line[3] for line in lines]
    assert voices == sorted(voices)
    assert sorted(set(voices)) == list(range(35))
    assert len(lines) == Vote.objects.count()
    votes = sum("value" in query["sql"] for query in caught.captured_queries)
    assert votes == 5  # 35 voices, eight at a time


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
