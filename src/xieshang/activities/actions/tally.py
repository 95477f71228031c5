"""Keep the sums beside the rows: what an activity adds to every scope that it belongs to."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.db import connection

from xieshang.people.models import Committee, line_of

from ..models import Activity, Organiser, Tally

Key = tuple  # in the order of Tally.KEYS
Sums = dict[Key, list[int]]


def scopes_of(codes: Iterable[int]) -> set[tuple[int, bool]]:
    """The scopes, as (committee, own), in which an activity of these committees stands once."""
    codes = list(codes)
    return {(code, True) for code in codes} | {(up, False) for c in codes for up in line_of(c)}


def add(sums: Sums, activity: Activity, codes: Iterable[int], sign: int = 1) -> None:
    """Add one activity to `sums`, or take it away with `sign` = -1."""
    words = (
        activity.day.replace(day=1),
        activity.kind,
        activity.form,
        activity.programme_id or 0,
        activity.together,
        activity.session is not None,
    )
    counts = (
        1,
        activity.attendances or 0,
        activity.member_attendances or 0,
        activity.public_attendances or 0,
    )
    for scope in scopes_of(codes):
        row = sums[scope + words]
        for place, count in enumerate(counts):
            row[place] += sign * count


def sums() -> Sums:
    """An empty collection of sums."""
    return defaultdict(lambda: [0, 0, 0, 0])


def sums_of(activities: Iterable[int], sign: int = 1) -> Sums:
    """What these activities (by key) add, as the database has them now."""
    found = sums()
    for activity, codes in organised(activities):
        add(found, activity, codes, sign)
    return found


def organised(activities: Iterable[int], batch: int = 800) -> Iterator[tuple[Activity, list[int]]]:
    """Activities by key, each with the codes of its organisers."""
    keys = list(activities)
    for start in range(0, len(keys), batch):
        some = keys[start : start + batch]
        codes = defaultdict(list)
        for activity, code in Organiser.objects.filter(activity__in=some).values_list(
            "activity_id", "committee_id"
        ):
            codes[activity].append(code)
        for activity in Activity.objects.filter(pk__in=some):
            yield activity, codes[activity.pk]


def known_scopes(found: Sums) -> Sums:
    """Only the scopes of committees that exist: a partner's region outside keeps no sums."""
    known = set(Committee.objects.values_list("code", flat=True))
    return {key: row for key, row in found.items() if key[0] in known}


def write(*several: Sums) -> None:
    """Add sums to the table. One statement a row, so that writers add up instead of racing."""
    total = sums()
    for each in several:
        for key, row in each.items():
            for place, count in enumerate(row):
                total[key][place] += count
    changed = {key: row for key, row in known_scopes(total).items() if any(row)}
    rows = [[*key, *changed[key]] for key in sorted(changed)]
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(UPSERT, rows)


TABLE = Tally._meta.db_table
UPSERT = (
    f"INSERT INTO {TABLE} ({', '.join(Tally.KEYS + Tally.SUMS)})"
    f" VALUES ({', '.join(['%s'] * len(Tally.KEYS + Tally.SUMS))})"
    f" ON CONFLICT ({', '.join(Tally.KEYS)}) DO UPDATE SET "
    + ", ".join(f"{name} = {TABLE}.{name} + excluded.{name}" for name in Tally.SUMS)
)
