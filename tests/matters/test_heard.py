"""Who hears of each move, and as what: one table, walked through the moves themselves."""

import pytest
from django.utils import timezone

from xieshang.lifecycle.models import Subject
from xieshang.lifecycle.table import Role
from xieshang.matters.actions import take
from xieshang.matters.forms import FORMS
from xieshang.matters.lifecycles import LIFECYCLES, LIVES
from xieshang.matters.models import Matter
from xieshang.notices.models import Notice

from .conftest import TODAY

pytestmark = pytest.mark.django_db
UNITS = {"unit": "given", "second": "given"}
HEARD = {
    "proposal": {
        "invite": {"cosigner": "asked-to-sign"},
        "recall": {},
        "submit": {"clerk": "handed-in"},
        "return": {"author": "returned"},
        "file": {"author": "filed", "signer": "filed"},
        "refuse": {"author": "not-taken"},
        "offer": {"author": "offered"},
        "agree": {"clerk": "offer-taken", "signer": "converted"},
        "keep": {"clerk": "offer-left"},
        "withdraw": {"clerk": "withdrawn-from", "signer": "withdrawn"},
        "part": {"author": "parted"},
        "assign": UNITS,
        "track": {},
        "archive": {},
        "look-back": {"author": "looked-back", "signer": "looked-back"},
        "settle": {"author": "looked-back", "signer": "looked-back"},
        "reopen": {"author": "opened-again", "signer": "opened-again"},
    },
    "opinion-report": {
        "submit": {"clerk": "handed-in"},
        "edit": {},
        "return": {"author": "returned"},
        "hand-up": {},
        "hand-back": {},
        "adopt": {"author": "adopted"},
        "correct": {"author": "adopted"},  # what stands there now is its first adoption
        "keep": {"author": "kept"},
        "refuse": {"author": "not-adopted"},
        "transfer": UNITS,
        "withdraw": {"clerk": "withdrawn-from"},
    },
    "problem": {
        "ask-back": {"author": "asked-back"},
        "say-more": {"clerk": "said-more"},
        "assign": {"author": "news", **UNITS},
        "handle": {"author": "news"},
        "plan": {"author": "news"},
        "defer": {"author": "news"},
        "close": {"author": "closed"},
        "solve": {"author": "news"},
        "confirm": {"clerk": "said-solved"},
        "not-solved": {"clerk": "not-solved"},
        "reopen": {"author": "news"},
        "refuse": {"author": "not-taken"},
        "withdraw": {"clerk": "taken-back"},
    },
    "advice": {
        "keep": {"author": "advice-kept"},
        "pass-on": {"author": "advice-passed-on"},
        "refuse": {"author": "advice-not-adopted"},
        "adopt": {"author": "advice-adopted"},
    },
}
KINDS = {life.name: kind for kind, life in LIVES.items()}
MOVES = [
    (life, move) for life in LIFECYCLES.values() for move in life.moves if move.role != Role.RULE
]
IDS = [f"{life.name}: {move.verb}" for life, move in MOVES]


@pytest.fixture
def signer(seated, city):
    return seated("signer", city, "member")


@pytest.fixture
def standing(begun, signer, monkeypatch):
    """A matter from which a move can be made, a proposal with one signature; nothing hinders it."""
    monkeypatch.setattr(Subject, "hindrance", lambda _subject, _move: "")

    def put(life, state):
        matter = begun(KINDS[life.name])
        Matter.objects.filter(pk=matter.pk).update(status=state)
        facts = {"answer": "agreed", "answered_at": timezone.now(), "closes_on": TODAY()}
        if life.name == "proposal":
            matter.signatures.create(person=signer, **facts)
        Notice.objects.all().delete()
        return Matter.objects.get(pk=matter.pk)

    return put


@pytest.mark.parametrize(("life", "move"), MOVES, ids=IDS)
def test_each_move_is_heard_of_by_whom_it_concerns(life, move, standing, cast, signer, answers):
    people = {**cast, "signer": signer}
    by = people[{Role.AUTHOR: "author", Role.OFFICE: "clerk"}[move.role]]
    matter = standing(life, move.came_from[0])
    form = FORMS[move.asks](answers(move.asks, matter), subject=matter, person=by)
    assert form.is_valid()
    take(matter, move.verb, by=by, **form.cleaned_data)
    names = {person.pk: part for part, person in people.items()}
    rows = Notice.objects.values_list("person", "kind")
    assert sorted((names[key], kind) for key, kind in rows) == sorted(
        HEARD[life.name][move.verb].items()
    )
