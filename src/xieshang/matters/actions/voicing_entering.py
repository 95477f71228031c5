"""What an office or a member enters for somebody who writes nothing themselves."""

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.db import transaction

from xieshang.lifecycle.table import Role

from ..forms.photos import Picture
from ..models import Matter
from .moving import take
from .voicing import Voice, add, raise_voice


@transaction.atomic
def enter_voice(
    voice: Voice, pictures: Iterable[Picture], *, by, code: str, answer: str = "", outcome: str = ""
) -> Matter:
    """Write down for somebody what they raise; the log says who typed.

    What an office answers on the spot closes it; what a member answers waits for the office.
    Raises PermissionDenied for a place where this person has no seat.
    """
    keeps = by.may_keep(voice.committee)
    if not keeps and not by.seats.current().filter(committee=voice.committee).exists():
        raise PermissionDenied("no seat at this place")
    matter = raise_voice(voice, pictures, by=by, code=code, typed_by=by)
    if answer and keeps:
        take(matter, "close", by=by, note=answer, outcome=outcome)
    elif answer:
        add(matter, words=answer, by=by, role=Role.OFFICE)
    return matter
