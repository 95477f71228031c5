"""Programs act through the same doors, with the same forms, as people do."""

import pytest
from django.core.exceptions import PermissionDenied

from xieshang.api.acting import DEEDS, PLACES, verbs
from xieshang.audit.models import Entry
from xieshang.lifecycle.actions import Hindered, NoSuchMove
from xieshang.matters.lifecycles import LIVES
from xieshang.matters.models import Matter, MatterStep

OPERATIONS = [(way, verb) for way, verb, _asks in verbs(PLACES[0])]
IDS = [f"{way.word} {verb}" for way, verb in OPERATIONS]
KINDS = {cycle.name: kind for kind, cycle in LIVES.items()}


def standing_at(verb, begun, way):
    """A matter of the first table that has this verb, where the verb can be used."""
    for life in PLACES[0].lives:
        known = life.deeds if way is DEEDS else life.moves
        for each in known:
            if verb == (each.name if way is DEEDS else each.verb):
                matter = begun(KINDS[life.name])
                states = each.states if way is DEEDS else each.came_from
                Matter.objects.filter(pk=matter.pk).update(status=states[0])
                return Matter.objects.get(pk=matter.pk)
    raise AssertionError(verb)


def expected(way, person, matter, verb):
    """What the tables say of somebody who sends an empty body."""
    if person is None:
        return {401}
    if not Matter.objects.visible_to(person).filter(pk=matter.pk).exists():
        return {404}
    try:
        way.open(person, matter, verb)
    except PermissionDenied:
        return {403}
    except (NoSuchMove, Hindered):
        return {409}
    return {200, 422}


@pytest.mark.parametrize(("way", "verb"), OPERATIONS, ids=IDS)
def test_each_operation_has_the_door_of_its_table(way, verb, begun, cast, program):
    matter = standing_at(verb, begun, way)
    for name, person in (cast | {"nobody": None}).items():
        allowed = expected(way, person, matter, verb)
        answer = program(person)("post", f"matters/{matter.pk}/{way.word}/{verb}", {})
        if answer.status_code == 422 and 422 not in allowed:
            assert "errors" in answer.json(), name  # the shape is looked at before the door
            continue
        assert answer.status_code in allowed, (name, answer.content)
        if answer.status_code == 200:
            matter = standing_at(verb, begun, way)


def test_a_proposal_goes_to_its_unit_by_program_alone(cast, city, program, answers, rules):
    author, clerk, unit = (program(cast[name]) for name in ("author", "clerk", "unit"))
    words = {"title": "路灯", "situation": "不亮", "advice": "更换"}
    made = author("post", "matters", {"kind": "proposal", "committee": city.pk, **words}).json()[
        "subject"
    ]
    key = made["key"]
    assert author("post", f"matters/{key}/moves/submit", {}).json()["subject"]["state"] == (
        "submitted"
    )
    for aspect in ("qualification", "content", "form"):
        clerk("post", f"matters/{key}/deeds/check", {"aspect": aspect, "passed": True})
    filing = answers("filing", Matter.objects.get(pk=key))
    filed = clerk("post", f"matters/{key}/moves/file", filing).json()["subject"]
    assert (filed["state"], filed["number"]) == ("filed", 1)
    lead = answers("assignment", Matter.objects.get(pk=key))["lead"]
    given = clerk("post", f"matters/{key}/moves/assign", {"lead": lead}).json()["subject"]
    (assignment,) = given["assignments"]
    received = unit("post", f"assignments/{assignment['key']}/moves/receive", {}).json()
    assert received["subject"]["state"] == "handling"
    assert unit("get", f"matters/{key}").json()["subject"]["waits_for"]["role"] == "unit"


def test_a_key_makes_one_effect_however_often_it_is_sent(begun, cast, program):
    matter = begun("problem")
    clerk, path = program(cast["clerk"]), f"matters/{matter.pk}/moves/handle"
    key = {"Idempotency-Key": "a-key-of-mine-1"}
    first, second = clerk("post", path, {}, **key), clerk("post", path, {}, **key)
    assert (first.status_code, second.json()) == (200, first.json())
    assert [each.headers["Idempotent-Replayed"] for each in (first, second)] == ["false", "true"]
    assert MatterStep.objects.filter(subject=matter, verb="handle").count() == 1
    assert clerk("post", path, {"note": "另一句"}, **key).status_code == 422
    assert clerk("post", path, {}).status_code == 409


def test_who_comes_too_late_hears_who_was_first(begun, cast, program):
    matter = begun("problem")
    before = matter.steps.get().pk
    path = f"matters/{matter.pk}/moves"
    assert program(cast["clerk"])("post", f"{path}/plan", {"after": before}).status_code == 200
    late = program(cast["officer"])("post", f"{path}/handle", {"after": before})
    assert (late.status_code, late.json()["verb"], late.json()["by"]) == (409, "plan", "clerk")


def test_a_text_that_was_saved_since_is_not_written_over(begun, cast, program):
    matter, author = begun("proposal"), program(cast["author"])
    words = {"title": "路灯", "situation": "一", "started_from": 1}
    assert author("put", f"matters/{matter.pk}/text", words).status_code == 200
    assert author("put", f"matters/{matter.pk}/text", words).status_code == 409
    assert matter.texts.count() == 2


def test_rights_end_with_the_key_and_with_the_account(begun, cast, program):
    clerk = program(cast["clerk"])
    assert clerk("get", "matters").status_code == 200
    cast["clerk"].is_active = False
    cast["clerk"].save()
    assert clerk("get", "matters").status_code == 401


def test_a_key_is_not_in_the_log(cast, program):
    program(cast["clerk"])
    assert "xs_" not in "".join(str(each.detail) for each in Entry.objects.all())
