"""Lists and boards over a million matters, as each of five people opens them."""

import time
from collections.abc import Callable, Iterator
from statistics import quantiles

from django.core.paginator import Paginator
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from xieshang.matters.models import Assignment, Matter

from .caseload import CITY, COUNTY, Cast, fill
from .table import Row

TIMES = 20
MOST, MOST_QUERIES = 0.150, 15  # seconds below which 95 of 100 answers come; queries of a page
DEEP = 500_000  # how far down the deep page lies, for so many matters of a million
LISTS = (
    ("region", "matters", "", "the first page"),
    ("region", "matters", "after", "a page far down"),
    ("region", "matters", "state=handling", "by state"),
    ("region", "matters", f"committee={CITY}", "by a city with all below"),
    ("region", "matters", "waiting=late", "late ones"),
    ("region", "matters", "holder=unit&kind=proposal", "with units"),
    ("region", "matters", "sort=due", "by their days"),
    ("city", "matters", "waiting=me", "waiting for a city's clerk"),
    ("county", "matters", "", "a county's clerk"),
    ("county", "matters", f"waiting=late&committee={COUNTY}&own=on", "a county's late ones"),
    ("member", "matters", "mine=on", "a member's own"),
    ("member", "matters", "state=submitted", "a member, by state"),
    ("unit", "matters", "", "a unit's clerk"),
    ("region", "assignments", "", "assignments, the region"),
    ("city", "assignments", "waiting=late", "late assignments of a city"),
    ("unit", "assignments", "", "assignments of a unit"),
)


def rows(count: int) -> Iterator[Row]:
    """p95 of each page in seconds, with the plain way for those that have one."""
    cast = fill(count)
    browsers = {name: browser_of(getattr(cast, name)) for name in vars(cast)}
    plain = plain_ways(cast)
    for who, name, query, said in LISTS:
        address = f"{reverse(f'desk:{name}')}?{asked(query, count)}"
        measured, queries = p95(lambda b=browsers[who], a=address: b.get(a))
        yield Row(f"matters: {said}", measured, MOST, plain.get((who, name, query)))
        yield Row(f"matters: {said}, queries", queries, MOST_QUERIES, unit="queries")
    for who, browser in browsers.items():
        measured, queries = p95(lambda b=browser: b.get(reverse("desk:board")))
        yield Row(f"matters: the board of {who}", measured, MOST, plain.get((who, "board")))
        yield Row(f"matters: the board of {who}, queries", queries, MOST_QUERIES, unit="queries")


def browser_of(person) -> Client:
    browser = Client(headers={"host": "localhost"})
    browser.force_login(person)
    return browser


def asked(query: str, count: int) -> str:
    """The query of an address; `after` is the key of a row half way down."""
    if query != "after":
        return query
    half = min(DEEP, count // 2)
    key = Matter.objects.order_by("-raised_on", "-pk").values_list("pk", flat=True)[half]
    return f"after={key}"


def p95(ask: Callable[[], object], times: int = TIMES) -> tuple[float, int]:
    """Seconds below which 95 of 100 answers came, and the queries of one; the first is not told."""
    with CaptureQueriesContext(connection) as caught:
        answer = ask()
    queries = len(caught)  # at once: the next request empties the log
    if getattr(answer, "status_code", 200) != 200:
        raise RuntimeError(f"answered {answer.status_code}")
    took = []
    for _time in range(times):
        start = time.perf_counter()
        ask()
        took.append(time.perf_counter() - start)
    return quantiles(took, n=20)[-1], queries


def plain_ways(cast: Cast) -> dict[tuple[str, ...], float]:
    """The same first page by Django's own paginator, which counts all rows and skips to a page."""
    seen = Matter.objects.visible_to(cast.region).with_page().with_next()
    ordered = seen.order_by("-raised_on", "-pk")
    half = min(DEEP, ordered.count() // 2) // 50

    def page(rows, number: int = 1):
        found = Paginator(rows, 50)
        return found.count, list(found.page(number))

    def board(person):
        kept = person.seats.values("committee")
        ours = Matter.objects.visible_to(person).filter(committee__in=kept).with_page()
        late = [matter for matter in ours.open() if matter.is_late]
        units = Assignment.objects.filter(matter__committee__in=kept).open()
        return late, {unit: len(list(units.filter(unit=unit))) for unit in
                      units.values_list("unit", flat=True).distinct()}  # fmt: skip

    ways: dict[tuple[str, ...], Callable[[], object]] = {
        ("region", "matters", ""): lambda: page(ordered),
        ("region", "matters", "after"): lambda: page(ordered, half),
        ("region", "matters", "state=handling"): lambda: page(ordered.filter(status="handling")),
        ("region", "matters", "waiting=late"): lambda: page(ordered.overdue()),
        ("county", "board"): lambda: board(cast.county),
    }
    return {key: p95(way, 2)[0] for key, way in ways.items()}
