"""Giving programs a key to act for a person, and taking it away."""

import secrets
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from xieshang.audit.actions import seal

from ..models import Person, Token
from ..models.token import digest_of

PREFIX = "xs_"  # so that one who finds it knows what it opens
LASTS = timedelta(days=365)


@transaction.atomic
def give_token(person: Person, name: str, *, by: Person) -> str:
    """Give a program a key of that name, and return it: it is kept nowhere in clear.

    A key of the same name before it opens nothing any more.
    """
    secret = PREFIX + secrets.token_urlsafe(32)
    facts = {"digest": digest_of(secret), "until": timezone.now() + LASTS}
    token, _made = Token.objects.update_or_create(person=person, name=name, defaults=facts)
    seal(by, "give-token", token, person=person.pk, name=name)
    return secret


@transaction.atomic
def end_token(token: Token, *, by: Person) -> None:
    """Let a key open nothing any more."""
    seal(by, "end-token", token, person=token.person_id, name=token.name)
    token.delete()
