"""Whatever a program sends, by the description or against it: no answer is a failure of ours."""

import json

import pytest
import schemathesis
from django.test import Client
from hypothesis import HealthCheck, given, settings

from xieshang.api import answers as told
from xieshang.api.urls import api
from xieshang.people.actions import give_token

pytestmark = [pytest.mark.django_db, pytest.mark.long]
EXAMPLES = 2  # of each of six dozen operations, at each build


@pytest.fixture
def failures(begun, cast, rules):
    """Every answer that the description does not know, of the operations with `part` in their
    path; and how many were asked."""
    keys = [begun("proposal").pk, begun("problem").pk]
    key = give_token(cast["clerk"], "any", by=cast["clerk"])
    client = Client(raise_request_exception=False, headers={"Authorization": f"Bearer {key}"})

    def look(part=""):
        found, asked = [], 0
        for result in schemathesis.openapi.from_dict(api.get_openapi_schema()).get_all_operations():
            operation = result.ok()
            if part not in operation.path:
                continue
            known = {int(status) for status in operation.definition.raw["responses"]}
            for case, status in answered(client, operation, keys):
                asked += 1
                if status not in known:
                    found.append((operation.label, status, case.body))
        return found, asked

    return look


def answered(client, operation, keys):
    """Cases of one operation, drawn from its description, each with the status of its answer.

    Each is sent to the key that was drawn, which is nobody's, and to those of real matters.
    """
    drawn = []

    @settings(max_examples=EXAMPLES, database=None, suppress_health_check=HealthCheck)
    @given(case=operation.as_strategy())
    def draw(case):
        real = (operation.path.replace("{key}", str(key)) for key in keys)
        for path in {case.formatted_path, *real}:
            drawn.append((case, ask(client, case, path).status_code))

    draw()
    return drawn


def ask(client, case, path):
    """Send a case as it is, under our own key, through the test client: no server is needed."""
    body = b""
    if not isinstance(case.body, schemathesis.core.NotSet):
        body = json.dumps(case.body).encode()
    head = {str(n): str(v) for n, v in (case.headers or {}).items() if n != "Authorization"}
    return client.generic(
        case.method, path, body, "application/json",
        headers=head, query_params=case.query or None,
    )  # fmt: skip


def test_no_operation_fails_whatever_is_sent(failures):
    found, asked = failures()
    assert found == []
    assert asked >= 72


def test_a_planted_fault_is_found(failures, monkeypatch):
    monkeypatch.setattr(told, "of_matter", lambda _matter: 1 / 0)
    assert failures("matters/{key}")[0] != []
