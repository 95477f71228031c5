"""Every page of a matter and of an assignment, in every state, for who is near and who is far.

What somebody may not see answers as if it were not there; what they may see answers as the table
of its life says of their part in it.
"""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.urls import reverse

from xieshang.desk import matters as pages
from xieshang.lifecycle.actions import (
    Hindered,
    NoSuchMove,
    Told,
    open_deed,
    open_move,
    open_subject,
    record_lives,
)
from xieshang.matters.lifecycles import JOINT, LEAD, LIFECYCLES, LIVES
from xieshang.matters.models import Assignment, Matter, MatterStep, Text

from .asking import asked, browser_of
from .conftest import DAY
from .table import DOORS

pytestmark = [pytest.mark.django_db, pytest.mark.long]
KINDS = {life.name: kind for kind, life in LIVES.items()}
OF_MATTERS = {"matter", "draft", "proposal", "opinion_draft", "opinion_editing", "voice"}
PAGES = sorted(
    name
    for name, door in DOORS.items()
    if name.startswith("desk:") and door.args and door.args[0] in OF_MATTERS
)
PUBLIC = {"portal:matter": set(LIFECYCLES), "forum:voice": {"problem"}}
NEAR = {  # role → committee and post
    "own": ("city", "clerk"),
    "sister": ("sister", "clerk"),
    "upper": ("region", "officer"),
    "lower": ("county", "clerk"),
    "member": ("city", "member"),
}
NOTHING = 999_999
DONE = {302, 409, 422}  # done, must wait, or asks for more than was sent
OPENING_ALL = ("own",)  # of those who may see it; the others open its own page


@pytest.fixture
def near(request, seated, unit, stranger):
    """Everybody who may be near a matter of the city, and its author."""
    people = {
        name: seated(name, request.getfixturevalue(place), post)
        for name, (place, post) in NEAR.items()
    }
    author = seated("author", request.getfixturevalue("city"), "member")
    return {**people, "author": author, "unit": unit.clerks.get(), "stranger": stranger}


@pytest.fixture
def standing(near, city):
    """A matter of the author that stands in a state; numbered, where it was ever filed."""

    def put(life, state, *, public=False):
        matter = Matter(
            kind=KINDS[life.name], life=life.name, title="路灯", committee=city, raised_on=DAY,
            raised_by=near["author"], published_on=DAY if public else None,
        )  # fmt: skip
        told = [Told(verb, DAY) for verb in way_to(life, state)]
        record_lives([(matter, DAY, told)], MatterStep, by=near["author"])
        Text.objects.create(
            matter=matter, edition="original", number=1, title="路灯", by=near["author"]
        )
        return matter

    return put


def way_to(life, state):
    """The shortest way from the first state to this one, as verbs."""
    ways, fresh = {life.first: []}, [life.first]
    for here in fresh:
        for move in life.moves:
            if here in move.came_from and move.goes_to not in ways:
                ways[move.goes_to] = [*ways[here], move.verb]
                fresh.append(move.goes_to)
    return ways[state]


def got(browser, name, key, method="get", body=None):
    """The status of an address with this key; the kind of file is of no matter."""
    rest = DOORS[name].args[1:]
    address = reverse(name, args=[key, *rest])
    return asked(browser, method, address, body or {}).status_code


def ways_of(matter):
    """Address, field and name of what can be asked of a matter here, and who opens it.

    Of what its table knows elsewhere every sixth, beginning further on in each state.
    """
    life, stands = matter.lifecycle, matter.status
    moves = {move.verb: stands in move.came_from for move in life.moves}
    deeds = {deed.name: stands in deed.states for deed in life.deeds}
    for address, field, known, opens in (
        ("desk:steps", "verb", moves, open_move), ("desk:deeds", "name", deeds, open_deed),
    ):  # fmt: skip
        start = [state.name for state in life.states].index(stands) % 6
        elsewhere = sorted(name for name, here in known.items() if not here)[start::6]
        here = sorted(name for name, here in known.items() if here)
        yield from ((address, field, name, opens) for name in (*here, *elsewhere))


def expected(person, subject, opens, name):
    """What the table says of doing this with no more than its name."""
    try:
        opens(person, subject, name)
    except NoSuchMove:
        return {409}
    except Hindered:
        return {409}
    except PermissionDenied:
        return {403}
    return DONE


@pytest.fixture
def undrawn(monkeypatch):
    """The answers to what is done without their pages, which take most of the time."""

    def show(request, found, acting, status=200):
        return HttpResponse(status=status)

    monkeypatch.setattr(pages, "PLACE", replace(pages.PLACE, show=show))


class Walk:
    """All these people before a matter: what each gets, and what they should."""

    def __init__(self, people):
        self.people = people
        self.browsers = {role: browser_of(person) for role, person in people.items()}
        self.nothing = {
            (role, name): got(browser, name, NOTHING)
            for role, browser in self.browsers.items()
            for name in PAGES
        }

    def sees(self, role, matter):
        seen = Matter.objects.visible_to(self.people[role])
        return seen.filter(pk=matter.pk).exists()

    def wrong_pages(self, matter):
        """Who gets what at a page that they should not."""
        for role, browser in self.browsers.items():
            seen = self.sees(role, matter)
            for name in PAGES if not seen or role in OPENING_ALL else ["desk:matter"]:
                answer = got(browser, name, matter.pk)
                right = seen or answer == self.nothing[role, name]
                if name == "desk:matter":
                    right = answer == (200 if seen else 404)
                if not right:
                    yield matter.status, role, name, answer

    def wrong_ways(self, matter, *roles):
        """Who gets what for something done that the table does not say."""
        for role in roles:
            seen, person = self.sees(role, matter), self.people[role]
            for name, field, said, opens in ways_of(matter):
                answer = got(self.browsers[role], name, matter.pk, "post", {field: said})
                if seen and answer == 404 and field == "name":
                    continue  # done on a page of its own
                if answer not in (expected(person, matter, opens, said) if seen else {404}):
                    yield matter.status, role, said, answer


@pytest.mark.parametrize("life", LIFECYCLES.values(), ids=lambda life: life.name)
def test_in_each_state_a_page_opens_to_whom_it_concerns(life, near, standing):
    walk = Walk(near)
    found = [
        wrong for state in life.states for wrong in walk.wrong_pages(standing(life, state.name))
    ]
    assert found == []


@pytest.mark.parametrize("life", LIFECYCLES.values(), ids=lambda life: life.name)
def test_in_each_state_the_table_says_who_may_do_what(life, near, standing, undrawn):
    walk, found = Walk({role: near[role] for role in ("own", "sister", "author")}), []
    for state in life.states:
        matter = standing(life, state.name)
        far = () if state.name != life.first else ("sister",)
        found += walk.wrong_ways(matter, "own", "author", *far)
    assert found == []


@pytest.mark.parametrize("public", [False, True], ids=["kept", "published"])
@pytest.mark.parametrize("life", LIFECYCLES.values(), ids=lambda life: life.name)
def test_in_each_state_the_public_reads_what_is_public(life, public, standing):
    browser = browser_of(None)
    for state in life.states:
        matter = standing(life, state.name, public=public)
        assert Matter.objects.public().filter(pk=matter.pk).exists() is (public and state.public)
        for name, lives in PUBLIC.items():
            opens = public and state.public and life.name in lives
            assert got(browser, name, matter.pk) == (200 if opens else 404)


@pytest.mark.parametrize("life", [LEAD, JOINT], ids=lambda life: life.name)
def test_an_assignment_opens_to_its_unit_its_office_and_who_asked(life, near, standing, unit):
    matter = standing(LIFECYCLES["proposal"], "handling")
    part = "joint" if life is JOINT else "single"
    facts = {"matter": matter, "unit": unit, "committee": matter.committee, "given_on": DAY}
    given = open_subject(Assignment(**facts, part=part), by=near["own"])
    for state in life.states:
        Assignment.objects.filter(pk=given.pk).update(status=state.name)
        opened = {
            role
            for role, person in near.items()
            if got(browser_of(person), "desk:assignment", given.pk) == 200
        }
        assert opened == {"own", "upper", "author", "unit", "member"}


def test_a_page_that_forgets_whom_it_concerns_is_found(near, standing, monkeypatch):
    """Both walks fail where a page finds for everybody what its author may see."""
    matter, find = standing(LIFECYCLES["proposal"], "draft"), pages.find
    author = SimpleNamespace(user=near["author"])
    monkeypatch.setattr(pages, "find", lambda request, key: find(author, key))
    walk = Walk(near)
    assert {role for _at, role, _name, _got in walk.wrong_pages(matter)} == {*near} - {"author"}
    monkeypatch.setattr(pages, "PLACE", replace(pages.PLACE, find=pages.find))
    assert list(walk.wrong_ways(matter, "stranger")) != []
