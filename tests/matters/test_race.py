"""Two people act at the same moment. Only PostgreSQL lets them."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier

import pytest
from django.db import connection

from xieshang.audit.actions import first_broken
from xieshang.audit.models import Entry
from xieshang.lifecycle.actions import Hindered, NoSuchMove, Said, last_step, step
from xieshang.lifecycle.models import Subject
from xieshang.matters.actions import propose_merger, sign, take
from xieshang.matters.actions.reviewing import next_number
from xieshang.matters.lifecycles import LIFECYCLES
from xieshang.matters.models import Matter, Merger, Signature

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
TRIALS = 300
MOVES = [(c.name, m, s) for c in LIFECYCLES.values() for m in c.moves for s in m.came_from]


@pytest.fixture(autouse=True)
def only_postgres(db):
    if connection.vendor != "postgresql":
        pytest.skip("only PostgreSQL lets two write at once")


def at_once(*deeds):
    """Do all of these at the same moment; returns what each came to, a refusal as its class."""
    start = Barrier(len(deeds))

    def one(deed):
        try:
            start.wait()
            return deed()
        except (NoSuchMove, Hindered) as refusal:
            return type(refusal)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(deeds)) as people:
        return list(people.map(one, deeds))


def test_of_two_who_move_one_matter_one_does_and_the_other_hears_of_it(
    begun, clerk, officer, monkeypatch
):
    monkeypatch.setattr(Subject, "hindrance", lambda _subject, _move: "")
    matters = {life: begun(kind) for life, kind in KINDS.items()}
    for trial in range(TRIALS):
        life, move, state = MOVES[trial % len(MOVES)]
        matter = matters[life]
        Matter.objects.filter(pk=matter.pk).update(status=state)
        said, before = Said(after=last_step(matter).pk), Entry.objects.count()
        each = Matter.objects.get(pk=matter.pk), Matter.objects.get(pk=matter.pk)
        people = zip(each, (clerk, officer), strict=True)
        both = at_once(
            *(partial(step, its, move.verb, by, {move.role}, said) for its, by in people)
        )
        assert both.count(NoSuchMove) == 1, (life, state, move.verb, both)
        done = next(each for each in both if each is not NoSuchMove)
        last = last_step(matter)
        assert (last, last.verb, last.by_id in (clerk.pk, officer.pk)) == (done, move.verb, True)
        assert Entry.objects.count() == before + 1
    assert first_broken() is None


KINDS = {
    "proposal": "proposal",
    "opinion-report": "opinion-report",
    "problem": "problem",
    "advice": "research",
}


def test_a_number_is_given_once_however_many_are_filed_at_once(begun):
    matter = begun("proposal")
    matter.series = "2026"
    given = at_once(*(lambda: next_number(matter) for _each in range(8)))
    assert sorted(given) == list(range(1, 9))


def test_two_proposals_are_not_merged_into_each_other(begun, clerk, officer):
    one, other = begun("proposal"), begun("proposal")
    Matter.objects.update(status="filed")
    both = at_once(
        lambda: propose_merger(one, other, by=clerk),
        lambda: propose_merger(other, one, by=officer),
    )
    assert both.count(Hindered) == 1
    assert Merger.objects.count() == 1


def test_who_submits_and_who_signs_at_once_leave_one_story(begun, author, cosigner, answers):
    matter = begun("proposal")
    take(matter, "invite", by=author, **{**answers("invitation", matter), "people": [cosigner]})
    both = at_once(
        lambda: take(Matter.objects.get(pk=matter.pk), "submit", by=author),
        lambda: sign(Matter.objects.get(pk=matter.pk), agreed=True, by=cosigner),
    )
    signed = Signature.objects.get().answer == "agreed"
    assert both[1] is NoSuchMove or signed
    assert Matter.objects.get().status == "submitted"
    assert first_broken() is None
