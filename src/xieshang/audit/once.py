"""Doing what is asked under a key once, however often it is asked: a double click, a retry."""

import json
import re
import secrets
from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.crypto import salted_hmac

from .models import Once

KEY = re.compile(r"[!-~]{8,64}")
REMEMBERED = timedelta(days=7)  # how long the same key gets the same answer


def fresh_key() -> str:
    """A key for a form that is about to be shown."""
    return secrets.token_hex(16)


class BadKey(ValueError):
    """A key that is too short to be one's own, too long, or not of visible ASCII."""


class OtherBody(ValueError):
    """Something else was sent under this key before."""


@transaction.atomic
def once(who: str, route: str, key: str, body: object, do: Callable[[], object]):
    """Do something once for each (who, route, key); returns the answer, and whether it is old.

    `body` and the answer of `do` are what JSON can hold. A second caller waits for the first, on
    either database, and is given its answer; where the first fails, the second does it. Raises
    BadKey, and OtherBody where another body came under this key.
    """
    if not KEY.fullmatch(key):
        raise BadKey(key[:80])
    digest = salted_hmac("once", json.dumps(body, sort_keys=True), algorithm="sha256").hexdigest()
    row, new = Once.objects.get_or_create(who=who, route=route, key=key, defaults={"body": digest})
    if row.body != digest:
        raise OtherBody(route)
    if new:
        row.answer = do()
        row.save(update_fields=["answer"])
    return row.answer, not new


def forget_once(now: datetime) -> int:
    """Forget answers given longer ago than they are remembered; returns how many."""
    forgotten, _each = Once.objects.filter(at__lt=now - REMEMBERED).delete()
    return forgotten
