"""Links that prove one thing each: signed, good for a while, and for nothing else."""

from django.core import signing

from xieshang.audit.actions import fingerprint

from ..models import Follower, Receipt
from ..models.voice import Question

Record = Receipt | Question | Follower
GOOD_FOR = {Question: 60, Receipt: 180, Follower: 400}  # days


def link_of(record: Record) -> str:
    """The token that stands in a link to one of these; it says nothing to who reads it."""
    return signing.dumps([record.pk, address_of(record)], salt=salt_of(type(record)))


def found_by(token: str, model: type[Record]):
    """What a token leads to; None where it is another's, altered, too old, or for an address
    that is not kept any more."""
    try:
        age = GOOD_FOR[model] * 24 * 3600
        key, address = signing.loads(token, salt=salt_of(model), max_age=age)
    except (signing.BadSignature, ValueError):
        return None
    found = model._default_manager.filter(pk=key).first()
    return found if found and address_of(found) == address else None


def address_of(record: Record) -> str:
    """A mark of the address that was written to; nothing for a question, which goes with it."""
    return fingerprint(record.email)[:12] if hasattr(record, "email") else ""


def salt_of(model: type[Record]) -> str:
    return f"link:{model._meta.label_lower}"
