"""Writing to the log, and checking it."""

import hashlib
import json
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.crypto import salted_hmac

from .models import Entry, Head, Once

KEY = re.compile(r"[!-~]{8,64}")
REMEMBERED = timedelta(days=7)  # how long the same key gets the same answer


class BadKey(ValueError):
    """A key that is too short to be one's own, too long, or not of visible ASCII."""


class OtherBody(ValueError):
    """Something else was sent under this key before."""


@transaction.atomic
def seal(actor, verb: str, subject: Model, **detail) -> Entry:
    """Append one entry to the chain, in the transaction of the write it speaks of."""
    head, _made = Head.objects.select_for_update().get_or_create(pk=1)
    entry = Entry(
        actor=actor,
        verb=verb,
        subject=f"{subject._meta.label_lower}:{subject.pk}",
        detail=detail,
        at=timezone.now(),
        before=head.digest,
    )
    entry.digest = digest_of(entry)
    entry.save(force_insert=True)
    head.digest, head.entries = entry.digest, head.entries + 1
    head.save()
    return entry


def fingerprint(text: str) -> str:
    """What the chain keeps of a text: enough to prove it, not enough to read it."""
    return hashlib.sha256(text.encode()).hexdigest()


def first_broken() -> Entry | None:
    """The first entry whose seal does not hold, or None when the whole chain does."""
    before, count = "", 0
    for entry in Entry.objects.iterator(chunk_size=2000):
        if entry.before != before or entry.digest != digest_of(entry):
            return entry
        before, count = entry.digest, count + 1
    head = Head.objects.filter(pk=1).first()
    if head and (head.digest, head.entries) != (before, count):
        return Entry.objects.last() or Entry(verb="missing", subject="audit.head:1", before="")
    return None


def digest_of(entry: Entry) -> str:
    """SHA-256 over everything the entry says, the digest before it included."""
    facts = [
        entry.before,
        entry.actor_id,
        entry.verb,
        entry.subject,
        entry.detail,
        datetime.isoformat(entry.at.astimezone(UTC)),
    ]
    return fingerprint(json.dumps(facts, sort_keys=True, ensure_ascii=False))


@transaction.atomic
def once(who: str, route: str, key: str, body: object, do: Callable[[], object]):
    """Do something once for each (who, route, key); returns the answer, and whether it is a
    repeated one.

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
