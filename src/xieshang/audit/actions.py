"""Writing to the log, and checking it."""

import hashlib
import json
from datetime import UTC, datetime

from django.db import connection, transaction
from django.db.models import Model
from django.utils import timezone

from .models import Entry, Head


@transaction.atomic(savepoint=False)
def seal(actor, verb: str, subject: Model, **detail) -> Entry:
    """Append one entry to the chain, in the transaction of the write it speaks of."""
    entry = Entry(
        actor=actor,
        verb=verb,
        subject=f"{subject._meta.label_lower}:{subject.pk}",
        detail=detail,
        at=timezone.now(),
    )
    append = append_at_once if connection.vendor == "postgresql" else append_in_steps
    append(entry)
    return entry


def append_in_steps(entry: Entry) -> None:
    """Lock the end of the chain, put the entry behind it, and let it be the end."""
    head, _made = Head.objects.select_for_update().get_or_create(pk=1)
    entry.before = head.digest
    entry.digest = digest_of(entry)
    entry.save(force_insert=True)
    head.digest, head.entries = entry.digest, head.entries + 1
    head.save()


APPEND = """
    WITH head AS (
        SELECT digest FROM audit_head WHERE id = 1 FOR UPDATE
    ), entry AS (
        INSERT INTO audit_entry (actor_id, verb, subject, detail, at, before, digest)
        SELECT %s, %s, %s, %s::jsonb, %s, digest,
               encode(sha256(convert_to('["' || digest || '", ' || %s, 'UTF8')), 'hex')
        FROM head RETURNING id, before, digest
    )
    UPDATE audit_head SET digest = entry.digest, entries = entries + 1 FROM entry
    WHERE audit_head.id = 1 RETURNING entry.id, entry.before, entry.digest
"""


def append_at_once(entry: Entry) -> None:
    """The same in one statement: all writers wait at this lock, so it is held for no round trip
    more than the commit."""
    detail = json.dumps(entry.detail)
    row = [entry.actor_id, entry.verb, entry.subject, detail, entry.at, rest_of(entry)]
    with connection.cursor() as cursor:
        cursor.execute(APPEND, row)
        written = cursor.fetchone()
    if written is None:  # the first entry of all
        append_in_steps(entry)
        return
    entry.pk, entry.before, entry.digest = written
    entry._state.adding, entry._state.db = False, connection.alias


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
    """SHA-256 over everything the entry says, the digest before it first."""
    return fingerprint(f'["{entry.before}", {rest_of(entry)}')


def rest_of(entry: Entry) -> str:
    """What the entry says beside the digest before it, as the end of a JSON list."""
    at = datetime.isoformat(entry.at.astimezone(UTC))
    facts = [entry.actor_id, entry.verb, entry.subject, entry.detail, at]
    return json.dumps(facts, sort_keys=True, ensure_ascii=False)[1:]
