"""A list of the desk, declared: its rows, what it shows of each, how it is narrowed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Any

from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils import timezone
from django.utils.functional import Promise, SimpleLazyObject
from django.utils.translation import gettext as _

from xieshang.people.models import SavedView, calendar
from xieshang.site.exports import export
from xieshang.site.listing import Column, order_of, page_of

from .clock import due_by
from .filters import Filters
from .pages import show

MOST_EXPORTED = 20_000


@dataclass(frozen=True, slots=True)
class State:
    """A value shown as a chip: the word and its tone."""

    label: str
    tone: str = ""

    def __str__(self) -> str:
        return str(self.label)


@dataclass(frozen=True, slots=True)
class Shown:
    """A column, and what it shows of a row."""

    column: Column
    value: Callable[[Any], object]


@dataclass(frozen=True, slots=True)
class Layout:
    """Other columns for the file of a list: its name in words, and what `rows` must carry."""

    label: str
    shown: Sequence[Shown]
    carrying: Callable[[QuerySet], QuerySet]


@dataclass(frozen=True, slots=True)
class Bulk:
    """What can be done with all ticked rows: where they go, in words, the moves to choose from.

    `more`: other pages that take the ticked rows, as (address, words).
    """

    action: str
    label: str
    moves: tuple[tuple[str, str], ...] = ()
    more: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Empty:
    """What to say, and to do next, where there is nothing."""

    title: str
    words: str
    href: str = ""
    act: str = ""


@dataclass(frozen=True)
class Listing:
    """One list: `rows` are those a person may see, `shown` what the page and the file hold."""

    name: str
    title: str
    rows: Callable[[Any], QuerySet]
    filters: type[Filters]
    shown: Sequence[Shown]
    order: str
    href: Callable[[Any], str]
    empty: Empty
    late: Callable[[Any], bool] = lambda _row: False
    bulk: Bulk | None = None
    enter: tuple[str, str] | None = None
    layouts: Mapping[str, Layout] = field(default_factory=dict)
    beside: tuple[tuple[str, str], ...] = ()  # other pages of the same room: address, words

    @property
    def columns(self) -> list[Column]:
        return [shown.column for shown in self.shown]

    def names(self) -> set[str]:
        """The names an address of this list may hold."""
        return {*self.filters.base_fields, "sort"}


@dataclass(frozen=True, slots=True)
class Cell:
    kind: str
    value: object
    tone: str | None


@dataclass(frozen=True, slots=True)
class Line:
    key: object
    href: str
    late: bool
    cells: list[Cell]


def listed(request: HttpRequest, listing: Listing) -> HttpResponse:
    """The page of a list, or the file of it where `?export=` asks for one."""
    filters = listing.filters(request.GET, request.user)
    rows = filters.narrow(listing.rows(request.user))
    order = order_of(request.GET, listing.columns, listing.order)
    if kind := request.GET.get("export"):
        layout = listing.layouts.get(request.GET.get("layout", "")) or listing
        return as_file(kind, layout, listing, ticked(rows, request.GET), (order, filters.told()))
    page = page_of(rows, request.GET, order)
    views = list(SavedView.objects.visible_to(request.user).filter(list=listing.name))
    query = address_of(listing, request.GET)
    known = SimpleLazyObject(calendar)
    context = {
        "listing": listing,
        "filters": filters,
        "told": filters.told(),
        "page": page,
        "lines": [line_of(listing, row, known) for row in page.rows],
        "views": views,
        "here_view": next((view for view in views if view.query == query), None),
        "query": query,
        "kept": [(name, request.GET[name]) for name in listing.names() if request.GET.get(name)],
    }
    return show(request, "desk/list.html", context, here=listing.name, fragment="panel")


def line_of(listing: Listing, row: Model, known) -> Line:
    """What the page shows of one row; `known` is the calendar that its days are counted by."""
    cells = [cell_of(shown, row, known) for shown in listing.shown]
    return Line(row.pk, listing.href(row), listing.late(row), cells)


def cell_of(shown: Shown, row: Model, known) -> Cell:
    value = shown.value(row)
    if shown.column.kind == "due" and isinstance(value, date):
        value = due_by(value, known)
    tone = value.tone if isinstance(value, State) else None
    return Cell(shown.column.kind, value, tone)


def ticked(rows: QuerySet, query: QueryDict) -> QuerySet:
    """Only the ticked rows, where some are."""
    keys = ticked_keys(query)
    return rows.filter(pk__in=keys) if keys else rows


def ticked_keys(query: QueryDict) -> list[str]:
    """The keys of the ticked rows, as far as they can be keys."""
    return [
        key for key in query.getlist("pick") if key.isascii() and key.isdecimal() and len(key) < 19
    ]


def as_file(
    kind: str, layout: Listing | Layout, listing: Listing, rows: QuerySet, asked: tuple
) -> HttpResponse:
    """The rows and columns as shown, with the filters and the count named inside."""
    order, told = asked
    key = "-pk" if order.startswith("-") else "pk"
    if isinstance(layout, Layout):
        rows = layout.carrying(rows)
    found = islice(rows.order_by(order, key).iterator(chunk_size=1000), MOST_EXPORTED)
    values = [[plain(shown.value(row)) for shown in layout.shown] for row in found]
    now = timezone.localtime()
    about = [
        (_("List"), str(listing.title)),
        *told,
        (_("Rows"), str(len(values))),
        (_("Written"), f"{now:%Y-%m-%d %H:%M}"),
    ]
    if len(values) == MOST_EXPORTED:
        about.append((_("Not all"), _("A file holds the first 20,000 rows. Narrow the list.")))
    columns = [shown.column for shown in layout.shown]
    return export(kind, f"{listing.title}-{now:%Y%m%d}", columns, values, about)


def plain(value: object) -> object:
    """A value as a cell of a file holds it."""
    return str(value) if isinstance(value, State | Promise) else value


def address_of(listing: Listing, query: QueryDict) -> str:
    """The filters and the order of an address, in one spelling; nothing else of it."""
    kept = QueryDict(mutable=True)
    for name in sorted(listing.names()):
        if value := query.get(name):
            kept[name] = value[:200]
    return kept.urlencode()
