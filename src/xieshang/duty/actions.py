"""Objecting to a line of one's record, and answering that."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from xieshang.audit.actions import fingerprint, seal
from xieshang.people.models import Person

from .models import Objection


def may_keep_record_of(person: Person, member: Person) -> bool:
    """Whether this person keeps the records of an office on which the member sits."""
    codes = member.seats.current().values_list("committee_id", flat=True)
    return any(person.keeps(code) for code in codes)


def record_of(person: Person, key: int) -> Person | None:
    """The member of that key, if this person may read their record; None else."""
    member = Person.objects.filter(pk=key).first()
    if member is None or member == person or may_keep_record_of(person, member):
        return member
    return None


@transaction.atomic
def object_to(about: str, words: str, *, by) -> Objection:
    """Say that a line of one's own record is not so."""
    made = Objection.objects.create(person=by, about=about, words=words)
    seal(by, "object", made, about=about, words=fingerprint(words))
    return made


@transaction.atomic
def answer_objection(objection: Objection, answer: str, *, by) -> None:
    """Answer it; the answer is kept beside it. Raises PermissionDenied for who keeps no records
    of the member's office."""
    locked = Objection.objects.select_for_update().get(pk=objection.pk)
    if not may_keep_record_of(by, locked.person):
        raise PermissionDenied("an objection is answered by the member's office")
    locked.answer, locked.answered_by, locked.answered_at = answer, by, timezone.now()
    locked.save(update_fields=["answer", "answered_by", "answered_at"])
    seal(by, "answer-objection", locked, answer=fingerprint(answer))
