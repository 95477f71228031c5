"""What an office entered by hand: a row of a ledger that tells of it comes back."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from django.db.models import QuerySet

from xieshang.activities.models import Activity, Project, Venue
from xieshang.people.models import Committee

from ..understanding.cells import letter
from ..understanding.headings import bare
from ..understanding.record import Record, Refusal, Remark
from ..understanding.understand import Understanding
from .registers import MEETINGS

BATCH = 500


@dataclass(frozen=True, slots=True)
class ByHand:
    """Rows that stand here without any sheet, by the field of their title and, where they have
    one, of their day; `slug`: what a row is told that is one of them."""

    rows: QuerySet
    title: str
    day: str
    slug: str


def by_hand(kind: str, office: Committee) -> ByHand | None:
    """What this office entered itself of the kind of a ledger; None for who is told elsewhere."""
    if kind in MEETINGS.kinds:
        rows = Activity.objects.filter(kind=kind, organisers__committee=office, evidence=None)
        return ByHand(rows, "title", "day", "held-already")
    if kind == "project":
        rows = Project.objects.filter(committee=office, evidence=None)
        return ByHand(rows, "name", "day", "entered-already")
    if kind == "venue":
        rows = Venue.objects.filter(committee=office, evidence=None)
        return ByHand(rows, "name", "", "entered-already")
    return None


class Held:
    """Looks through the rows of a sheet for what stands here without any sheet."""

    def __init__(self, sheet: Understanding, office: Committee):
        self.sheet = sheet
        self.here = by_hand(sheet.kind.name, office)

    def __call__(self, results: Iterable) -> Iterator:
        """The results, with a refusal in place of each record that is held already."""
        if self.here is None:
            yield from results
            return
        results = iter(results)
        while some := list(islice(results, BATCH)):
            known = self._known(self.here, [e for e in some if isinstance(e, Record)])
            for each in some:
                yield self._looked(self.here, each, known) if isinstance(each, Record) else each

    def _known(self, here: ByHand, records: Sequence[Record]) -> dict:
        rows = here.rows
        if here.day:
            rows = rows.filter(day__in={record.fields["day"] for record in records})
        return {
            (bare(getattr(row, here.title)), row.day if here.day else None): row for row in rows
        }

    def _looked(self, here: ByHand, record: Record, known) -> Record | Refusal:
        day: date | None = record.fields["day"] if here.day else None
        same = known.get((bare(record.fields["title"]), day))
        if same is None:
            return record
        place = self.sheet.place_of("title")
        column = "" if place is None else letter(place)
        values = {"cell": record.fields["title"], "other": same.short}
        return Refusal(record.number, record.cells, (Remark(here.slug, "title", column, values),))
