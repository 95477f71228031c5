"""Research reports and recommendations: entered, adopted, sent, answered, each once."""

from collections.abc import Collection
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction

from xieshang.audit.actions import fingerprint, seal
from xieshang.people.models import Committee, Person

from ..models import Advice


class NotInTurn(ValueError):
    """What was asked comes before another step, or was done already."""


def kept(advice: Advice, *, by) -> Advice:
    """It, locked; raises PermissionDenied for who keeps no records of its committee."""
    locked = Advice.objects.select_for_update().get(pk=advice.pk)
    if not by.keeps(locked.committee_id):
        raise PermissionDenied("it is looked after by its office")
    return locked


@transaction.atomic
def enter(
    committee: Committee, sort: str, title: str, day: date, *, by,
    authors: Collection[Person] = (), **facts,
) -> Advice:  # fmt: skip
    """Enter one; raises PermissionDenied."""
    if not by.may_keep(committee):
        raise PermissionDenied("it is entered by its office")
    made = Advice.objects.create(committee=committee, sort=sort, title=title, day=day, **facts)
    made.authors.set(authors)
    seal(by, "enter-advice", made, title=fingerprint(title), day=day.isoformat())
    return made


@transaction.atomic
def name_authors(advice: Advice, authors: Collection[Person], *, by) -> None:
    """Say who wrote it: just these people; raises PermissionDenied."""
    locked = kept(advice, by=by)
    locked.authors.set(authors)
    seal(by, "name-authors", locked, authors=sorted(person.pk for person in authors))


@transaction.atomic
def adopted(advice: Advice, level: str, day: date, *, by) -> None:
    """Note by whom it was adopted, and when; raises NotInTurn."""
    locked = kept(advice, by=by)
    if locked.adopted_on is not None or day < locked.day:
        raise NotInTurn("adopted")
    locked.level, locked.adopted_on = level, day
    locked.save(update_fields=["level", "adopted_on"])
    seal(by, "adopt-advice", locked, level=level, day=day.isoformat())


@transaction.atomic
def sent(advice: Advice, to: str, day: date, *, by) -> None:
    """Note to whom it was sent, and when; raises NotInTurn."""
    locked = kept(advice, by=by)
    if locked.adopted_on is None or locked.sent_on is not None or day < locked.adopted_on:
        raise NotInTurn("sent")
    locked.sent_to, locked.sent_on = to, day
    locked.save(update_fields=["sent_to", "sent_on"])
    seal(by, "send-advice", locked, to=fingerprint(to), day=day.isoformat())


@transaction.atomic
def answered(advice: Advice, words: str, day: date, *, by) -> None:
    """Note the answer, and when it came; raises NotInTurn."""
    locked = kept(advice, by=by)
    if locked.sent_on is None or locked.answered_on is not None or day < locked.sent_on:
        raise NotInTurn("answered")
    locked.answer, locked.answered_on = words, day
    locked.save(update_fields=["answer", "answered_on"])
    seal(by, "answer-advice", locked, words=fingerprint(words), day=day.isoformat())
