"""Proposals that an office has already: a row that tells of one of them comes back."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from django.db.models import BigIntegerField, QuerySet
from django.db.models.functions import Coalesce

from xieshang.matters.models import Matter
from xieshang.people.models import Committee

from ..models import TakenRow, TakeOver
from ..understanding.cells import letter
from ..understanding.headings import bare
from ..understanding.record import Record, Refusal, Remark
from ..understanding.understand import Understanding

BATCH = 500


@dataclass(frozen=True, slots=True)
class Standing:
    """A proposal that is here: its key, its title without signs, its day, who wrote it down."""

    key: int
    title: str
    day: date
    by_hand: bool

    def is_told_by(self, fields: Mapping) -> bool:
        """Whether a row tells of this very proposal."""
        return (bare(fields["title"]), fields["raised_on"]) == (self.title, self.day)

    def __str__(self):
        return f"M{self.key}"


class Known:
    """Looks through the rows of a sheet for proposals that the office has from elsewhere.

    Those of the take-over that is corrected are the rows' own.
    """

    def __init__(self, sheet: Understanding, office: Committee, old: TakeOver | None):
        self.sheet = sheet
        self.rows = Matter.objects.filter(committee=office, life="proposal").order_by("pk")
        if old:
            ours = old.rows.filter(kind="proposal").annotate(
                of=Coalesce("matter", "was", output_field=BigIntegerField())
            )
            self.rows = self.rows.exclude(pk__in=ours.filter(of__isnull=False).values("of"))
        self.numbers: dict[tuple[str, int], Record] = {}

    def __call__(self, results: Iterable) -> Iterator:
        """The results, with a refusal in place of each record that is known."""
        if self.sheet.kind.name != "proposal":
            yield from results
            return
        results = iter(results)
        while some := list(islice(results, BATCH)):
            records = [each for each in some if isinstance(each, Record)]
            titles, numbers = self._by_title(records), self._by_number(records)
            for each in some:
                yield self._looked(each, titles, numbers) if isinstance(each, Record) else each

    def _looked(self, record: Record, titles, numbers) -> Record | Refusal:
        fields, borne = record.fields, record.fields["borne"]
        same = titles.get((bare(fields["title"]), fields["raised_on"]))
        if same and same.by_hand:
            return self._back(record, "already-here", "title", same)
        number = borne and (borne.series, borne.number)
        holder = numbers.get(number)
        if holder and not holder.is_told_by(fields):
            return self._back(record, "number-taken", "number", holder)
        first = self.numbers.setdefault(number, record) if number else record
        if first.fields["title"] != fields["title"]:
            return self._back(record, "number-taken", "number", first.fields["title"])
        return record

    def _back(self, record: Record, slug: str, field: str, other: object) -> Refusal:
        place = self.sheet.place_of(field)
        values = {"cell": record.fields[field], "other": str(other)}
        remark = Remark(slug, field, "" if place is None else letter(place), values)
        return Refusal(record.number, record.cells, (remark,))

    def _by_title(self, records: Sequence[Record]) -> dict[tuple[str, date], Standing]:
        days = {record.fields["raised_on"] for record in records}
        return {
            (each.title, each.day): each
            for _number, each in standing(self.rows.filter(raised_on__in=days))
        }

    def _by_number(self, records: Sequence[Record]) -> dict[tuple[str, int], Standing]:
        borne = [record.fields["borne"] for record in records if record.fields["borne"]]
        series, numbers = {each.series for each in borne}, {each.number for each in borne}
        found = standing(self.rows.filter(series__in=series, number__in=numbers))
        return dict(found)


def standing(rows: QuerySet[Matter]) -> Iterator[tuple[tuple[str, int], Standing]]:
    """Each of these proposals by its series and number."""
    told = set(
        TakenRow.objects.filter(live=True, matter__in=rows.order_by().values("pk"))
        .values_list("matter", flat=True)
    )  # fmt: skip
    for key, title, day, *number in rows.values_list(
        "pk", "title", "raised_on", "series", "number"
    ):
        yield tuple(number), Standing(key, bare(title), day, key not in told)
