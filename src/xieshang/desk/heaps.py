"""What can wait for somebody: each heap with its count and its first rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from xieshang.ledgers.models import JoinProposal, TakeOver
from xieshang.matters.models import Matter
from xieshang.people.models import Seat, span_of

from .handing import lying
from .matter_list import is_late, state_of

SHOWN, COUNTED = 8, 500  # rows of a heap that are shown; above 500 its list tells the number
SOON = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that waits: its title, where it opens, what is said beside it."""

    title: str
    href: str
    meta: Sequence[object]
    state: object = None


@dataclass(frozen=True, slots=True)
class Box:
    """A heap of the board; `count` may be more than the rows it shows."""

    title: str
    count: int
    rows: Sequence[Row] = field(default_factory=tuple)
    href: str = ""
    late: bool = False


KEEPING = (Seat.Post.CLERK, Seat.Post.OFFICER)


def heaps(person, seats, units, standing) -> Iterator[Box]:
    """The heaps of the board, the most pressing first."""
    keeping = [seat for seat in seats if seat.post in KEEPING]
    if keeping:
        yield from of_ledgers(person, keeping, standing)
        yield of_joins(person)
        yield from of_office(person, keeping)
    if units:
        yield of_units(person, units)
    if not keeping:
        yield of_author(person)


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


def of_office(person, keeping) -> Iterator[Box]:
    """Open matters of the offices somebody keeps: late first, then due soon."""
    ours = Q(committee__in=offices_of(keeping))
    today = timezone.localdate()
    rows = Matter.objects.visible_to(person).filter(ours).with_page().overdue(today + SOON)
    found = list(rows.order_by("raised_on", "pk")[:COUNTED])
    place = "" if len(keeping) > 1 else f"&committee={keeping[0].committee_id}&own=on"
    late = [matter for matter in found if is_late(matter)]
    yield matter_box(_("Late"), late, f"waiting=late{place}", late=True)
    soon = [matter for matter in found if not is_late(matter)]
    yield matter_box(_("Due within two weeks"), soon, f"waiting=open{place}")


def of_units(person, units):
    """Open matters that name a unit somebody answers for."""
    named = Q()
    for unit in units:
        named |= Q(unit=unit.name, committee__code__range=span_of(unit.committee_id))
    rows = Matter.objects.visible_to(person).with_page().filter(named).open()
    found = list(rows.order_by("raised_on", "pk")[:COUNTED])
    return matter_box(_("Matters that name your unit"), found, f"waiting=open&unit={units[0].name}")


def of_author(person) -> Box:
    """The matters somebody raised, the newest first."""
    rows = Matter.objects.visible_to(person).with_page().filter(raised_by=person)
    return matter_box(_("Matters you raised"), list(rows[:COUNTED]), "mine=on")


def matter_box(title: str, found: Sequence[Matter], query: str, *, late: bool = False) -> Box:
    """A heap of matters."""
    rows = [
        Row(
            matter.title,
            reverse("desk:matter", args=[matter.pk]),
            (matter.short, matter.get_kind_display(), matter.committee.title, matter.due_on),
            state_of(matter),
        )
        for matter in found[:SHOWN]
    ]
    return Box(title, len(found), rows, f"{reverse('desk:matters')}?{query}", late)
