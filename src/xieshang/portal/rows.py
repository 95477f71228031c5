"""The rows of a figure as a page and a file show them, each with what it rests on."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Model, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from xieshang.evidence.models import Evidence
from xieshang.figures.metric import Metric
from xieshang.figures.pages import Page, page
from xieshang.figures.scope import Scope
from xieshang.reading.masking import mask
from xieshang.site.listing import Column

# Who raised a matter is known to its office, not to everybody.
NAMES_OF_PERSONS = {"author"}
# What may be read of a row whose record is not public: that it counts, where, when and as what.
SAID_OF_ALL = ("committee__title", "status", "counted", "process", "result", "mode", "level")
NUMBERS = {"attendances", "member_attendances", "amount", "jobs", "session"}
DAYS = {"day", "raised_on", "since", "sent_on", "adopted_on", "given_on"}


@dataclass(frozen=True, slots=True)
class Cell:
    value: object
    kind: str


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its cells, and links to the places it was taken from, (words, href)."""

    cells: list[Cell]
    evidence: list[tuple[str, str]]


def paths_of(metric: Metric) -> list[tuple[str, str]]:
    """What is shown of a row: (path, label)."""
    paths = [
        (p, str(label)) for p, label in metric.source.columns if last(p) not in NAMES_OF_PERSONS
    ]
    return paths if metric.share is None else [*paths, ("counted", _("Counted"))]


def last(path: str) -> str:
    return path.rpartition("__")[2]


def kind_of(path: str) -> str:
    name = last(path)
    return "number" if name in NUMBERS else "day" if name in DAYS else "text"


def columns_of(metric: Metric, *, evidence: bool = False) -> list[Column]:
    columns = [Column(path, label, kind_of(path)) for path, label in paths_of(metric)]
    return [*columns, Column("evidence", _("Evidence"))] if evidence else columns


def value_at(row: Model, path: str) -> object:
    """What stands at a path, nothing where the path breaks off; a state by its label."""
    value: Any = row
    for name in path.split("__"):
        if value is None:
            return None
        label = getattr(value, f"get_{name}_display", None)
        if name == "status":
            value = value.state.label
        else:
            value = label() if label else getattr(value, name, None)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return mask(value) if isinstance(value, str) else value


def record_of(metric: Metric, row: Model) -> Model:
    """What a row speaks of, and what cites the evidence."""
    record: Any = row
    for name in filter(None, metric.source.record.split("__")):
        record = getattr(record, name)
    return record


def withheld(metric: Metric, row: Model) -> bool:
    """Whether the record is not public: it counts, and its words are not shown."""
    return not getattr(record_of(metric, row), "is_public", True)


def said_at(metric: Metric, row: Model, path: str) -> object:
    """What a page shows at a path of a row."""
    open_to_all = kind_of(path) != "text" or path.endswith(SAID_OF_ALL)
    if not open_to_all and withheld(metric, row):
        return _("not public")
    return value_at(row, path)


def title_of(metric: Metric, row: Model) -> str:
    """A row in one line."""
    if withheld(metric, row):
        return _("not public")
    return mask(str(record_of(metric, row)))


def with_evidence(metric: Metric, rows: QuerySet) -> QuerySet:
    """The rows with their evidence read along, where their kind has any."""
    path = list(filter(None, metric.source.record.split("__")))
    model: Any = rows.model
    for name in path:
        model = model._meta.get_field(name).related_model
    if not hasattr(model, "evidence"):
        return rows
    return rows.prefetch_related("__".join((*path, "evidence", "file")))


def page_of(metric: Metric, scope: Scope, narrow: Mapping, query: Mapping[str, str]) -> Page:
    """One page of rows by keyset; raises BadPlace."""
    rows = with_evidence(metric, metric.rows(scope, narrow))
    return page(rows, after=query.get("after", ""), before=query.get("before", ""))


def shown(metric: Metric, rows: Iterable[Model], *, evidence: bool = False) -> list[Line]:
    paths = [path for path, _label in paths_of(metric)]
    return [
        Line(
            [Cell(said_at(metric, row, path), kind_of(path)) for path in paths],
            [(place_of(one), href_of(one)) for one in cited(metric, row)] if evidence else [],
        )
        for row in rows
    ]


def cited(metric: Metric, row: Model) -> list[Evidence]:
    if withheld(metric, row):
        return []
    record = record_of(metric, row)
    return list(record.evidence.all()) if hasattr(record, "evidence") else []


def place_of(evidence: Evidence) -> str:
    """Where a row of a received sheet stands, in words."""
    return _("%(sheet)s, row %(row)d") % {"sheet": evidence.sheet, "row": evidence.row}


def href_of(evidence: Evidence) -> str:
    return reverse("portal:evidence", args=[evidence.pk])


def plain_rows(metric: Metric, rows: QuerySet) -> Iterator[list[object]]:
    """Rows for a file: values as a spreadsheet keeps them, the evidence in words."""
    paths = [path for path, _label in paths_of(metric)]
    for row in with_evidence(metric, rows):
        places = [f"{one.file.name} › {place_of(one)}" for one in cited(metric, row)]
        said = (plain(said_at(metric, row, path)) for path in paths)
        yield [*said, "; ".join(places)]


def plain(value: object) -> object:
    return value if value is None or isinstance(value, int | Decimal | date) else str(value)
