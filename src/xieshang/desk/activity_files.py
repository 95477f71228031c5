"""Activities in the columns of the ledgers that offices keep, as the ledgers' kinds head them."""

from collections.abc import Callable
from datetime import date
from functools import partial

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from xieshang.activities.models import Activity
from xieshang.ledgers.understanding.kinds import KINDS
from xieshang.ledgers.understanding.kinds.field import Field, Reads
from xieshang.site.listing import Column

from .listing import Layout, Shown

COLUMNS = {
    Reads.DAY: "day", Reads.COUNT: "number", Reads.ORDINAL: "number", Reads.AMOUNT: "number",
}  # fmt: skip
ABOUT = "约{}"  # how a ledger writes a number that is about so many
OWN: dict[str, Callable[[Activity], object]] = {
    "number": lambda a: a.short,
    "programme": lambda a: a.programme.name if a.programme else "",
    "host": lambda a: next(o.committee.title for o in a.organisers.all() if o.lead),
    "partners": lambda a: "、".join(o.committee.title for o in a.organisers.all() if not o.lead),
    "county": lambda a: a.area,
    "remark": lambda a: "",
}
TOLD = {"county": "area"}


def carrying(kind: str, rows: QuerySet) -> QuerySet:
    """Those of one kind, each with the row of the ledger that tells of it."""
    return rows.filter(kind=kind).prefetch_related("taken_rows")


def cell(field: str, activity: Activity) -> object:
    """What a row of a ledger said, where one tells of it; else what was entered by hand."""
    told = next((row.fields for row in activity.taken_rows.all() if row.live), None)
    if told is not None and (name := TOLD.get(field, field)) in told and field != "partners":
        value, about = told[name], told["approximate"]
        value = date.fromisoformat(value) if field == "day" and value else value
    else:
        value = OWN[field](activity) if field in OWN else getattr(activity, field)
        about = activity.approximate
    return ABOUT.format(value) if field in about and value is not None else value


def shown(field: Field) -> Shown:
    """A column under the heading by which this kind of ledger is known."""
    column = Column(field.name, field.headings[0], COLUMNS.get(field.reads, "text"))
    return Shown(column, partial(cell, field.name))


def layout(kind: str, label: str) -> Layout:
    return Layout(label, tuple(map(shown, KINDS[kind].fields)), partial(carrying, kind))


LAYOUTS = {
    "study": layout("study", _("As a ledger of study")),
    "consultation": layout("consultation", _("As a ledger of consultations")),
}
