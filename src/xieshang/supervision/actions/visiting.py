"""Writing down a visit, once, however often and late it is sent."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction

from xieshang.audit.actions import fingerprint, seal
from xieshang.lifecycle.actions import NoSuchMove
from xieshang.matters.actions.voicing_photos import keep_picture
from xieshang.matters.forms.photos import Picture

from ..lifecycles import OUT
from ..models import Answer, Shot, Supervision, Visit


@dataclass(frozen=True, slots=True)
class Seen:
    """What somebody saw on the spot: `answers` by the number of what was looked at."""

    key: UUID
    day: date
    place: str
    note: str = ""
    answers: Mapping[int, tuple[str, str]] = field(default_factory=dict)


@transaction.atomic
def write_visit(
    supervision: Supervision, seen: Seen, pictures: Iterable[Picture] = (), *, by
) -> Visit:
    """Write a visit down. Sent again under its key, it is the one that was written.

    Raises PermissionDenied for who is neither of the team nor of the office, NoSuchMove where no
    visit is taken any more.
    """
    locked = Supervision.objects.select_for_update().get(pk=supervision.pk)
    known = Visit.objects.filter(key=seen.key).first()
    if known is not None:
        if (known.supervision_id, known.by_id) != (locked.pk, by.pk):
            raise PermissionDenied("a visit of somebody else")
        return known
    if not locked.takes_visits_of(by):
        if locked.status not in OUT:
            raise NoSuchMove(f"no visit is taken at {locked.status!r}")
        raise PermissionDenied("a visit is written down by the team")
    made = Visit.objects.create(
        supervision=locked, key=seen.key, day=seen.day, place=seen.place, note=seen.note, by=by
    )
    checks = {check.number: check for check in locked.checks.all()}
    Answer.objects.bulk_create(
        Answer(visit=made, check_item=checks[number], said=said, words=words)
        for number, (said, words) in seen.answers.items()
        if number in checks
    )
    for picture in pictures:
        name = f"{locked.short}-{made.pk}.jpg"
        kept = keep_picture(picture, name, committee=locked.committee, by=by)
        Shot.objects.create(visit=made, **kept)
    seal(by, "visit", locked, visit=made.pk, day=seen.day.isoformat(), note=fingerprint(seen.note))
    return made
