"""Meetings that an office entered by hand: a row that tells of one of them comes back."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice

from xieshang.activities.models import Activity
from xieshang.people.models import Committee

from ..understanding.cells import letter
from ..understanding.headings import bare
from ..understanding.record import Record, Refusal, Remark
from ..understanding.understand import Understanding
from .registers import MEETINGS

BATCH = 500


class Held:
    """Looks through the rows of a sheet for meetings that stand here without any sheet."""

    def __init__(self, sheet: Understanding, office: Committee):
        self.sheet = sheet
        self.rows = Activity.objects.filter(
            kind=sheet.kind.name, organisers__committee=office, evidence=None
        )

    def __call__(self, results: Iterable) -> Iterator:
        """The results, with a refusal in place of each record that is held already."""
        if self.sheet.kind.name not in MEETINGS.kinds:
            yield from results
            return
        results = iter(results)
        while some := list(islice(results, BATCH)):
            known = self._known([each for each in some if isinstance(each, Record)])
            for each in some:
                yield self._looked(each, known) if isinstance(each, Record) else each

    def _known(self, records: Sequence[Record]) -> dict[tuple[str, date], Activity]:
        days = {record.fields["day"] for record in records}
        return {(bare(each.title), each.day): each for each in self.rows.filter(day__in=days)}

    def _looked(self, record: Record, known) -> Record | Refusal:
        same = known.get((bare(record.fields["title"]), record.fields["day"]))
        if same is None:
            return record
        place = self.sheet.place_of("title")
        column = "" if place is None else letter(place)
        values = {"cell": record.fields["title"], "other": same.short}
        remark = Remark("held-already", "title", column, values)
        return Refusal(record.number, record.cells, (remark,))
