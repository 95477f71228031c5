"""A program beside a small body; the cast and the forms are those of matters."""

import json

import pytest
from django.test import Client

from tests.matters.conftest import (  # noqa: F401 fixtures
    answers,
    author,
    begun,
    cast,
    cosigner,
    rules,
    second_unit,
    third_unit,
)
from xieshang.people.actions import give_token


@pytest.fixture
def program():
    """A program that acts for somebody: `send(method, path, body)` gives the answer."""

    def of(person):
        client = Client()
        key = give_token(person, "test", by=person) if person else ""
        head = {"Authorization": f"Bearer {key}"} if key else {}

        def send(method, path, body=None, **headers):
            raw = body if isinstance(body, bytes) else json.dumps(body).encode()
            return getattr(client, method)(
                f"/api/{path}",
                **({} if body is None else {"data": raw, "content_type": "application/json"}),
                headers=head | headers,
            )

        return send

    return of
