"""Writing to the log, and checking it."""

import hashlib
import json
from datetime import UTC, datetime

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from .models import Entry, Head


@transaction.atomic(savepoint=False)
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
