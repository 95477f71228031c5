"""What can wait for somebody: each heap with its count and its first rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from xieshang.ledgers.models import JoinProposal, TakeOver
from xieshang.people.models import Seat

from .box import COUNTED, SHOWN, Box, Row
from .caseload import Caseload
from .handing import lying
from .led import of_led
from .waiting import of_member, of_office, of_units


@dataclass(frozen=True, slots=True)
class Read:
    """What a board reads once: ledgers that stand, what is open with its offices, the calendar."""

    standing: Sequence[TakeOver]
    held: Caseload | None
    known: object


KEEPING = (Seat.Post.CLERK, Seat.Post.OFFICER)


def heaps(person, seats, units, read: Read) -> Iterator[Box]:
    """The heaps of the board, the most pressing first."""
    keeping = [seat for seat in seats if seat.post in KEEPING]
    if keeping and read.held:
        yield from of_office(person, read.held, read.known)
        yield of_led(person, offices_of(keeping), read.known)
        yield from of_ledgers(person, keeping, read.standing)
        yield of_joins(person)
    if units:
        yield from of_units(person, units, read.known)
    if not keeping:
        yield from of_member(person, read.known)


def offices_of(keeping) -> list[int]:
    """The codes of the offices somebody keeps: their own level, for those below have clerks."""
    return [seat.committee_id for seat in keeping]


def standing_of(person) -> list[TakeOver]:
    """What stands of all ledgers that somebody looks over."""
    rows = TakeOver.objects.visible_to(person).standing().select_related("file", "office")
    return list(rows.defer("remarks", "columns", "changes", "made"))


def of_ledgers(person, keeping, standing: Sequence[TakeOver]) -> Iterator[Box]:
    """Rows to mend in what was taken over; files not yet taken over."""
    ours = offices_of(keeping)
    mend = [
        each
        for each in standing
        if each.refused and (each.office_id in ours or each.by_id == person.pk)
    ]
    yield Box(
        _("Rows to mend"),
        sum(len(each.refused) for each in mend),
        [
            Row(
                each.file.name,
                reverse("desk:take_over", args=[each.pk]),
                (each.office.title, rows_back(len(each.refused))),
            )
            for each in mend[:SHOWN]
        ],
        reverse("desk:ledgers"),
    )
    mine = Q(committee__in=ours) | Q(kept_by=person)
    waiting = list(lying(person).filter(mine).select_related("committee")[:COUNTED])
    yield Box(
        _("Files to take over"),
        len(waiting),
        [
            Row(each.name, reverse("desk:look", args=[each.pk]), (each.committee.title,))
            for each in waiting[:SHOWN]
        ],
        reverse("desk:received"),
    )


def rows_back(number: int) -> str:
    return ngettext("one row came back", "%(n)d rows came back", number) % {"n": number}


def of_joins(person) -> Box:
    """Meetings that two offices wrote down nearly alike."""
    rows = JoinProposal.objects.visible_to(person).open()
    found = list(rows[:COUNTED])
    return Box(
        _("One meeting or two?"),
        len(found),
        [
            Row(
                f"{each.activity_a.title} ↔ {each.activity_b.title}",
                reverse("desk:join", args=[each.pk]),
                (f"{each.likeness:.0%}",),
            )
            for each in found[:SHOWN]
        ],
        reverse("desk:joins"),
    )
