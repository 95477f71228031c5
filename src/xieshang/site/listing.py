"""Lists: which columns, in which order, which page of them. All of it lives in the address."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db.models import F, Model, Q, QuerySet
from django.db.models.expressions import OrderBy

MOST_COUNTED = 2_000


@dataclass(frozen=True, slots=True)
class Column:
    """`kind` is text, number, day or keep (never broken). `order`: the path it sorts by."""

    name: str
    label: str
    kind: str = "text"
    order: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of a list, how many there are in all, and the keys of the pages beside it."""

    rows: Sequence[Model]
    count: int
    more_than_counted: bool = False
    before: object = None
    after: object = None


def order_of(query: Mapping[str, str], columns: Sequence[Column], default: str) -> str:
    """The path to sort by, from `?sort=name` or `?sort=-name`; what is unknown is the default."""
    asked = query.get("sort", "")
    for column in columns:
        if column.order and column.name == asked.removeprefix("-"):
            return f"-{column.order}" if asked.startswith("-") else column.order
    return default


def page_of(queryset: QuerySet, query: Mapping[str, str], order: str, size: int = 50) -> Page:
    """One page by keyset: `?after=<pk>` or `?before=<pk>`; a key not in the list is page one.

    Empty values come last in either direction, on every database.
    """
    count = queryset.order_by().values("pk")[: MOST_COUNTED + 1].count()
    back = "before" in query
    anchor = row_with(queryset, query.get("before" if back else "after"), order)
    gaps = may_be_empty(queryset.model, order.lstrip("-"))
    way = ordering(order, back=back and anchor is not None, gaps=gaps)
    keys = queryset.order_by(*way).values("pk")  # without what is joined to each: see `rows`
    if anchor is not None:
        keys = keys.filter(beyond(order, anchor, back=back, gaps=gaps))
    # SQLite would walk a joined table first, and sort a million rows to show fifty of them.
    rows = list(queryset.filter(pk__among=keys[: size + 1]).order_by(*way))
    more, rows = len(rows) > size, rows[:size]
    if anchor is not None and back:
        rows.reverse()
        earlier, later = more, bool(rows)
    else:
        earlier, later = anchor is not None, more
    return Page(
        rows,
        min(count, MOST_COUNTED),
        more_than_counted=count > MOST_COUNTED,
        before=rows[0].pk if rows and earlier else None,
        after=rows[-1].pk if rows and later else None,
    )


def row_with(queryset: QuerySet, key: str | None, order: str) -> tuple[object, object] | None:
    """The sorting value and key of the row a page starts from."""
    if not key:
        return None
    try:
        pk = queryset.model._meta.pk.to_python(key)
        return queryset.order_by().filter(pk=pk).values_list(order.lstrip("-"), "pk").first()
    except (ValidationError, OverflowError):
        return None


def may_be_empty(model: type[Model], path: str) -> bool:
    """Whether a row may lack the value at `path`; where none does, an index gives the order."""
    for name in path.split("__"):
        field = model._meta.pk if name == "pk" else model._meta.get_field(name)
        if field.null:
            return True
        model = field.related_model
    return False


def ordering(order: str, *, back: bool, gaps: bool) -> tuple[OrderBy | str, ...]:
    path, down = order.lstrip("-"), order.startswith("-") != back
    key = "-pk" if down else "pk"
    if not gaps:
        return (f"-{path}" if down else path, key)
    first = F(path).desc if down else F(path).asc
    return (first(nulls_first=True) if back else first(nulls_last=True), key)


def beyond(order: str, anchor: tuple[object, object], *, back: bool, gaps: bool) -> Q:
    """What stands after the anchor, or before it, in this order."""
    (value, pk), path = anchor, order.lstrip("-")
    way = "lt" if order.startswith("-") != back else "gt"
    same_but_later = Q(**{f"pk__{way}": pk})
    empty = Q(**{f"{path}__isnull": True}) if gaps else Q(pk__in=())
    if value is None:
        return (~empty if back else Q(pk__in=())) | (empty & same_but_later)
    further = Q(**{f"{path}__{way}": value}) | (Q(**{path: value}) & same_but_later)
    if not gaps:
        return further & Q(**{f"{path}__{way}e": value})  # which an index can begin at
    return further | (Q(pk__in=()) if back else empty)
