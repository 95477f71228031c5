"""Statements: put, looked at, declined in public, mended without losing a vote."""

import pytest
from django.core.exceptions import PermissionDenied

from xieshang.audit.models import Entry
from xieshang.deliberation.actions import (
    TooLate,
    decide,
    joined,
    mend,
    seed,
    state,
    take,
    vote,
    withdraw_statement,
)
from xieshang.deliberation.actions.stating import MOST_EACH, TooMany
from xieshang.deliberation.models import Statement
from xieshang.lifecycle.actions import NoSuchMove

pytestmark = pytest.mark.django_db


def told(deliberation):
    rows = deliberation.statements.prefetch_related("steps").order_by("number")
    return [(s.number, s.status, s.seed, s.reason) for s in rows]


def test_a_statement_waits_is_declined_with_a_reason_and_shown_after_all(weighed, clerk):
    deliberation = weighed(seeds=["（示例）甲"])
    voice = joined(deliberation, token="a")
    stated = state(voice, "（示例）每层楼都要表决。")
    assert told(deliberation) == [(1, "shown", True, ""), (2, "waiting", False, "")]
    assert list(Statement.objects.public()) == [deliberation.statements.first()]
    decide(stated, "decline", by=clerk, note="含有电话号码")
    assert told(deliberation)[1] == (2, "declined", False, "含有电话号码")
    assert Statement.objects.public().count() == 2
    decide(stated, "show", by=clerk)
    assert told(deliberation)[1] == (2, "shown", False, "")


def test_looked_at_afterwards_it_is_shown_at_once(weighed):
    deliberation = weighed(seeds=["（示例）甲"], first_looked_at=False)
    state(joined(deliberation, token="a"), "（示例）乙")
    assert told(deliberation) == [(1, "shown", True, ""), (2, "shown", False, "")]


def test_mending_keeps_the_votes_and_tells_how_it_read(weighed, clerk):
    deliberation = weighed(seeds=["（示例）加装电剃"])
    first = deliberation.statements.get()
    vote(joined(deliberation, token="a"), first.pk, 1)
    mend(first, "（示例）加装电梯", "错别字", by=clerk)
    first.refresh_from_db()
    read = [(w.text, w.why, w.by) for w in first.wordings.all()]
    assert (first.text, read) == ("（示例）加装电梯", [("（示例）加装电剃", "错别字", clerk)])
    assert first.votes.count() == 1


def test_one_s_own_waiting_statement_can_be_taken_back_and_no_other(weighed):
    deliberation = weighed(seeds=["（示例）甲"])
    mine, other = (joined(deliberation, token=token) for token in "ab")
    stated = state(mine, "（示例）乙")
    with pytest.raises(Statement.DoesNotExist):
        withdraw_statement(stated, other)
    withdraw_statement(stated, mine)
    assert told(deliberation)[1] == (2, "withdrawn", False, "")


def test_only_the_offices_that_hold_it_decide(weighed, clerk, member, officer, sister, seated):
    deliberation = weighed()
    stated = state(joined(deliberation, token="a"), "（示例）乙")
    theirs = seated("theirs", sister, "clerk")
    for person in (member, theirs):
        with pytest.raises(PermissionDenied):
            decide(stated, "show", by=person)
        with pytest.raises(PermissionDenied):
            seed(deliberation, "（示例）丙", by=person)
    joint = weighed(partners=[sister])
    seed(joint, "（示例）丙", by=theirs)
    assert joint.statements.count() == 4
    decide(stated, "show", by=officer)  # the office above keeps the city's records as well


def test_nothing_is_stated_before_the_opening_or_after_the_closing(prepared, clerk):
    deliberation = prepared()
    voice = joined(deliberation, token="a")
    with pytest.raises(TooLate):
        state(voice, "（示例）乙")
    take(deliberation, "collect", by=clerk)
    state(voice, "（示例）乙")
    take(deliberation, "weigh", by=clerk)
    take(deliberation, "discuss", by=clerk)
    with pytest.raises(TooLate):
        state(voice, "（示例）丙")
    with pytest.raises(NoSuchMove):
        seed(deliberation, "（示例）丙", by=clerk)


def test_one_voice_states_twenty_at_most(weighed):
    voice = joined(weighed(), token="a")
    for n in range(MOST_EACH):
        state(voice, f"（示例）{n}")
    with pytest.raises(TooMany):
        state(voice, "（示例）多")


def test_the_log_does_not_tell_who_stated(weighed, member):
    deliberation = weighed()
    before = Entry.objects.count()
    state(joined(deliberation, person=member), "（示例）乙")
    new = Entry.objects.order_by("pk")[before:]
    assert [(e.verb, e.actor.username) for e in new] == [("open", "resident")]
    assert not Entry.objects.filter(actor=member).exists()
