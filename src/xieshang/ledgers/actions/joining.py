"""The same meeting written down by two offices: found, proposed, decided."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import SequenceMatcher

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from xieshang.activities.models import Organiser
from xieshang.audit.actions import seal
from xieshang.people.models import Committee
from xieshang.people.models.committee import Tier

from ..models import JoinProposal, TakenRow, TakeOver
from ..understanding.headings import bare
from .lookups import Lookups
from .registers import BRANDS, MEETINGS, REGISTERS
from .standing import batches, restate, wait_for_others

NEAR = timedelta(days=3)
ALIKE = 0.75  # likeness of two titles from which on a decision is asked for


@dataclass(frozen=True)
class Told:
    """A meeting as one row tells of it."""

    key: int | None  # of the activity
    row: int | None
    kind: str
    title: str
    day: date
    lead: int
    codes: frozenset[int]

    def agrees(self, other: "Told") -> bool:
        """Whether title, day and host are the same."""
        return (self.title, self.day, self.lead, self.kind) == (
            other.title, other.day, other.lead, other.kind,
        )  # fmt: skip

    def likeness(self, other: "Told") -> float:
        """How alike two meetings are, 0 to 1; 0 where kind, days or hosts speak against it."""
        apart = abs(self.day - other.day)
        if self.kind != other.kind or apart > NEAR or not self.codes & other.codes:
            return 0.0
        alike = SequenceMatcher(None, self.title, other.title, autojunk=False).ratio()
        return alike if alike >= ALIKE else 0.0


def told_by(row: TakenRow) -> Told:
    """The meeting of a row."""
    facts = row.fields
    codes = frozenset([facts["lead"], *facts["partners"]])
    day = date.fromisoformat(facts["day"])
    return Told(row.activity_id, row.pk, row.kind, bare(facts["title"]), day, facts["lead"], codes)


class Meetings:
    """Finds, batch by batch, the meetings of one office that others have written down."""

    def __init__(self, office: Committee):
        self.office = office
        region = office.tier == Tier.REGION
        self.own = (office.pk, office.pk) if region else office.span
        self.others = TakeOver.objects.standing().exclude(office=office).exists()
        self.found: dict[int, int] = {}
        self.near: list[tuple[int, int, float]] = []

    def same(self, rows: Sequence[TakenRow], citing: dict[int, int]) -> dict[int, int]:
        """Place in rows → activity, for rows that agree with another office's."""
        self.found, self.near = {}, []
        if not rows or rows[0].kind not in MEETINGS.kinds:
            return self.found
        by_day: dict[tuple, list[Told]] = {}
        for rival in self._rivals(rows):
            by_day.setdefault((rival.kind, rival.day), []).append(rival)
        taken: set[int] = set()
        for place, row in enumerate(rows if by_day else ()):
            if place not in citing:
                self._compare(place, told_by(row), by_day, taken)
        return self.found

    def _compare(self, place: int, told: Told, by_day: dict, taken: set[int]) -> None:
        same = [r for r in by_day.get((told.kind, told.day), ()) if told.agrees(r)]
        free = next((rival for rival in same if rival.key not in taken), None)
        if free:
            self.found[place] = free.key
            taken.add(free.key)
            return
        for apart in range(-NEAR.days, NEAR.days + 1):
            for rival in by_day.get((told.kind, told.day + timedelta(days=apart)), ()):
                if rival not in same and (likeness := told.likeness(rival)):
                    self.near.append((place, rival.row, likeness))

    def _rivals(self, rows: Sequence[TakenRow]) -> list[Told]:
        """What other offices tell of meetings in which this one, or one it names, takes part."""
        if not self.others:
            return []
        days = [row.fields["day"] for row in rows]
        span = (date.fromisoformat(min(days)) - NEAR, date.fromisoformat(max(days)) + NEAR)
        low, high = self.own
        codes = {code for row in rows for code in (row.fields["lead"], *row.fields["partners"])}
        named = {code for code in codes if not low <= code <= high}
        ours = Q(committee__code__range=self.own) | Q(committee__in=named)
        held = Organiser.objects.filter(ours, day__range=span).values("activity")
        told = TakenRow.objects.filter(live=True, activity__in=held)
        others = told.exclude(take_over__office=self.office)
        if not others.exists():
            return []
        known = told.filter(take_over__office=self.office).values_list("activity", flat=True)
        mine = set(known.distinct())
        return [told_by(row) for row in others.distinct() if row.activity_id not in mine]

    def propose(self, rows: Sequence[TakenRow]) -> int:
        """Ask for a decision on each pair of saved rows that nearly agree; returns how many."""
        pairs = {
            (min(row, rows[place].pk), max(row, rows[place].pk)): likeness
            for place, row, likeness in self.near
        }
        open_ = [pair for pair in pairs if not _decided(*pair)]
        JoinProposal.objects.bulk_create(
            [JoinProposal(row_a_id=a, row_b_id=b, likeness=pairs[a, b]) for a, b in open_]
        )
        return len(open_)


def _decided(row_a: int, row_b: int) -> bool:
    """Whether somebody has decided on two rows of these keys before."""
    keys = set(TakenRow.objects.filter(pk__in=(row_a, row_b)).values_list("key", flat=True))
    decided = JoinProposal.objects.exclude(state=JoinProposal.State.OPEN)
    return decided.filter(row_a__key__in=keys, row_b__key__in=keys).exists()


def repeated(rows: Sequence[TakenRow], office: Committee) -> dict[int, int]:
    """Place in rows → record, for rows that another file has told already.

    That is: word for word in the same office, or of a record that offices share.
    """
    register = REGISTERS[rows[0].kind] if rows else BRANDS
    if register is BRANDS:  # brands of one name are one brand in any case
        return {}
    others = TakenRow.objects.filter(live=True, kind=rows[0].kind)
    others = others.exclude(take_over=rows[0].take_over)
    if not register.shared:
        others = others.filter(take_over__office=office)
    if not others.exists():
        return {}
    known: dict[str, list[TakenRow]] = {}
    for some in batches({row.key for row in rows}):
        for other in others.filter(key__in=some):
            known.setdefault(other.key, []).append(other)
    citing = {}
    for place, row in enumerate(rows):
        same = [o for o in known.get(row.key, ()) if _same(row, o, register.shared)]
        if same:
            citing[place] = getattr(same[0], register.key)
            known[row.key].remove(same[0])
    return citing


def _same(row: TakenRow, other: TakenRow, shared: Sequence[str]) -> bool:
    names = shared or row.fields.keys() | other.fields.keys()
    return all(row.fields.get(name) == other.fields.get(name) for name in names)


@transaction.atomic
def join(proposal: JoinProposal, *, by) -> None:
    """Decide that two rows tell of one meeting: it stays once, held by all who are named."""
    wait_for_others(proposal.row_a.take_over.office)
    proposal = _for_decision(proposal, by)
    kept, other = sorted((proposal.row_a.activity_id, proposal.row_b.activity_id))
    TakenRow.objects.filter(activity=other).update(activity=kept)
    restate({MEETINGS.name: {kept, other}}, Lookups(), by)
    _decide(proposal, JoinProposal.State.JOINED, by)


@transaction.atomic
def keep_apart(proposal: JoinProposal, *, by) -> None:
    """Decide that two rows tell of two meetings."""
    _decide(_for_decision(proposal, by), JoinProposal.State.APART, by)


def _for_decision(proposal: JoinProposal, by) -> JoinProposal:
    locked = JoinProposal.objects.select_for_update().get(pk=proposal.pk)
    offices = (locked.row_a.take_over.office, locked.row_b.take_over.office)
    if not (by.is_superuser or any(by.may_keep(office) for office in offices)):
        raise PermissionDenied(f"{by} keeps the records of neither office")
    if not JoinProposal.objects.open().filter(pk=locked.pk).exists():
        raise AlreadyDecided(str(locked))
    return locked


class AlreadyDecided(ValueError):
    """A proposal that no longer waits for a decision."""


def _decide(proposal: JoinProposal, state: str, by) -> None:
    proposal.state, proposal.by, proposal.at = state, by, timezone.now()
    proposal.save(update_fields=["state", "by", "at"])
    seal(by, "decide-join", proposal, state=state)
