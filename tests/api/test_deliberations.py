"""Taking part by program: the same doors and the same constraint as on the page."""

import pytest

from tests.deliberation.conftest import prepared, weighed
from xieshang.deliberation.actions import make_map, take
from xieshang.deliberation.models import Vote

__all__ = ["prepared", "weighed"]
pytestmark = pytest.mark.django_db


def test_a_program_votes_as_its_person_and_takes_it_back(weighed, member, program):
    deliberation, ask = weighed(), program(member)
    first, second, _third = deliberation.statements.all()
    place = f"deliberations/{deliberation.pk}"
    said = [
        ask("post", f"{place}/votes", {"statement": first.pk, "value": 1}).status_code,
        ask("post", f"{place}/votes", {"statement": first.pk, "value": -1}).status_code,
        ask("post", f"{place}/votes", {"statement": second.pk, "value": 0}).status_code,
        ask("post", f"{place}/votes", {"statement": second.pk, "value": None}).status_code,
        ask("post", f"{place}/votes", {"statement": first.pk, "value": 2}).status_code,
        ask("post", f"{place}/votes", {"statement": 999_999, "value": 1}).status_code,
    ]
    assert said == [200, 200, 200, 200, 422, 409]
    assert list(Vote.objects.values_list("statement", "value")) == [(first.pk, -1)]


def test_a_program_reads_what_all_say_and_of_nobody(weighed, member, clerk, program):
    deliberation = weighed()
    first = deliberation.statements.first()
    body = {"statement": first.pk, "value": 1}
    program(member)("post", f"deliberations/{deliberation.pk}/votes", body)
    make_map(deliberation)
    answer = program(clerk)("get", f"deliberations/{deliberation.pk}").json()["subject"]
    told = answer["statements"][0]
    assert (told["text"], told["agree"], told["seen"]) == (first.text, 1, 1)
    assert (answer["participants"], answer["votes"], answer["held_by"]) == (1, 1, [450200])
    (row,) = program(clerk)("get", "deliberations").json()["rows"]
    assert row["number"] == deliberation.short


def test_what_is_prepared_or_closed_takes_nothing(prepared, weighed, member, clerk, program):
    begun, closed = prepared(), weighed(who="invited")
    ask = program(member)
    assert ask("get", f"deliberations/{begun.pk}").status_code == 404
    statement = {"statement": closed.statements.first().pk, "value": 1}
    assert ask("post", f"deliberations/{closed.pk}/votes", statement).status_code == 403
    opened = weighed()
    place = f"deliberations/{opened.pk}/statements"
    assert (
        ask("post", place, {"text": "（示例）每层都表决。"}).json()["subject"]["state"] == "waiting"
    )
    take(opened, "discuss", by=clerk)
    assert ask("post", place, {"text": "（示例）再议。"}).status_code == 409
    assert program(None)("get", "deliberations").status_code == 401
