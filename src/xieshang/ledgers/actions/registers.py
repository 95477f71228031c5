"""Which table the rows of each kind of ledger go to, and how they are written there."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from xieshang.activities import actions as activities
from xieshang.activities.models import Project, Venue
from xieshang.matters import actions as matters
from xieshang.people.actions import note_sectors

from ..models import TakenRow
from . import brands, composing
from .lookups import Lookups

Rows = Mapping[int, Sequence[TakenRow]]


@dataclass(frozen=True)
class Register:
    """One table of records: the foreign key a row cites it by, and its writers.

    `compose` makes a record of the rows that tell of it; `record` writes many, new ones or old
    ones under their own keys; `withdraw` takes them out by key.
    """

    name: str
    kinds: tuple[str, ...]
    compose: Callable
    record: Callable[..., None]
    withdraw: Callable[..., None]
    record_of: Callable
    shared: tuple[str, ...] = ()  # facts that name one record in the ledgers of any office

    @property
    def key(self) -> str:
        return f"{self.name}_id"

    def add(self, rows: Sequence[TakenRow], lookups: Lookups, by) -> None:
        """Write a new record for each row, and let the row cite it."""
        made = [self.compose(None, [row], lookups) for row in rows]
        self.record(made, by=by)
        for row, each in zip(rows, made, strict=True):
            setattr(row, self.key, self.record_of(each).pk)

    def restate(self, keys: Collection[int], rows: Rows, lookups: Lookups, by) -> None:
        """Write the records of these keys as their rows say; those without rows go."""
        self.withdraw(keys)
        stay = [self.compose(key, rows[key], lookups) for key in keys if rows.get(key)]
        self.record(stay, by=by)


def _record_meetings(drafts, *, by) -> None:
    activities.record(drafts)


def _record_register(rows, *, by) -> None:
    activities.record_register(rows)


def _record_venues(rows, *, by) -> None:
    activities.record_register(rows)
    _note_sectors({venue.committee_id for venue, _evidence in rows})


def _withdraw_venues(keys: Collection[int]) -> None:
    places = set(Venue.objects.filter(pk__in=keys).values_list("committee_id", flat=True))
    activities.withdraw_register(Venue, keys)
    _note_sectors(places)


def _note_sectors(places: Collection[int]) -> None:
    """Tell which sectors the venues of these committees now name."""
    named: dict[int, set[int]] = {place: set() for place in places}
    venues = Venue.objects.filter(committee__in=places, sector__isnull=False)
    for place, sector in venues.values_list("committee_id", "sector_id"):
        named[place].add(sector)
    note_sectors(named)


MEETINGS = Register(
    "activity",
    ("study", "consultation"),
    composing.meeting,
    _record_meetings,
    activities.withdraw,
    lambda draft: draft.activity,
)
MATTERS = Register(
    "matter",
    ("problem", "suggestion", "proposal"),
    composing.matter,
    matters.record,
    matters.withdraw,
    lambda life: life[0],
)
PROJECTS = Register(
    "project",
    ("project",),
    composing.project,
    _record_register,
    partial(activities.withdraw_register, Project),
    lambda cited: cited[0],
)
VENUES = Register(
    "venue",
    ("venue",),
    composing.venue,
    _record_venues,
    _withdraw_venues,
    lambda cited: cited[0],
    shared=("committee", "name"),  # a county and its city may both list it
)
BRANDS = brands.Brands("programme", ("brand",), composing.brand)

ALL = (BRANDS, MEETINGS, MATTERS, PROJECTS, VENUES)  # brands first: activities name them
REGISTERS = {kind: register for register in ALL for kind in register.kinds}
