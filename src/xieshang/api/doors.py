"""Who asks: a person's own session, or a program with a key that a person gave it."""

from django.http import HttpRequest
from ninja.security import HttpBearer, SessionAuth

from xieshang.people.models import Person
from xieshang.people.models.token import holder_of


class Key(HttpBearer):
    """`Authorization: Bearer xs_…`: the program may what its person may."""

    def authenticate(self, request: HttpRequest, token: str) -> Person | None:
        person = holder_of(token)
        if person is not None:
            request.user = person
        return person


DOORS = [Key(), SessionAuth()]
