"""Five million activities: the region's whole table, and pages of rows at any depth."""

import datetime as dt
from collections.abc import Iterator

from django.db import connection, transaction

from xieshang.activities.models import Activity, Organiser, Tally
from xieshang.figures.held import HELD
from xieshang.figures.metric import measure
from xieshang.figures.metrics import METRICS
from xieshang.figures.pages import page
from xieshang.figures.scope import Scope
from xieshang.people.actions import load_body
from xieshang.people.models import Committee

from .table import Row, best_of

FORMS = ("委员讲堂", "委员培训班", "读书分享会", "基层协商", "专题协商", "对口协商")
FIRST, DAYS = dt.date(2022, 1, 1), 730
BATCH = 200_000


def fill(count: int) -> None:
    """Write `count` activities, each with its organisers and sums, by statements over numbers."""
    load_body()
    codes = list(Committee.objects.inside().order_by("code").values_list("code", flat=True))
    with connection.cursor() as cursor:
        number_places(cursor, codes)
        for start in range(0, count, BATCH):
            write_batch(cursor, start, min(BATCH, count - start), len(codes))
        write_tallies(cursor, codes)
        cursor.execute("ANALYZE")


def number_places(cursor, codes: list[int]) -> None:
    cursor.execute("CREATE TEMP TABLE bench_place (n integer primary key, code integer)")
    cursor.executemany("INSERT INTO bench_place VALUES (%s, %s)", list(enumerate(codes)))
    cursor.execute("CREATE TEMP TABLE bench_form (n integer primary key, form text, kind text)")
    kinds = ["study"] * 3 + ["consultation"] * 3
    forms = [(n, form, kinds[n]) for n, form in enumerate(FORMS)]
    cursor.executemany("INSERT INTO bench_form VALUES (%s, %s, %s)", forms)


@transaction.atomic
def write_batch(cursor, start: int, count: int, places: int) -> None:
    """Numbers i become activities: place, form and day follow from i; every hundredth is joint."""
    postgres = connection.vendor == "postgresql"
    numbers = (
        f"SELECT generate_series({start + 1}, {start + count}) AS i"
        if postgres
        else f"WITH RECURSIVE s(i) AS (SELECT {start + 1} UNION ALL SELECT i + 1 FROM s"
        f" WHERE i < {start + count}) SELECT i FROM s"
    )
    day = (
        f"DATE '{FIRST}' + (i * 7 % {DAYS})"
        if postgres
        else f"date('{FIRST}', '+' || (i * 7 % {DAYS}) || ' days')"
    )
    cursor.execute(
        f"INSERT INTO {Activity._meta.db_table} (id, title, kind, form, day, place, area, host,"
        " together, attendances, member_attendances, approximate)"
        f" SELECT i, '示例 ' || i, kind, form, {day}, '', '', '',"
        " CASE WHEN i % 100 = 0 THEN 'across' ELSE '' END, i % 90, i % 40, '[]'"
        f" FROM ({numbers}) s JOIN bench_form f ON f.n = i / 131 % {len(FORMS)}"
    )
    for shift, lead, only in ((0, True, ""), (11, False, "AND i % 100 = 0")):
        cursor.execute(
            f"INSERT INTO {Organiser._meta.db_table}"
            " (activity_id, committee_id, lead, joint, kind, day)"
            f" SELECT a.id, p.code, {lead}, a.together <> '', a.kind, a.day"
            f" FROM (SELECT id AS i, * FROM {Activity._meta.db_table}"
            f" WHERE id BETWEEN {start + 1} AND {start + count}) a"
            f" JOIN bench_place p ON p.n = (a.i * 13 + {shift}) % {places} WHERE true {only}"
        )


def write_tallies(cursor, codes: list[int]) -> None:
    """The sums of every scope, straight from the rows, each activity once a scope."""
    month = (
        "date_trunc('month', a.day)::date"
        if connection.vendor == "postgresql"
        else "date(a.day, 'start of month')"
    )
    spans = [
        (code, own, *((code, code) if own else Committee(code=code).span))
        for code in codes
        for own in (True, False)
    ]
    cursor.execute(
        "CREATE TEMP TABLE bench_scope (code integer, own boolean, low integer, high integer)"
    )
    cursor.executemany("INSERT INTO bench_scope VALUES (%s, %s, %s, %s)", spans)
    cursor.execute(
        f"INSERT INTO {Tally._meta.db_table} (committee_id, own, month, kind, form, programme,"
        " together, numbered, sessions, attendances, member_attendances, public_attendances)"
        f" SELECT s.code, s.own, {month}, a.kind, a.form, 0, a.together, false,"
        " count(*), sum(a.attendances), sum(a.member_attendances), 0"
        " FROM bench_scope s"
        f" JOIN {Organiser._meta.db_table} o ON o.committee_id BETWEEN s.low AND s.high"
        f" JOIN {Activity._meta.db_table} a ON a.id = o.activity_id"
        " WHERE NOT o.joint OR NOT EXISTS (SELECT 1"
        f" FROM {Organiser._meta.db_table} e WHERE e.activity_id = a.id"
        " AND e.committee_id >= s.low AND e.committee_id < o.committee_id)"
        " GROUP BY 1, 2, 3, 4, 5, 7"
    )


def plain_table(scope: Scope) -> dict:
    """The plain way, for the figures of activities: an aggregate over the rows for each."""
    held = [metric for metric in METRICS.values() if metric.source is HELD]
    return {metric.name: metric.recounted(scope) for metric in held}


def rows(count: int) -> Iterator[Row]:
    """The figures of this bench, measured."""
    fill(count)
    where = f"{connection.vendor}, {count:,} activities"
    scope = Scope(Committee.objects.get(code=450000), FIRST, FIRST + dt.timedelta(DAYS - 1))
    odd = scope.between(scope.start + dt.timedelta(8), scope.end - dt.timedelta(11))
    ours, table = best_of(3, lambda: measure(METRICS.values(), scope))
    plain, counted = best_of(1, lambda: plain_table(scope))
    assert counted == {name: table[name] for name in counted}
    yield Row(f"figures: whole table of the region ({where})", ours, 1.0, plain)
    yield Row(
        f"figures: the same on odd days ({where})",
        best_of(1, lambda: measure(METRICS.values(), odd))[0],
    )
    for code in (450000, 450200, 450202):
        listed = METRICS["consultations-held"].rows(scope.of(Committee.objects.get(code=code)))
        for depth in (0, 50, 99):
            mark = mark_at(code, depth)
            took, seen = best_of(3, lambda: page(listed, after=mark))  # noqa: B023 called at once
            assert seen.rows
            yield Row(f"figures: rows of {code}, {depth} % deep ({where})", took, 0.1)


def mark_at(code: int, depth: int) -> str:
    """The mark of a place about `depth` per cent of the way down the rows of a committee."""
    low, high = Committee(code=code).span
    codes = Committee.objects.filter(code__range=(low, high)).values_list("code", flat=True)
    place = codes[len(codes) * depth // 100]
    day = FIRST + dt.timedelta(DAYS * depth // 100)
    return f'[{place},"{day}",0]' if depth else ""
